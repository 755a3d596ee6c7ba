// Checks that units, posts and clients share: a key, a name of sensible length, no circle of superiors.
import { type Judged, no } from './change.ts'

const KEY = /^(?!constructor$)[a-z0-9]+(-[a-z0-9]+)*$/
export const MAX_KEY = 60
export const MAX_NAME = 160

type Refused = Extract<Judged, { ok: false }>

/** @returns the first fault, or null */
export const firstFault = (...faults: (Refused | null)[]): Refused | null => faults.find((one) => one !== null) ?? null

export const keyFault = (at: string, key: string): Refused | null =>
  KEY.test(key) && key.length <= MAX_KEY
    ? null
    : no(
        at,
        `Kode "${key.slice(0, MAX_KEY)}" tidak dapat dipakai. Tulis huruf kecil, angka, dan tanda hubung, paling banyak ${MAX_KEY} huruf, misalnya kabid-aptika.`,
        `The key "${key.slice(0, MAX_KEY)}" cannot be used. Write lower-case letters, digits and hyphens, ${MAX_KEY} at most, such as kabid-aptika.`,
      )

/** @param what it is called, in both languages */
export const nameFault = (at: string, name: string, [id, en]: readonly [string, string]): Refused | null => {
  const { length } = [...name]
  return length >= 2 && length <= MAX_NAME
    ? null
    : no(at, `Tulis ${id}, 2 sampai ${MAX_NAME} huruf.`, `Write ${en}, 2 to ${MAX_NAME} characters.`)
}

const MAX_DECREE = 120

/** The number of a decree, or a note in its place. */
export const decreeFault = (decree: string | null): Refused | null =>
  decree === null || [...decree].length <= MAX_DECREE
    ? null
    : no(
        'decree',
        `Tulis nomor keputusan paling banyak ${MAX_DECREE} huruf.`,
        `Write the number of the decree in ${MAX_DECREE} characters at most.`,
      )

/** A key is there exactly when it should be. */
export const presenceFault = (
  at: string,
  { key, isNew, isThere }: { key: string; isNew: boolean; isThere: boolean },
): Refused | null => {
  if (isNew === !isThere) return null
  return isNew
    ? no(at, `Kode "${key}" sudah dipakai. Pilih kode lain.`, `The key "${key}" is taken. Choose another one.`)
    : no(at, `Kode "${key}" tidak ada.`, `There is nothing of the key "${key}".`)
}

/** Would it stand above itself? @param superiorOf of everything else as it is */
export const isCircle = (
  start: string,
  superior: string | null,
  superiorOf: (key: string) => string | null,
): boolean => {
  const seen = new Set([start])
  for (let at = superior; at !== null; at = superiorOf(at)) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

/** A key made of a name: `Bidang Aplikasi` becomes `bidang-aplikasi`; with a number where it is taken. */
export const keyOfName = (name: string, taken: readonly string[]): string => {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_KEY - 4)
    .replaceAll(/^-+|-+$/g, '')
  const base = words === '' || words === 'constructor' ? 'baru' : words
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? base : `${base}-${count}`
    if (!taken.includes(key)) return key
  }
}
