// Which steps somebody has done last, as the work list asks before it shows what they may not check.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { byPost, type Handling, openHandling } from '../../test/support/handling.ts'
import { openMainTasks } from '../core/dossier/dossier.ts'
import { stepsMadeBy } from './makers.ts'

let database: TestDatabase
let office: Handling

beforeAll(async () => {
  database = await createTestDatabase()
  office = await openHandling(database)
})
afterAll(async () => {
  await office.close()
  await database.drop()
})

test('whoever finished a step last is its maker, on that dossier alone', async () => {
  const [one, other] = [await office.submit(), await office.submit()]
  const [task] = openMainTasks(await office.read(one.dossier))
  const maker = randomUUID()
  const answer = { urgency: 'biasa', secrecy: 'biasa' }
  const done = await office.send(one.dossier, byPost(task?.posts[0] ?? '', maker), {
    type: 'finish-step',
    task: task?.task ?? '',
    answer,
  })
  expect(done.ok).toBe(true)
  const dossiers = [one.dossier, other.dossier]
  expect(await stepsMadeBy(office.store, office.agency, { person: maker, dossiers })).toEqual(
    new Set([`${one.dossier} ${task?.step}`]),
  )
  expect(await stepsMadeBy(office.store, office.agency, { person: randomUUID(), dossiers })).toEqual(new Set())
  expect(await stepsMadeBy(office.store, office.agency, { person: maker, dossiers: [] })).toEqual(new Set())
})
