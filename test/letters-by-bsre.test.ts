// Letters signed in a person's name through BSrE: once, by that person alone, and the passphrase is nowhere afterwards.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createBsre } from '../src/adapters/signing/bsre.ts'
import {
  type BsreStandIn,
  STAND_IN_ACCOUNT,
  STAND_IN_PASSPHRASE,
  startBsreStandIn,
} from '../src/adapters/signing/bsre-stand-in.ts'
import { atSending } from './support/at-sending.ts'
import { type LogBook, logBook } from './support/log-book.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { judge } from './support/servers/pdf-tools.ts'
import { type Visit, wordsOf } from './support/visit.ts'
import type { Walk } from './support/walk.ts'

const NIK = '3321010101900001'
let office: TestOffice
let book: LogBook
let standIn: BsreStandIn
let pelaksana: Visit
beforeAll(async () => {
  book = logBook()
  standIn = await startBsreStandIn({ now: () => new Date().toISOString() })
  const personal = createBsre({ url: standIn.url, ...STAND_IN_ACCOUNT, isStandIn: true, timeoutMs: 4000 })
  const signing = { seal: () => undefined, personal: () => personal, stop: async () => undefined }
  office = await startOffice({ logTo: book, signing })
  pelaksana = await office.as('pelaksana')
})
beforeEach(async () => {
  standIn.setMood('signs')
  await pelaksana.post('/account/signer', { identity: NIK })
})
afterAll(async () => {
  await office.stop()
  await standIn.stop()
})

const begun = async (name: string): Promise<Walk> => {
  const walk = await atSending(office, name)
  await walk.finish({ phase: 'send', draft: '', signing: 'bsre' })
  await office.jobsDone()
  return walk
}

const letterOf = async (walk: Walk) => {
  const letter = (await walk.see()).letters[0]
  if (!letter) throw new Error('no letter')
  return letter
}

const deed = async (walk: Walk, deed: string, more: Record<string, string>) => {
  const { task, letter } = await letterOf(walk)
  return pelaksana.post(`/dossiers/${walk.id}`, { do: deed, task: task ?? '', letter, key: randomUUID(), ...more })
}

const sign = (walk: Walk, passphrase: string) => deed(walk, 'sign-now', { passphrase })
const pageOf = async (walk: Walk) => wordsOf((await pelaksana.get(`/dossiers/${walk.id}`)).text)

describe('A letter that is signed through BSrE', () => {
  test('says that it is a stand-in here, is signed by its passphrase, verified, filed once, and bears the legal footer', async () => {
    const walk = await begun('bsre-satu')
    expect(await pageOf(walk)).toContain('Layanan BSrE di sini tiruan')
    expect((await sign(walk, STAND_IN_PASSPHRASE)).status).toBe(303)
    const { paper, signing } = await letterOf(walk)
    expect(signing?.signature).toMatchObject({
      method: 'bsre',
      level: 'B-B',
      preparedSha256: signing?.prepared?.sha256,
    })
    const bytes = Buffer.from((await office.office.tools.files.read(paper?.sha256 ?? '')) ?? [])
    const seen = judge('pdfsig', bytes, '-nocert')
    if (seen) expect(seen.says).toContain('Signature is Valid')
    const { words } = await readWords(bytes)
    expect(words).toContain('UU ITE No. 11 Tahun 2008')
    expect(await pageOf(walk)).toContain('Ditandatangani secara elektronik melalui BSrE')
  })

  test('with a wrong passphrase is not signed, says so, and is signed with the right one under the same number', async () => {
    const walk = await begun('bsre-dua')
    const { number } = await letterOf(walk)
    await sign(walk, 'keliru sekali')
    expect((await letterOf(walk)).signing?.trouble?.kind).toBe('failed')
    expect(await pageOf(walk)).toContain('Passphrase salah')
    await sign(walk, STAND_IN_PASSPHRASE)
    expect(await letterOf(walk)).toMatchObject({ number, paper: expect.anything() })
  })

  test.each(['hangs', 'signs-and-cuts'] as const)(
    'by a service that %s is asked for once; then a person looks before another try',
    async (mood) => {
      const walk = await begun(`bsre-${mood}`)
      standIn.setMood(mood)
      const before = standIn.asked()
      await sign(walk, STAND_IN_PASSPHRASE)
      expect((await letterOf(walk)).signing?.trouble?.kind).toBe('unknown')
      await sign(walk, STAND_IN_PASSPHRASE)
      expect(standIn.asked()).toBe(before + 1)
      expect(await pageOf(walk)).toContain('Hasil penandatanganan belum diketahui')
      const { number } = await letterOf(walk)
      const work = wordsOf((await pelaksana.get('/work')).text)
      expect(work.slice(work.indexOf(`Surat ${number}`))).toContain('hasilnya belum diketahui: periksa dahulu')
      standIn.setMood('signs')
      await deed(walk, 'settle-signing', { reason: 'Tidak ada di dasbor BSrE' })
      await sign(walk, STAND_IN_PASSPHRASE)
      expect((await letterOf(walk)).paper).not.toBeNull()
    },
  )

  test('by two presses at once is asked for once', async () => {
    const walk = await begun('bsre-kembar')
    const before = standIn.made()
    await Promise.all([sign(walk, STAND_IN_PASSPHRASE), sign(walk, STAND_IN_PASSPHRASE)])
    expect(standIn.made()).toBe(before + 1)
    expect((await letterOf(walk)).paper).not.toBeNull()
  })

  test('needs the identity of the signer, which is shown by its end alone and belongs to one account', async () => {
    expect((await pelaksana.get('/account/signer')).text).not.toContain(NIK)
    expect(wordsOf((await pelaksana.get('/account/signer')).text)).toContain('NIK ************0001')
    const kabid = await office.as('kabid')
    expect(wordsOf((await kabid.post('/account/signer', { identity: NIK })).text)).toContain('sudah dipakai akun lain')
    expect((await kabid.post('/account/signer', { identity: '12345' })).status).toBe(422)
    await pelaksana.post('/account/signer', { do: 'forget' })
    const walk = await begun('bsre-tanpa-nama')
    await sign(walk, STAND_IN_PASSPHRASE)
    expect((await letterOf(walk)).paper).toBeNull()
    await pelaksana.post('/account/signer', { identity: '3321010101902011' })
    await sign(walk, STAND_IN_PASSPHRASE)
    expect((await letterOf(walk)).signing?.attempt).toBeNull()
  })
})

test('neither passphrase nor NIK is in any table, job, or line of the log, also when the session had ended or the form was stale', async () => {
  const canary = 'kenari-rahasia-77213'
  const walk = await begun('bsre-kenari')
  await sign(walk, canary)
  standIn.setMood('hangs')
  await sign(walk, canary)
  const { task, letter } = await letterOf(walk)
  const stale = { do: 'sign-now', task: task ?? '', letter, key: randomUUID(), passphrase: canary, csrf: 'stale' }
  const back = await pelaksana.post(`/dossiers/${walk.id}`, stale)
  const shown = await pelaksana.get(String(back.headers.location ?? '/'))
  expect(shown.text).not.toContain(canary)
  const rows = await everyRow()
  expect(rows.length).toBeGreaterThan(10_000)
  for (const secret of [canary, NIK, Buffer.from(canary).toString('base64')]) {
    expect(rows.includes(secret)).toBe(false)
    expect(JSON.stringify(book.lines()).includes(secret)).toBe(false)
  }
})

const readWords = async (pdf: Uint8Array): Promise<{ words: string }> => ({
  words: JSON.stringify(await office.office.tools.readPdf(pdf)),
})

/** All that the database holds, the queue's tables included. */
const everyRow = async (): Promise<string> => {
  const client = new pg.Client({ connectionString: office.ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const all: string[] = []
    for (const { name } of rows) {
      const found = await client.query<{ row: string }>(`select t::text as row from ${name} as t`)
      all.push(...found.rows.map(({ row }) => row))
    }
    return all.join('\n')
  } finally {
    await client.end()
  }
}
