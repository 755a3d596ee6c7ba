// With more dossiers than searching walks through one by one, so that the indexes of words have to find the rest.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../test/support/office.ts'
import { subdomainForm, submitted } from '../../test/support/walk.ts'
import type { Secrecy } from '../core/dossier/events.ts'
import type { Actor } from '../core/person/may.ts'
import { type SearchCursor, searchDossiers } from './search.ts'
import { visibleTo } from './visible-dossiers.ts'

let office: TestOffice
let owner: pg.Client
/** All there is, the newest first. */
let all: { dossier: string; words: string[]; submittedAt: string }[]

const NEWER = 3_400
const OLDER = 600
const HOURS_APART = 6
const SEED = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000)

/** The same numbers for the same seed, in [0, 1). */
const chanceOf = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
const chance = chanceOf(SEED)

/** Word and how often it occurs: in every one, in many, in few; some only long ago or in one month of many. */
const SHARES: [string, number][] = [
  ['permohonan', 1],
  ['dinas', 0.5],
  ['desa', 0.4],
  ['sayung', 0.1],
  ['0047', 0.03],
  ['e5x', 0.03],
  ['wonosalam', 0.02],
  ['parkir', 0.012],
  ['langka', 0.003],
]

const textOf = (place: number): string =>
  [
    ...SHARES.filter(([, share]) => chance() < share).map(([word]) => word),
    place < OLDER ? 'lampau' : 'kini',
    `bulan${Math.floor((place * HOURS_APART) / 700)}`,
    `sendiri${place}`,
  ].join(' ')

beforeAll(async () => {
  office = await startOffice({ works: false })
  for (const secrecy of ['biasa', 'terbatas', 'rahasia'] satisfies Secrecy[]) {
    const walk = await submitted(office, subdomainForm(`parkir-dinas-${secrecy}`))
    await walk.finish({ urgency: 'biasa', secrecy })
    await walk.finish({ alsoTo: ['kasubag-umum'] })
  }
  owner = new pg.Client({ connectionString: office.ownerUrl })
  await owner.connect()
  await owner.query("select set_config('mipp.agency', 'demak', false)")
  const places = Array.from({ length: OLDER + NEWER }, (_, place) => place)
  await owner.query(
    `insert into dossier (agency, dossier, version, head_hash, number, tracking_code, procedure, edition, client, channel,
       status, subject, secrecy, search_text, submitted_at, changed_at)
     select d.agency, n.dossier, 1, d.head_hash, 'SALIN/' || n.place, 'SALIN' || n.place, d.procedure, d.edition, n.client, d.channel,
       d.status, d.subject, n.secrecy, n.text, d.submitted_at + make_interval(hours => $6 * (n.place::integer - $7)), d.changed_at
     from (select * from dossier where agency = 'demak' limit 1) as d,
       unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::integer[]) as n (dossier, text, client, secrecy, place)`,
    [
      places.map(() => randomUUID()),
      places.map(textOf),
      places.map(() => (chance() < 0.95 ? 'dinas-arsip' : 'bappeda')),
      places.map(() => (chance() < 0.1 ? 'rahasia' : null)),
      places,
      HOURS_APART,
      OLDER,
    ],
  )
  await owner.query('analyze search_entry')
  const found = await owner.query<{ dossier: string; search_text: string; submitted_at: string }>(
    'select dossier, search_text, submitted_at from dossier order by submitted_at desc, dossier desc',
  )
  all = found.rows.map((row) => ({
    dossier: row.dossier,
    words: row.search_text.toLowerCase().split(/[^a-z0-9]+/),
    submittedAt: row.submitted_at,
  }))
}, 60_000)
afterAll(async () => {
  await owner.end()
  await office.stop()
})

const actor = (posts: string[], clients: string[]): Pick<Actor, 'posts' | 'clients'> => ({ posts, clients })
const ACTORS = [
  actor(['pelaksana'], []),
  actor(['kasubag-umum'], []),
  actor(['sekretaris'], ['bappeda']),
  actor([], ['dinas-arsip']),
  actor([], ['bappeda', 'dinas-arsip']),
  actor([], []),
]

const pick = <T>(list: readonly T[]): T => {
  const one = list[Math.floor(chance() * list.length)]
  if (one === undefined) throw new Error('Nothing to pick from')
  return one
}

const WORDS = [
  ...SHARES.map(([word]) => word),
  ...['lampau', 'kini', 'bulan3', 'bulan7', 'bulan2', 'bulan29', 'sendiri12', 'sendiri40', 'sendiri2', 'tidakada'],
  ...['d', 'de', 'per', 'par', 'sen', 'lan', '47', 'se', 'arsip', 'demakkab', '1e5x', 'é'],
]
const typed = (): string =>
  Array.from({ length: 1 + Math.floor(chance() * 3) }, () => pick(WORDS)).join(chance() < 0.3 ? '-' : ' ')

/** What the rule of searching says, without any index. */
const holds = (query: string, words: readonly string[]): boolean =>
  query.split(' ').every((part) =>
    part.split('-').every((asked, at, parts) => {
      const isWhole = at < parts.length - 1
      const isSame = (word: string) => (isWhole ? word === asked : word.startsWith(asked))
      return words.some((word) => isSame(word) || (/^\d{1,3}$/.test(asked) && word === asked.padStart(4, '0')))
    }),
  )

const visible = async (who: Pick<Actor, 'posts' | 'clients'>): Promise<Set<string>> => {
  const rows = await office.office.store.inAgency('demak', (db) =>
    db.selectFrom('dossier as d').select('d.dossier').where(visibleTo(who)).execute(),
  )
  return new Set(rows.map(({ dossier }) => dossier))
}

test('the database knows here which words are common and which are rare', async () => {
  const share = async (word: string) =>
    (await owner.query('select share from word_shares(array[$1])', [word])).rows[0].share
  expect(await share('sayung')).toBeGreaterThan(0.01)
  expect(await share('sendiri12')).toBeLessThan(0.005)
  expect(all.length).toBeGreaterThan(4_000)
})

test('what is common, rare, of long ago or of one month is found as the rule says, page after page', async () => {
  console.log(`seed ${SEED}`)
  const { store } = office.office
  for (let round = 0; round < 150; round += 1) {
    const who = pick(ACTORS)
    const query = typed()
    const may = await visible(who)
    const expected = all.filter((one) => may.has(one.dossier) && holds(query, one.words)).map(({ dossier }) => dossier)
    const found: string[] = []
    let after: SearchCursor | null = null
    do {
      const page = await searchDossiers(store, 'demak', { query, actor: who, after })
      found.push(...page.rows.map(({ dossier }) => dossier))
      if (after === null && !page.isMore) expect([query, page.count]).toEqual([query, expected.length])
      expect(page.count).toBeLessThanOrEqual(expected.length)
      const last = page.rows.at(-1)
      after = page.more && last ? { exact: last.exact, submittedAt: last.submittedAt, dossier: last.dossier } : null
    } while (after !== null && found.length < 200)
    const isWhole = after === null
    expect([query, who, found]).toEqual([query, who, isWhole ? expected : expected.slice(0, found.length)])
  }
}, 120_000)
