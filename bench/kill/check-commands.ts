// What was acknowledged is there, once and whole; and nothing is there that nobody has asked for.
import type pg from 'pg'
import type { Acknowledged } from './caller.ts'
import { insist } from './contradiction.ts'
import type { History } from './histories.ts'

/** Cheap enough for every round: the answers of these commands stand in the database as they were given. */
export const checkAnswers = async (
  client: pg.Client,
  agency: string,
  given: readonly Acknowledged[],
): Promise<void> => {
  const { rows } = await client.query<{ key: string; dossier: string; version: number }>(
    `select key, dossier::text as dossier, (answer->>'version')::integer as version from command_key
     where agency = $1 and key = any($2)`,
    [agency, given.map(({ key }) => key)],
  )
  const stored = new Map(rows.map((row) => [row.key, row]))
  for (const { key, dossier, version, makes } of given) {
    const found = stored.get(key)
    insist(found !== undefined, `${makes} of ${dossier} was acknowledged and is not there (${key})`)
    insist(
      found?.dossier === dossier && found.version === version,
      `${makes} of ${dossier} was acknowledged at version ${version}; there is ${JSON.stringify(found)}`,
    )
  }
}

/** Keys that the program gives to what its own jobs bring back. */
const OWN_KEY = /^(proof|failure|file-letter|letter-failure):/
/** Keys of what the program notes when a page or a letter is opened: nobody is told, and nothing else happens by them. */
const SEEN_KEY = /^(read|letter-opened):/
const SEEN = ['task-read', 'letter-received']

/** When nobody sends any more: every transition belongs to one acknowledged command, and holds its event once. */
export const checkTransitions = (histories: readonly History[], given: readonly Acknowledged[]): void => {
  const asked = new Map(given.map((one) => [one.key, one]))
  insist(asked.size === given.length, 'A key was used twice by the load itself')
  const found = new Set<string>()
  for (const { number, dossier, transitions } of histories) {
    for (const { key, version, events } of transitions) {
      insist(
        new Set(events.map(({ at }) => at)).size === 1,
        `${number}, version ${version}: events of different moments`,
      )
      if (OWN_KEY.test(key)) continue
      if (SEEN_KEY.test(key)) {
        const [other] = events.filter(({ type }) => !SEEN.includes(type))
        insist(other === undefined, `${number}, version ${version}: ${other?.type} came of looking (${key})`)
        continue
      }
      const command = asked.get(key)
      insist(command?.dossier === dossier, `${number}, version ${version}: nobody was told that ${key} is done`)
      const made = events.filter(({ type }) => type === command?.makes)
      insist(made.length === 1, `${number}, version ${version}: ${command?.makes} is there ${made.length} times`)
      found.add(key)
    }
  }
  for (const { key, makes, dossier } of given)
    insist(found.has(key), `${makes} of ${dossier} was acknowledged, and no transition has its key (${key})`)
}
