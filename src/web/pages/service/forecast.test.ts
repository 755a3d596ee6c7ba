// What an applicant may expect beside the promise: told on the service's page, before sending, on the receipt, to programs.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programOf } from '../../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { sideTasks, subdomainForm, submitted, toTechnician, type Walk } from '../../../../test/support/walk.ts'

let office: TestOffice
// A Wednesday at 09.00.
let now = '2026-11-25T02:00:00.000Z'
const walks: Walk[] = []

beforeAll(async () => {
  office = await startOffice({ now: () => now })
  for (let nth = 0; nth < 11; nth += 1) walks.push(await submitted(office, subdomainForm(`kira${nth}`)))
})
afterAll(() => office.stop())

const asOwner = async <T>(statement: string, values: unknown[]): Promise<T[]> => {
  const client = new pg.Client({ connectionString: office.ownerUrl })
  await client.connect()
  const result = await client.query(statement, values).finally(() => client.end())
  return result.rows
}

const timesOf = (id: string) =>
  asOwner<{ used_minutes: number }>('select used_minutes from service_time where dossier = $1', [id])

/** As if these had been finished a week ago, each after so many working minutes. */
const finishedBefore = async (ids: readonly string[], minutes: (nth: number) => number): Promise<void> => {
  for (const [nth, id] of ids.entries())
    await asOwner(
      "insert into service_time (agency, dossier, procedure, ended_at, used_minutes) values ('demak', $1, 'subdomain-hosting', $2, $3)",
      [id, `2026-11-1${nth % 2}T03:00:00.000Z`, minutes(nth)],
    )
}

describe('what an applicant may expect', () => {
  test('is not guessed from too little', async () => {
    const visit = await office.as('pemohon')
    expect((await visit.get('/services/subdomain-hosting')).text).toContain('Belum cukup pengalaman')
    const program = await programOf(office, 'pemohon')
    expect((await program.get('/services/subdomain-hosting')).json.forecast).toBeNull()
  })

  test('is a day that half of them and one that eight in ten have kept', async () => {
    await finishedBefore(
      walks.slice(0, 10).map(({ id }) => id),
      (nth) => (nth + 1) * 450,
    )
    const program = await programOf(office, 'pemohon')
    const { forecast } = (await program.get('/services/subdomain-hosting')).json
    expect(forecast).toMatchObject({ finished: 10, open: 11 })
    expect(forecast.usualAt < forecast.mostAt).toBe(true)
    const visit = await office.as('pemohon')
    for (const path of ['/services/subdomain-hosting', `/mine/${walks[10]?.id}/receipt`]) {
      const { text } = await visit.get(path)
      expect(text).toContain('Biasanya selesai')
      expect(text).toContain('Dihitung dari 10 permohonan')
    }
  })
})

test('a dossier that is finished leaves the working minutes that it took, without what it waited for its applicant', async () => {
  const walk = await submitted(office, subdomainForm('tuntas'))
  now = '2026-11-25T03:00:00.000Z'
  await toTechnician(walk)
  await walk.finish({})
  await office.jobsDone()
  await walk.finish({ phase: 'ask-initials', draft: '' })
  for (const side of await sideTasks(walk))
    await walk.send(
      {
        kind: 'post',
        person: '00000000-0000-4000-8000-000000000001',
        post: side.posts[0] ?? '',
        capacity: 'definitive',
      },
      { type: 'finish-step', task: side.task, answer: { verdict: 'initialed' } },
    )
  await walk.finish({ phase: 'send' })
  await office.jobsDone()
  now = '2026-11-25T04:00:00.000Z'
  await walk.finish({})
  expect((await walk.see()).status).toBe('finished')
  expect(await timesOf(walk.id)).toEqual([{ used_minutes: 120 }])
})
