// Conditions a program may put on a command: a key that stands for one command, and a task as it was seen.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { byPost, type Handling, openHandling } from '../../test/support/handling.ts'
import { openMainTasks } from '../core/dossier/dossier.ts'
import { taskMark } from '../core/dossier/task-mark.ts'
import { readDossier } from './dossiers.ts'

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

const entering = async () => {
  const { dossier } = await office.submit()
  const [task] = openMainTasks(await office.read(dossier))
  if (!task) throw new Error('No open task')
  const order = (key: string, note: string, fingerprint: string) => ({
    agency: office.agency,
    dossier,
    by: byPost(task.posts[0] ?? ''),
    key,
    fingerprint,
    command: { type: 'comment' as const, text: note, visibleToApplicant: false },
  })
  return { dossier, task: task.task, post: task.posts[0] ?? '', order }
}

describe('a key', () => {
  test('is answered alike when the same command comes again', async () => {
    const { order } = await entering()
    const key = randomUUID()
    const first = await office.handle(order(key, 'Lengkap', 'a'))
    expect(await office.handle(order(key, 'Lengkap', 'a'))).toEqual({ ...first, isRepeated: true })
  })

  test('is refused when it comes with another command, also when both come at once', async () => {
    const { dossier, order } = await entering()
    const key = randomUUID()
    const answers = await Promise.all([
      office.handle(order(key, 'Lengkap', 'a')),
      office.handle(order(key, 'Belum lengkap', 'b')),
    ])
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    expect(answers.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'key-reused' } })
    expect((await office.read(dossier)).comments).toHaveLength(1)
  })
})

describe('a task as it was seen', () => {
  test('is acted on while it stands as it was, whatever else happened to the dossier', async () => {
    const { dossier, task, post, order } = await entering()
    const mark = taskMark(await office.read(dossier), task)
    await office.handle(order(randomUUID(), 'Dari loket', 'x'))
    const handled = await office.handle({
      ...order(randomUUID(), '', 'y'),
      by: byPost(post),
      seen: { task, mark },
      command: { type: 'finish-step', task, answer: { urgency: 'biasa', secrecy: 'biasa' } },
    })
    expect(handled.ok).toBe(true)
  })

  test('is refused when it has changed since, and nothing is done', async () => {
    const { dossier, task, post, order } = await entering()
    const mark = taskMark(await office.read(dossier), task)
    await office.send(dossier, byPost(post), { type: 'take', task })
    const version = (await office.read(dossier)).version
    const handled = await office.handle({
      ...order(randomUUID(), '', 'y'),
      seen: { task, mark },
      command: { type: 'release', task },
    })
    expect(handled).toMatchObject({ ok: false, refusal: { code: 'changed-meanwhile' } })
    expect((await office.read(dossier)).version).toBe(version)
  })
})

describe('a dossier that was read just before', () => {
  const reading = async (dossier: string) => (await readDossier(office.store, office.agency, dossier)) ?? undefined
  const withKnown = async <T extends object>(order: T, dossier: string) => {
    const known = await reading(dossier)
    if (!known) throw new Error('No dossier')
    return { ...order, known }
  }

  test('is decided upon as it was read', async () => {
    const { dossier, order } = await entering()
    const sent = await withKnown(order(randomUUID(), 'Lengkap', 'a'), dossier)
    const { version } = await office.read(dossier)
    expect(await office.handle(sent)).toMatchObject({ ok: true, version: version + 1, isRepeated: false })
  })

  test('is read again when it has moved meanwhile, so that nothing is lost and nothing done twice', async () => {
    const { dossier, task, post, order } = await entering()
    const sent = await withKnown(order(randomUUID(), 'Lengkap', 'a'), dossier)
    await office.send(dossier, byPost(post), { type: 'take', task })
    expect(await office.handle(sent)).toMatchObject({ ok: true, isRepeated: false })
    expect(await office.handle(sent)).toMatchObject({ ok: true, isRepeated: true })
    expect((await office.read(dossier)).comments).toHaveLength(1)
  })

  test('does not keep a refusal that no longer holds, nor hide what its key was used for', async () => {
    const { dossier, task, post, order } = await entering()
    const [first, second] = [byPost(post), byPost(post)]
    await office.send(dossier, first, { type: 'take', task })
    const taking = {
      agency: office.agency,
      dossier,
      by: second,
      key: randomUUID(),
      command: { type: 'take' as const, task },
    }
    const sent = await withKnown(taking, dossier)
    await office.send(dossier, first, { type: 'release', task })
    expect(await office.handle(sent)).toMatchObject({ ok: true, isRepeated: false })
    const key = randomUUID()
    const comment = await withKnown(order(key, 'Lengkap', 'a'), dossier)
    await office.handle(comment)
    expect(await office.handle({ ...comment, fingerprint: 'b' })).toMatchObject({ refusal: { code: 'key-reused' } })
  })
})
