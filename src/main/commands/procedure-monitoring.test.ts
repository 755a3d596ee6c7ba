// The monitoring form from the command line: a dossier that ended in the period stands in it, with its limit and its real time.
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogueOf, startOffice, type TestOffice } from '../../../test/support/office.ts'
import { sideTasks, subdomainForm, submitted, toTechnician } from '../../../test/support/walk.ts'
import { keptPromises } from '../../store/kept-promises.ts'
import { procedureMonitoring } from './procedure-monitoring.ts'

let office: TestOffice
let catalogue: string
// A Wednesday at 09.00.
let now = '2026-11-25T02:00:00.000Z'

beforeAll(async () => {
  office = await startOffice({ now: () => now })
  catalogue = await catalogueOf(office.dataFolder, 'demak')
  const walk = await submitted(office, subdomainForm('pantau'))
  now = '2026-11-25T03:00:00.000Z'
  await toTechnician(walk)
  await walk.finish({})
  await office.jobsDone()
  await walk.finish({ phase: 'ask-initials', draft: '' })
  const by = { kind: 'post' as const, person: '00000000-0000-4000-8000-000000000001', capacity: 'definitive' as const }
  for (const side of await sideTasks(walk))
    await walk.send(
      { ...by, post: side.posts[0] ?? '' },
      { type: 'finish-step', task: side.task, answer: { verdict: 'initialed' } },
    )
  await walk.finish({ phase: 'send' })
  await office.jobsDone()
  now = '2026-11-25T04:00:00.000Z'
  await walk.finish({})
})
afterAll(() => office.stop())

const run = async (...args: string[]) => {
  const [out, err]: [string[], string[]] = [[], []]
  const env = { DATABASE_URL: office.ownerUrl, MIPP_CATALOGUE: catalogue }
  const io = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    env,
    cwd: office.dataFolder,
  }
  return { code: await procedureMonitoring.run(['--agency', 'demak', ...args], io), out, err: err.join('\n') }
}

test('the form has every SOP in force, and of the finished ones how long they took', async () => {
  const done = await run('--from', '2026-11-01', '--to', '2026-11-25', '--out', 'pantau.pdf')
  expect(done).toMatchObject({ code: 0, err: '' })
  expect(done.out[0]).toMatch(/^pantau\.pdf: \d+ SOP, 1 berkas selesai/)
  const pdf = await readFile(join(office.dataFolder, 'pantau.pdf'))
  const text = printedWords(pdf)
  if (text === null) return
  expect(text).toContain('FORMULIR MONITORING PENERAPAN SOP')
  expect(text).toContain('1 November 2026 sampai 25 November 2026')
  expect(text.replace(/\s+/g, ' ')).toContain('√')
})

test('a dossier counts on the day of its end, and not on the day after', async () => {
  const { store } = office.office
  const on = (from: string, to: string) => keptPromises(store, 'demak', { from, to })
  expect(await on('2026-11-24T17:00:00.000Z', '2026-11-25T17:00:00.000Z')).toEqual([
    { procedure: 'subdomain-hosting', finished: 1, limited: 1, inTime: 1, meanMinutes: 120, mostMinutes: 120 },
  ])
  expect(await on('2026-11-25T17:00:00.000Z', '2026-11-30T17:00:00.000Z')).toEqual([])
})

test('a period that is none is refused in words', async () => {
  const done = await run('--from', '2026-12-31', '--to', '2026-07-01', '--out', 'x.pdf')
  expect(done.code).toBe(2)
  expect(done.err).toContain('tidak benar: tulis dua tanggal')
})

const printedWords = (pdf: Uint8Array): string | null => {
  try {
    return execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })
  } catch {
    return null
  }
}
