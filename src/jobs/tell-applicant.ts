// Writes the mail of one turn of a dossier to its applicant, and queues it.
import { z } from 'zod'
import type { Dossier } from '../core/dossier/dossier.ts'
import { fold } from '../core/dossier/evolve.ts'
import { hasReader } from '../core/dossier/involved.ts'
import type { Notice } from '../core/dossier/reactions.ts'
import { isPerson } from '../core/procedure/table.ts'
import { readDossier } from '../store/dossiers.ts'
import { queueMail } from '../store/mails.ts'
import { readPerson } from '../store/persons.ts'
import { noticeMail } from './notice-mail.ts'
import { tellReporter } from './tell-reporter.ts'
import { type JobRun, officeOf } from './tools.ts'

const NOTICES = [
  'received',
  'returned',
  'entered',
  'your-turn',
  'rejected',
  'withdrawn',
  'letter',
  'finished',
] as const satisfies readonly Notice[]
const shape = z.object({
  agency: z.string(),
  dossier: z.string(),
  notice: z.enum(NOTICES),
  seq: z.number(),
  version: z.number(),
})

export const tellApplicant: JobRun = async (tools, payload) => {
  const { agency, dossier: id, notice, seq, version } = shape.parse(payload)
  const record = await readDossier(tools.store, agency, id)
  const dossier = record && fold(id, record.events.slice(0, version))
  if (!dossier) return
  if (dossier.asker === 'public') {
    const procedure = await tools.procedureOf(agency, record.procedure, record.edition)
    return tellReporter(tools, { agency, notice, dossier, procedure, once: `${id}:${seq}:${notice}` })
  }
  const reader = await readerOf(tools.store, agency, dossier)
  if (!reader) return
  const office = await officeOf(tools, agency)
  const procedure = await tools.procedureOf(agency, record.procedure, record.edition)
  const mail = noticeMail({
    notice,
    dossier,
    procedure,
    office,
    language: reader.language,
    publicUrl: tools.publicUrl(agency),
  })
  await tools.store.inAgency(agency, (db) =>
    queueMail(db, {
      agency,
      mail: tools.newId(),
      once: `${id}:${seq}:${notice}`,
      dossier: id,
      to: reader.email,
      ...mail,
      now: tools.now(),
    }),
  )
}

type Reader = { email: string; language: 'id' | 'en' }

/** The person who sent it in; of a paper letter the technical contact that the form names, when it names one. */
const readerOf = async (
  store: Parameters<typeof readPerson>[0],
  agency: string,
  dossier: Dossier,
): Promise<Reader | null> => {
  // A contact in the form of an order or of a report is somebody it speaks of.
  if (!hasReader(dossier)) return null
  if (dossier.applicant) {
    const person = await readPerson(store, agency, dossier.applicant)
    return person && person.state === 'active'
      ? { email: person.email, language: person.language === 'en' ? 'en' : 'id' }
      : null
  }
  const contact = Object.values(dossier.form).find(isPerson)
  return contact?.email ? { email: contact.email, language: 'id' } : null
}
