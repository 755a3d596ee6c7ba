// Reads QR codes in a picture: PNG or JPEG bytes, upright or turned, as scanners and telephones bring them.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** @returns what stands in the codes of the picture; empty where none can be read */
export type ReadQr = (picture: Uint8Array) => Promise<string[]>

/** @param root the project's folder, with `node_modules` in it */
export const createReadQr = ({ root }: { root: string }): ReadQr => {
  let ready: Promise<void> | null = null
  const prepare = async (): Promise<void> => {
    // Without its bytes the reader would look for them on a foreign host.
    const wasmBinary = new Uint8Array(await readFile(join(root, WASM))).buffer
    await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  }
  return async (picture) => {
    ready ??= prepare()
    await ready
    const found = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 })
    return found.filter(({ isValid }) => isValid).map(({ text }) => text)
  }
}

const WASM = 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'
