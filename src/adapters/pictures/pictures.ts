// Pictures as they are kept: drawn anew in a locked-up process, so that neither a place nor anything hidden stays in them.
import { join } from 'node:path'
import { z } from 'zod'
import { sentence } from '../../core/sentence.ts'
import { good, lasting, type Outcome } from '../outcome.ts'
import { CallLost, createWorkerCall, type LossCause } from '../worker-call.ts'
import { startProcess } from '../worker-start.ts'

export type Pictures = {
  /** Upright, the same kind, without what its camera wrote. */
  redraw: (picture: Uint8Array, kind: 'jpg' | 'png') => Promise<Outcome<Uint8Array>>
  /** A JPEG for a list: neither side is longer than this. */
  shrink: (picture: Uint8Array, sidePx: number) => Promise<Outcome<Uint8Array>>
  close: () => Promise<void>
}

/** @param root the project's folder, with `node_modules` and `src` in it */
export const createPictures = (root: string): Pictures => {
  const name = 'The drawer of pictures'
  const file = join(root, 'src/adapters/pictures/worker.mjs')
  const mayRead = [file, join(root, 'package.json'), join(root, 'node_modules')]
  const start = startProcess({ name, file, mayRead, maxBytes: 1_500_000_000 })
  const drawer = createWorkerCall({ name, start, deadlineMs: 30_000, idleMs: 60_000 })
  const draw = (question: object): Promise<Outcome<Uint8Array>> =>
    drawer.call(question).then(
      (answer) => {
        const drawn = Answer.parse(answer)
        return 'fault' in drawn ? lasting(IS_BROKEN) : good(drawn.picture)
      },
      (error) => {
        // One that cannot even start is a fault of ours and thrown; one that was lost over a picture is that picture's.
        if (error instanceof CallLost && BLAMED.has(error.why)) return lasting(IS_TOO_COMPLEX)
        throw error
      },
    )
  return {
    redraw: (picture, kind) => draw({ picture, kind }),
    shrink: (picture, sidePx) => draw({ picture, sidePx }),
    close: drawer.close,
  }
}

const BLAMED = new Set<LossCause>(['late', 'big', 'ended'])

const Answer = z.union([z.object({ fault: z.literal('broken') }), z.object({ picture: z.instanceof(Uint8Array) })])

const IS_BROKEN = sentence(
  'Gambar ini rusak atau tidak lengkap sehingga tidak dapat dibaca. Buka dan simpan ulang, lalu unggah lagi.',
  'This picture is broken or incomplete and cannot be read. Open and save it again, then upload it again.',
)
const IS_TOO_COMPLEX = sentence(
  'Gambar ini terlalu rumit untuk dibaca. Perkecil ukurannya atau simpan ulang, lalu unggah lagi.',
  'This picture is too complex to be read. Make it smaller or save it again, then upload it again.',
)
