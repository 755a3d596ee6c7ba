// How often a probe looks: minutes on the wall, around the clock; not the working time of an SOP.

const MINUTES = new Map([
  ['menit', 1],
  ['jam', 60],
  ['hari', 24 * 60],
])

/** The sweep comes round no sooner. */
const SOONEST = 5

/** @returns minutes between two looks; null when the text cannot be read or is sooner than five minutes */
export const rhythmMinutes = (every: string): number | null => {
  const [, amount, unit = ''] = /^([1-9]\d{0,3}) (menit|jam|hari)$/.exec(every.trim()) ?? []
  const minutes = Number(amount) * (MINUTES.get(unit) ?? Number.NaN)
  return minutes >= SOONEST ? minutes : null
}
