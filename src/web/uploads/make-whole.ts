// The last piece has come: the file moves into the store, is looked into, and from then on a form may name it.

import type { Sentence } from '../../core/sentence.ts'
import { sentence } from '../../core/sentence.ts'
import type { Arriving } from '../../store/arriving-uploads.ts'
import { dropArriving } from '../../store/arriving-uploads.ts'
import { type KeptUpload, keepUpload } from '../../store/uploads.ts'
import { ANY_KIND } from '../fields/attachment.ts'
import { lookInto } from '../fields/uploads.ts'
import type { Services } from '../services.ts'
import type { Sender } from './arrive.ts'
import { screenFile } from './screen.ts'

export type MadeWhole =
  | { state: 'whole'; file: Omit<KeptUpload, 'upload'> }
  | { state: 'refused'; reason: Sentence }
  /** Not the file is to blame. */
  | { state: 'again'; reason: Sentence }

/** Copied as a stream: of a large file only a piece is in memory. After a fault it is done again from the start. */
export const makeWhole = async (services: Services, sender: Sender, file: Arriving): Promise<MadeWhole> => {
  const { store, arriving, files } = services
  const body = await arriving.open(file.upload)
  if (!body) return { state: 'again', reason: NOT_THERE }
  const kept = await files.put(body, { maxBytes: file.bytes })
  if (!kept.ok) return { state: 'again', reason: kept.reason }
  const upload = { field: 'file', name: file.name, ...kept.value, refused: null }
  const screened = await screenFile(services, { agency: sender.agency, person: sender.person, now: sender.now }, upload)
  if (screened?.mayRetry) return { state: 'again', reason: screened.refused }
  const looked = screened
    ? { ok: false as const, reason: screened.refused }
    : await lookInto(services, { paper: 'berkas', accept: ANY_KIND, keep: 'as-sent' }, upload)
  const was = { person: sender.person, upload: file.upload }
  if (looked.ok) {
    const { sha256, name, bytes, mime } = looked.paper
    const { now, person } = sender
    await keepUpload(store, sender.office, { upload: file.upload, person, now, sha256, name, bytes, mime })
    await forget()
    return { state: 'whole', file: { sha256, name, bytes, mime } }
  }
  await forget()
  return { state: 'refused', reason: looked.reason }

  async function forget(): Promise<void> {
    await dropArriving(store, sender.office, was)
    await arriving.remove(file.upload)
  }
}

const NOT_THERE = sentence(
  'Berkas ini belum dapat disimpan karena penyimpanan kantor sedang terganggu. Coba lagi beberapa saat lagi.',
  'This file could not be kept because the storage of the office is disturbed. Try again in a moment.',
)
