// Rank and staff number (NIP) of a civil servant, as they stand under their name on letters.
import { type Sentence, sentence } from '../sentence.ts'

/** `nip`: eighteen digits without spaces. Each may be empty. */
export type Service = { rank: string; nip: string }

export const RANK_MAX = 80

/** Spaces and dots are how people write it. */
export const bareNip = (typed: string): string => typed.replace(/[\s.]/g, '')

/** Whether it really belongs to somebody is not asked anywhere. */
export const isNip = (bare: string): boolean => bare === '' || /^\d{18}$/.test(bare)

export const NO_NIP: Sentence = sentence(
  'NIP terdiri atas 18 angka. Periksa lagi, atau kosongkan bila tidak ada.',
  'A staff number (NIP) has 18 digits. Check it, or leave it empty where there is none.',
)

/** Birth, entry, sex and sequence apart. @returns one line each, none for what is empty */
export const serviceLines = ({ rank, nip }: Service): string[] => [
  ...(rank === '' ? [] : [rank]),
  ...(nip === '' ? [] : [`NIP ${nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')}`]),
]

/** As they stand under a signature: the name, and below it what is known of its bearer. */
export const signedLines = (
  { person, name }: { person: string; name: string },
  held: readonly ({ person: string } & Partial<Service>)[],
): string[] => {
  const own = held.find((one) => one.person === person)
  return [name, ...serviceLines({ rank: own?.rank ?? '', nip: own?.nip ?? '' })]
}
