// From when to when an edition is in force: putting one in force ends the one before; never two on one day.
import type { Day } from '../clock/instant.ts'
import { type Sentence, sentence } from '../sentence.ts'

/** An edition of one procedure; `to` is the first day on which it is no longer in force. */
export type EditionDays = { edition: string; from: Day | null; to: Day | null }

export type DaysChange = EditionDays & { act: 'in-force' | 'ended' | 'restored' | 'withdrawn' }

export type DaysDecision = { ok: true; changes: DaysChange[] } | { ok: false; sentence: Sentence }

/** @param editions all of one procedure, @param today the agency's own day */
export const decideInForce = (
  editions: readonly EditionDays[],
  { edition, from, today }: { edition: string; from: Day; today: Day },
): DaysDecision => {
  const wanted = editions.find((one) => one.edition === edition)
  if (!wanted) return unknown(edition)
  if (from < today) return inThePast(from)
  if (wanted.from !== null) return wanted.from > today ? scheduled(wanted.from) : hasBegun(wanted, today)
  const later = editions.find((one) => hasDays(one) && one.from !== null && one.from >= from)
  if (later) return laterOne(later)
  const before = editions.filter((one) => one.from !== null && hasDays(one) && (one.to === null || one.to > from))
  return {
    ok: true,
    changes: [
      // First the end of the one before, so that there is no moment with two.
      ...before.map((one): DaysChange => ({ ...one, to: from, act: 'ended' })),
      { edition, from, to: null, act: 'in-force' },
    ],
  }
}

/** What has not yet begun gives its days back to the edition before it; what is in force ends today. */
export const decideWithdraw = (
  editions: readonly EditionDays[],
  { edition, today }: { edition: string; today: Day },
): DaysDecision => {
  const wanted = editions.find((one) => one.edition === edition)
  if (!wanted) return unknown(edition)
  if (wanted.from === null) return notInForce(edition)
  if (wanted.to !== null && wanted.to <= today) return endedBefore(wanted.to)
  if (wanted.from <= today) return { ok: true, changes: [{ ...wanted, to: today, act: 'withdrawn' }] }
  const before = editions.find((one) => hasDays(one) && one.to === wanted.from)
  return {
    ok: true,
    changes: [
      { edition, from: null, to: null, act: 'withdrawn' },
      ...(before ? [{ ...before, to: wanted.to, act: 'restored' } as const] : []),
    ],
  }
}

/** One that was withdrawn on the day it began has none. */
const hasDays = ({ from, to }: EditionDays): boolean => from !== null && (to === null || from < to)

const no = (id: string, en: string): DaysDecision => ({ ok: false, sentence: sentence(id, en) })

const unknown = (edition: string): DaysDecision =>
  no(
    `Edisi ${edition} belum disahkan. Sahkan drafnya lebih dahulu.`,
    `The edition ${edition} is not ratified. Ratify its draft first.`,
  )

const inThePast = (from: Day): DaysDecision =>
  no(
    `Edisi tidak dapat berlaku surut (${from}). Pilih hari ini atau sesudahnya.`,
    `An edition cannot come into force in the past (${from}). Choose today or a later day.`,
  )

const scheduled = (from: Day): DaysDecision =>
  no(
    `Edisi ini sudah dijadwalkan berlaku mulai ${from}. Cabut jadwal itu lebih dahulu.`,
    `This edition is already to come into force on ${from}. Withdraw that first.`,
  )

const hasBegun = ({ to }: EditionDays, today: Day): DaysDecision =>
  to === null || to > today
    ? no('Edisi ini sudah berlaku.', 'This edition is in force already.')
    : no(
        `Edisi ini pernah berlaku dan berakhir pada ${to}. Salin menjadi draf edisi baru bila isinya akan dipakai lagi.`,
        `This edition was in force and ended on ${to}. Copy it into a draft of a new edition to use it again.`,
      )

const laterOne = ({ edition, from }: EditionDays): DaysDecision =>
  no(
    `Edisi ${edition} sudah ditetapkan berlaku mulai ${from}. Pilih hari sesudahnya, atau cabut edisi itu lebih dahulu.`,
    `The edition ${edition} is set to be in force from ${from}. Choose a later day, or withdraw that edition first.`,
  )

const notInForce = (edition: string): DaysDecision =>
  no(
    `Edisi ${edition} tidak sedang berlaku dan tidak dijadwalkan, jadi tidak ada yang dicabut.`,
    `The edition ${edition} is neither in force nor scheduled, so there is nothing to withdraw.`,
  )

const endedBefore = (to: Day): DaysDecision =>
  no(`Edisi ini sudah berakhir pada ${to}.`, `This edition already ended on ${to}.`)
