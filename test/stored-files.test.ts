// Stored papers in bad weather: a bit that turned, a file that is gone, and housekeeping while others upload.
import { randomBytes, randomUUID } from 'node:crypto'
import { readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SMALL_FILE_BYTES } from '../src/adapters/files/checked.ts'
import { placeOf } from '../src/adapters/files/places.ts'
import { lookThrough } from '../src/jobs/look-through-files.ts'
import { filesSweep } from '../src/main/commands/files-sweep.ts'
import { filesVerify } from '../src/main/commands/files-verify.ts'
import { lastWalk } from '../src/store/file-walk.ts'
import { daysBefore, filesInUse } from '../src/store/tidy.ts'
import { keepUpload } from '../src/store/uploads.ts'
import { programOf } from './support/api.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { type Visit, wordsOf } from './support/visit.ts'
import { subdomainForm, submitted, type Walk } from './support/walk.ts'

const AGENCY = 'demak'
let office: TestOffice
let pelaksana: Visit
let pemohon: Visit
let admin: Visit
beforeAll(async () => {
  office = await startOffice()
  ;[pelaksana, pemohon, admin] = await Promise.all([office.as('pelaksana'), office.as('pemohon'), office.as('admin')])
})
afterAll(() => office.stop())

const folder = () => join(office.dataFolder, 'files')
const asOwner = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> => {
  const client = new pg.Client({ connectionString: office.ownerUrl })
  await client.connect()
  return client
    .query<T>(sql, values)
    .then((result) => result.rows)
    .finally(() => client.end())
}
const keep = async (bytes: Uint8Array): Promise<string> => {
  const kept = await office.office.tools.files.put([bytes], { maxBytes: 100_000_000 })
  if (!kept.ok) throw new Error(kept.reason.en)
  return kept.value.sha256
}
/** One bit, as a tired disk does it. @returns what puts it back */
const turnOneBit = async (sha256: string): Promise<() => Promise<void>> => {
  const place = placeOf(folder(), sha256)
  const whole = await readFile(place)
  const broken = Buffer.from(whole)
  broken.writeUInt8(broken.readUInt8(broken.length - 5) ^ 1, broken.length - 5)
  await writeFile(place, broken)
  return () => writeFile(place, whole)
}
/** A dossier whose paper has these bytes. */
const withPaper = async (name: string, bytes: Uint8Array): Promise<{ walk: Walk; paper: string; sha256: string }> => {
  const walk = await submitted(office, subdomainForm(name))
  const sha256 = await keep(bytes)
  const paper = (await walk.see()).papers[0]?.id ?? ''
  await asOwner('update paper set sha256 = $1, bytes = $2 where paper = $3', [sha256, bytes.length, paper])
  await asOwner(
    `update event set payload = replace(payload, (payload::json -> 'papers' -> 0 ->> 'sha256'), $1) where dossier = $2 and seq = 1`,
    [sha256, walk.id],
  )
  return { walk, paper, sha256 }
}
/** A letter on paper of the book of outgoing letters, which no dossier has. */
const scanInBook = async (bytes: Uint8Array): Promise<string> => {
  const sha256 = await keep(bytes)
  const scan = JSON.stringify({ sha256, bytes: bytes.length, mime: 'application/pdf', name: 'pindaian.pdf' })
  await asOwner(
    `insert into outgoing (agency, year, series, number, seq, state, on_day, scan, numbered_at, changed_at)
     values ($1, 2020, 'uji', 'UJI/1', 1, 'used', '2020-01-02', $2, now(), now())`,
    [AGENCY, scan],
  )
  return sha256
}
const troubles = () => asOwner<{ sha256: string; what: string }>('select sha256, what from file_trouble')
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('a paper of which one bit has turned on the disk', () => {
  test('is handed to nobody: officer, applicant and program are told, administrators get one mail and see which it is', async () => {
    const { walk, paper, sha256 } = await withPaper(
      'rusaksatu',
      Buffer.from('%PDF-1.7 surat permohonan yang akan rusak'),
    )
    const mend = await turnOneBit(sha256)
    for (const [visit, address] of [
      [pelaksana, `/dossiers/${walk.id}/papers/${paper}`],
      [pemohon, `/mine/${walk.id}/papers/${paper}`],
    ] as const) {
      const answer = await visit.get(address)
      expect(answer.status).toBe(500)
      expect(wordsOf(answer.text)).toContain('Dokumen ini rusak di penyimpanan')
      expect(answer.text).not.toContain('surat permohonan yang')
    }
    const program = await programOf(office, 'pelaksana')
    const told = await program.get(`/dossiers/${walk.id}/papers/${paper}/content`)
    expect([told.status, told.json.detail]).toEqual([503, expect.stringContaining('tidak lagi sama')])
    await until(async () => (await troubles()).some((one) => one.sha256 === sha256 && one.what === 'damaged'))
    const mails = await asOwner<{ subject: string; body: string }>(
      `select subject, body from mail where once like 'file-trouble:%'`,
    )
    expect(mails).toEqual([
      { subject: 'Ada dokumen yang rusak atau hilang', body: expect.stringContaining('/storage') },
    ])
    const { text } = await admin.get('/storage')
    expect(text).toContain(sha256)
    expect((await office.visitor().get('/readyz')).text).toContain('"damaged":1')
    // The page of the dossier goes on without the picture.
    expect((await pelaksana.get(`/dossiers/${walk.id}`)).status).toBe(200)
    await mend()
    await lookThrough(office.office.tools, AGENCY, { isAnew: true })
    expect(await troubles()).toEqual([])
    expect((await pelaksana.get(`/dossiers/${walk.id}/papers/${paper}`)).status).toBe(200)
  })

  test('breaks off before its end where it is large: whoever downloads it never takes it for whole', async () => {
    const bytes = Buffer.alloc(SMALL_FILE_BYTES + 2_000_000, 'denah ')
    const { walk, paper, sha256 } = await withPaper('rusakbesar', bytes)
    const mend = await turnOneBit(sha256)
    await expect(pemohon.get(`/mine/${walk.id}/papers/${paper}`)).rejects.toThrow()
    await until(async () => (await troubles()).some((one) => one.sha256 === sha256))
    await mend()
    expect((await pemohon.get(`/mine/${walk.id}/papers/${paper}`)).status).toBe(200)
    await lookThrough(office.office.tools, AGENCY, { isAnew: true })
  })
})

test('nobody but administrators sees the storage', async () => {
  expect((await pelaksana.get('/storage')).status).toBe(404)
  expect((await pemohon.get('/storage')).status).toBe(404)
  expect((await office.visitor().get('/storage')).status).toBe(303)
  expect((await admin.get('/storage')).status).toBe(200)
})

const io = () => {
  const [out, err]: [string[], string[]] = [[], []]
  const env = { MIPP_DATA: office.dataFolder, DATABASE_URL: office.ownerUrl }
  return {
    out,
    err,
    io: { out: (line: string) => out.push(line), err: (line: string) => err.push(line), env, cwd: process.cwd() },
  }
}

describe('mipp files verify', () => {
  test('walks through all papers, names the damaged and the missing, and says by its code that not all is well', async () => {
    const damaged = await withPaper('periksasatu', Buffer.from('akan rusak'))
    const missing = await withPaper('periksadua', Buffer.from('akan hilang'))
    const mend = await turnOneBit(damaged.sha256)
    await rm(placeOf(folder(), missing.sha256))
    const scan = await scanInBook(Buffer.from('pindaian buku surat keluar'))
    await rm(placeOf(folder(), scan))
    const first = io()
    expect(await filesVerify.run(['--agency', AGENCY, '--json', '--anew'], first.io)).toBe(1)
    const { whole, agencies } = JSON.parse(first.out.join(''))
    expect([whole, agencies[0].walk.damaged, agencies[0].walk.missing]).toEqual([false, 1, 2])
    const number = (await missing.walk.see()).number
    expect(agencies[0].papers).toContainEqual(
      expect.objectContaining({ sha256: missing.sha256, what: 'missing', number, name: 'surat.pdf' }),
    )
    expect(agencies[0].papers).toContainEqual(
      expect.objectContaining({ sha256: scan, what: 'missing', number: 'UJI/1', name: 'pindaian.pdf', dossier: null }),
    )
    await mend()
    await keep(Buffer.from('akan hilang'))
    await keep(Buffer.from('pindaian buku surat keluar'))
    const second = io()
    expect(await filesVerify.run(['--agency', AGENCY], second.io)).toBe(0)
    expect(second.out.join('\n')).toContain('utuh / whole')
    await asOwner(`delete from outgoing where series = 'uji'`)
  })

  test('goes on where it was broken off, and looks at each paper once', async () => {
    for (let count = 0; count < 3; count += 1) await withPaper(`lanjut${count}`, randomBytes(50))
    const looked: string[] = []
    const { tools } = office.office
    const files = {
      look: async (sha256: string) => {
        looked.push(sha256)
        return tools.files.look(sha256)
      },
    }
    const [{ count } = { count: 0 }] = await asOwner<{ count: number }>(
      `select count(distinct sha256)::int as count from paper where agency = $1`,
      [AGENCY],
    )
    const breaking = {
      look: async (sha256: string) => {
        if (looked.length >= 2) throw new Error('pulled the plug')
        return files.look(sha256)
      },
    }
    await expect(lookThrough({ ...tools, files: breaking }, AGENCY, { isAnew: true, atOnce: 1 })).rejects.toThrow()
    expect((await lastWalk(tools.store, AGENCY))?.files).toBe(2)
    const walk = await lookThrough({ ...tools, files }, AGENCY, { atOnce: 1 })
    expect(walk).toMatchObject({ files: count, missing: 0, damaged: 0, endedAt: expect.any(String) })
    expect(looked.toSorted()).toEqual([...new Set(looked)].toSorted())
    expect(looked).toHaveLength(count)
  })

  test('an agency that is not there, and words it does not know, are told', async () => {
    expect(await filesVerify.run(['--agency', 'tidak-ada'], io().io)).toBe(1)
    expect(await filesVerify.run(['--semua'], io().io)).toBe(2)
  })
})

describe('bytes that no row refers to', () => {
  test('are counted by a dry run and stay, are removed without it', async () => {
    const left = await keep(Buffer.from(`tertinggal ${randomUUID()}`))
    const old = new Date(Date.now() - 2 * 86_400_000)
    for (const { sha256 } of await asOwner<{ sha256: string }>('select sha256 from paper'))
      await utimes(placeOf(folder(), sha256), old, old)
    await utimes(placeOf(folder(), left), old, old)
    const trial = io()
    expect(await filesSweep.run(['--dry-run'], trial.io)).toBe(0)
    expect(trial.out).toEqual([expect.stringContaining('1 berkas akan dibuang')])
    expect(await office.office.tools.files.look(left)).toBe('whole')
    expect(await filesSweep.run([], io().io)).toBe(0)
    expect(await office.office.tools.files.look(left)).toBe('missing')
    expect(await filesSweep.run(['--semua'], io().io)).toBe(2)
  })

  test('never go while they are being uploaded: of a thousand uploads beside a sweep without end, each is there', async () => {
    const { tools, store } = office.office
    const [{ person } = { person: '' }] = await asOwner<{ person: string }>(
      `select person from person where agency = $1 and demo_role = 'pemohon'`,
      [AGENCY],
    )
    // A store of which nobody knows anything is never swept.
    const known = await withPaper('unggahanramai', Buffer.from('surat yang dikenal'))
    const old = new Date(Date.now() - 2 * 86_400_000)
    await utimes(placeOf(folder(), known.sha256), old, old)
    // The same fifty files again and again. Old already, each is sent once more at the very moment in which a sweep asks
    // whether it may go: half of them while it lies in its place, half while it is held aside.
    const bodies = Array.from({ length: 50 }, (_, one) => Buffer.from(`unggahan ${one}`))
    const files = await Promise.all(bodies.map(keep))
    const chosen = new Map<string, () => void>()
    let isDone = false
    let swept = 0
    const asked = (some: string[]) => {
      if (some[0] !== undefined && some.length === 1) chosen.get(some[0])?.()
      return filesInUse(tools.store, some)
    }
    const sweeping = (async () => {
      while (!isDone) swept += (await tools.files.forget(daysBefore(new Date().toISOString(), 1), asked)).removed
    })()
    const isChosen = (sha256: string, times: number): Promise<void> =>
      new Promise((resolve) => {
        let left = times
        chosen.set(sha256, () => {
          left -= 1
          if (left === 0) resolve()
        })
      })
    const upload = async (body: Buffer, one: number): Promise<void> => {
      const sha256 = files[one] ?? ''
      const met = isChosen(sha256, 1 + (one % 2))
      await utimes(placeOf(folder(), sha256), old, old)
      await met
      await keep(body)
      const row = { upload: randomUUID(), sha256, name: 'x.pdf', bytes: body.length, mime: 'application/pdf' }
      await keepUpload(store, AGENCY, { ...row, person, now: new Date().toISOString() })
      expect(await tools.files.look(sha256)).toBe('whole')
      await asOwner('delete from upload where upload = $1', [row.upload])
    }
    for (let round = 0; round < 20; round += 1) await Promise.all(bodies.map(upload))
    isDone = true
    await sweeping
    expect(swept).toBeGreaterThan(0)
  })
})
