// The caller's own notices and choices, and who was told of a dossier.
import { z } from 'zod'
import { guarded } from '../../../core/notice/facts.ts'
import { MODES } from '../../../core/notice/moment.ts'
import { GROUPS, OCCASIONS } from '../../../core/notice/occasions.ts'
import { sentence } from '../../../core/sentence.ts'
import { noticeLine } from '../../../letters/mail/notice.ts'
import { nameOf, withOwn } from '../../../letters/notices.ts'
import { isMailOf, toldOf } from '../../../store/deliveries.ts'
import { sendMailAgain } from '../../../store/mails.ts'
import { type MyNotice, markRead, myNotices } from '../../../store/my-notices.ts'
import { choicesOf, saveChoices } from '../../../store/notice-choices.ts'
import { ownTexts } from '../../../store/notice-texts.ts'
import { groupsOf } from '../../pages/notices/choices-page.tsx'
import { bad, type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { bilingual, id, moment } from '../shapes/common.ts'
import { findDossier, openDossier } from './open-dossier.ts'

const MOST = 100

const notice = z
  .strictObject({
    notice: id,
    dossier: id,
    task: id.nullable(),
    occasion: z.enum(OCCASIONS),
    number: z.string(),
    line: bilingual,
    isUrgent: z.boolean(),
    at: moment,
    readAt: moment.nullable(),
    isDone: z.boolean().meta(says('pekerjaannya sudah selesai', 'the work it tells of is done')),
  })
  .meta({ id: 'Notice' })

const mode = z.enum(MODES).nullable().meta(says('null: seperti kantor', 'null: as the office does'))
const choices = z.strictObject({ progress: mode, work: mode, time: mode, late: mode, talk: mode, office: mode })

const delivery = z
  .strictObject({
    occasion: z.enum(OCCASIONS),
    to: z.string().nullable().meta(says('null: tanpa akun', 'null: without an account')),
    at: moment,
    channel: z.enum(['in-app', 'email']),
    state: z.enum(['delivered', 'held', 'skipped', 'waiting', 'sent', 'failed']),
    dueAt: moment.nullable(),
    sentAt: moment.nullable(),
    readAt: moment.nullable(),
    reason: bilingual.nullable(),
    mail: id.nullable(),
  })
  .meta({ id: 'Delivery' })

export const noticeEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'listNotices',
    path: '/notices',
    tag: 'access',
    scope: 'read',
    summary: sentence('Pemberitahuan pemegang token', 'Notices of whoever holds the token'),
    query: z.object({
      state: z.enum(['unread', 'read']).default('unread'),
      limit: z.coerce.number().int().min(1).max(MOST).default(50),
    }),
    answer: z.strictObject({ notices: z.array(notice) }),
    handle: async ({ services, office, agency, caller, query }) => {
      const wanted = { actor: caller.actor, unread: query.state === 'unread', after: null, limit: query.limit }
      const { rows } = await myNotices(services.store, office, wanted)
      const texts = withOwn(await ownTexts(services.store, office))
      const line = (one: MyNotice, language: 'id' | 'en') =>
        noticeLine({
          occasion: one.occasion,
          reader: one.reader,
          facts: guarded(one.isSecret || !one.isOpen, one.facts),
          text: texts[nameOf(one.reader, one.occasion)][language],
          language,
          agency: agency.agency,
        })
      const notices = rows.map((one) => ({
        notice: one.notice,
        dossier: one.dossier,
        task: one.task,
        occasion: one.occasion,
        number: one.facts.number,
        line: { id: line(one, 'id'), en: line(one, 'en') },
        isUrgent: one.isUrgent,
        at: one.at,
        readAt: one.readAt,
        isDone: one.isDone,
      }))
      return good({ notices })
    },
  }),
  endpoint('post', {
    id: 'markNoticesRead',
    path: '/notices/read',
    tag: 'access',
    scope: ['work', 'apply'],
    summary: sentence('Tandai pemberitahuan dibaca', 'Mark notices as read'),
    body: z.strictObject({ notice: id.optional().meta(says('tanpa ini semuanya', 'all of them without it')) }),
    example: {},
    answer: null,
    handle: async ({ services, office, caller, body, now }) => {
      const one = body.notice === undefined ? {} : { notice: body.notice }
      const found = await markRead(services.store, office, { person: caller.person, now, ...one })
      return body.notice !== undefined && !found ? bad('not-found') : good(undefined)
    },
  }),
  endpoint('get', {
    id: 'getNoticeChoices',
    path: '/notice-choices',
    tag: 'access',
    scope: 'read',
    summary: sentence('Kapan pemegang token menerima surel', 'When whoever holds the token gets mail'),
    answer: choices,
    handle: async ({ services, office, caller }) => good(allOf(await choicesOf(services.store, office, caller.person))),
  }),
  endpoint('patch', {
    id: 'chooseNotices',
    path: '/notice-choices',
    tag: 'access',
    scope: ['work', 'apply'],
    summary: sentence('Pilih kapan menerima surel', 'Choose when to get mail'),
    body: choices.partial(),
    example: { work: 'at-once', talk: 'in-app' },
    answer: choices,
    handle: async ({ services, office, caller, body, now }) => {
      const chosen = groupsOf(caller).flatMap((group) => {
        const one = body[group]
        return one === undefined ? [] : [{ group, mode: one }]
      })
      await saveChoices(services.store, office, { person: caller.person, chosen, now })
      return good(allOf(await choicesOf(services.store, office, caller.person)))
    },
  }),
  endpoint('get', {
    id: 'listDeliveries',
    path: '/dossiers/{dossier}/deliveries',
    tag: 'dossier',
    scope: 'read',
    summary: sentence('Siapa diberi tahu tentang berkas', 'Who was told of a dossier'),
    params: z.object({ dossier: id }),
    problems: ['not-allowed'],
    answer: z.strictObject({ deliveries: z.array(delivery) }),
    handle: async (call) => {
      const opened = await openDossier(call, call.params.dossier, 'see-inside')
      if (!opened.ok) return opened
      const all = await toldOf(call.services.store, call.office, call.params.dossier, MOST)
      const deliveries = all.map(({ occasion, name, at, channel, state, dueAt, sentAt, readAt, reason, mail }) => {
        const moments = { at, dueAt, sentAt, readAt }
        return { occasion, to: name, channel, state, reason, mail, ...moments }
      })
      return good({ deliveries })
    },
  }),
  endpoint('post', {
    id: 'sendDeliveryAgain',
    path: '/dossiers/{dossier}/deliveries/{mail}/send-again',
    tag: 'dossier',
    scope: 'work',
    summary: sentence('Kirim lagi surel berkas yang gagal', 'Send a failed mail of a dossier again'),
    params: z.object({ dossier: id, mail: id }),
    problems: ['not-allowed', 'not-open'],
    answer: null,
    handle: async (call) => {
      const { services, office, params } = call
      const opened = await findDossier(call, params.dossier, 'see-inside')
      if (!opened.ok) return opened
      if (!(await isMailOf(services.store, office, params.dossier, params.mail))) return bad('not-found')
      return (await sendMailAgain(services.store, office, params.mail)) ? good(undefined) : bad('not-open')
    },
  }),
]

type Chosen = Awaited<ReturnType<typeof choicesOf>>

const allOf = (chosen: Chosen): z.output<typeof choices> => {
  const [progress, work, time, late, talk, office] = GROUPS.map((group) => chosen[group] ?? null)
  return {
    progress: progress ?? null,
    work: work ?? null,
    time: time ?? null,
    late: late ?? null,
    talk: talk ?? null,
    office: office ?? null,
  }
}
