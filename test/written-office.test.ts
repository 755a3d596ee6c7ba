// The office that this release leaves behind, written down for the upgrade tests of later ones (test/fixtures/README.md).
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../src/main/log.ts'
import { startWork } from '../src/main/work.ts'
import { sealDay } from '../src/store/daily-roots.ts'
import { createTestDatabase } from './support/database.ts'
import { hearStatements, sayAgain } from './support/heard-statements.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { post, sideTasks, subdomainForm, submitted, toTechnician, type Walk } from './support/walk.ts'
import { loadOffice, writeOffice } from './support/written-office.ts'

/** A clock that goes on by a minute whenever it is asked, and can be set. */
const slowClock = () => {
  let at = Date.parse('2026-11-20T01:30:00.000Z')
  return {
    now: () => {
      at += 60_000
      return new Date(at).toISOString()
    },
    set: (instant: string) => {
      at = Date.parse(instant)
    },
  }
}

/** To its end: the name, its letter, the register of names, the password that nobody has read yet. */
const finishedOne = async (office: TestOffice): Promise<Walk> => {
  const walk = await submitted(office, subdomainForm('arsip'))
  await toTechnician(walk)
  const comment = { type: 'comment', text: 'Nama sudah diperiksa.', visibleToApplicant: true } as const
  await walk.send(post('pelaksana'), comment)
  await walk.finish({ mode: 'system' })
  await office.jobsDone()
  await walk.finish({ phase: 'ask-initials', draft: 'Mohon segera dipakai.' })
  const [initial] = await sideTasks(walk)
  const answer = { verdict: 'initialed' }
  await walk.send(post('kabid-aptika'), { type: 'finish-step', task: initial?.task ?? '', answer })
  await walk.finish({ phase: 'send', draft: 'Mohon segera dipakai.' })
  await office.jobsDone()
  await walk.finish({})
  await office.jobsDone()
  expect((await walk.see()).status).toBe('finished')
  return walk
}

const returnedOne = async (office: TestOffice): Promise<Walk> => {
  const walk = await submitted(office, subdomainForm('museum'))
  const { task } = await walk.task()
  await walk.send(post('pelaksana'), { type: 'return', task, reason: 'Surat belum ditandatangani.' })
  await office.jobsDone()
  expect((await walk.task()).forApplicant).toBe(true)
  return walk
}

/** Its job lies in the queue, and nobody takes it. */
const fulfillingOne = async (office: TestOffice): Promise<Walk> => {
  const walk = await submitted(office, subdomainForm('perpustakaan'))
  await toTechnician(walk)
  const comment = { type: 'comment', text: 'Mohon dikerjakan pekan ini.', visibleToApplicant: false } as const
  await walk.send(post('pelaksana'), comment)
  await walk.finish({ mode: 'system' })
  expect((await walk.task()).step).toBe('buat')
  return walk
}

/** What this program asks and writes beside a newer one: pages of both sides, and a request up to the technician. */
const anotherDay = async (office: TestOffice, { finished, returned }: Record<'finished' | 'returned', Walk>) => {
  const officer = await office.as('pelaksana')
  const applicant = await office.as('pemohon')
  const walk = await submitted(office, subdomainForm('galeri'))
  await toTechnician(walk)
  const pages = ['/work', '/search?q=museum', `/dossiers/${returned.id}`, `/dossiers/${finished.id}`, '/registers']
  for (const page of pages) expect([page, (await officer.open(page)).status]).toEqual([page, 200])
  for (const page of ['/mine', `/mine/${returned.id}`, `/mine/${finished.id}`])
    expect([page, (await applicant.open(page)).status]).toEqual([page, 200])
  return walk
}

test('an office is written down so that a later release can take it up, and so is what this program says to its database', async () => {
  const kept = await mkdtemp(join(tmpdir(), 'mipp-written-'))
  onTestFinished(() => rm(kept, { recursive: true }))
  const folder = process.env.MIPP_FIXTURE ?? kept
  const { now, set } = slowClock()
  const office = await startOffice({ works: false, now, env: { MIPP_SECRET_KEY: '0'.repeat(64) } })
  onTestFinished(office.stop)
  const { tools, store } = office.office
  const seal = (day: string) => sealDay(tools.store, 'demak', { day, now: now() })
  const working = await startWork(office.ownerUrl, tools, createLog('silent'))
  const finished = await finishedOne(office)
  await seal('2026-11-20')
  set('2026-11-23T01:30:00.000Z')
  const returned = await returnedOne(office)
  await working.stop()
  const fulfilling = await fulfillingOne(office)
  await seal('2026-11-23')
  await writeOffice(office, folder)

  set('2026-11-24T01:30:00.000Z')
  const heard = hearStatements({ mipp_app: store.pool, mipp_worker: tools.store.pool })
  const another = await anotherDay(office, { finished, returned })
  const dossiers = { finished: finished.id, returned: returned.id, fulfilling: fulfilling.id, another: another.id }
  await writeFile(join(folder, 'dossiers.json'), `${JSON.stringify(dossiers, null, 2)}\n`)
  await writeFile(join(folder, 'statements.json'), `[\n${heard.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`)

  const again = await createTestDatabase()
  onTestFinished(again.drop)
  await loadOffice({ ownerUrl: again.ownerUrl, dataFolder: join(kept, 'there') }, folder)
  const statements = JSON.parse(await readFile(join(folder, 'statements.json'), 'utf8'))
  expect(statements.length).toBeGreaterThan(20)
  expect(await sayAgain(again, statements)).toEqual([])
})
