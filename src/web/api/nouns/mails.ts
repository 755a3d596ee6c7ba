// The book of outgoing mail, for administrators; what opens an account or tells of a closed dossier is not shown.
import { z } from 'zod'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { sendMailAgain } from '../../../store/mails.ts'
import { outbox } from '../../../store/outbox.ts'
import { bad, type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { bilingual, id, moment } from '../shapes/common.ts'

const MOST = 100

const mail = z
  .strictObject({
    mail: id,
    to: z.string(),
    subject: z.string(),
    state: z.enum(['waiting', 'sent', 'failed']),
    reason: bilingual.nullable(),
    madeAt: moment,
    body: z.string().nullable().meta(says('null bila bukan untuk Anda baca', 'null where it is not for your eyes')),
  })
  .meta({ id: 'Mail' })

export const mailEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'listMails',
    path: '/mails',
    tag: 'access',
    scope: 'people',
    summary: sentence('Surel keluar yang terakhir, yang terbaru di atas', 'The last outgoing mails, the newest first'),
    query: z.object({
      limit: z.coerce.number().int().min(1).max(MOST).default(50).meta(says('banyaknya surel', 'how many mails')),
    }),
    problems: ['not-allowed'],
    answer: z.strictObject({ mails: z.array(mail) }),
    handle: async ({ services, office, caller, query }) => {
      if (!mayOffice(caller.actor, 'see-outbox')) return bad('not-allowed')
      const found = await outbox(services.store, office, query.limit, caller.actor)
      const mails = found.map(({ holdsLink, isClosed, body, state, ...one }) => ({
        mail: one.mail,
        to: one.to,
        subject: one.subject,
        reason: one.reason,
        madeAt: one.madeAt,
        state: STATES.find((known) => known === state) ?? 'waiting',
        body: holdsLink || isClosed ? null : body,
      }))
      return good({ mails })
    },
  }),
  endpoint('post', {
    id: 'sendMailAgain',
    path: '/mails/{mail}/send-again',
    tag: 'access',
    scope: 'people',
    summary: sentence('Kirim lagi surel yang gagal', 'Send a failed mail again'),
    params: z.object({ mail: id }),
    problems: ['not-allowed', 'not-open'],
    answer: null,
    handle: async ({ services, office, caller, params }) => {
      if (!mayOffice(caller.actor, 'see-outbox')) return bad('not-allowed')
      return (await sendMailAgain(services.store, office, params.mail)) ? good(undefined) : bad('not-open')
    },
  }),
]

const STATES = ['waiting', 'sent', 'failed'] as const
