// A draft begun, walked and undone over HTTP: nothing of it reaches the office.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { digestOf } from '../../../../../test/support/addresses.ts'
import { startOffice, type TestOffice } from '../../../../../test/support/office.ts'
import { formOf } from '../../../../../test/support/page-form.ts'
import { type Answer, fieldValue, type Visit, wordsOf } from '../../../../../test/support/visit.ts'
import { aProcedure } from '../../../../store/editions.fixture.ts'
import { createProcedureDraft, readProcedureDraft, saveProcedureDraft } from '../../../../store/procedure-drafts.ts'

const NOW = '2026-11-20T02:12:00.000Z'
const CATALOGUE = join(import.meta.dirname, '../../../../../catalogue')

let office: TestOffice
let keeper: Visit

beforeAll(async () => {
  office = await startOffice({ works: false, now: () => NOW })
  keeper = await office.as('admin')
})
afterAll(() => office.stop())

const begin = async (source: string, procedure = 'pinjam-alat') => {
  const draft = randomUUID()
  const named = { draft, procedure, edition: '1', base: null, source, isImport: false }
  await createProcedureDraft(office.office.store, 'demak', named, { person: null, now: NOW })
  return { draft, address: `/procedures/${procedure}/drafts/${draft}/walk` }
}

/** The task that was opened last: an initial before the letter that waits for it. */
const taskIn = (html: string): string => [...html.matchAll(/name="task" value="([^"]*)"/g)].at(-1)?.[1] ?? ''

const press = (address: string, page: Answer, fields: Record<string, string>) =>
  keeper.post(address, { trail: fieldValue(page.text, 'trail') ?? '', task: taskIn(page.text), ...fields })

test('a trial is walked to its end and one step back, and no row of any table is written', async () => {
  const { address } = await begin(aProcedure('1'))
  const before = await digestOf(office.ownerUrl)
  const first = await keeper.get(address)
  expect(wordsOf(first.text)).toContain('Ini percobaan')
  const begun = await press(address, first, { do: 'begin', start: '0', alat: 'Laptop' })
  expect(wordsOf(begun.text)).toContain('Selesaikan sebagai Pelaksana')
  const ended = await press(address, begun, { do: 'finish', note: 'Sudah' })
  expect(wordsOf(ended.text)).toContain('berkas sampai pada akhirnya')
  const back = await press(address, ended, { do: 'undo' })
  expect(wordsOf(back.text)).toContain('Selesaikan sebagai Pelaksana')
  expect(await digestOf(office.ownerUrl)).toEqual(before)
})

test('work of systems and letters is imagined, and said to be', async () => {
  const source = readFileSync(join(CATALOGUE, 'demak/procedures/subdomain-hosting.yaml'), 'utf8')
  const { address } = await begin(source, 'subdomain-hosting')
  const first = await keeper.get(address)
  let page = await keeper.post(address, { ...formOf(first.text, 'name="start"'), do: 'begin' })
  const seen: string[] = []
  for (let count = 0; count < 20 && !wordsOf(page.text).includes('berkas sampai pada akhirnya'); count += 1) {
    seen.push(wordsOf(page.text))
    page = await press(address, page, { do: 'finish', note: 'Contoh', verdict: 'initialed' })
    expect(page.status).toBe(200)
  }
  expect(wordsOf(page.text)).toContain('berkas sampai pada akhirnya')
  expect(seen.join(' ')).toContain('dianggap berhasil')
  expect(seen.join(' ')).toContain('nomornya tidak diambil')
})

test('what the procedure refuses is told, and the trial stands where it stood', async () => {
  const { address } = await begin(aProcedure('1').replace('type: text', 'type: text, required: true'))
  const refused = await press(address, await keeper.get(address), { do: 'begin', start: '0', alat: '' })
  expect([refused.status, wordsOf(refused.text)]).toEqual([422, expect.stringContaining('Ajukan (percobaan)')])
})

test('a trail that was made up, or is of another draft, begins anew', async () => {
  const one = await begin(aProcedure('1'))
  const other = await begin(aProcedure('1'))
  const begun = await press(one.address, await keeper.get(one.address), { do: 'begin', start: '0', alat: 'Laptop' })
  for (const trail of ['x', fieldValue(begun.text, 'trail') ?? '']) {
    const page = await keeper.post(other.address, { trail, do: 'finish', note: 'Sudah' })
    expect(wordsOf(page.text)).toContain('Ajukan (percobaan)')
  }
})

test('when the draft has changed, the moves that still fit are repeated', async () => {
  const { address, draft } = await begin(aProcedure('1'))
  const begun = await press(address, await keeper.get(address), { do: 'begin', start: '0', alat: 'Laptop' })
  const stored = await readProcedureDraft(office.office.store, 'demak', draft)
  if (!stored) throw new Error('the draft is gone')
  const source = stored.source.replace('Menyerahkan alat', 'Menyerahkan alat baru')
  await saveProcedureDraft(office.office.store, 'demak', { ...stored, source }, { person: null, now: NOW })
  expect(wordsOf((await press(address, begun, { do: 'look' })).text)).toContain('Menyerahkan alat baru')
})

test('a draft with faults is not walked, and strangers walk none', async () => {
  const { address } = await begin(aProcedure('1').replace('actor: loket', 'actor: siapa'))
  expect(wordsOf((await keeper.get(address)).text)).toContain('belum dapat dijalankan')
  expect((await (await office.as('pelaksana')).get(address)).status).toBe(404)
  expect((await (await office.as('pelaksana')).post(address, { do: 'begin' })).status).toBe(404)
})
