// Webhooks for programs: what the page of webhooks lets an administrator do.
import { z } from 'zod'
import { mayOffice } from '../../../core/person/may.ts'
import { oneLine } from '../../../core/person/one-line.ts'
import { sentence } from '../../../core/sentence.ts'
import { TELLS, TOLD_EVENTS } from '../../../core/webhook/kinds.ts'
import { deliverAgain, listDeliveries } from '../../../store/webhook-deliveries.ts'
import { endWebhook, listWebhooks, MOST_WEBHOOKS, switchOn, type Webhook } from '../../../store/webhooks.ts'
import { makeWithSecret, rotateWithSecret, urlFault } from '../../pages/webhooks/acts.ts'
import { proceduresOf } from '../../pages/work/procedures.ts'
import { bad, type Call, type Caller, type Endpoint, endpoint, good, type Reply } from '../endpoint.ts'
import { says } from '../says.ts'
import { bilingual, id, moment } from '../shapes/common.ts'

const scope = 'people' as const
const tag = 'access' as const
const params = z.object({ webhook: id })
const events = z.array(z.enum(TOLD_EVENTS)).min(1).max(TOLD_EVENTS.length)
const tells = z.array(z.enum(TELLS)).max(TELLS.length)
const secret = z.string().meta(says('hanya ada di jawaban ini', 'stands in this answer and nowhere else'))

const webhook = z
  .strictObject({
    webhook: id,
    label: z.string(),
    url: z.string(),
    events: z.array(z.enum(TOLD_EVENTS)),
    procedures: z.array(z.string()).meta(says('kosong: semua layanan', 'empty: all services')),
    tells,
    state: z.enum(['on', 'off', 'ended']),
    failures: z.int().meta(says('percobaan gagal berturut-turut', 'attempts that failed in a row')),
    waiting: z.int(),
    failed: z.int(),
    madeAt: moment,
  })
  .meta({ id: 'Webhook' })

const newWebhook = z
  .strictObject({
    label: z.string().overwrite(oneLine).min(2).max(120),
    url: z.string().max(2000),
    events,
    procedures: z.array(z.string().max(100)).max(200).default([]),
    tells: tells.default([]),
  })
  .meta({ id: 'NewWebhook' })

const delivery = z
  .strictObject({
    dossier: id,
    seq: z.int(),
    number: z.string(),
    event: z.string(),
    state: z.enum(['waiting', 'delivered', 'failed', 'withheld']),
    attempts: z.int(),
    status: z.int().nullable().meta(says('kode jawaban penerima', 'what the receiver answered')),
    reason: bilingual.nullable(),
    happenedAt: moment,
    nextAt: moment.nullable(),
    lastAt: moment.nullable(),
  })
  .meta({ id: 'WebhookDelivery' })

type Asking = Pick<Call<unknown, unknown, unknown, Caller>, 'caller'>
const mayNot = ({ caller }: Asking): boolean => !mayOffice(caller.actor, 'manage-webhooks')

export const webhookEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'listWebhooks',
    path: '/webhooks',
    tag,
    scope,
    summary: sentence('Program luar yang dikabari', 'Programs outside that are told of events'),
    problems: ['not-allowed'],
    answer: z.strictObject({ webhooks: z.array(webhook) }),
    handle: async (call) => {
      if (mayNot(call)) return bad('not-allowed')
      return good({ webhooks: (await listWebhooks(call.services.store, call.office)).map(shown) })
    },
  }),
  endpoint('post', {
    id: 'createWebhook',
    path: '/webhooks',
    tag,
    scope,
    status: 201,
    summary: sentence('Tambah program yang dikabari', 'Add a program that is told of events'),
    description: sentence(
      'Kabar dikirim sebagai CloudEvents 1.0 dan ditandatangani dengan rahasia di jawaban ini.',
      'Word is sent as CloudEvents 1.0, signed with the secret in this answer.',
    ),
    body: newWebhook,
    example: { label: 'Gerbang WhatsApp', url: 'https://gerbang.example/mipp', events: ['submitted', 'finished'] },
    problems: ['not-allowed', 'not-open'],
    answer: z.strictObject({ webhook: id, secret }),
    handle: (call) => make(call),
  }),
  endpoint('post', {
    id: 'replaceWebhookSecret',
    path: '/webhooks/{webhook}/secret',
    tag,
    scope,
    summary: sentence('Ganti rahasia', 'Replace the secret'),
    description: sentence(
      'Yang lama masih ikut menandatangani selama satu hari.',
      'The former one still signs beside it for a day.',
    ),
    params,
    problems: ['not-allowed', 'not-open'],
    answer: z.strictObject({ secret, formerUntil: moment }),
    handle: async (call) => {
      if (mayNot(call)) return bad('not-allowed')
      const { services, office, params, now } = call
      const rotated = await rotateWithSecret(services, office, { webhook: params.webhook, now })
      return rotated ? good(rotated) : bad('not-open')
    },
  }),
  endpoint('post', {
    id: 'switchOnWebhook',
    path: '/webhooks/{webhook}/switch-on',
    tag,
    scope,
    summary: sentence('Nyalakan lagi yang dimatikan', 'Switch on again what was switched off'),
    params,
    problems: ['not-allowed', 'not-open'],
    answer: null,
    handle: async (call) => {
      if (mayNot(call)) return bad('not-allowed')
      const { services, office, params, now } = call
      const isDone = await switchOn(services.store, office, { webhook: params.webhook, now })
      return isDone ? good(undefined) : bad('not-open')
    },
  }),
  endpoint('delete', {
    id: 'endWebhook',
    path: '/webhooks/{webhook}',
    tag,
    scope,
    summary: sentence('Akhiri untuk selamanya', 'End for good'),
    params,
    problems: ['not-allowed'],
    answer: null,
    handle: async (call) => {
      if (mayNot(call)) return bad('not-allowed')
      const { services, office, params, now } = call
      const isDone = await endWebhook(services.store, office, { webhook: params.webhook, now })
      return isDone ? good(undefined) : bad('not-found')
    },
  }),
  endpoint('get', {
    id: 'listWebhookDeliveries',
    path: '/webhooks/{webhook}/deliveries',
    tag,
    scope,
    summary: sentence('Kiriman terakhir, yang terbaru di atas', 'The last deliveries, the newest first'),
    params,
    query: z.object({
      state: z.enum(['waiting', 'delivered', 'failed', 'withheld']).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100).meta(says('banyaknya kiriman', 'how many')),
    }),
    problems: ['not-allowed'],
    answer: z.strictObject({ deliveries: z.array(delivery) }),
    handle: async (call) => {
      if (mayNot(call)) return bad('not-allowed')
      const { services, office, params, query } = call
      const found = await listDeliveries(services.store, office, { ...query, webhook: params.webhook })
      const deliveries = found.map(({ webhook: _, type, madeAt, ...one }) => ({
        ...one,
        event: type,
        happenedAt: madeAt,
      }))
      return good({ deliveries })
    },
  }),
  endpoint('post', {
    id: 'deliverWebhookAgain',
    path: '/webhooks/{webhook}/deliveries/{dossier}/{seq}/again',
    tag,
    scope,
    summary: sentence('Kirim satu kabar lagi', 'Send one word again'),
    params: z.object({ webhook: id, dossier: id, seq: z.coerce.number().int().min(1).max(1_000_000) }),
    problems: ['not-allowed', 'not-open'],
    answer: null,
    handle: async (call) => {
      if (mayNot(call)) return bad('not-allowed')
      const { services, office, params, now } = call
      return (await deliverAgain(services.store, office, { ...params, now })) ? good(undefined) : bad('not-open')
    },
  }),
]

const make = async (
  call: Call<unknown, unknown, z.output<typeof newWebhook>, Caller>,
): Promise<Reply<{ webhook: string; secret: string }>> => {
  if (mayNot(call)) return bad('not-allowed')
  const { services, office, agency, caller, now, body } = call
  const wrong = urlFault(services, body.url)
  if (wrong) return bad('invalid', undefined, [{ in: 'body', path: '/url', sentence: wrong }])
  const known = proceduresOf(agency).map(({ procedure }) => procedure)
  const strange = body.procedures.findIndex((one) => !known.includes(one))
  if (strange >= 0)
    return bad('invalid', undefined, [{ in: 'body', path: `/procedures/${strange}`, sentence: NO_SERVICE }])
  const key = services.newId()
  const { secret: text } = await makeWithSecret(services, office, {
    webhook: key,
    wish: body,
    person: caller.person,
    now,
  })
  return text === null ? bad('not-open', TOO_MANY) : good({ webhook: key, secret: text })
}

const NO_SERVICE = sentence('Layanan ini tidak ada.', 'There is no such service.')
const TOO_MANY = sentence(
  `Sudah ada ${MOST_WEBHOOKS} webhook. Akhiri yang tidak dipakai.`,
  `There are ${MOST_WEBHOOKS} webhooks already. End those that are not used.`,
)

const shown = ({ failingSince: _, formerUntil: __, ...one }: Webhook): z.output<typeof webhook> => one
