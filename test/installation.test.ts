// What a database is stays what it is: a demo for good or an office for good, and an edition byte for byte.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '../src/main/config.ts'
import { createLog } from '../src/main/log.ts'
import { prepareDatabase } from '../src/main/prepare-database.ts'
import { projectRoot } from '../src/main/root.ts'
import { type Office, openOffice } from '../src/main/wiring.ts'
import { queueMail } from '../src/store/mails.ts'
import { outbox } from '../src/store/outbox.ts'
import { createTestDatabase, type TestDatabase } from './support/database.ts'
import { startOffice } from './support/office.ts'

let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'mipp-installation-'))
})
afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

const quiet = (): void => undefined

const open = (): Promise<Office> => {
  const config = readConfig(
    { MIPP_DATA: join(folder, 'data'), MIPP_CATALOGUE: join(folder, 'catalogue') },
    projectRoot(),
  )
  return openOffice({ config, databaseUrl: database.ownerUrl, log: createLog('silent') })
}

describe('an installation', () => {
  test('a database that was created for real use refuses to run as a demo, and says what to do', async () => {
    expect(await prepareDatabase(database.ownerUrl, false, quiet)).toEqual({ isDemo: false })
    await expect(prepareDatabase(database.ownerUrl, true, quiet)).rejects.toMatchObject({
      says: { id: expect.stringContaining('npm run mipp -- serve') },
    })
  })

  test('a demo stays a demo, also when it is started without asking for one', async () => {
    expect(await prepareDatabase(database.ownerUrl, true, quiet)).toEqual({ isDemo: true })
    expect(await prepareDatabase(database.ownerUrl, false, quiet)).toEqual({ isDemo: true })
  })

  test('an edition whose file was changed after it had been stored is refused loudly', async () => {
    await cp(join(projectRoot(), 'catalogue'), join(folder, 'catalogue'), { recursive: true })
    await prepareDatabase(database.ownerUrl, false, quiet)
    await (await open()).close()
    const file = join(folder, 'catalogue/demak/procedures/subdomain-hosting.yaml')
    await writeFile(file, (await readFile(file, 'utf8')).replace('time: 5 Menit', 'time: 50 Menit'))
    await expect(open()).rejects.toMatchObject({
      says: { id: expect.stringContaining('demak/subdomain-hosting@2025-05') },
    })
  })

  test('a catalogue with faults is not started: every file and line is told at once', async () => {
    await cp(join(projectRoot(), 'catalogue'), join(folder, 'catalogue'), { recursive: true })
    await prepareDatabase(database.ownerUrl, false, quiet)
    const file = join(folder, 'catalogue/demak/procedures/subdomain-hosting.yaml')
    const text = (await readFile(file, 'utf8'))
      .replace('actor: sekretaris', 'actor: sekertaris')
      .replace('time: 30 menit', 'time: sebentar')
    await writeFile(file, text)
    const lineOf = (part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1
    await expect(open()).rejects.toMatchObject({
      says: { id: expect.stringContaining(`subdomain-hosting.yaml:${lineOf('sekertaris')}`) },
    })
    await expect(open()).rejects.toMatchObject({
      says: { id: expect.stringContaining(`subdomain-hosting.yaml:${lineOf('sebentar')}`) },
    })
  })

  test('an office without a mail server does not say that its mails have left', async () => {
    const office = await startOffice({ isDemo: false })
    try {
      const { store, tools } = office.office
      const mail = {
        agency: 'demak',
        mail: tools.newId(),
        once: 'satu',
        to: 'a@dinas.example',
        subject: 'Hal',
        body: 'Isi',
        now: tools.now(),
      }
      await store.inAgency('demak', (db) => queueMail(db, mail))
      await office.jobsDone()
      const [kept] = await outbox(store, 'demak', 5)
      expect(kept).toMatchObject({ state: 'failed', reason: { id: expect.stringContaining('MIPP_SMTP_URL') } })
    } finally {
      await office.stop()
    }
  })

  test('outside a demo there are no role buttons, no outbox for visitors and no gallery', async () => {
    const office = await startOffice({ isDemo: false })
    try {
      const signIn = await office.visitor().get('/sign-in')
      expect(signIn.status).toBe(200)
      expect(signIn.text).not.toContain('/demo/sign-in')
      expect((await office.visitor().get('/outbox')).status).toBe(404)
      expect((await office.visitor().get('/dev/ui')).status).toBe(404)
      expect((await office.visitor().post('/demo/sign-in', { role: 'admin' })).status).toBe(404)
    } finally {
      await office.stop()
    }
  })
})
