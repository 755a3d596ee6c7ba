// Requests a second for each kind of page, one kind after the other in every round, and what they cost both processes.
import { buildAssets } from '../../src/main/build.ts'
import { cpuSecondsOf } from '../support/cpu.ts'
import { median, table } from '../support/figures.ts'
import type { FilledOffice } from '../support/filled-office.ts'
import { openLine } from '../support/keep-alive.ts'
import type { RunningServer } from '../support/running-server.ts'
import type { Measured } from '../support/server.ts'
import { signedIn } from '../support/sessions.ts'

export type Standing = { filled: FilledOffice; database: Measured; server: RunningServer }

type Kind = { name: string; token: string; path: (turn: number) => string }
type Extent = { rounds: number; requests: number; clients: number }
type Sample = { perSecond: number; serverCpu: number; databaseCpu: number }

export const measurePages = async (standing: Standing, extent: Extent): Promise<string> => {
  const kinds = await kindsOf(standing)
  const samples = new Map<string, Sample[]>(kinds.map(({ name }) => [name, []]))
  // Round -1 warms up.
  for (let round = -1; round < extent.rounds; round += 1) {
    for (const kind of kinds) {
      const taken = await sample(standing, kind, extent)
      if (round >= 0) samples.get(kind.name)?.push(taken)
    }
  }
  const rows = [...samples].map(([name, all]) => [
    name,
    ...(['perSecond', 'serverCpu', 'databaseCpu'] as const).map((what) => whole(median(all.map((one) => one[what])))),
  ])
  return `${table(['page', 'requests /s', 'server µs', 'PostgreSQL µs'], rows)}\n`
}

const sample = async ({ database, server }: Standing, kind: Kind, extent: Extent): Promise<Sample> => {
  const before = { server: cpuSecondsOf(server.pid), database: await database.cpuSeconds() }
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: extent.clients }, (_, first) => client(server.port, kind, { ...extent, first })),
  )
  const seconds = (performance.now() - begun) / 1000
  return {
    perSecond: extent.requests / seconds,
    serverCpu: ((cpuSecondsOf(server.pid) - before.server) * 1e6) / extent.requests,
    databaseCpu: (((await database.cpuSeconds()) - before.database) * 1e6) / extent.requests,
  }
}

const client = async (port: number, { name, token, path }: Kind, at: Extent & { first: number }): Promise<void> => {
  const line = await openLine(port)
  const headers = { 'accept-encoding': 'br, gzip', ...(token ? { cookie: `mipp_session=${token}` } : {}) }
  for (let turn = at.first; turn < at.requests; turn += at.clients) {
    const { status } = await line.ask({ method: 'GET', path: path(turn), headers })
    if (status !== 200) throw new Error(`${name}, ${path(turn)}: ${status}`)
  }
  line.close()
}

const kindsOf = async ({ filled, database }: Standing): Promise<Kind[]> => {
  const tokenOf = await signedIn(filled.url)
  const [officer, applicant] = [tokenOf('pelaksana'), tokenOf('pemohon')]
  const open = await database.ask<{ dossier: string }>(
    `select dossier from dossier where agency = 'demak' and status = 'open' and coalesce(secrecy, 'biasa') = 'biasa' order by md5(dossier::text) limit 200`,
  )
  const mine = await database.ask<{ dossier: string; code: string }>(
    `select dossier, tracking_code as code from dossier
       where agency = 'demak' and client = 'dinas-arsip' order by md5(dossier::text) limit 200`,
  )
  const page = (name: string, path: string, token = ''): Kind => ({ name, token, path: () => path })
  const of =
    <T>(list: readonly T[], make: (one: T) => string) =>
    (turn: number) => {
      const one = list[turn % list.length]
      if (one === undefined) throw new Error('The filled office has none of these')
      return make(one)
    }
  return [
    page('services', '/'),
    page('one service', '/services/subdomain-hosting'),
    page('sign-in page', '/sign-in'),
    page('work list', '/work', officer),
    { name: 'dossier', token: officer, path: of(open, ({ dossier }) => `/dossiers/${dossier}`) },
    { name: "applicant's dossier", token: applicant, path: of(mine, ({ dossier }) => `/mine/${dossier}`) },
    { name: 'tracking', token: '', path: of(mine, ({ code }) => `/track/${code}`) },
    page('search', '/search?q=subdomain', officer),
    page('asset', (await buildAssets()).css),
  ]
}

const whole = (value: number): string => Math.round(value).toLocaleString('en')
