// Gapless numbers: in each series and year by the moment at which they were taken, over all dossiers.

import type { Planner } from './plan.ts'
import type { Series } from './template.ts'
import type { WorkingAxis } from './working-axis.ts'

export type Numbers = {
  /** The number that this dossier took in the series. */
  of: (series: Series, place: number) => number
  /** The last number of every series and year. */
  last: { series: Series; year: number; last: number }[]
}

const SERIES: readonly Series[] = ['dossier', 'agenda', 'letter']

export const numbersOf = (planner: Planner, axis: WorkingAxis): Numbers => {
  const taken = Object.fromEntries(
    SERIES.map((series) => [series, new Float64Array(planner.count).fill(Infinity)]),
  ) as Record<Series, Float64Array>
  for (let place = 0; place < planner.count; place += 1) {
    const { template, moments } = planner.of(place)
    for (const { series, at } of template.numbers) taken[series][place] = moments[at] ?? Infinity
  }
  const last: Numbers['last'] = []
  const ranks = SERIES.map(
    (series) =>
      [series, ranksOf(taken[series], axis, (year, count) => last.push({ series, year, last: count }))] as const,
  )
  const bySeries = Object.fromEntries(ranks) as Record<Series, Uint32Array>
  return { of: (series, place) => bySeries[series][place] ?? 0, last }
}

const ranksOf = (
  moments: Float64Array,
  axis: WorkingAxis,
  tell: (year: number, count: number) => void,
): Uint32Array => {
  const order = Uint32Array.from(moments.keys())
  order.sort((a, b) => (moments[a] ?? 0) - (moments[b] ?? 0) || a - b)
  const ranks = new Uint32Array(moments.length)
  let year = 0
  let rank = 0
  for (const place of order) {
    const moment = moments[place] ?? Infinity
    if (moment === Infinity) break
    const now = Number(axis.dayOf(moment).slice(0, 4))
    if (now !== year && rank > 0) tell(year, rank)
    rank = now === year ? rank + 1 : 1
    year = now
    ranks[place] = rank
  }
  if (rank > 0) tell(year, rank)
  return ranks
}
