// What the rules have to know of an office besides its rows, as the office stands today.
import { type AgencyData, inForce } from '../agency/catalogue.ts'
import type { Facts } from './change.ts'

export const factsOf = (data: AgencyData): Omit<Facts, 'openWork'> => {
  const named: Record<string, string[]> = {}
  for (const { title, actors } of inForce(data))
    for (const post of new Set(Object.values(actors).flatMap((actor) => actor.post ?? [])))
      named[post] = [...(named[post] ?? []), title]
  return {
    today: data.today,
    calendars: Object.keys(data.calendars),
    procedures: [...new Set(data.editions.map(({ procedure }) => procedure.procedure))],
    named,
  }
}
