// The texts of letters as the office keeps them: editions of each kind, which is in force on a day, which one a letter is made with.
import { type Force, isInForce, type Ratified } from '../agency/force.ts'
import type { Day, Instant } from '../clock/instant.ts'

/** Editions of a kind count from 1. */
export type TemplateName = { letter: string; edition: number }

export type TemplateEdition = TemplateName & {
  source: string
  sha256: string
  force: Force | null
  /** Null for one that came with the catalogue. */
  ratified: Ratified | null
  storedAt: Instant
}

/** A text as it lies in the catalogue's folder: the agency's own, or the default of all. */
export type TemplateFile = { letter: string; source: string; sha256: string }

/** Stands for every outgoing letter that nobody wrote a text for. */
export const GENERAL_LETTER = 'surat-balasan'

export const templateInForce = <E extends Pick<TemplateEdition, 'letter' | 'force'>>(
  editions: readonly E[],
  letter: string,
  day: Day,
): E | undefined => editions.find((one) => one.letter === letter && isInForce(one.force, day))

/** What a letter of this kind is made with on that day: its own text, or the general one. */
export const templateFor = <E extends Pick<TemplateEdition, 'letter' | 'force'>>(
  editions: readonly E[],
  letter: string,
  day: Day,
): E | undefined => templateInForce(editions, letter, day) ?? templateInForce(editions, GENERAL_LETTER, day)

/** As it is kept with a letter: `surat-akun@2`. */
export const templateMark = ({ letter, edition }: TemplateName): string => `${letter}@${edition}`

export const templateMarked = <E extends TemplateName>(editions: readonly E[], mark: string): E | undefined =>
  editions.find((one) => templateMark(one) === mark)
