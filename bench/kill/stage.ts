// The whole installation on its own: a durable database, servers and workers as processes, the world outside, and tokens.
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { tokenText } from '../../src/core/person/access-token.ts'
import { createToken } from '../../src/store/access-tokens.ts'
import { openStore } from '../../src/store/connect.ts'
import { lastingPort } from '../support/free-port.ts'
import { type DurablePostgres, startDurablePostgres } from './durable-postgres.ts'
import { type KeptAlive, keepAlive } from './kept-alive.ts'
import { type Outside, startOutside } from './outside.ts'

export const AGENCY = 'demak'
const ZONE = 'demakkab.go.id'
const ROLES = ['pemohon', 'pelaksana', 'kepala-dinas', 'sekretaris', 'kabid'] as const

export type Role = { person: string; token: string }

export type Stage = {
  folder: string
  postgres: DurablePostgres
  outside: Outside
  ports: readonly number[]
  servers: readonly [KeptAlive, ...KeptAlive[]]
  workers: readonly [KeptAlive, ...KeptAlive[]]
  roles: ReadonlyMap<string, Role>
  /** Every process does its work, or will after its next start. */
  isReady: () => Promise<void>
  stop: () => Promise<void>
}

export type Cast = { folder: string; servers: number; workers: number; takeBackSeconds: number }

export const openStage = async ({ folder, servers, workers, takeBackSeconds }: Cast): Promise<Stage> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const stops: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    for (const one of stops.splice(0).reverse()) await one()
  }
  try {
    const postgres = await startDurablePostgres(join(folder, 'postgres'), await lastingPort())
    stops.push(postgres.stop)
    const outside = await startOutside(ZONE)
    stops.push(outside.stop)
    const env = {
      ...outside.env,
      DATABASE_URL: postgres.url,
      MIPP_DATA: folder,
      MIPP_API_PER_MINUTE: '10000000',
      MIPP_TAKE_BACK_SECONDS: String(takeBackSeconds),
      MIPP_LOG_LEVEL: 'info',
    }
    const launch = (name: string, args: string[], saysWhenReady: string, more = {}): KeptAlive => {
      const kept = keepAlive({ args, env: { ...env, ...more }, saysWhenReady, logFile: join(folder, `${name}.log`) })
      stops.push(kept.stop)
      return kept
    }
    const serve = async (at: number): Promise<{ port: number; kept: KeptAlive }> => {
      const port = await lastingPort()
      const args = ['serve', '--demo', '--no-work']
      return { port, kept: launch(`server-${at}`, args, 'MIPP siap', { MIPP_PORT: String(port) }) }
    }
    // The first one makes the schema, the people of the demo and the key.
    const first = await serve(1)
    await first.kept.isReady()
    const others = await Promise.all(Array.from({ length: servers - 1 }, (_, at) => serve(at + 2)))
    const work = (at: number): KeptAlive => launch(`worker-${at}`, ['work'], 'Pekerja MIPP berjalan')
    const working: Stage['workers'] = [work(1), ...Array.from({ length: workers - 1 }, (_, at) => work(at + 2))]
    const serving: Stage['servers'] = [first.kept, ...others.map(({ kept }) => kept)]
    const isReady = async (): Promise<void> => {
      for (const kept of [...serving, ...working]) await kept.isReady()
    }
    await isReady()
    const ports = [first.port, ...others.map(({ port }) => port)]
    const roles = await rolesOf(postgres.url)
    return { folder, postgres, outside, ports, servers: serving, workers: working, roles, isReady, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

/** A token for each of the people of the demo that the load needs. */
const rolesOf = async (url: string): Promise<Map<string, Role>> => {
  const store = openStore(url, 'mipp_app', 1)
  try {
    const roles = new Map<string, Role>()
    for (const role of ROLES) {
      const { person } = await store.inAgency(AGENCY, (db) =>
        db
          .selectFrom('person')
          .select('person')
          .where('agency', '=', AGENCY)
          .where('demo_role', '=', role)
          .executeTakeFirstOrThrow(),
      )
      const token = tokenText(randomBytes(32).toString('base64url'))
      const now = new Date()
      await createToken(store, AGENCY, {
        token: randomUUID(),
        text: token,
        person,
        name: 'Bench',
        scopes: ['read', 'apply', 'work'],
        now: now.toISOString(),
        expiresAt: new Date(now.getTime() + 86_400_000).toISOString(),
        mail: randomUUID(),
        letter: () => ({ subject: 'Token', body: 'Token' }),
      })
      roles.set(role, { person, token })
    }
    return roles
  } finally {
    await store.close()
  }
}
