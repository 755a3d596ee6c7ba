// Everything that is stored of the dossiers, cut into transitions: the events that came to be under one key.
import type pg from 'pg'
import type { Event } from '../../src/core/dossier/events.ts'
import { insist } from './contradiction.ts'

export type Transition = { key: string; version: number; events: Event[] }
export type History = {
  dossier: string
  number: string
  procedure: string
  edition: string
  clientName: string
  transitions: Transition[]
}

type Stored = {
  dossier: string
  number: string
  version: number
  procedure: string
  edition: string
  client_name: string
  events: { seq: number; event: Event }[]
  keys: { key: string; version: number }[]
}

/** @throws Contradiction when events and keys do not cover each other */
export const readHistories = async (client: pg.Client, agency: string): Promise<History[]> => {
  const { rows } = await client.query<Stored>(HISTORIES, [agency])
  return rows.map((row) => ({
    dossier: row.dossier,
    number: row.number,
    procedure: row.procedure,
    edition: row.edition,
    clientName: row.client_name,
    transitions: transitionsOf(row),
  }))
}

const transitionsOf = ({ number, version, events, keys }: Stored): Transition[] => {
  const seqs = events.map(({ seq }) => seq)
  insist(
    seqs.length === version && seqs.every((seq, at) => seq === at + 1),
    `${number} is at version ${version} and has the events ${seqs.join(' ')}`,
  )
  const ends = keys.map((one) => one.version)
  insist(new Set(ends).size === ends.length, `${number}: two commands ended at one version: ${ends.join(' ')}`)
  insist(ends.at(-1) === version, `${number} is at version ${version}, and its last command ended at ${ends.at(-1)}`)
  return keys.map(({ key, version: end }, at) => ({
    key,
    version: end,
    events: events.slice(keys[at - 1]?.version ?? 0, end).map(({ event }) => event),
  }))
}

const HISTORIES = `
  select d.dossier::text as dossier, d.number, d.version, d.procedure, d.edition, c.name as client_name,
    coalesce((select jsonb_agg(jsonb_build_object('seq', e.seq, 'event', e.payload::jsonb) order by e.seq)
      from event e where e.agency = d.agency and e.dossier = d.dossier), '[]') as events,
    coalesce((select jsonb_agg(jsonb_build_object('key', k.key, 'version', (k.answer->>'version')::integer)
        order by (k.answer->>'version')::integer)
      from command_key k where k.agency = d.agency and k.dossier = d.dossier), '[]') as keys
  from dossier d join client c on c.agency = d.agency and c.client = d.client
  where d.agency = $1 order by d.number`
