// A file that somebody adds of their own accord: looked into like any other upload, then a command.
import type { Permitted } from '../../adapters/files/inspect.ts'
import { ATTACHMENT } from '../../core/dossier/attach.ts'
import type { Command } from '../../core/dossier/commands.ts'
import type { FieldFault } from '../../core/procedure/form.ts'
import { sentence } from '../../core/sentence.ts'
import { first, type Posted, type Upload } from '../request/body.ts'
import type { Services } from '../services.ts'
import { lookInto } from './uploads.ts'

export const ANY_KIND: readonly Permitted[] = ['pdf', 'jpg', 'png']

type Attach = Extract<Command, { type: 'attach' }>
export type ReadAttachment = { ok: true; command: Attach } | { ok: false; fault: FieldFault }

type Told = Pick<Attach, 'note' | 'visibleToApplicant'>

/** What a form of a page sent: `file`, `note`, `visible`. */
export const readAttachment = (services: Services, form: Posted): Promise<ReadAttachment> =>
  attachment(
    services,
    form.files.find((one) => one.field === 'file'),
    { note: first(form, 'note'), visibleToApplicant: first(form, 'visible') !== '' },
  )

export const attachment = async (
  services: Services,
  upload: Upload | undefined,
  told: Told,
): Promise<ReadAttachment> => {
  if (!upload) return { ok: false, fault: { field: 'file', sentence: MISSING } }
  const looked = await lookInto(services, { paper: ATTACHMENT, accept: ANY_KIND }, upload)
  return looked.ok
    ? { ok: true, command: { type: 'attach', paper: looked.paper, ...told } }
    : { ok: false, fault: { field: 'file', sentence: looked.reason } }
}

/** What is asked for, without the identity that every reading of a file makes anew: sent twice it is the same. */
export const askedFor = (command: Command): unknown =>
  command.type === 'attach' ? { ...command, paper: { ...command.paper, id: '' } } : command

const MISSING = sentence('Pilih berkas yang akan dilampirkan.', 'Choose the file to attach.')
