// The books, and what the archive keeps or throws away, in a real browser: no barriers, no wider than the screen, folded parts too.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { fillIn, typed, upload } from '../../../../test/support/apply.ts'
import { findBarriers } from '../../../../test/support/axe.ts'
import { launchBrowser } from '../../../../test/support/browser.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import type { Visit } from '../../../../test/support/visit.ts'
import { client, letterPdf, subdomainForm, submitted } from '../../../../test/support/walk.ts'
import { createClamd } from '../../../adapters/scan/clamd.ts'
import { OUR_SAMPLE } from '../../../adapters/scan/samples.fixture.ts'
import { startStandInClamd } from '../../../adapters/scan/stand-in.fixture.ts'
import { destroy } from '../../../jobs/destroy.ts'

let office: TestOffice
let browser: Browser
let scanner: Awaited<ReturnType<typeof startStandInClamd>>
const paths = ['/agenda', '/agenda?book=outgoing', '/agenda/reserve', '/agenda/write', '/agenda/register']

beforeAll(async () => {
  scanner = await startStandInClamd({ patterns: [{ name: 'Mipp.Contoh', bytes: OUR_SAMPLE }], mostBytes: 1e6 })
  const address = { host: '127.0.0.1', port: scanner.port }
  office = await startOffice({ works: false, scanner: createClamd({ address, quietMs: 20_000 }) })
  browser = await launchBrowser()
  const keeper = await office.as('sekretariat')
  const form = { do: 'reserve', key: randomUUID(), count: '1', purpose: 'Undangan rapat koordinasi' }
  paths.push(String((await keeper.post('/agenda/reserve', form)).headers.location))
  const today = new Date().toISOString().slice(0, 10)
  const letter = { do: 'register', key: randomUUID(), sender: 'A'.repeat(120), receivedOn: today, subject: 'Undangan' }
  paths.push(String((await keeper.post('/agenda/register', letter)).headers.location))
})
afterAll(async () => {
  await browser.close()
  await office.stop()
  await scanner.stop()
})

const TELEPHONE = { viewport: { width: 390, height: 800 }, javaScriptEnabled: false }
const DESK = { viewport: { width: 1280, height: 800 }, javaScriptEnabled: true }
const WAYS = [TELEPHONE, DESK]

const opened = async (visit: Visit, way: (typeof WAYS)[number]): Promise<Page> => {
  const context = await browser.newContext({ ...way, locale: 'id-ID' })
  onTestFinished(() => context.close())
  await context.addCookies(
    [...visit.cookies].map(([name, value]) => ({ name, value, domain: 'demak.localhost', path: '/' })),
  )
  return context.newPage()
}

const look = async (page: Page, path: string): Promise<void> => {
  await page.goto(`http://demak.localhost:${office.port}${path}`)
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('main details')) folded.toggleAttribute('open', true)
  })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect([path, wide, await findBarriers(page)]).toEqual([path, 0, []])
}

test.each(WAYS)('the books have no barriers: %o', async (way) => {
  const page = await opened(await office.as('sekretariat'), way)
  expect(paths.every((path) => path.startsWith('/agenda'))).toBe(true)
  for (const path of paths) await look(page, path)
})

describe('what is kept, and what goes', () => {
  let [gone, proposed] = ['', '']
  beforeAll(async () => {
    const [admin, head] = [await office.as('admin'), await office.as('kepala-dinas')]
    const dossiers = [await ended('satu'), await ended('dua'), await ended('tiga')]
    const records = [await propose(admin, dossiers.slice(0, 1)), await propose(admin, dossiers.slice(1, 2))]
    await head.post(`/retention/records/${records[0]}`, { verdict: 'approve', remark: '' })
    await destroy(office.office.tools, { agency: 'demak', destruction: records[0] }, 1)
    ;[gone = '', proposed = ''] = [dossiers[0], records[1]]
    expect((await head.get(`/dossiers/${gone}`)).text).toContain('telah dimusnahkan')
    const pdf = Buffer.from(await letterPdf())
    const infected = Buffer.concat([pdf.subarray(0, 9), Buffer.from(`%${OUR_SAMPLE}\n`), pdf.subarray(9)])
    const name = `${'Surat Permohonan Subdomain dan Hosting '.repeat(3)}.pdf`
    await fillIn(await office.as('pemohon'), typed('karantina'), [upload(infected, name)])
  })

  const ended = async (name: string): Promise<string> => {
    const walk = await submitted(office, subdomainForm(`arsip${name}`))
    const { applicant, client: asker } = await walk.see()
    await walk.send(client(asker, applicant ?? ''), { type: 'withdraw', reason: 'Batal' })
    const owner = new pg.Client({ connectionString: office.ownerUrl })
    await owner.connect()
    await owner
      .query(`update dossier set ended_at = '2015-03-01T02:00:00Z' where dossier = $1`, [walk.id])
      .finally(() => owner.end())
    return walk.id
  }

  const propose = async (admin: Visit, dossier: string[]): Promise<string> => {
    const answer = await admin.post('/retention', { key: randomUUID(), dossier, reason: 'Masa simpan habis' })
    return answer.location.split('/').at(-1) ?? ''
  }

  const HALVES = [
    ['admin', TELEPHONE, () => ['/retention?state=due&classification=500.12.2', '/quarantine', '/storage']],
    ['kepala-dinas', DESK, () => ['/retention/records', `/retention/records/${proposed}`, `/dossiers/${gone}`]],
  ] as const

  test.each(HALVES)('has no barriers for %s', async (role, way, addresses) => {
    const page = await opened(await office.as(role), way)
    for (const path of addresses()) await look(page, path)
  })

  test.each(WAYS)('a fact in quarantine has the room of a line: %o', async (way) => {
    const page = await opened(await office.as('admin'), way)
    await page.goto(`http://demak.localhost:${office.port}/quarantine`)
    const name = await page.locator('.rows dd', { hasText: 'Surat Permohonan' }).first().boundingBox()
    expect(name?.width).toBeGreaterThan(200)
  })
})
