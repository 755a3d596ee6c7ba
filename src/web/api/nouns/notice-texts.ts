// The office's own words for notices, for administrators.
import { z } from 'zod'
import { textFaults } from '../../../core/notice/judge-text.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { NOTICE_NAMES, withOwn } from '../../../letters/notices.ts'
import { ownTexts, saveText, textVersions } from '../../../store/notice-texts.ts'
import { bad, type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'

const one = z.strictObject({ headline: z.string(), body: z.string(), line: z.string() })
const words = z.strictObject({ id: one, en: one }).meta({ id: 'NoticeWords' })
const name = z.enum(NOTICE_NAMES)

const text = z
  .strictObject({ name, isDefault: z.boolean(), version: z.number().int(), words })
  .meta({ id: 'NoticeText' })

export const noticeTextEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'getNoticeText',
    path: '/notice-texts/{name}',
    tag: 'access',
    scope: 'people',
    summary: sentence('Kalimat satu pemberitahuan', 'The words of one notice'),
    params: z.object({ name }),
    problems: ['not-allowed'],
    answer: text,
    handle: async ({ services, office, caller, params }) => {
      if (!mayOffice(caller.actor, 'edit-notice-texts')) return bad('not-allowed')
      const own = await ownTexts(services.store, office)
      const [last] = await textVersions(services.store, office, params.name)
      const isDefault = !own.has(params.name)
      return good({ name: params.name, isDefault, version: last?.version ?? 0, words: withOwn(own)[params.name] })
    },
  }),
  endpoint('post', {
    id: 'writeNoticeText',
    path: '/notice-texts/{name}',
    tag: 'access',
    scope: 'people',
    summary: sentence('Tulis kalimat satu pemberitahuan', 'Write the words of one notice'),
    params: z.object({ name }),
    body: z.strictObject({
      version: z.number().int().min(0).meta(says('versi yang terakhir dibaca', 'the version last read')),
      words: words.nullable().meta(says('null: kembali ke bawaan', 'null: back to the default')),
    }),
    example: { version: 1, words: null },
    problems: ['not-allowed', 'changed-meanwhile'],
    answer: z.strictObject({ version: z.number().int() }),
    handle: async ({ services, office, caller, params, body, now }) => {
      if (!mayOffice(caller.actor, 'edit-notice-texts')) return bad('not-allowed')
      const faults = body.words ? [...textFaults(body.words.id), ...textFaults(body.words.en)] : []
      if (faults.length > 0) return bad('invalid', UNFIT)
      const { version: seen, words: own } = body
      const person = caller.person
      const version = await saveText(services.store, office, { name: params.name, seen, words: own, person, now })
      return version === null ? bad('changed-meanwhile') : good({ version })
    },
  }),
]

const UNFIT = sentence(
  'Kalimat ini kosong, terlalu panjang, atau memuat isian yang tidak dikenal. Pakai isian yang tercantum di halaman Kalimat pemberitahuan.',
  'These words are empty, too long, or hold a placeholder that is not known. Use those listed on the page Texts of notices.',
)
