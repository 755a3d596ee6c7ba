// What is done about keeping and destroying, for pages and programs alike: judged by the table of who may, told in a sentence.

import type { AgencyData } from '../core/agency/catalogue.ts'
import { inZone } from '../core/clock/instant.ts'
import { fillNumberPattern } from '../core/paper/number-pattern.ts'
import { type Actor, mayOffice } from '../core/person/may.ts'
import { codesByProcedure, rulesOn } from '../core/retention/retention.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { decideDestruction, MOST_AT_ONCE, proposeDestruction } from '../store/destructions.ts'
import { classifyDossier, holdDossier, type Kept, type Schedule } from '../store/retention.ts'
import { hatsLine } from './acting.ts'
import type { Services } from './services.ts'
import type { Person } from './visitor.ts'

export type RetentionAct = { services: Pick<Services, 'store' | 'now'>; agency: AgencyData; person: Person }
/** `may`: not allowed to this person at all. `unfinished`: it is there, but nothing of it is to be kept yet. */
type Why = 'may' | 'wrong' | 'refused' | 'unfinished'
export type RetentionDone = { ok: true } | { ok: false; why: Why; sentence: Sentence }

const MOST = 2000

export const scheduleOf = ({ agency, today }: AgencyData): Schedule => ({
  rules: rulesOn(agency.classifications, today.toString(), agency.zone),
  codes: codesByProcedure(agency.classifications),
})

export const propose = async (
  act: RetentionAct,
  { destruction, dossiers, reason }: { destruction: string; dossiers: readonly string[]; reason: string },
): Promise<RetentionDone> => {
  const { services, agency } = act
  if (!may(act, 'keep-archive')) return MAY_NOT
  if (dossiers.length === 0 || dossiers.length > MOST_AT_ONCE) return NONE_CHOSEN
  if (reason.trim() === '' || reason.length > MOST) return REASON_MISSING
  const wish = { destruction, dossiers, reason: reason.trim(), schedule: scheduleOf(agency), ...whoOf(act) }
  const proposed = await proposeDestruction(services.store, agency.agency.agency, wish)
  return proposed.ok ? { ok: true } : notDue(proposed.notDue)
}

export const decide = async (
  act: RetentionAct,
  { destruction, isApproved, remark }: { destruction: string; isApproved: boolean; remark: string },
): Promise<RetentionDone> => {
  const { services, agency } = act
  if (!may(act, 'decide-destruction')) return MAY_NOT
  if ((!isApproved && remark.trim() === '') || remark.length > MOST) return REASON_MISSING
  const today = inZone(services.now(), agency.agency.zone).toPlainDate()
  const decided = await decideDestruction(services.store, agency.agency.agency, {
    destruction,
    isApproved,
    remark: remark.trim(),
    schedule: scheduleOf(agency),
    pattern: fillNumberPattern(agency.agency.retention.number, today),
    year: today.year,
    ...whoOf(act),
  })
  switch (decided) {
    case 'decided':
      return { ok: true }
    case 'own-proposal':
      return OWN_PROPOSAL
    case 'not-open':
      return DECIDED_BEFORE
    case 'not-due':
      return NO_LONGER_DUE
  }
}

/** @param reason null lets go of it */
export const hold = async (
  act: RetentionAct,
  { dossier, reason }: { dossier: string; reason: string | null },
): Promise<RetentionDone> => {
  if (!may(act, 'keep-archive')) return MAY_NOT
  if (reason !== null && (reason.trim() === '' || reason.length > MOST)) return REASON_MISSING
  const { person, as: post, now } = whoOf(act)
  const mark = { dossier, person, post, now, reason: reason?.trim() ?? null }
  return doneOr(await holdDossier(act.services.store, act.agency.agency.agency, mark))
}

/** @param classification null goes back to that of its procedure */
export const classify = async (
  act: RetentionAct,
  { dossier, classification }: { dossier: string; classification: string | null },
): Promise<RetentionDone> => {
  const { agency } = act.agency
  if (!may(act, 'keep-archive')) return MAY_NOT
  if (classification !== null && !agency.classifications.some(({ code }) => code === classification))
    return UNKNOWN_CODE
  const { person, as: post, now } = whoOf(act)
  const mark = { dossier, person, post, now, classification }
  return doneOr(await classifyDossier(act.services.store, agency.agency, mark))
}

const doneOr = (kept: Kept): RetentionDone => {
  switch (kept) {
    case 'kept':
      return { ok: true }
    case 'unfinished':
      return UNFINISHED
    case 'gone':
      return GONE
  }
}

const may = ({ person }: RetentionAct, act: 'keep-archive' | 'decide-destruction'): boolean =>
  mayOffice(actorOf(person), act)

const actorOf = ({ actor }: Person): Actor => actor

const whoOf = ({ services, person }: RetentionAct) => ({
  person: person.person,
  as: hatsLine(person) || 'Pengelola sistem',
  now: services.now(),
})

const told = (why: Why, id: string, en: string): { ok: false; why: typeof why; sentence: Sentence } => ({
  ok: false,
  why,
  sentence: sentence(id, en),
})

const MAY_NOT = told(
  'may',
  'Jabatan atau akun Anda tidak berwenang untuk ini.',
  'Your post or account may not do this.',
)
const NONE_CHOSEN = told(
  'wrong',
  'Pilih satu sampai 500 berkas yang jatuh tempo.',
  'Choose one to 500 dossiers that are due.',
)
const REASON_MISSING = told(
  'wrong',
  'Tulis alasannya (paling panjang 2.000 huruf).',
  'Write the reason (2,000 characters at most).',
)
const UNKNOWN_CODE = told(
  'wrong',
  'Pilih kode klasifikasi dari daftar kantor.',
  'Choose a classification from the list of the office.',
)
const OWN_PROPOSAL = told(
  'refused',
  'Usul ini Anda buat sendiri. Orang lain yang berwenang harus memutuskannya.',
  'You made this proposal yourself. Another person who may must decide it.',
)
const DECIDED_BEFORE = told('refused', 'Usul ini sudah diputuskan.', 'This proposal has been decided.')
const NO_LONGER_DUE = told(
  'refused',
  'Ada berkas dalam usul ini yang tidak lagi jatuh tempo atau sedang ditahan. Tolak usul ini, lalu buat yang baru.',
  'A dossier of this proposal is no longer due, or is held. Refuse the proposal and make a new one.',
)
const GONE = told(
  'refused',
  'Berkas ini tidak ada, atau sudah dimusnahkan.',
  'There is no such dossier, or it has been destroyed.',
)
const UNFINISHED = told(
  'unfinished',
  'Berkas ini belum selesai, jadi masa simpannya belum berjalan dan isinya tidak dapat dimusnahkan. Tahan atau beri klasifikasi setelah berkasnya selesai.',
  'This dossier has not ended: its retention has not begun and nothing of it can be destroyed. Hold or classify it once it has ended.',
)
const notDue = (count: number) =>
  told(
    'refused',
    `${count} berkas yang dipilih belum jatuh tempo, ditahan, permanen, atau sudah masuk usul lain. Muat ulang daftarnya.`,
    `${count} of the chosen dossiers are not due, held, permanent, or in another proposal. Load the list again.`,
  )
