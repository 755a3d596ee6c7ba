// What keepers of the texts of letters decide, as data: ratify a draft, put an edition in force, withdraw it.
import { z } from 'zod'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import {
  forceTemplateNow,
  ratifyTemplateNow,
  type TemplateDecided,
  withdrawTemplateNow,
} from '../../letter-templates/acts.ts'
import { type Asked, bad, type Caller, type Endpoint, endpoint, good, type Reply } from '../endpoint.ts'
import { id } from '../shapes/common.ts'

const name = z.string().max(100)
const reason = z.string().max(500)
const place = z.object({ letter: name, edition: z.coerce.number().int().positive() })

const decision = z.strictObject({ letter: z.string(), edition: z.int() }).meta({ id: 'LetterTextDecision' })
const keeping = {
  tag: 'service',
  scope: ['work', 'people'],
  answer: decision,
  problems: ['not-allowed', 'not-open'],
} as const

export const letterDecisionEndpoints: readonly Endpoint[] = [
  endpoint('post', {
    ...keeping,
    id: 'ratifyLetterText',
    path: '/letter-text-drafts/{draft}/ratify',
    params: z.object({ draft: id }),
    summary: sentence('Sahkan draf menjadi edisi berikutnya', 'Ratify a draft: it becomes the next edition'),
    body: z.strictObject({ version: z.int(), post: name, decree: reason }),
    example: { version: 1, post: 'kepala-dinas', decree: 'Keputusan Kepala Dinas 12/2026' },
    handle: (call) => keeper(call, (deciding) => ratifyTemplateNow(deciding, { ...call.params, ...call.body })),
  }),
  endpoint('post', {
    ...keeping,
    id: 'putLetterTextInForce',
    path: '/letter-texts/{letter}/editions/{edition}/in-force',
    params: place,
    summary: sentence('Berlakukan edisi naskah mulai suatu hari', 'Put an edition of a text in force from a day'),
    body: z.strictObject({ from: z.string().max(10), reason }),
    example: { from: '2027-01-01', reason: 'Keputusan Kepala Dinas 12/2026' },
    handle: (call) => keeper(call, (deciding) => forceTemplateNow(deciding, { ...call.params, ...call.body })),
  }),
  endpoint('post', {
    ...keeping,
    id: 'withdrawLetterText',
    path: '/letter-texts/{letter}/editions/{edition}/withdraw',
    params: place,
    summary: sentence('Cabut edisi naskah, dengan alasan', 'Withdraw an edition of a text, with a reason'),
    body: z.strictObject({ reason }),
    example: { reason: 'Tidak dipakai lagi' },
    handle: (call) => keeper(call, (deciding) => withdrawTemplateNow(deciding, { ...call.params, ...call.body })),
  }),
]

type Deciding = Parameters<typeof withdrawTemplateNow>[0]

const keeper = async (
  { services, agency, caller, now }: Asked & { caller: Caller },
  act: (deciding: Deciding) => Promise<TemplateDecided>,
): Promise<Reply<z.output<typeof decision>>> => {
  if (!mayOffice(caller.actor, 'ratify-letters')) return bad('not-allowed')
  const done = await act({ services, agency, by: { person: caller.person, now } })
  if (done.ok) return good({ letter: done.letter, edition: done.edition })
  return done.at
    ? bad('invalid', undefined, [{ in: 'body', path: `/${done.at}`, sentence: done.sentence }])
    : bad('not-open', done.sentence)
}
