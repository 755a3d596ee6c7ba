// Looks into what was uploaded: a readable file becomes a paper of the draft, anything else a sentence beside its field.
import { SMALL_FILE_BYTES } from '../../adapters/files/checked.ts'
import { type Inspection, inspectFile, inspectLargePdf, type Permitted } from '../../adapters/files/inspect.ts'
import { isTooLong } from '../../adapters/files/store.ts'
import { placeTaken } from '../../adapters/pictures/exif.ts'
import type { PaperRef } from '../../core/dossier/events.ts'
import { type Field, MOST_FILE_BYTES } from '../../core/procedure/field-schema.ts'
import { type FieldFault, groupsAt } from '../../core/procedure/form.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import type { DraftFile } from '../../store/drafts.ts'
import { all, type Posted, type Upload } from '../request/body.ts'
import type { Services } from '../services.ts'

/** What looking into a file needs. */
export type Intake = Pick<Services, 'intake' | 'newId' | 'redraw'>

export type FileField = Extract<Field, { type: 'file' }>
export type TakenUploads = { files: DraftFile[]; faults: FieldFault[] }

/** @param step that asks; the first without it */
export const fileFields = (procedure: Procedure, step?: string): FileField[] =>
  groupsAt(procedure, step)
    .flatMap((group) => group.fields)
    .filter((field): field is FileField => field.type === 'file')

/** Control that lets go of a file sent earlier. */
export const removeControl = (field: string): string => `${field}.remove`

/** @param before files sent earlier; a faulty new one leaves the old one in its place */
export const takeUploads = async (
  services: Intake,
  { procedure, step }: { procedure: Procedure; step?: string | undefined },
  posted: Posted,
  before: readonly DraftFile[],
): Promise<TakenUploads> => {
  const taken: TakenUploads = { files: [], faults: [] }
  for (const field of fileFields(procedure, step)) {
    const removed = all(posted, removeControl(field.field))
    const kept = before.filter(
      (one) => one.field === field.field && !removed.includes('yes') && !removed.includes(one.paper.id),
    )
    const { files, faults } = await takeFor(services, field, { kept, uploads: uploadsFor(field, posted) })
    taken.files.push(...files)
    taken.faults.push(...faults)
  }
  return taken
}

/** Where one file is asked for, the last that was sent counts. */
const uploadsFor = ({ field, maxFiles }: FileField, { files }: Posted): Upload[] => {
  const sent = files.filter((one) => one.field === field)
  return maxFiles === 1 ? sent.slice(-1) : sent
}

const takeFor = async (
  services: Intake,
  field: FileField,
  { kept, uploads }: { kept: DraftFile[]; uploads: readonly Upload[] },
): Promise<TakenUploads> => {
  const fresh: DraftFile[] = []
  const faults: FieldFault[] = []
  for (const upload of uploads) {
    const looked = await fileFor(services, field, upload)
    if ('paper' in looked) fresh.push(looked)
    else faults.push(looked)
  }
  if (field.maxFiles === 1) return { files: fresh.length > 0 ? fresh : kept, faults }
  const together = [...kept, ...fresh]
  if (together.length > field.maxFiles) faults.push(tooManyFor(field))
  return { files: together.slice(0, field.maxFiles), faults }
}

export const tooManyFor = ({ field, maxFiles }: FileField): FieldFault => ({ field, sentence: areTooMany(maxFiles) })

/** What one field takes of an upload. */
export const fileFor = async (
  services: Intake,
  { field, paper, accept, maxBytes, keepsLocation }: FileField,
  upload: Upload,
): Promise<DraftFile | FieldFault> => {
  const looked = await lookInto(
    services,
    { paper, accept, maxBytes, keep: keepsLocation ? 'evidence' : 'redrawn' },
    upload,
  )
  return looked.ok ? { field, paper: looked.paper } : { field, sentence: looked.reason }
}

/** What a file becomes in the dossier, and what its field takes. */
export type Wanted = {
  paper: string
  accept: readonly Permitted[]
  maxBytes?: number
  /** Of a picture: drawn anew without its place, with it as evidence, or not touched yet. */
  keep?: 'redrawn' | 'evidence' | 'as-sent'
}

export type Looked = { ok: true; paper: PaperRef } | { ok: false; reason: Sentence }

export const lookInto = async (
  services: Intake,
  { paper, accept, maxBytes = MOST_FILE_BYTES, keep = 'redrawn' }: Wanted,
  upload: Upload,
): Promise<Looked> => {
  if (upload.refused) return { ok: false, reason: upload.refused }
  if (upload.bytes > maxBytes) return { ok: false, reason: isTooLong(maxBytes) }
  const large = await lookIntoLarge(services, accept, upload)
  if (large?.ok) return { ok: true, paper: refOf(services, { paper, upload, found: large }) }
  if (large) return { ok: false, reason: large.reason }
  if (upload.bytes > MOST_WHOLE_BYTES) return { ok: false, reason: isTooLargeForPicture }
  const bytes = await services.intake.read(upload.sha256)
  if (!bytes) return { ok: false, reason: isGone }
  const found = await inspectFile(bytes, accept)
  if (!found.ok) return { ok: false, reason: found.reason }
  const ref = refOf(services, { paper, upload, found })
  if (found.kind === 'pdf' || keep === 'as-sent') return { ok: true, paper: ref }
  if (keep === 'evidence') {
    const place = found.kind === 'jpg' ? placeTaken(bytes) : null
    return { ok: true, paper: place ? { ...ref, place } : ref }
  }
  const drawn = await services.redraw(bytes, found.kind)
  if (!drawn.ok) return drawn
  const kept = await services.intake.put([drawn.value], { maxBytes: MOST_FILE_BYTES })
  return kept.ok ? { ok: true, paper: { ...ref, ...kept.value } } : kept
}

/** More than a picture of as many pixels as are taken needs; it is held whole while it is looked into and drawn anew. */
const MOST_WHOLE_BYTES = 50_000_000

/** A large PDF is never held whole; null for everything else. */
const lookIntoLarge = async ({ intake }: Intake, accept: readonly Permitted[], { sha256, bytes }: Upload) =>
  bytes > SMALL_FILE_BYTES && accept.includes('pdf') ? intake.within(sha256, inspectLargePdf) : null

type Found = Extract<Inspection, { ok: true }>

const refOf = (
  { newId }: Intake,
  { paper, upload: { sha256, bytes, name }, found }: { paper: string; upload: Upload; found: Found },
): PaperRef => ({
  id: newId(),
  paper,
  sha256,
  bytes,
  mime: found.mime,
  name: withExtension(name, found.extension, paper),
})

/** The name says what the bytes are, whatever it said before. */
const withExtension = (name: string, extension: string, otherwise: string): string => {
  const stem = name.replace(/\.[A-Za-z0-9]{1,5}$/, '')
  return stem !== '' && name.toLowerCase().endsWith(`.${extension}`) ? name : `${stem || otherwise}.${extension}`
}

const isGone = sentence(
  'Berkas itu tidak tersimpan. Unggah sekali lagi.',
  'That file was not kept. Upload it once more.',
)

const isTooLargeForPicture = sentence(
  `Selain PDF, berkas paling besar ${MOST_WHOLE_BYTES / 1_000_000} MB. Perkecil gambarnya atau simpan sebagai PDF, lalu unggah lagi.`,
  `A file that is no PDF may have ${MOST_WHOLE_BYTES / 1_000_000} MB at most. Make the picture smaller or save it as a PDF, then upload it again.`,
)

const areTooMany = (most: number): Sentence =>
  sentence(
    `Isian ini menerima paling banyak ${most} berkas; selebihnya tidak disimpan. Hapus yang tidak perlu, atau gabungkan menjadi satu PDF.`,
    `This field takes ${most} files at most; the others were not kept. Remove what is not needed, or join them into one PDF.`,
  )
