// Every address of the application, read from the routes themselves, so that a new page is walked without being named.
import pg from 'pg'
import { createApp } from '../../src/web/app.tsx'
import type { Services } from '../../src/web/services.ts'
import type { TestOffice } from './office.ts'
import type { Walk } from './walk.ts'

export type Route = { method: string; pattern: string }

export const everyRoute = async (office: TestOffice): Promise<Route[]> => {
  const assets = { folder: office.dataFolder, css: '', js: '', check: '' }
  const services: Services = await office.office.services(assets, () => office.port)
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
  const all = createApp(services).routes.flatMap(({ method, path }) =>
    methods.includes(method) ? [{ method, pattern: path }] : [],
  )
  return [...new Map(all.map((one) => [`${one.method} ${one.pattern}`, one])).values()]
}

/** What stands in a pattern, by name: of a dossier that exists. A name that is not here gets an id of nothing. */
export type Places = Record<string, string[]>

export const placesOf = async (walk: Walk, trackingCode: string, checkCode: string): Promise<Places> => {
  const { papers, tasks } = await walk.see()
  const others: Places = {
    code: [trackingCode, checkCode],
    procedure: ['subdomain-hosting'],
    edition: ['2025-05'],
    field: ['surat-permohonan'],
    page: ['1.png'],
    act: ['comment'],
    dossier: [walk.id],
    id: [walk.id, `${walk.id}.pdf`],
    paper: papers.map((one) => one.id),
    task: tasks.map((one) => one.task),
    name: ['subdomain'],
    calendar: ['utama'],
    list: ['holidays', 'periods'],
    at: ['0', 'new'],
    file: ['2026.csv'],
  }
  return others
}

const NOBODY = '0f6f2a3c-5d2b-4c58-9c4e-0a4b1f6f7d11'

/** Every address that a pattern stands for. */
export const addressesOf = (pattern: string, places: Places): string[] =>
  pattern
    .split('/')
    .reduce<string[]>(
      (begun, part) => {
        const name = /^:(\w+)/.exec(part)?.[1]
        const values = name === undefined ? [part] : (places[name] ?? [NOBODY])
        return begun.flatMap((one) => values.map((value) => [one, value].join('/')))
      },
      [''],
    )
    .map((address) => address.replace(/^\/\//, '/'))

/** A digest of every table, so that any row that changed shows; the queue too. @param but tables that are left out */
export const digestOf = async (ownerUrl: string, but: string[] = []): Promise<Record<string, string>> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('public', 'graphile_worker') and not tablename = any ($1) order by 1`,
      [but],
    )
    const digests: Record<string, string> = {}
    for (const { name } of rows) {
      const found = await client.query<{ digest: string }>(
        `select coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') as digest from ${name} t`,
      )
      digests[name] = found.rows[0]?.digest ?? ''
    }
    return digests
  } finally {
    await client.end()
  }
}
