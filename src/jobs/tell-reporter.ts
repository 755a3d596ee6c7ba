// Writes to whoever reported without an account and gave an address: the address itself stays in the dossier alone.
import type { Dossier } from '../core/dossier/dossier.ts'
import type { Notice } from '../core/dossier/reactions.ts'
import { type Form, fieldsOf } from '../core/procedure/form.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { reportMail } from '../letters/report-mail.ts'
import { queueMail } from '../store/mails.ts'
import { type JobTools, officeOf } from './tools.ts'

type Telling = { agency: string; notice: Notice; dossier: Dossier; procedure: Procedure; once: string }

export const tellReporter = async (
  tools: JobTools,
  { agency, notice, dossier, procedure, once }: Telling,
): Promise<void> => {
  const turn = TURNS[notice]
  if (!turn || reporterAddress(procedure, dossier.form) === null) return
  const told = {
    agency: (await officeOf(tools, agency)).agency,
    number: dossier.number,
    trackingCode: dossier.trackingCode,
    publicUrl: tools.publicUrl(agency),
  }
  await tools.store.inAgency(agency, (db) =>
    queueMail(db, {
      agency,
      mail: tools.newId(),
      once,
      dossier: dossier.id,
      to: { reporterOf: dossier.id },
      ...reportMail(turn, told),
      now: tools.now(),
    }),
  )
}

/** Nothing waits for somebody who cannot sign in, and no letter goes to them. */
const TURNS: Partial<Record<Notice, 'received' | 'ended'>> = {
  received: 'received',
  rejected: 'ended',
  finished: 'ended',
}

/** The first address that the form asks for; null where none was given. */
export const reporterAddress = (procedure: Procedure, form: Form): string | null =>
  fieldsOf(procedure)
    .filter((field) => field.type === 'email')
    .map((field) => form[field.field])
    .find((value): value is string => typeof value === 'string' && value !== '') ?? null
