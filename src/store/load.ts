// All that is known of a dossier, in one round trip; whoever only wants to read it names no key.
import type pg from 'pg'
import type { Event } from '../core/dossier/events.ts'

/** `dossier` is the one that the key was first used for. */
export type Answer = { dossier: string; version: number; number: string; fingerprint?: string }

export type Loaded = {
  dossier: { procedure: string; edition: string; events: Event[] } | null
  clientName: string | null
  /** What this key was answered with before. */
  answered: Answer | null
  /** Tells whether a copy of the office is behind (living.ts). */
  changes: string | undefined
}

type Wanted = { agency: string; dossier: string; key: string; client: string | null }

/** @param wanted its client only matters for a dossier that is not there yet */
export const loadForCommand = async (pool: pg.Pool, { agency, dossier, key, client }: Wanted): Promise<Loaded> => {
  const result = await pool.query<{ loaded: Loaded }>({
    name: 'load_for_command',
    text: 'select load_for_command($1, $2, $3, $4) as loaded',
    values: [agency, dossier, key, client],
  })
  const loaded = result.rows[0]?.loaded
  if (!loaded) return { dossier: null, clientName: null, answered: null, changes: undefined }
  return isDestroyed(loaded) ? { ...loaded, dossier: null } : loaded
}

/** Its payloads were destroyed by law: nothing can be read of it, and nothing done with it. */
const isDestroyed = ({ dossier }: Loaded): boolean => dossier?.events.some((event) => event === null) === true
