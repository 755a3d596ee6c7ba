// The views of a work list on a real PostgreSQL: page by page the same as all at once, and never what is secret to the reader.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { byPost, type Handling, openHandling } from '../../test/support/handling.ts'
import { openMainTasks } from '../core/dossier/dossier.ts'
import { countWorkViews } from './work-counts.ts'
import { readElsewhere } from './work-elsewhere.ts'
import { readWorkView, type ViewCursor, type ViewRow, type Whose, WORK_SORTS, type WorkSort } from './work-view.ts'

let database: TestDatabase
let office: Handling
const ME = randomUUID()
const POSTS = ['pelaksana', 'kepala-dinas', 'sekretaris']

beforeAll(async () => {
  database = await createTestDatabase()
  office = await openHandling(database)
  const urgencies = ['biasa', 'segera', 'sangat-segera']
  for (let count = 0; count < 14; count += 1) {
    const { dossier } = await office.submit()
    if (count % 3 === 0) continue
    await office.finish(dossier, 'catat', {
      urgency: urgencies[count % 3] ?? 'biasa',
      secrecy: count === 4 ? 'rahasia' : 'biasa',
    })
    if (count % 2 === 0) await office.finish(dossier, 'disposisi-kadin', {})
  }
})
afterAll(async () => {
  await office.close()
  await database.drop()
})

const whose = (over: Partial<Whose> = {}): Whose => ({
  person: ME,
  posts: POSTS,
  places: POSTS.map((post) => ({ post, taken: 'any' as const })),
  takenOf: [],
  dueFrom: null,
  dueBefore: null,
  ...over,
})

const read = (over: Partial<Whose>, sort: WorkSort = 'due', after: ViewCursor | null = null, size = 100) =>
  readWorkView(office.store, office.agency, { whose: whose(over), filter: {}, sort, after, size })

describe('A view', () => {
  test.each(WORK_SORTS)('shows page by page what it shows at once, ordered by "%s"', async (sort) => {
    const all = (await read({}, sort)).rows.map(({ task }) => task)
    expect(new Set(all).size).toBe(14)
    const found: string[] = []
    let after: ViewRow | null = null
    do {
      const { rows, more } = await read({}, sort, after, 3)
      found.push(...rows.map(({ task }) => task))
      after = more ? (rows.at(-1) ?? null) : null
    } while (after !== null)
    expect(found).toEqual(all)
  })

  test('puts what is most urgent first where that is asked for', async () => {
    const ranks = (await read({}, 'urgent')).rows.map(({ rank }) => rank)
    expect(ranks).toEqual(ranks.toSorted())
    expect(ranks[0]).toBe(0)
  })

  test('hides what is secret of posts that one does not hold, unless one had to do with it', async () => {
    const below = POSTS.map((post) => ({ post, taken: 'any' as const }))
    const secretsSeenBy = async (posts: string[]) =>
      (await read({ posts, places: below })).rows.filter(({ secrecy }) => secrecy === 'rahasia').length
    expect(await secretsSeenBy(['kasubag-umum'])).toBe(0)
    expect(await secretsSeenBy(['kepala-dinas'])).toBe(1)
  })

  test('knows who has taken a task, and forgets it with the release', async () => {
    const [first] = (await read({ places: [{ post: 'pelaksana', taken: 'any' }] })).rows
    const take = (type: 'take' | 'release') =>
      office.send(first?.dossier ?? '', byPost('pelaksana', ME), { type, task: first?.task ?? '' })
    const free = () => read({ places: [{ post: 'pelaksana', taken: 'free' }] })
    const mine = () => read({ places: [], takenOf: ['pelaksana'] })
    const before = (await free()).rows.length
    expect((await take('take')).ok).toBe(true)
    expect([(await free()).rows.length, (await mine()).rows.length]).toEqual([before - 1, 1])
    expect((await take('release')).ok).toBe(true)
    expect([(await free()).rows.length, (await mine()).rows.length]).toEqual([before, 0])
  })

  test('is counted as it is read', async () => {
    const views = [whose(), whose({ places: [{ post: 'pelaksana', taken: 'free' }] }), whose({ places: [] })]
    const counted = await countWorkViews(office.store, office.agency, { views, posts: ['pelaksana'] })
    const lengths = await Promise.all(views.map(async (one) => (await read(one)).rows.length))
    expect(counted.views).toEqual(lengths)
    const elsewhere = await readElsewhere(office.store, office.agency, {
      posts: ['pelaksana'],
      filter: {},
      newestFirst: false,
      after: null,
    })
    expect(counted.elsewhere).toBe(elsewhere.rows.length)
    expect(counted.elsewhere).toBe(9)
  })
})

test('what lies with others comes once, also for somebody with two posts that it went through', async () => {
  const posts = ['pelaksana', 'kepala-dinas']
  const wanted = { posts, filter: {}, newestFirst: true, after: null }
  const { rows } = await readElsewhere(office.store, office.agency, wanted)
  expect(new Set(rows.map(({ dossier }) => dossier)).size).toBe(rows.length)
  for (const row of rows) {
    const open = openMainTasks(await office.read(row.dossier))
    expect(row.tasks.map(({ task }) => task)).toEqual(open.map(({ task }) => task))
    expect(row.tasks[0]?.posts).toEqual(['sekretaris'])
  }
})
