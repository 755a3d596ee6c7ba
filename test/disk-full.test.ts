// The disk is full, of the database or of the papers: said in plain words, nothing half, and it goes on when there is room.
import { randomBytes, randomUUID } from 'node:crypto'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startEmbeddedPostgres } from '../src/main/embedded-postgres.ts'
import { prepareDatabase } from '../src/main/prepare-database.ts'
import { fillIn, SERVICE, typed, upload } from './support/apply.ts'
import { heldBy } from './support/held.ts'
import { type LogBook, logBook } from './support/log-book.ts'
import { startOffice } from './support/office.ts'
import { mayMount, mountSmallDisk, type SmallDisk } from './support/small-disk.ts'
import { type Answer, wordsOf } from './support/visit.ts'
import { letterPdf, subdomainForm, submitted } from './support/walk.ts'

/** That no packing makes smaller. */
const longText = (): string => randomBytes(900).toString('hex')

const lineOf = (log: LogBook, answer: Answer) =>
  log.lines().find((one) => one.requestId === answer.headers['x-request-id'])

if (mayMount()) {
  test(
    'the disk of the database: reading goes on, the form is held, and it is recorded once when there is room',
    fullDatabase,
  )
  test.each<[string, (disk: SmallDisk) => Promise<() => Promise<void>>]>([
    ['full', fullOfPapers],
    ['read-only', readOnlyForPapers],
  ])('the disk of the papers is %s: the sentence stands beside the field, the rest of the form stays', troubledPapers)
} else {
  test('no disk could be mounted on this machine: how it is when one is full was not met', () => {
    expect(mayMount()).toBe(false)
  })
}

const aDisk = (megabytes: number): SmallDisk => {
  const disk = mountSmallDisk(megabytes)
  onTestFinished(() => disk.stop())
  return disk
}

async function fullDatabase(): Promise<void> {
  const disk = aDisk(200)
  const server = await startEmbeddedPostgres({ folder: join(disk.path, 'postgres'), unsafe: true })
  await prepareDatabase(server.url, true, () => undefined)
  const log = logBook()
  const on = { ownerUrl: server.url, dataFolder: join(disk.path, 'data') }
  const office = await startOffice({ on, works: false, logTo: log })
  const pemohon = await office.as('pemohon')
  const walk = await submitted(office, subdomainForm('penuh'))
  const comment = (text: string): Promise<Answer> =>
    pemohon.post(`/mine/${walk.id}/comment`, { act: 'comment', key: randomUUID(), text }, [], `/mine/${walk.id}`)
  try {
    await disk.fill()
    const written: string[] = []
    let answer = await comment(longText())
    // What stands in the files has some room yet.
    for (; answer.status === 303; answer = await comment(longText())) written.push(answer.location)
    expect(answer.status).toBe(503)
    const words = wordsOf(answer.text)
    expect(words).toContain('Penyimpanan sistem penuh')
    expect(words).toContain(String(answer.headers['x-request-id']))
    expect(lineOf(log, answer)).toMatchObject({
      level: 'error',
      outage: 'full',
      msg: 'the database is out of disk space',
    })
    expect((await pemohon.get(`/mine/${walk.id}`)).status).toBe(200)
    expect((await walk.see()).comments).toHaveLength(written.length)
    await disk.makeRoom()
    const { action, fields } = heldBy(answer.text)
    for (const _ of [1, 2]) expect((await pemohon.post(action, fields)).status).toBe(303)
    expect((await walk.see()).comments).toHaveLength(written.length + 1)
  } finally {
    await office.stop()
    await server.stop()
  }
}

async function fullOfPapers(disk: SmallDisk): Promise<() => Promise<void>> {
  await disk.fill()
  return disk.makeRoom
}

async function readOnlyForPapers(disk: SmallDisk): Promise<() => Promise<void>> {
  disk.readOnly(true)
  return async () => disk.readOnly(false)
}

async function troubledPapers(
  _title: string,
  disturb: (disk: SmallDisk) => Promise<() => Promise<void>>,
): Promise<void> {
  const disk = aDisk(1)
  const log = logBook()
  const office = await startOffice({ works: false, logTo: log })
  try {
    await symlink(disk.path, join(office.dataFolder, 'files'))
    const pemohon = await office.as('pemohon')
    expect((await fillIn(pemohon, typed('tanparuang'), [upload(await letterPdf())])).location).toBe(
      `${SERVICE}/summary`,
    )
    const mend = await disturb(disk)
    const answer = await fillIn(pemohon, typed('tanparuang'), [upload(await letterPdf())])
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain('penyimpanan kantor sedang terganggu')
    expect(answer.text).toContain('Laman arsip daerah')
    expect(log.lines().find((one) => one.msg === 'an upload could not be kept')).toMatchObject({
      level: 'error',
      requestId: answer.headers['x-request-id'],
      err: { code: expect.stringMatching(/^(ENOSPC|EROFS)$/) },
    })
    await mend()
    expect((await fillIn(pemohon, typed('tanparuang'), [upload(await letterPdf())])).location).toBe(
      `${SERVICE}/summary`,
    )
  } finally {
    await office.stop()
  }
}
