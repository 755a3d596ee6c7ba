// Units in the order of a chart: each right before those below it.
import type { Agency } from '../../../core/agency/agency.ts'

export type TreeUnit = Agency['units'][number]

/** One whose superior is missing stands at the top, and so is never lost. */
export const unitTree = (units: readonly TreeUnit[]): TreeUnit[] => {
  const known = new Set(units.map((one) => one.unit))
  const isTop = ({ superior }: TreeUnit): boolean => superior === undefined || !known.has(superior)
  const below = (unit: TreeUnit): TreeUnit[] => [
    unit,
    ...units.filter((one) => one.superior === unit.unit && one.unit !== unit.unit).flatMap(below),
  ]
  return units.filter(isTop).flatMap(below)
}
