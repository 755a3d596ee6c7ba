import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { sampleReceipt } from '../../letters/papers.fixture.ts'
import { receiptDocument } from '../../letters/receipt.ts'
import { createPreviewPrinter } from './preview.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const printer = createPreviewPrinter({ root, deadlineMs: 2000, longestLine: 2 })
afterAll(() => printer.close())

const light = receiptDocument(sampleReceipt)
const heavy = receiptDocument({ ...sampleReceipt, papers: Array.from({ length: 100_000 }, (_, at) => `Surat ${at}`) })

test('What is too heavy is told in a sentence, and the next preview comes as ever', async () => {
  expect(await printer.preview(heavy)).toMatchObject({
    ok: false,
    reason: { id: expect.stringContaining('terlalu berat') },
  })
  expect(await printer.preview(light)).toMatchObject({ ok: true })
})

test('What was too heavy a moment ago is not begun again, so that nobody else waits for it', async () => {
  await printer.preview(heavy)
  const order: string[] = []
  await Promise.all([
    printer.preview(light).then(() => order.push('made')),
    printer.preview(heavy).then(() => order.push('told')),
  ])
  expect(order).toEqual(['told', 'made'])
})

test('When too many wait, the next one is asked to come back', async () => {
  const papers = [1, 2, 3].map((count) => receiptDocument({ ...sampleReceipt, papers: [`Surat ${count}`] }))
  const told = await Promise.all(papers.map(printer.preview))
  expect(told.map(({ ok }) => ok)).toEqual([true, true, false])
  expect(told[2]).toMatchObject({ retry: true, reason: { id: expect.stringContaining('Tunggu sebentar') } })
})
