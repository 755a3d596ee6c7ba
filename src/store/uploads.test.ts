import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../test/support/office.ts'
import { makePerson } from '../../test/support/people.ts'
import { findUploads, keepUpload } from './uploads.ts'

const now = '2026-11-20T02:00:00.000Z'
let office: TestOffice

beforeAll(async () => {
  office = await startOffice({ isDemo: false, works: false, now: () => now })
})
afterAll(() => office.stop())

test('a file that a program has sent can be named by its owner alone, in the order asked for', async () => {
  const { store } = office.office
  const owner = await makePerson(office, { email: 'pemilik@dinas.example' })
  const other = await makePerson(office, { email: 'lain@dinas.example' })
  const file = (name: string) => ({ upload: randomUUID(), sha256: 'a'.repeat(64), name, bytes: 12, mime: 'text/plain' })
  const [one, two, foreign] = [file('satu.txt'), file('dua.txt'), file('asing.txt')]
  for (const mine of [one, two]) await keepUpload(store, 'demak', { ...mine, person: owner, now })
  await keepUpload(store, 'demak', { ...foreign, person: other, now })
  const asked = [two.upload, foreign.upload, randomUUID(), "' or true --", one.upload]
  expect(await findUploads(store, 'demak', owner, asked)).toEqual([two, one])
  expect(await findUploads(store, 'demak', other, asked)).toEqual([foreign])
  expect(await findUploads(store, 'tulungagung', owner, asked)).toEqual([])
  expect(await findUploads(store, 'demak', owner, [])).toEqual([])
})
