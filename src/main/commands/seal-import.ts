// mipp seal import: takes in the certificate and key that a certificate office gave the agency, as PKCS#12.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openKeyFile } from '../../adapters/signing/key-file.ts'
import { keepSeal } from '../../adapters/signing/key-folder.ts'
import { sentence } from '../../core/sentence.ts'
import type { Command } from '../command.ts'
import { say, unknownAgency, wrongUse } from '../say.ts'
import { sealOffice, showSeal } from '../seal-words.ts'

const name = 'seal import'
const usage = '--agency A --file F.p12 [--passphrase-file P] [--json]'

export const sealImport: Command = {
  name,
  usage,
  about:
    'Memasang segel dari berkas PKCS#12. / Installs a seal from a PKCS#12 file; its passphrase comes from a file or from MIPP_SEAL_<AGENCY>_PASSPHRASE, never from the command line.',
  run: async (args, io) => {
    const { agency, file, json, 'passphrase-file': from } = parseArgs({ args, options }).values
    if (agency === undefined || file === undefined) return wrongUse(io, name, usage)
    const office = await sealOffice(io, agency)
    if (!office) return say(io, 1, unknownAgency(agency))
    const bytes = await read(resolve(io.cwd, file))
    const typed = from === undefined ? null : await read(resolve(io.cwd, from))
    const passphrase = typed?.toString('utf8').replace(/\r?\n$/, '') ?? office.place.passphrase
    if (bytes === null || (from !== undefined && typed === null)) return say(io, 1, noFile)
    if (passphrase === undefined) return say(io, 1, noPassphrase)
    const opened = openKeyFile(bytes, passphrase)
    if (!opened.ok) return say(io, 1, opened.reason)
    // Of two passphrases the one of the environment is read later on: it has to be this one.
    if (office.place.passphrase !== undefined && office.place.passphrase !== passphrase)
      return say(io, 1, twoPassphrases)
    await keepSeal(office.place, bytes, passphrase)
    return showSeal(io, office, json)
  },
}

const options = {
  agency: { type: 'string' },
  file: { type: 'string' },
  'passphrase-file': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

const read = (file: string): Promise<Buffer | null> => readFile(file).catch(() => null)

const noFile = sentence('Berkas itu tidak dapat dibaca.', 'That file cannot be read.')
const noPassphrase = sentence(
  'Sebutkan --passphrase-file, atau isi MIPP_SEAL_<KANTOR>_PASSPHRASE.',
  'Name --passphrase-file, or set MIPP_SEAL_<AGENCY>_PASSPHRASE.',
)
const twoPassphrases = sentence(
  'MIPP_SEAL_<KANTOR>_PASSPHRASE berisi kata sandi lain. Perbaiki dahulu.',
  'MIPP_SEAL_<AGENCY>_PASSPHRASE holds another passphrase. Correct it first.',
)
