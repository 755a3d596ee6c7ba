// A body as it comes over a line: told apart is what breaks on the sender's side and what breaks on our disk.
import { untilAborted } from '../until-aborted.ts'
import type { Body } from './store.ts'

export class BodyCutShort extends Error {}

/** Tells trouble of the sender from trouble of the disk: the first is expected, the second is an outage. */
export async function* guarded(body: Body, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const pieces = Symbol.asyncIterator in body ? body[Symbol.asyncIterator]() : body[Symbol.iterator]()
  let isDone = false
  try {
    while (true) {
      const next = await untilAborted(Promise.resolve(pieces.next()), signal).catch((cause) => {
        throw new BodyCutShort('The body ended early', { cause })
      })
      isDone = next.done ?? false
      if (next.done) return
      yield next.value
    }
  } finally {
    // Not awaited: a sender that hangs would hold us here.
    if (!isDone) Promise.resolve(pieces.return?.()).catch(() => {})
  }
}
