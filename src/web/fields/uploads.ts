// Looks into what was uploaded: a readable file becomes a paper of the draft, anything else a sentence beside its field.
import { inspectFile, type Permitted } from '../../adapters/files/inspect.ts'
import type { PaperRef } from '../../core/dossier/events.ts'
import type { Field } from '../../core/procedure/field-schema.ts'
import { type FieldFault, groupsAt } from '../../core/procedure/form.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import type { DraftFile } from '../../store/drafts.ts'
import { first, type Posted, type Upload } from '../request/body.ts'
import type { Services } from '../services.ts'

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
  services: Pick<Services, 'files' | 'newId'>,
  { procedure, step }: { procedure: Procedure; step?: string | undefined },
  posted: Posted,
  before: readonly DraftFile[],
): Promise<TakenUploads> => {
  const taken: TakenUploads = { files: [], faults: [] }
  for (const field of fileFields(procedure, step)) {
    const upload = posted.files.findLast((one) => one.field === field.field)
    const old = before.filter((one) => one.field === field.field && first(posted, removeControl(field.field)) === '')
    if (!upload) {
      taken.files.push(...old)
      continue
    }
    const looked = await fileFor(services, field, upload)
    if ('paper' in looked) taken.files.push(looked)
    else {
      taken.files.push(...old)
      taken.faults.push(looked)
    }
  }
  return taken
}

/** What one field takes of an upload. */
export const fileFor = async (
  services: Pick<Services, 'files' | 'newId'>,
  { field, paper, accept }: FileField,
  upload: Upload,
): Promise<DraftFile | FieldFault> => {
  const looked = await lookInto(services, { paper, accept }, upload)
  return looked.ok ? { field, paper: looked.paper } : { field, sentence: looked.reason }
}

export type Looked = { ok: true; paper: PaperRef } | { ok: false; reason: Sentence }

/** @param paper what it becomes in the dossier */
export const lookInto = async (
  { files, newId }: Pick<Services, 'files' | 'newId'>,
  { paper, accept }: { paper: string; accept: readonly Permitted[] },
  upload: Upload,
): Promise<Looked> => {
  if (upload.refused) return { ok: false, reason: upload.refused }
  const bytes = await files.read(upload.sha256)
  if (!bytes) return { ok: false, reason: isGone }
  const found = await inspectFile(bytes, accept)
  if (!found.ok) return { ok: false, reason: found.reason }
  const name = withExtension(upload.name, found.extension, paper)
  return {
    ok: true,
    paper: { id: newId(), paper, sha256: upload.sha256, bytes: upload.bytes, mime: found.mime, name },
  }
}

/** The name says what the bytes are, whatever it said before. */
const withExtension = (name: string, extension: string, otherwise: string): string => {
  const stem = name.replace(/\.[A-Za-z0-9]{1,5}$/, '')
  return stem !== '' && name.toLowerCase().endsWith(`.${extension}`) ? name : `${stem || otherwise}.${extension}`
}

const isGone = sentence(
  'Berkas itu tidak tersimpan. Unggah sekali lagi.',
  'That file was not kept. Upload it once more.',
)
