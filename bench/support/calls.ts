// The transitions that are measured: recorded once, then made again and again from the same state of the same data.
//
// Call number n belongs to dossier n modulo `dossiers`, so a client that takes every C-th call (C divides `dossiers`)
// meets each of its dossiers in the right order and never those of another client.

import { randomUUID } from 'node:crypto'
import type { Dossier } from '../../src/core/dossier/dossier.ts'
import { openMainTasks } from '../../src/core/dossier/dossier.ts'
import { readDossier } from '../../src/store/dossiers.ts'
import type { Order } from '../../src/store/handle.ts'
import { type Said, STAGES, submit } from './journey.ts'
import { AGENCY, type BenchOffice, type Call, mustFind } from './office.ts'
import type { Measured } from './server.ts'

export type Transition = { order: Order; ids: string[]; calls: Call[] }

export type Load = {
  title: string
  transitions: Transition[]
  /** The same state as before anything was measured. */
  reset: () => Promise<void>
}

type Place = { server: Measured; office: BenchOffice }

/** Enough for the largest decision; what is not used up costs nothing. */
const IDS_EACH = 12
const CLERKS = 8

/** @returns a function that brings these dossiers back to where they stand now, however often they were taken and released */
export const keepOpenDossiers = async (server: Measured, dossiers: readonly string[]): Promise<() => Promise<void>> => {
  await server.ask('drop table if exists bench_kept, bench_key')
  await server.ask(
    `create table bench_kept as select dossier, version, head_hash, changed_at, search_text from dossier where agency = $1 and dossier = any($2)`,
    [AGENCY, dossiers],
  )
  await server.ask(
    'create table bench_key as select key from command_key where dossier in (select dossier from bench_kept)',
  )
  return async () => {
    await server.ask(
      `with gone as (delete from event e using bench_kept k where e.dossier = k.dossier and e.seq > k.version)
       update dossier d set version = k.version, head_hash = k.head_hash, changed_at = k.changed_at, search_text = k.search_text
         from bench_kept k where d.dossier = k.dossier`,
    )
    await server.ask(
      'update task t set taken_by = null from bench_kept k where t.dossier = k.dossier and closed_at is null',
    )
    await server.ask(
      'delete from command_key c using bench_kept k where c.dossier = k.dossier and not exists (select from bench_key b where b.key = c.key)',
    )
  }
}

/** Takes a step and gives it back, `passes` times on every dossier: the smallest transition, one event each. */
export const takeAndRelease = async (place: Place, dossiers: readonly string[], passes: number): Promise<Load> => {
  const reset = await keepOpenDossiers(place.server, dossiers)
  const transitions: Transition[] = []
  for (let pass = 0; pass < passes * 2; pass += 1) {
    transitions.push(...(await recordAll(place, dossiers, pass % 2 === 0 ? taking : releasing)))
  }
  await reset()
  return { title: 'take / release', transitions, reset }
}

const taking = (dossier: Dossier): Said => {
  const { task, posts } = mustFind(openMainTasks(dossier)[0])
  const by = { kind: 'post', person: randomUUID(), post: mustFind(posts[0]), capacity: 'definitive' } as const
  return { by, command: { type: 'take', task } }
}

const releasing = (dossier: Dossier): Said => {
  const { task, posts, takenBy } = mustFind(openMainTasks(dossier)[0])
  const by = { kind: 'post', person: takenBy ?? '', post: mustFind(posts[0]), capacity: 'definitive' } as const
  return { by, command: { type: 'release', task } }
}

/** Whole journeys of new dossiers, from submit to rating: every kind of transition, with numbers, papers and jobs. */
export const wholeJourneys = async (place: Place, journeys: number): Promise<Load> => {
  const { server } = place
  const dossiers = Array.from({ length: journeys }, () => randomUUID())
  const transitions = await recordAll(place, dossiers, submit)
  for (const stage of STAGES) transitions.push(...(await recordAll(place, dossiers, stage)))
  const reset = () => removeAll(server, dossiers, transitions)
  await reset()
  return { title: 'whole journeys', transitions, reset }
}

/** New dossiers that wait for their first disposition, for an office so small that it has not enough of them. */
export const moreOpen = async (place: Place, count: number): Promise<Added> => {
  const dossiers = Array.from({ length: count }, () => randomUUID())
  const transitions = [
    ...(await recordAll(place, dossiers, submit)),
    ...(await recordAll(place, dossiers, mustFind(STAGES[0]))),
  ]
  return { dossiers, remove: () => removeAll(place.server, dossiers, transitions) }
}

type Added = { dossiers: string[]; remove: () => Promise<void> }

const removeAll = async (server: Measured, dossiers: string[], transitions: Transition[]): Promise<void> => {
  // All or nothing: a dossier without its events is none that the program can read.
  await server.ask('begin')
  for (const table of ['event', 'task', 'agenda', 'outgoing', 'paper', 'register_item', 'rating', 'dossier'])
    await server.ask(`delete from ${table} where agency = $1 and dossier = any($2)`, [AGENCY, dossiers])
  await server.ask('commit')
  await forgetKeys(server, transitions)
}

const recordAll = async (
  { office }: Place,
  dossiers: readonly string[],
  say: ((dossier: Dossier) => Said) | typeof submit,
): Promise<Transition[]> => {
  const transitions: Transition[] = []
  const clerk = async (first: number) => {
    for (let at = first; at < dossiers.length; at += CLERKS) {
      const dossier = mustFind(dossiers[at])
      const said = say === submit ? submit() : say(await read(office, dossier))
      const order: Order = { agency: AGENCY, dossier, key: randomUUID(), ...said }
      const ids = Array.from({ length: IDS_EACH }, () => randomUUID())
      transitions[at] = { order, ids, calls: await office.record(order, ids) }
    }
  }
  await Promise.all(Array.from({ length: CLERKS }, (_, first) => clerk(first)))
  return transitions
}

const read = async ({ store }: BenchOffice, dossier: string): Promise<Dossier> =>
  mustFind((await readDossier(store, AGENCY, dossier)) ?? undefined).dossier

const forgetKeys = async (server: Measured, transitions: readonly Transition[]): Promise<void> => {
  const keys = transitions.map(({ order }) => order.key)
  await server.ask('delete from command_key where agency = $1 and key = any($2)', [AGENCY, keys])
  await server.ask('delete from graphile_worker._private_jobs')
}
