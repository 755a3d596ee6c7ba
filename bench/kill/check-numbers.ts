// Numbers that the office gives away: each once, without a gap, as far as the series says that they go.
import type pg from 'pg'
import { insist } from './contradiction.ts'
import type { History } from './histories.ts'

export const checkNumbers = async (client: pg.Client, agency: string, histories: readonly History[]): Promise<void> => {
  const events = histories.flatMap(({ transitions }) => transitions.flatMap((one) => one.events))
  const taken = {
    dossier: events.flatMap((event) => (event.type === 'submitted' ? [event.number] : [])),
    agenda: events.flatMap((event) => (event.type === 'entered' ? [event.agendaNumber] : [])),
    letter: events.flatMap((event) => (event.type === 'letter-numbered' ? [event.number] : [])),
  }
  insist(taken.dossier.length === histories.length, 'There is not one number for each dossier')
  const { rows } = await client.query<{ series: keyof typeof taken; last: number }>(
    'select series, sum(last)::integer as last from number_series where agency = $1 group by 1',
    [agency],
  )
  const last = new Map(rows.map((row) => [row.series, row.last]))
  for (const [series, numbers] of Object.entries(taken)) {
    // A letter that was sent back and forth keeps its number: it is told twice and taken once.
    const distinct = new Set(numbers)
    insist(
      distinct.size === (last.get(series as keyof typeof taken) ?? 0),
      `${series}: ${distinct.size} numbers are in use, ${last.get(series as keyof typeof taken)} were taken`,
    )
  }
  const places = taken.dossier.map((number) => Number(number.split('/').at(-1))).toSorted((a, b) => a - b)
  insist(
    places.every((place, at) => place === at + 1),
    `dossier: the numbers are ${places.join(' ')}`,
  )
}
