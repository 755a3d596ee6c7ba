// Letters under the seal of the office: from the number to the sealed bytes, through everything that can happen between.
import { createHash, randomUUID } from 'node:crypto'
import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeLetter } from '../src/jobs/make-letter.ts'
import { readDossier } from '../src/store/dossiers.ts'
import { atSending } from './support/at-sending.ts'
import { mipp } from './support/command-line.ts'
import { type LogBook, logBook } from './support/log-book.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { judge } from './support/servers/pdf-tools.ts'
import { type Visit, wordsOf } from './support/visit.ts'
import type { Walk } from './support/walk.ts'

let office: TestOffice
let book: LogBook
let pelaksana: Visit
beforeAll(async () => {
  book = logBook()
  office = await startOffice({ logTo: book })
  pelaksana = await office.as('pelaksana')
})
afterAll(() => office.stop())

const letterOf = async (walk: Walk) => {
  const letter = (await walk.see()).letters[0]
  if (!letter) throw new Error('no letter')
  return letter
}

const filings = async (walk: Walk): Promise<number> => {
  const record = await readDossier(office.office.store, 'demak', walk.id)
  return record?.events.filter((event) => event.type === 'paper-filed').length ?? 0
}

const seal = (end: string) => join(office.dataFolder, 'seals', `demak.${end}`)

describe('A letter of an office with a seal', () => {
  test('goes out sealed; its page is inside, pdfsig finds the seal valid, and the history says how it was signed', async () => {
    const walk = await atSending(office, 'segel-satu')
    await walk.finish({ phase: 'send', draft: '' })
    await office.jobsDone()
    const { paper, signing } = await letterOf(walk)
    expect(signing?.signature).toMatchObject({
      method: 'seal',
      level: 'B-B',
      certificate: { isDemo: true, subject: expect.stringContaining('Segel peragaan') },
    })
    const bytes = Buffer.from((await office.office.tools.files.read(paper?.sha256 ?? '')) ?? [])
    // The section of the seal ends the file; the page ends before it.
    const page = bytes.subarray(0, bytes.lastIndexOf('%%EOF', bytes.length - 10) + 5)
    expect(createHash('sha256').update(page).digest('hex')).toBe(signing?.signature?.preparedSha256)
    const seen = judge('pdfsig', bytes, '-nocert')
    if (seen) expect(seen.says).toContain('Signature is Valid')
    const sound = judge('qpdf', bytes, '--check')
    if (sound) expect(sound.code).toBe(0)
    const words = wordsOf((await pelaksana.get(`/dossiers/${walk.id}`)).text)
    expect(words).toContain('Disegel secara elektronik (PAdES B-B)')
  })

  test('says where it is signed, and beside it once it is issued, that a seal for demonstration is not official', async () => {
    const walk = await atSending(office, 'segel-peragaan')
    const address = `/dossiers/${walk.id}`
    const says = async (path: string) => wordsOf((await pelaksana.get(path)).text)
    const [before, after] = ['Segel kantor ini hanya untuk peragaan', 'Surat ini disegel dengan segel peragaan']
    const open = await says(address)
    expect([open.includes(before), open.includes(after)]).toEqual([true, false])
    await walk.finish({ phase: 'send', draft: '' })
    await office.jobsDone()
    const { id } = await letterOf(walk)
    expect(await says(address)).toContain(after)
    expect(await says(`${address}/letters/${id}`)).toContain(after)
    const mine = await office.as('pemohon')
    // Beside the question whether it has arrived, and beside the letter itself.
    expect(wordsOf((await mine.get(`/mine/${walk.id}`)).text).split(after)).toHaveLength(3)

    const byHand = await atSending(office, 'tanpa-segel')
    await byHand.finish({ phase: 'send', draft: '', signing: 'wet' })
    await office.jobsDone()
    const unsealed = await says(`/dossiers/${byHand.id}/letters/${(await letterOf(byHand)).id}`)
    expect(unsealed).not.toContain(after)
  })

  test('whose passphrase is wrong waits under its number, says why, and goes on under it when that is mended', async () => {
    const walk = await atSending(office, 'segel-dua')
    const right = await readFile(seal('passphrase'))
    await writeFile(seal('passphrase'), 'kata sandi rahasia yang keliru')
    await walk.finish({ phase: 'send', draft: '' })
    await office.jobsDone()
    const { number, signing } = await letterOf(walk)
    expect(signing?.trouble).toMatchObject({ kind: 'failed', reason: { id: expect.stringContaining('Kata sandi') } })
    const page = await pelaksana.get(`/dossiers/${walk.id}`)
    expect(wordsOf(page.text)).toContain('Kata sandi berkas segel (PKCS#12) tidak cocok')
    const work = wordsOf((await pelaksana.get('/work')).text)
    expect(work.slice(work.indexOf(`Surat ${number}`))).toMatch(/^[\s\S]{1,300}penandatanganan gagal/)
    const again = async () => {
      const { task } = await walk.task()
      const deed = { do: 'retry-letter', task, key: randomUUID() }
      expect((await pelaksana.post(`/dossiers/${walk.id}`, deed)).status).toBe(303)
      await office.jobsDone()
    }
    await again()
    expect((await letterOf(walk)).signing?.trouble?.kind).toBe('failed')
    await writeFile(seal('passphrase'), right)
    await again()
    expect(await letterOf(walk)).toMatchObject({ number, paper: expect.anything() })
    expect(await filings(walk)).toBe(1)
    expect(JSON.stringify(book.lines())).not.toContain('kata sandi rahasia yang keliru')
  })

  test('is filed once, however often its worker dies between number, seal and store', async () => {
    const walk = await atSending(office, 'segel-tiga')
    await rename(join(office.dataFolder, 'files'), join(office.dataFolder, 'files-hilang'))
    await writeFile(join(office.dataFolder, 'files'), '')
    await walk.finish({ phase: 'send', draft: '' })
    await office.jobsDone()
    const { number, paper, task, letter } = await letterOf(walk)
    expect([number === null, paper]).toEqual([false, null])
    await rename(join(office.dataFolder, 'files-hilang'), join(office.dataFolder, 'files')).catch(async () => {
      await rename(join(office.dataFolder, 'files'), join(office.dataFolder, 'files-leer'))
      await rename(join(office.dataFolder, 'files-hilang'), join(office.dataFolder, 'files'))
    })
    const payload = { agency: 'demak', dossier: walk.id, task, letter }
    await Promise.all([1, 2, 3].map(() => makeLetter(office.office.tools, payload, 2)))
    expect(await letterOf(walk)).toMatchObject({ number, paper: expect.anything() })
    expect(await filings(walk)).toBe(1)
  })
})

describe('mipp seal', () => {
  const env = () => ({ MIPP_DATA: office.dataFolder, MIPP_ROOT: process.cwd() })

  test('makes a seal that only its user reads, shows it, and replaces it on request alone', async () => {
    const made = await mipp(['seal', 'make', '--agency', 'tulungagung', '--years', '3'], env())
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('Segel') })
    for (const end of ['p12', 'passphrase']) {
      const file = await stat(join(office.dataFolder, 'seals', `tulungagung.${end}`))
      expect(file.mode & 0o077).toBe(0)
    }
    const shown = await mipp(['seal', 'show', '--agency', 'tulungagung', '--json'], env())
    expect(JSON.parse(shown.out)).toMatchObject({ issuer: expect.stringContaining('Segel') })
    expect((await mipp(['seal', 'make', '--agency', 'tulungagung'], env())).code).toBe(1)
    expect((await mipp(['seal', 'make', '--agency', 'tulungagung', '--replace'], env())).code).toBe(0)
  })

  test('imports what a certificate office gave out, and refuses a passphrase that does not open it', async () => {
    const folder = office.dataFolder
    const file = join(folder, 'seals', 'demak.p12')
    await writeFile(join(folder, 'salah'), 'bukan ini\n')
    const words = ['seal', 'import', '--agency', 'tulungagung', '--file', file, '--passphrase-file']
    expect(await mipp([...words, join(folder, 'salah')], env())).toMatchObject({
      code: 1,
      err: expect.stringContaining('Kata sandi'),
    })
    const good = await mipp([...words, seal('passphrase')], env())
    expect(good).toMatchObject({ code: 0, out: expect.stringContaining('Hanya untuk peragaan') })
    expect((await mipp(['seal', 'import', '--agency', 'tulungagung', '--file', file], env())).code).toBe(1)
  })
})
