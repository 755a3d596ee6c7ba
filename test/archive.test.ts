// The whole dossier as one ZIP, opened by tools of others: complete, with hashes that hold, and with nothing its reader may not see.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateRawSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placeOf } from '../src/adapters/files/places.ts'
import { programOf } from './support/api.ts'
import { applyFor } from './support/apply.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { ensureDebianPackage, findCommand } from './support/servers/debian.ts'
import type { Visit } from './support/visit.ts'
import { subdomainForm, submitted, type Walk } from './support/walk.ts'

const run = promisify(execFile)
const ENTERED = { urgency: 'biasa', receivedOn: '2026-11-20' }
let office: TestOffice
let pelaksana: Visit
let pemohon: Visit
let folder: string
beforeAll(async () => {
  office = await startOffice()
  ;[pelaksana, pemohon] = await Promise.all([office.as('pelaksana'), office.as('pemohon')])
  folder = await mkdtemp(join(tmpdir(), 'mipp-archive-'))
})
afterAll(async () => {
  await office.stop()
  await rm(folder, { recursive: true })
})

const asOwner = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> => {
  const client = new pg.Client({ connectionString: office.ownerUrl })
  await client.connect()
  return client
    .query<T>(sql, values)
    .then((result) => result.rows)
    .finally(() => client.end())
}
/** Unpacked here, and judged by Info-ZIP and coreutils where they can be had. @returns the files in it */
const unpacked = async (bytes: Buffer, name: string): Promise<Map<string, Buffer>> => {
  const files = filesOfZip(bytes)
  const [zip, into] = [join(folder, `${name}.zip`), join(folder, name)]
  await writeFile(zip, bytes)
  if (!ensureDebianPackage('unzip', ['unzip']) || !findCommand('sha256sum')) {
    console.log('Not met for real: unzip, sha256sum. The archive is not judged by them.')
    return files
  }
  expect((await run('unzip', ['-t', zip])).stdout).toContain('No errors detected')
  await run('unzip', ['-q', zip, '-d', into])
  expect((await run('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: into })).stderr).toBe('')
  for (const [path, inside] of files) expect((await readFile(join(into, path))).equals(inside)).toBe(true)
  return files
}
/** By the directory at its end, as every program does. */
const filesOfZip = (zip: Buffer): Map<string, Buffer> => {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, size, start] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    const packed = zip.subarray(from, from + size)
    files.set(zip.toString('utf8', at + 46, nameEnd), method === 0 ? packed : inflateRawSync(packed))
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}
/** With a paper that the office attached for itself alone. */
const withAttachment = async (walk: Walk): Promise<void> => {
  const kept = await office.office.tools.files.put([Buffer.from('%PDF-1.7 hanya untuk kantor')], { maxBytes: 1000 })
  if (!kept.ok) throw new Error(kept.reason.en)
  const paper = {
    id: crypto.randomUUID(),
    paper: 'lampiran',
    ...kept.value,
    mime: 'application/pdf',
    name: 'nota dinas.pdf',
  }
  const by = { kind: 'post' as const, person: crypto.randomUUID(), post: 'pelaksana', capacity: 'definitive' as const }
  await walk.send(by, { type: 'attach', paper, note: 'untuk kantor', visibleToApplicant: false })
}

describe('the archive of a dossier', () => {
  test('holds every paper under a name that says its kind, an index, the history, and sums that hold', async () => {
    const walk = await submitted(office, subdomainForm('arsipsatu'))
    await withAttachment(walk)
    const answer = await pelaksana.get(`/dossiers/${walk.id}/archive.zip`)
    expect([answer.status, answer.headers['content-type'], answer.headers['content-length']]).toEqual([
      200,
      'application/zip',
      undefined,
    ])
    const files = await unpacked(answer.bytes, 'satu')
    expect([...files.keys()].sort()).toEqual([
      'SHA256SUMS',
      'history.txt',
      'index.csv',
      'index.html',
      'index.json',
      'papers/001-surat-permohonan-surat.pdf',
      'papers/002-lampiran-nota-dinas.pdf',
    ])
    const index = JSON.parse(String(files.get('index.json')))
    const { number } = await walk.see()
    expect([index.number, index.papers.length, index.papers[0].filedBy]).toEqual([
      number,
      2,
      'Dinas Perpustakaan dan Kearsipan',
    ])
    expect(String(files.get('history.txt'))).toContain(number)
    expect(String(files.get('index.html'))).toContain('papers/001-surat-permohonan-surat.pdf')
    expect(String(files.get('index.html'))).not.toMatch(/<script|https?:\/\//)
    expect((await pelaksana.get(`/dossiers/${walk.id}/archive.zip`)).bytes.equals(answer.bytes)).toBe(true)
  })

  test('for its applicant, by page and by program, leaves out what the office keeps to itself', async () => {
    const walk = await submitted(office, subdomainForm('arsipdua'))
    await withAttachment(walk)
    const page = await unpacked((await pemohon.get(`/mine/${walk.id}/archive.zip`)).bytes, 'pemohon')
    const program = await programOf(office, 'pemohon', { scopes: ['apply'] })
    const told = await unpacked((await program.get(`/dossiers/${walk.id}/archive`)).bytes, 'program')
    for (const files of [page, told]) {
      expect([...files.keys()].filter((name) => name.startsWith('papers/'))).toEqual([
        'papers/001-surat-permohonan-surat.pdf',
      ])
      for (const bytes of files.values())
        expect(String(bytes)).not.toMatch(/hanya untuk kantor|nota dinas|untuk kantor/)
    }
  })

  test('of a secret dossier goes to those alone through whose hands it goes, and each is noted', async () => {
    const walk = await applyFor(office, pemohon, 'arsiprahasia')
    await walk.finish({ ...ENTERED, secrecy: 'rahasia' })
    const stranger = await office.as('arsiparis').catch(() => office.as('admin'))
    expect((await stranger.get(`/dossiers/${walk.id}/archive.zip`)).status).toBe(404)
    const outside = await programOf(office, 'admin')
    expect((await outside.get(`/dossiers/${walk.id}/archive`)).status).toBe(404)
    expect((await office.visitor().get(`/dossiers/${walk.id}/archive.zip`)).status).toBe(303)
    expect((await pelaksana.get(`/dossiers/${walk.id}/archive.zip`)).status).toBe(200)
    const inside = await programOf(office, 'pelaksana')
    expect((await inside.get(`/dossiers/${walk.id}/archive`)).status).toBe(200)
    const noted = await asOwner<{ over: string }>(
      `select over from access_log where what = 'archive' and not is_refused and dossier = $1 order by over`,
      [walk.id],
    )
    expect(noted.map(({ over }) => over)).toEqual(['api', 'pages'])
  })

  test('names a damaged and a missing paper in its index instead of spoiling the rest', async () => {
    const walk = await submitted(office, subdomainForm('arsiprusak'))
    await withAttachment(walk)
    const { papers, attachments } = await walk.see()
    const [damaged = '', missing = ''] = [papers[0]?.sha256, attachments[0]?.paper.sha256]
    const store = join(office.dataFolder, 'files')
    const whole = await readFile(placeOf(store, damaged))
    const kept = await readFile(placeOf(store, missing))
    await writeFile(placeOf(store, damaged), 'lain')
    await rm(placeOf(store, missing))
    const files = await unpacked((await pelaksana.get(`/dossiers/${walk.id}/archive.zip`)).bytes, 'rusak')
    const index = JSON.parse(String(files.get('index.json')))
    expect(index.papers.map((one: { state: string; file: string | null }) => [one.state, one.file])).toEqual([
      ['damaged', null],
      ['missing', null],
    ])
    expect(String(files.get('index.html'))).toContain('rusak di penyimpanan')
    await writeFile(placeOf(store, damaged), whole)
    await office.office.tools.files.put([kept], { maxBytes: 1000 })
  })

  test('whose reader goes away in the middle leaves no file open', async () => {
    const walk = await submitted(office, subdomainForm('arsipbesar'))
    const large = await office.office.tools.files.put([Buffer.alloc(40_000_000, 7)], { maxBytes: 100_000_000 })
    if (!large.ok) throw new Error(large.reason.en)
    await asOwner('update paper set sha256 = $1, bytes = $2 where dossier = $3', [
      large.value.sha256,
      large.value.bytes,
      walk.id,
    ])
    const place = placeOf(join(office.dataFolder, 'files'), large.value.sha256)
    const cookie = [...pelaksana.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    await new Promise<void>((resolve, reject) => {
      const path = `/dossiers/${walk.id}/archive.zip`
      const asked = request({ host: '127.0.0.1', port: office.port, path, headers: { host: pelaksana.host, cookie } })
      asked.on('response', (response) => response.once('data', () => resolve(void response.destroy())))
      asked.on('error', reject)
      asked.end()
    })
    const isOpen = async (): Promise<boolean> => {
      const names = await readdir('/proc/self/fd')
      const targets = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')))
      return targets.includes(place)
    }
    while (await isOpen()) await new Promise((resolve) => setTimeout(resolve, 20))
  })
})
