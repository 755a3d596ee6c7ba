// One file from the moment it is there until it stands in the form: sent, watched, tried again, taken away.
import { announce } from '../announce.ts'
import { forgetFile, type KeptFile, keepFile } from './kept-files.ts'
import { drawThumb, makeRow, type Row } from './row.ts'
import { dropUpload, type SendEnd, sendFile } from './send.ts'
import { uploadWords } from './words.ts'

export type OneFile = {
  row: Row
  isPending: () => boolean
  isFailed: () => boolean
  remove: () => void
}

export type FileGiven = {
  name: string
  type: string
  size: number
  file: Blob | null
  /** Known to the server from before a reload. */
  upload: string | null
}

export type FilePlace = {
  /** Name of the hidden control that names the file to the form. */
  control: string
  key: () => string
  /** Told whenever one is done, failed or gone. */
  changed: () => void
  gone: (file: OneFile) => void
}

export const startFile = (given: FileGiven, place: FilePlace, fault: string | null): OneFile => {
  let { upload } = given
  let state: 'sending' | 'whole' | 'failed' = 'sending'
  let running = new AbortController()
  const row = makeRow(given, {
    remove: () => {
      one.remove()
      announce(uploadWords().saidGone(given.name))
    },
    retry: () => void run(),
  })
  const one: OneFile = {
    row,
    isPending: () => state === 'sending',
    isFailed: () => state === 'failed',
    remove: () => {
      running.abort()
      if (upload !== null) {
        void dropUpload(upload, place.key())
        void forgetFile(upload)
      }
      place.gone(one)
    },
  }

  const fail = (reason: string, mayRetry: boolean): void => {
    state = 'failed'
    row.show({ state: 'failed', reason, mayRetry })
    announce(`${given.name}: ${reason}`)
    place.changed()
  }

  const end = (ended: SendEnd): void => {
    const words = uploadWords()
    if (running.signal.aborted) return
    if (ended.state === 'whole') {
      state = 'whole'
      row.show({ state: 'whole' })
      row.name(place.control, ended.upload)
      void keepFile({ ...kept(ended.upload), file: null })
      announce(words.saidWhole(given.name))
      place.changed()
    } else if (ended.state === 'signed-out') fail(words.signedOut, true)
    else if (ended.state === 'failed') fail(words.failed, true)
    else {
      if (upload !== null) void forgetFile(upload)
      upload = null
      fail(ended.reason || words.failed, ended.state === 'stopped')
    }
  }

  const kept = (known: string): KeptFile => ({
    upload: known,
    path: location.pathname,
    control: place.control,
    name: given.name,
    bytes: given.size,
    type: given.type,
    file: given.file,
    at: Date.now(),
  })

  const run = async (): Promise<void> => {
    state = 'sending'
    running = new AbortController()
    row.show({ state: 'waiting' })
    const file = given.file ?? new Blob()
    const sending = { file, name: given.name, upload, key: place.key(), signal: running.signal }
    const ended = await sendFile(sending, {
      begun: (known) => {
        upload = known
        if (given.file) void keepFile(kept(known))
      },
      sent: (bytes) => row.show(bytes >= given.size ? { state: 'checking' } : { state: 'sending', bytes }),
      waiting: (seconds) => row.show(seconds === null ? { state: 'offline' } : { state: 'again', seconds }),
    })
    end(ended)
  }

  if (given.file) void drawThumb(row, given.file)
  if (fault !== null) fail(fault, false)
  else void run()
  return one
}
