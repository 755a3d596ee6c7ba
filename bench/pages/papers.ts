// Milliseconds for a PDF of each kind: the first of a fresh process, which has the compiler and the fonts to load, and those after it.
import { createTypst } from '../../src/adapters/typst/typst.ts'
import { dispositionSheetDocument } from '../../src/letters/disposition-sheet.ts'
import { letterPage } from '../../src/letters/letter-page.ts'
import { sampleReceipt, sampleReply, sampleRequest, sampleSheet } from '../../src/letters/papers.fixture.ts'
import { receiptDocument } from '../../src/letters/receipt.ts'
import { projectRoot } from '../../src/main/root.ts'
import { median, quantile, table } from '../support/figures.ts'

/** Every one with a number of its own: the compiler remembers what it has set before. */
const PAPERS = {
  'disposition sheet': (number: string) => dispositionSheetDocument({ ...sampleSheet, agendaNumber: number }),
  'request letter': (number: string) => letterPage({ ...sampleRequest, number }),
  'reply letter': (number: string) => letterPage({ ...sampleReply, number }),
  receipt: (number: string) => receiptDocument({ ...sampleReceipt, dossierNumber: number }),
}

const FOLLOWING = 30

export const measurePapers = async (rounds: number): Promise<string> => {
  const rows: string[][] = []
  for (const [name, paper] of Object.entries(PAPERS)) {
    const [first, following]: [number[], number[]] = [[], []]
    let bytes = 0
    for (let round = 0; round < rounds; round += 1) {
      const typst = createTypst({ root: projectRoot() })
      for (let turn = 0; turn <= FOLLOWING; turn += 1) {
        const begun = performance.now()
        bytes = (await typst.renderPdf(paper(`${round}/${turn}/2026`))).byteLength
        const into = turn === 0 ? first : following
        into.push(performance.now() - begun)
      }
      await typst.close()
    }
    rows.push([
      name,
      ms(median(first)),
      ms(median(following)),
      ms(quantile(following, 0.99)),
      (bytes / 1024).toFixed(0),
    ])
  }
  return table(['paper', 'first, ms', 'following, ms', 'p99', 'kB'], rows)
}

const ms = (value: number): string => value.toFixed(1)
