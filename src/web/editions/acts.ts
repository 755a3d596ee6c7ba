// What keepers of the procedures decide: ratify a draft that is sound here, put an edition in force, withdraw it.
import type { AgencyData } from '../../core/agency/catalogue.ts'
import { isDay } from '../../core/clock/instant.ts'
import type { Fault } from '../../core/procedure/fault.ts'
import { readProcedure } from '../../core/procedure/read.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { editionFaults } from '../../letters/edition-faults.ts'
import { putInForce, ratifyDraft, withdrawEdition } from '../../store/edition-acts.ts'
import type { EditionBy } from '../../store/edition-journal.ts'
import { readProcedureDraft } from '../../store/procedure-drafts.ts'
import type { Services } from '../services.ts'

/** `at` names the value that is wrong. */
export type Decided =
  | { ok: true; procedure: string; edition: string }
  | { ok: false; sentence: Sentence; at?: 'post' | 'decree' | 'from' | 'reason'; faults?: Fault[] }

type Deciding = { services: Pick<Services, 'store'>; agency: AgencyData; by: EditionBy }

type Ratify = { draft: string; version: number; post: string; decree: string }

export const ratifyNow = async (
  { services, agency, by }: Deciding,
  { draft: id, version, post, decree }: Ratify,
): Promise<Decided> => {
  const office = agency.agency.agency
  if (!agency.agency.posts.some((one) => one.post === post)) return { ok: false, sentence: NO_POST, at: 'post' }
  if (decree.trim().length < 3 || decree.length > MOST) return { ok: false, sentence: NO_DECREE, at: 'decree' }
  const draft = await readProcedureDraft(services.store, office, id)
  if (!draft || draft.version !== version) return { ok: false, sentence: CHANGED }
  const faults = editionFaults(draft.source, agency).filter((fault) => fault.severity === 'error')
  const read = readProcedure(draft.source)
  if (!read.ok || faults.length > 0) return { ok: false, sentence: unsound(faults.length), faults }
  const { procedure, edition } = read.procedure
  const outcome = await ratifyDraft(
    services.store,
    office,
    { draft: id, version, procedure, edition, post, decree: decree.trim() },
    by,
  )
  switch (outcome) {
    case 'ratified':
      return { ok: true, procedure, edition }
    case 'exists':
      return { ok: false, sentence: exists(edition) }
    case 'changed':
      return { ok: false, sentence: CHANGED }
  }
}

type Named = { procedure: string; edition: string; reason: string }

export const forceNow = async (deciding: Deciding, named: Named & { from: string }): Promise<Decided> => {
  if (!isDay(named.from)) return { ok: false, sentence: NO_DAY, at: 'from' }
  return decided(deciding, named, (office, all) => putInForce(deciding.services.store, office, all, deciding.by))
}

export const withdrawNow = (deciding: Deciding, named: Named): Promise<Decided> =>
  decided(deciding, named, (office, all) => withdrawEdition(deciding.services.store, office, all, deciding.by))

const decided = async <N extends Named>(
  { agency }: Deciding,
  named: N,
  act: (office: string, all: N & { today: string }) => Promise<{ ok: true } | { ok: false; sentence: Sentence }>,
): Promise<Decided> => {
  const reason = named.reason.trim()
  if (reason.length < 3 || reason.length > MOST) return { ok: false, sentence: NO_REASON, at: 'reason' }
  const outcome = await act(agency.agency.agency, { ...named, reason, today: agency.today })
  return outcome.ok ? { ok: true, procedure: named.procedure, edition: named.edition } : outcome
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
const exists = (edition: string): Sentence =>
  sentence(
    `Edisi ${edition} sudah disahkan. Beri draf ini nama edisi yang baru.`,
    `The edition ${edition} is ratified already. Give this draft a new edition name.`,
  )
const unsound = (count: number): Sentence =>
  sentence(
    `Draf ini belum dapat disahkan: perbaiki ${count} kesalahan lebih dahulu.`,
    `This draft cannot be ratified yet: put ${count} faults right first.`,
  )
