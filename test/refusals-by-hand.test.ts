// A refusal has no task; in an office that signs by hand it waits on its own page, and its dossier says so.
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programOf } from './support/api.ts'
import { catalogueOf, startOffice, type TestOffice } from './support/office.ts'
import { type Visit, wordsOf } from './support/visit.ts'
import { letterPdf, subdomainForm, submitted, type Walk } from './support/walk.ts'

let folder: string
let office: TestOffice
let kabid: Visit
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-by-hand-'))
  const catalogue = await catalogueOf(folder, 'demak')
  const file = join(catalogue, 'demak', 'agency.yaml')
  const before = await readFile(file, 'utf8')
  const after = before.replace('  default: seal\n', '  default: wet\n')
  expect(after).not.toBe(before)
  await writeFile(file, after)
  office = await startOffice({ catalogue })
  kabid = await office.as('kabid')
})
afterAll(async () => {
  await office.stop()
  await rm(folder, { recursive: true })
})

const refused = async (name: string): Promise<Walk> => {
  const walk = await submitted(office, subdomainForm(name))
  await walk.finish({ urgency: 'biasa', secrecy: 'biasa' })
  await walk.finish({})
  await walk.finish({})
  const { task } = await walk.task()
  const deed = { do: 'reject', task, reason: 'Layanan serupa sudah ada.', key: randomUUID() }
  expect((await kabid.post(`/dossiers/${walk.id}`, deed)).status).toBe(303)
  await office.jobsDone()
  return walk
}

const letterOf = async (walk: Walk) => {
  const letter = (await walk.see()).letters[0]
  if (!letter) throw new Error('no letter')
  return { ...letter, path: `/dossiers/${walk.id}/letters/${letter.id}` }
}

const scanOf = async (walk: Walk): Promise<Uint8Array> => {
  const frozen = (await letterOf(walk)).signing?.prepared?.sha256 ?? ''
  const scan = await PDFDocument.create()
  const [page] = await scan.embedPdf((await office.office.tools.files.read(frozen)) ?? new Uint8Array())
  if (page) scan.addPage([595, 842]).drawPage(page)
  return scan.save()
}

const fileScan = async (visit: Visit, walk: Walk, bytes: Uint8Array, eye = '') => {
  const { letter, path } = await letterOf(walk)
  const values = { do: 'file-scan', task: '', letter, eye, key: randomUUID() }
  return visit.post(path, values, [{ field: 'file', name: 'pindaian.pdf', type: 'application/pdf', bytes }])
}

test('a refusal is signed on its own page by the post that refused; the dossier leads there, and then is silent', async () => {
  const walk = await refused('tolak-basah')
  const { number, path, paper } = await letterOf(walk)
  expect([number === null, paper]).toEqual([false, null])
  const dossier = await kabid.get(`/dossiers/${walk.id}`)
  expect(wordsOf(dossier.text)).toContain(`Surat ${number} menunggu tanda tangan`)
  expect(dossier.text).toContain(`href="${path}"`)
  // The dossier has ended and no task is left: the list of work leads there all the same.
  expect((await kabid.get('/work')).text).toContain(`href="${path}"`)
  const program = await programOf(office, 'kabid')
  expect((await program.get('/unsigned-letters')).json.letters).toMatchObject([
    { dossier: walk.id, letterNumber: number, task: null, state: 'scan', reason: null },
  ])
  expect((await (await programOf(office, 'pelaksana')).get('/unsigned-letters')).json.letters).toEqual([])
  expect((await (await programOf(office, 'pemohon')).get('/unsigned-letters')).status).toBe(403)
  const page = await kabid.get(path)
  expect(wordsOf(page.text)).toContain('unggah hasil pindainya')
  expect(page.text).toContain(`action="${path}"`)
  // It cannot be given up: the decision needs its letter.
  expect(page.text).not.toContain('value="void-letter"')

  const filed = await fileScan(kabid, walk, await scanOf(walk))
  expect([filed.status, filed.location]).toEqual([303, path])
  expect((await letterOf(walk)).signing?.signature).toMatchObject({ method: 'wet', match: { by: 'code' } })
  expect(wordsOf((await kabid.get(path)).text)).not.toContain('menunggu tanda tangan')
  expect(wordsOf((await kabid.get(`/dossiers/${walk.id}`)).text)).not.toContain(`Surat ${number} menunggu`)
})

test('a scan that does not fit comes back with its reason, in the form on the page of the letter', async () => {
  const walk = await refused('tolak-keliru')
  const { path } = await letterOf(walk)
  const asked = await fileScan(kabid, walk, await letterPdf('Surat tanpa kode'))
  expect([asked.status, wordsOf(asked.text).includes('Kode QR pada pindaian tidak terbaca')]).toEqual([422, true])
  expect(asked.text).toContain(`action="${path}"`)
  expect((await letterOf(walk)).paper).toBeNull()
  expect((await fileScan(kabid, walk, await letterPdf('Surat tanpa kode'), 'Kode tertutup cap')).status).toBe(303)
})

test('others see that it waits and for whom, and cannot sign it', async () => {
  const walk = await refused('tolak-lain')
  const { number, path } = await letterOf(walk)
  const other = await office.as('pelaksana')
  const words = wordsOf((await other.get(`/dossiers/${walk.id}`)).text)
  expect(words).toContain(`Surat ${number} menunggu tanda tangan`)
  expect(words).toContain('Menunggu tanda tangan Kepala Bidang')
  const page = await other.get(path)
  expect(page.text).not.toContain('value="file-scan"')
  expect(wordsOf(page.text)).toContain('Unduh atau cetak naskah')
  expect((await fileScan(other, walk, await scanOf(walk))).status).toBe(409)
  expect((await letterOf(walk)).paper).toBeNull()
})
