// What keepers of the letter texts decide: ratify a draft without faults, put an edition in force, withdraw it.
import type { AgencyData } from '../../core/agency/catalogue.ts'
import { isDay } from '../../core/clock/instant.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { judgeTemplate } from '../../letters/desk/judge.ts'
import type { TemplateFault } from '../../letters/language/template.ts'
import type { EditionBy } from '../../store/edition-journal.ts'
import {
  putTemplateInForce,
  ratifyTemplate,
  type TemplateDays,
  withdrawTemplate,
} from '../../store/letter-template-acts.ts'
import { readTemplateDraft } from '../../store/letter-template-drafts.ts'
import type { Services } from '../services.ts'

/** `at` names the value that is wrong. */
export type TemplateDecided =
  | { ok: true; letter: string; edition: number }
  | { ok: false; sentence: Sentence; at?: 'post' | 'decree' | 'from' | 'reason'; faults?: TemplateFault[] }

type Deciding = { services: Pick<Services, 'store'>; agency: AgencyData; by: EditionBy }

type Ratify = { draft: string; version: number; post: string; decree: string }

export const ratifyTemplateNow = async (
  { services, agency, by }: Deciding,
  { draft: id, version, post, decree }: Ratify,
): Promise<TemplateDecided> => {
  const office = agency.agency.agency
  if (!agency.agency.posts.some((one) => one.post === post)) return { ok: false, sentence: NO_POST, at: 'post' }
  if (decree.trim().length < 3 || decree.length > MOST) return { ok: false, sentence: NO_DECREE, at: 'decree' }
  const draft = await readTemplateDraft(services.store, office, id)
  if (!draft || draft.version !== version) return { ok: false, sentence: CHANGED }
  const faults = judgeTemplate(agency, draft.letter, draft.source)
  if (faults.length > 0) return { ok: false, sentence: unsound(faults.length), faults }
  const ratified = { draft: id, version, post, decree: decree.trim() }
  const outcome = await ratifyTemplate(services.store, office, ratified, by)
  return outcome.ok ? { ok: true, letter: draft.letter, edition: outcome.edition } : { ok: false, sentence: CHANGED }
}

type Named = { letter: string; edition: number; reason: string }

export const forceTemplateNow = async (
  deciding: Deciding,
  named: Named & { from: string },
): Promise<TemplateDecided> => {
  if (!isDay(named.from)) return { ok: false, sentence: NO_DAY, at: 'from' }
  return decided(deciding, named, (office, all) =>
    putTemplateInForce(deciding.services.store, office, all, deciding.by),
  )
}

export const withdrawTemplateNow = (deciding: Deciding, named: Named): Promise<TemplateDecided> =>
  decided(deciding, named, (office, all) => withdrawTemplate(deciding.services.store, office, all, deciding.by))

const decided = async <N extends Named>(
  { agency }: Deciding,
  named: N,
  act: (office: string, all: N & { today: string }) => Promise<TemplateDays>,
): Promise<TemplateDecided> => {
  const reason = named.reason.trim()
  if (reason.length < 3 || reason.length > MOST) return { ok: false, sentence: NO_REASON, at: 'reason' }
  const outcome = await act(agency.agency.agency, { ...named, reason, today: agency.today })
  return outcome.ok ? { ok: true, letter: named.letter, edition: named.edition } : outcome
}

const MOST = 500

const NO_POST = sentence('Pilih jabatan yang mengesahkan.', 'Choose the post that ratifies.')
const NO_DECREE = sentence(
  'Tulis dasar pengesahannya, misalnya nomor dan tanggal keputusan (3 sampai 500 huruf).',
  'Write by what it is ratified, such as number and date of the decree (3 to 500 characters).',
)
const NO_REASON = sentence(
  'Tulis dasar atau alasannya (3 sampai 500 huruf).',
  'Write the reason (3 to 500 characters).',
)
const NO_DAY = sentence('Tulis tanggal mulai berlaku.', 'Write the day from which it is in force.')
const CHANGED = sentence(
  'Draf ini sudah berubah atau tidak ada lagi sejak Anda melihatnya. Lihat lagi, lalu putuskan.',
  'This draft has changed, or has gone, since you saw it. Look at it again, then decide.',
)
const unsound = (count: number): Sentence =>
  sentence(
    `Draf ini belum dapat disahkan: perbaiki ${count} kesalahan lebih dahulu.`,
    `This draft cannot be ratified yet: put ${count} faults right first.`,
  )
