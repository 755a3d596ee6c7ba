// What whoever reported without an account is told, if they gave an address: the address itself stays in the dossier alone.
import type { Occasion } from '../core/notice/occasions.ts'
import { type Form, fieldsOf } from '../core/procedure/form.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { reportMail } from '../letters/report-mail.ts'
import type { NewDelivery, NewNotice } from '../store/notices.ts'
import { bareNotice, type Writing } from './notice-draft.ts'
import type { JobTools } from './tools.ts'

export const reporterNotice = (
  tools: JobTools,
  { writing, procedure }: { writing: Writing; procedure: Procedure },
): NewNotice[] => {
  const { dossier, told, office } = writing
  const turn = TURNS[told.occasion]
  if (!turn || reporterAddress(procedure, dossier.form) === null) return []
  const words = reportMail(turn, {
    agency: office.agency,
    number: dossier.number,
    trackingCode: dossier.trackingCode,
    publicUrl: tools.publicUrl(office.agency.agency),
  })
  const once = `${dossier.id}:${told.seq}:${told.occasion}`
  const mail = { mail: tools.newId(), once, to: { reporterOf: dossier.id }, dossier: dossier.id, ...words }
  const deliveries: NewDelivery[] = [{ delivery: tools.newId(), channel: 'email', dueAt: null, skipped: null, mail }]
  return [{ ...bareNotice(writing, { reader: 'applicant', recipient: 'reporter', person: null }), deliveries }]
}

/** Nothing waits for somebody who cannot sign in, and no letter goes to them. */
const TURNS: Partial<Record<Occasion, 'received' | 'ended'>> = {
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
