// Looks into what was uploaded: a readable file becomes a paper of the draft, anything else a sentence beside its field.
import { inspectFile } from '../../adapters/files/inspect.ts'
import type { Field } from '../../core/procedure/field-schema.ts'
import { type FieldFault, groupsAt } from '../../core/procedure/form.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { sentence } from '../../core/sentence.ts'
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
    const looked = await lookInto(services, field, upload)
    if ('paper' in looked) taken.files.push(looked)
    else {
      taken.files.push(...old)
      taken.faults.push(looked)
    }
  }
  return taken
}

const lookInto = async (
  { files, newId }: Pick<Services, 'files' | 'newId'>,
  field: FileField,
  upload: Upload,
): Promise<DraftFile | FieldFault> => {
  if (upload.refused) return { field: field.field, sentence: upload.refused }
  const bytes = await files.read(upload.sha256)
  if (!bytes) return { field: field.field, sentence: isGone }
  const found = await inspectFile(bytes, field.accept)
  if (!found.ok) return { field: field.field, sentence: found.reason }
  const name = withExtension(upload.name, found.extension, field.paper)
  return {
    field: field.field,
    paper: { id: newId(), paper: field.paper, sha256: upload.sha256, bytes: upload.bytes, mime: found.mime, name },
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
