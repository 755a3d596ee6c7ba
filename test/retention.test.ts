// What is kept how long, and how it goes: proposed by one, approved by another, carried out to the end whatever happens, with the chain whole.
import { randomUUID } from 'node:crypto'
import { access, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { placeOf } from '../src/adapters/files/places.ts'
import { destroy } from '../src/jobs/destroy.ts'
import { makeLetter } from '../src/jobs/make-letter.ts'
import { notify } from '../src/jobs/notify.ts'
import { releaseNotices } from '../src/jobs/release-notices.ts'
import { readTextsOf } from '../src/jobs/texts-of.ts'
import { projectRoot } from '../src/main/root.ts'
import { sealDay } from '../src/store/daily-roots.ts'
import { programOf } from './support/api.ts'
import { mipp } from './support/command-line.ts'
import { createEmptyDatabase } from './support/database.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { type Visit, wordsOf } from './support/visit.ts'
import { client, letterPdf, post, subdomainForm, submitted, type Walk } from './support/walk.ts'

let office: TestOffice
let owner: pg.Client
let admin: Visit
let kadin: Visit
let pelaksana: Visit

beforeAll(async () => {
  office = await startOffice({ works: false })
  owner = new pg.Client({ connectionString: office.ownerUrl })
  await owner.connect()
  admin = await office.as('admin')
  kadin = await office.as('kepala-dinas')
  pelaksana = await office.as('pelaksana')
})
afterAll(async () => {
  await owner.end()
  await office.stop()
})

let count = 0
/** Ended long ago, its letter as old; the word stands in its form and nowhere else. */
const ended = async ({ year = 2015, secrecy = 'biasa' } = {}): Promise<{ walk: Walk; word: string; file: string }> => {
  count += 1
  const word = `kataunik${count}x`
  const walk = await submitted(office, subdomainForm(`retensi${count}`, { keperluan: `Laman ${word} daerah` }))
  await walk.finish({ urgency: 'biasa', secrecy, receivedOn: '2026-01-05', note: `Catatan ${word}` })
  const { applicant, client: asker } = await walk.see()
  await walk.send(client(asker, applicant ?? ''), {
    type: 'comment',
    text: `Komentar ${word}`,
    visibleToApplicant: true,
  })
  await walk.send(client(asker, applicant ?? ''), { type: 'withdraw', reason: `Batal ${word}` })
  const ended = await walk.see()
  expect(ended.status).toBe('withdrawn')
  await owner.query('update dossier set ended_at = $2 where dossier = $1', [walk.id, `${year}-03-01T02:00:00Z`])
  const file = ended.papers[0]?.sha256 ?? ''
  return { walk, word, file }
}
const place = (sha256: string): string => placeOf(join(office.dataFolder, 'files'), sha256)
const isThere = (sha256: string): Promise<boolean> =>
  access(place(sha256)).then(
    () => true,
    () => false,
  )
const aged = (sha256: string): Promise<void> => utimes(place(sha256), new Date('2020-01-01'), new Date('2020-01-01'))

const propose = async (visit: Visit, walks: readonly Walk[], reason = 'Masa simpan habis'): Promise<string> => {
  const answer = await visit.post('/retention', { key: randomUUID(), dossier: walks.map(({ id }) => id), reason })
  return answer.status === 303 ? ((answer.location ?? '').split('/').at(-1) ?? '') : wordsOf(answer.text)
}
const decide = (visit: Visit, record: string, verdict: string, remark = '') =>
  visit.post(`/retention/records/${record}`, { verdict, remark })
const carryOut = (record: string) => destroy(office.office.tools, { agency: 'demak', destruction: record }, 1)
const statesOf = async (record: string): Promise<string[]> => {
  const { rows } = await owner.query<{ state: string }>(
    'select distinct state from destruction_item where destruction = $1 order by state',
    [record],
  )
  return rows.map(({ state }) => state)
}
const verified = () => mipp(['events', 'verify'], { DATABASE_URL: office.ownerUrl }, projectRoot())

/** As the worker does it, until everything held back has left as a mail or a digest. */
const tellEverybody = async (): Promise<void> => {
  const { tools } = office.office
  const { rows } = await owner.query<{ payload: unknown }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'notify'`,
  )
  for (const { payload } of rows) await notify(tools, payload, 1)
  const later = new Date(Date.parse(tools.now()) + 30 * 86_400_000).toISOString()
  await releaseNotices({ ...tools, now: () => later }, {}, 1)
}

/** Every table, every column, as text. */
const tablesWith = async (word: string, db = owner): Promise<string[]> => {
  const { rows } = await db.query<{ table: string }>(
    `select c.oid::regclass::text as table from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  )
  const found: string[] = []
  for (const { table } of rows) {
    const hits = await db.query(`select from ${table} t where t::text like $1 limit 1`, [`%${word}%`])
    if (hits.rowCount) found.push(table)
  }
  return found
}

/** In all that lies in a data folder: kept, arriving, drawn, held. */
const filesWith = async (word: string, folder: string): Promise<string[]> => {
  const found: string[] = []
  for (const one of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (one.isFile() && (await readFile(join(one.parentPath, one.name))).includes(word)) found.push(one.name)
  return found
}

/** A letter with bytes of its own, in the place of the one that all walks share. */
const ownLetter = async (walk: Walk, bytes: Uint8Array): Promise<string> => {
  const kept = await office.office.tools.files.put(Readable.from([bytes]), { maxBytes: 1e6 })
  const own = kept.ok ? kept.value.sha256 : ''
  await owner.query('update paper set sha256 = $2 where dossier = $1', [walk.id, own])
  return own
}

describe('The list', () => {
  test('is for those who keep the archive or decide, and for nobody else', async () => {
    for (const visit of [pelaksana, await office.as('pemohon'), await office.as('admin', 'tulungagung')]) {
      const { walk } = await ended()
      expect((await visit.get(`/retention/dossiers/${walk.id}`)).status).toBe(404)
    }
    for (const path of ['/retention', '/retention/records', '/retention/list.csv']) {
      expect((await pelaksana.get(path)).status).toBe(404)
      expect((await kadin.get(path)).status).toBe(200)
    }
  })

  test('says what is active and due by the years of the classification, secret ones without their subject', async () => {
    const [old, hidden, young] = [await ended(), await ended({ secrecy: 'rahasia' }), await ended({ year: 2026 })]
    const due = wordsOf((await admin.get('/retention?state=due')).text)
    expect(due).toContain((await old.walk.see()).number)
    expect(due).not.toContain((await young.walk.see()).number)
    const active = wordsOf((await admin.get('/retention?state=active')).text)
    expect(active).toContain((await young.walk.see()).number)
    const lines = (await admin.get('/retention/list.csv?state=due')).text.split('\r\n')
    const lineOf = async ({ walk }: { walk: Walk }) => {
      const { number } = await walk.see()
      return lines.find((line) => line.includes(number)) ?? ''
    }
    const subject = (await old.walk.see()).subject
    expect((await lineOf(old)).endsWith(subject)).toBe(true)
    expect((await lineOf(hidden)).endsWith(';')).toBe(true)
  })

  test('stays narrowed to a classification on its tabs, on its next page and in its table', async () => {
    const [one, other] = [await ended(), await ended()]
    await admin.post(`/retention/dossiers/${other.walk.id}`, { do: 'classify', classification: '500.12.5' })
    const narrowed = await admin.get('/retention?state=due&classification=500.12.2')
    expect(narrowed.text).toContain('href="/retention/list.csv?state=due&amp;classification=500.12.2"')
    expect(narrowed.text).toContain('href="/retention?classification=500.12.2"')
    expect(narrowed.text).toMatch(/href="\/retention\?classification=500\.12\.2&amp;state=due" aria-current="page"/)
    expect(wordsOf(narrowed.text)).toContain((await one.walk.see()).number)
    const lines = (await admin.get('/retention/list.csv?classification=500.12.2')).text
    expect(lines).toContain((await one.walk.see()).number)
    expect(lines).not.toContain((await other.walk.see()).number)
    await owner.query(
      `insert into dossier select (jsonb_populate_record(d, jsonb_build_object('dossier', gen_random_uuid(),
        'number', 'BANYAK-' || n, 'tracking_code', 'banyak' || n))).* from dossier d, generate_series(1, 60) n where d.dossier = $1`,
      [one.walk.id],
    )
    const many = await admin.get('/retention?state=due&classification=500.12.2')
    expect(many.text).toMatch(/href="\/retention\?state=due&amp;classification=500\.12\.2&amp;after=/)
    await owner.query(`delete from dossier where number like 'BANYAK-%'`)
  })
})

describe('A hold and another classification', () => {
  test('keep a dossier out of every proposal, until they are lifted', async () => {
    const { walk } = await ended()
    const path = `/retention/dossiers/${walk.id}`
    expect((await admin.post(path, { do: 'hold', reason: '' })).status).toBe(409)
    expect((await admin.post(path, { do: 'hold', reason: 'Perkara di pengadilan' })).status).toBe(303)
    expect(await propose(admin, [walk])).toContain('belum jatuh tempo')
    expect(wordsOf((await admin.get(path)).text)).toContain('Perkara di pengadilan')
    await admin.post(path, { do: 'release' })
    await admin.post(path, { do: 'classify', classification: '500.12.5' })
    expect(await propose(admin, [walk])).toContain('belum jatuh tempo')
    expect(wordsOf((await admin.get('/retention?state=permanent')).text)).toContain((await walk.see()).number)
    await admin.post(path, { do: 'classify', classification: '' })
    expect(await propose(admin, [walk])).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('are refused with a sentence where the dossier has not ended: its retention has not begun', async () => {
    const open = await submitted(office, subdomainForm('belumselesai'))
    const path = `/retention/dossiers/${open.id}`
    for (const deed of [
      { do: 'hold', reason: 'Perkara' },
      { do: 'classify', classification: '500.12.5' },
    ]) {
      expect((await admin.post(path, deed)).location).toBe('/retention')
      expect(wordsOf((await admin.get('/retention')).text)).toContain('Berkas ini belum selesai')
    }
    const { rowCount } = await owner.query('select from retention_mark where dossier = $1', [open.id])
    expect(rowCount).toBe(0)
  })

  test('held after the approval it is left whole, and the others go', async () => {
    const [one, two] = [await ended(), await ended()]
    const record = await propose(admin, [one.walk, two.walk])
    expect((await decide(kadin, record, 'approve')).status).toBe(303)
    await admin.post(`/retention/dossiers/${one.walk.id}`, { do: 'hold', reason: 'Diminta pemeriksa' })
    await carryOut(record)
    expect((await one.walk.see()).form.keperluan).toContain(one.word)
    expect(await tablesWith(two.word)).toEqual([])
    const page = wordsOf((await admin.get(`/retention/records/${record}`)).text)
    expect(page).toContain('ditahan, tidak dimusnahkan')
    expect(page).toContain('Selesai dilaksanakan')
  })
})

describe('A proposal', () => {
  test('is decided by somebody else who may, and once', async () => {
    const { walk } = await ended()
    const own = await propose(await kadinWhoKeeps(), [walk])
    expect(own).toMatch(/^[0-9a-f-]{36}$/)
    expect((await decide(pelaksana, own, 'approve')).status).toBe(404)
    expect((await decide(admin, own, 'approve')).status).toBe(404)
    const self = await decide(await kadinWhoKeeps(), own, 'approve')
    expect([self.status, wordsOf(self.text).includes('Anda buat sendiri')]).toEqual([409, true])
    expect((await walk.see()).status).toBe('withdrawn')
  })

  test('that is refused with its reason gives its dossiers back to the list', async () => {
    const { walk } = await ended()
    const record = await propose(admin, [walk])
    expect(await propose(admin, [walk])).toContain('sudah masuk usul lain')
    expect((await decide(kadin, record, 'refuse', '')).status).toBe(409)
    expect((await decide(kadin, record, 'refuse', 'Masih dipakai')).status).toBe(303)
    expect((await decide(kadin, record, 'approve')).status).toBe(409)
    await carryOut(record)
    expect((await walk.see()).status).toBe('withdrawn')
    expect(await propose(admin, [walk])).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('approved by two at the same moment takes one number', async () => {
    const { walk } = await ended()
    const record = await propose(admin, [walk])
    const answers = await Promise.all([decide(kadin, record, 'approve'), decide(kadin, record, 'approve')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
  })
})

describe('A destruction', () => {
  test('takes words, letters and traces out of every table, and leaves number, hash, reason and a whole chain', async () => {
    const { walk, word, file } = await ended()
    const { walk: other, word: stays } = await ended()
    const before = await walk.see()
    await tellEverybody()
    // Told of alone, and together with the other in the digest of a morning.
    const mails = await owner.query<{ dossier: string | null }>('select dossier from mail where body like $1', [
      `%${before.number}%`,
    ])
    expect(mails.rows.map(({ dossier }) => dossier)).toEqual(expect.arrayContaining([walk.id, null]))
    const { rows } = await owner.query<{ head_hash: string }>('select head_hash from dossier where dossier = $1', [
      walk.id,
    ])
    await sealDay(office.office.tools.store, 'demak', { day: '2026-11-20', now: '2026-11-21T00:00:00.000Z' })
    expect((await tablesWith(word)).length).toBeGreaterThan(1)
    const record = await propose(admin, [walk])
    await decide(kadin, record, 'approve')
    await aged(file)
    await carryOut(record)
    expect(await tablesWith(word)).toEqual([])
    expect((await tablesWith(stays)).length).toBeGreaterThan(1)
    expect((await other.see()).status).toBe('withdrawn')
    const told = await owner.query('select from mail where body like $1 or page::text like $1', [`%${before.number}%`])
    expect(told.rowCount).toBe(0)
    expect((await verified()).code).toBe(0)
    const page = wordsOf((await pelaksana.get(`/dossiers/${walk.id}`)).text)
    for (const words of [before.number, 'telah dimusnahkan', 'Masa simpan habis', rows[0]?.head_hash ?? '?', 'BA-'])
      expect(page).toContain(words)
    expect(wordsOf((await admin.get('/agenda?year=2026')).text)).toContain(before.agenda?.number ?? '?')
    const agenda = await owner.query('select remark, subject, sender from agenda where dossier = $1', [walk.id])
    expect(agenda.rows[0]).toMatchObject({ remark: expect.stringContaining('dimusnahkan'), subject: '', sender: '' })
    const pdf = await admin.get(`/retention/records/${record}/record.pdf`)
    expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  })

  test('removes the bytes of a letter that nobody else has, its pictures and what lies in quarantine, and no others', async () => {
    const [{ walk, word }, { walk: alike }, { walk: second, file: shared }] = [
      await ended(),
      await ended(),
      await ended(),
    ]
    await owner.query('update paper set sha256 = $2 where dossier = $1', [alike.id, shared])
    const own = await ownLetter(walk, await letterPdf('surat satu-satunya'))
    const drawn = () =>
      readdir(join(office.dataFolder, 'cache/pictures')).then((all) => all.filter((one) => one.startsWith(own)))
    const [paper] = (await walk.see()).papers
    expect((await pelaksana.get(`/dossiers/${walk.id}/papers/${paper?.id}/pages/1.png`)).status).toBe(200)
    expect(await drawn()).toHaveLength(1)
    await owner.query(
      `insert into quarantine (agency, quarantine, file, name, bytes, signature, found_at) values ('demak', $1, $2, $3, 9, 'Uji', '2020-01-01')`,
      [randomUUID(), own, `${word}.pdf`],
    )
    const apart = join(office.dataFolder, 'quarantine')
    await mkdir(apart, { recursive: true })
    await writeFile(join(apart, `${own}.turned`), 'terbalik')
    const record = await propose(admin, [walk, alike])
    await decide(kadin, record, 'approve')
    for (const file of [own, shared]) await aged(file)
    await carryOut(record)
    expect([await isThere(own), await isThere(shared)]).toEqual([false, true])
    expect([await drawn(), await readdir(apart), await tablesWith(word)]).toEqual([[], [], []])
    expect((await second.see()).papers[0]?.sha256).toBe(shared)
  })

  test('leaves of a letter its number, its day, its record and its hash, for whoever checks it', async () => {
    const walk = await submitted(office, subdomainForm('retensi-diperiksa'))
    await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-01-05' })
    await walk.finish({})
    await walk.finish({})
    const { task } = await walk.task()
    await walk.send(post('kabid-aptika'), { type: 'reject', task, reason: 'Rahasia pemohon' })
    await makeLetter(
      office.office.tools,
      { agency: 'demak', dossier: walk.id, task: null, letter: 'surat-penolakan' },
      1,
    )
    const { checkCode, number, paper } = (await walk.see()).letters[0] ?? {}
    await owner.query('update dossier set ended_at = $2 where dossier = $1', [walk.id, '2015-03-01T02:00:00Z'])
    const record = await propose(admin, [walk])
    await decide(kadin, record, 'approve')
    await carryOut(record)
    const visitor = office.visitor()
    const told = wordsOf((await visitor.get(`/check/${checkCode}?sha256=${paper?.sha256}`)).text)
    for (const words of ['dikeluarkan oleh kantor kami', number ?? '?', 'dimusnahkan', 'BA-', 'Setiap bita sama'])
      expect(told).toContain(words)
    expect(told).not.toMatch(/retensi-diperiksa|Rahasia pemohon|tanpa tanda tangan/)
    expect((await visitor.get(`/check?sha256=${paper?.sha256}`)).location).toContain(`/check/${checkCode}`)
    const said = JSON.parse((await visitor.get(`/api/v1/letters/${checkCode}`)).text)
    expect(said).toMatchObject({
      standing: 'valid',
      number,
      sha256: paper?.sha256,
      destroyed: { record: expect.stringContaining('BA-') },
    })
  })

  test('leaves a page and no fault wherever the dossier is asked for, and what is in use in its register, which the record names', async () => {
    const { walk } = await ended()
    const { trackingCode } = await walk.see()
    const contact = { 'pj-teknis': 'Pengelola Laman, 0291 685000' }
    for (const [key, state] of [
      ['masih.demakkab.go.id', 'active'],
      ['sudah.demakkab.go.id', 'retired'],
    ])
      await owner.query(
        `insert into register_item (agency, register, key, dossier, columns, state, since, changed_at) values ('demak', 'subdomain', $1, $2, $3, $4, now(), now())`,
        [key, walk.id, contact, state],
      )
    const record = await propose(admin, [walk])
    const asked = wordsOf((await kadin.get(`/retention/records/${record}`)).text)
    expect([asked.includes('subdomain masih.demakkab.go.id'), asked.includes('sudah.')]).toEqual([true, false])
    const pdf = (await kadin.get(`/retention/records/${record}/record.pdf`)).bytes
    expect(await office.office.tools.readPdf(pdf)).toMatchObject({
      text: expect.stringContaining('masih.demakkab.go.id'),
    })
    await decide(kadin, record, 'approve')
    await carryOut(record)
    const things = await owner.query('select key, columns from register_item where dossier = $1 order by key', [
      walk.id,
    ])
    expect(things.rows.map(({ columns }) => columns)).toEqual([contact, {}])
    expect(wordsOf((await pelaksana.get(`/dossiers/${walk.id}`)).text)).toContain('subdomain masih.demakkab.go.id')
    const pemohon = await office.as('pemohon')
    expect((await pemohon.get(`/mine/${walk.id}`)).status).toBe(200)
    expect((await (await office.as('admin', 'tulungagung')).get(`/dossiers/${walk.id}`)).status).toBe(404)
    for (const path of [
      `/dossiers/${walk.id}/time`,
      `/dossiers/${walk.id}/disposition-sheet.pdf`,
      `/track?code=${trackingCode}`,
    ])
      expect([path, (await pelaksana.get(path)).status < 500]).toEqual([path, true])
    for (const path of ['/mine', '/work', '/search?q=Dimusnahkan', '/retention?state=destroyed'])
      expect([path, (await admin.get(path)).status < 500]).toEqual([path, true])
    const program = await programOf(office, 'pelaksana')
    expect((await program.get(`/dossiers/${walk.id}`)).status).toBe(404)
  })

  test('cut off in the middle goes on and ends the same, with nothing done twice and the chains whole', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => ended()))
    const record = await propose(
      admin,
      all.map(({ walk }) => walk),
    )
    await decide(kadin, record, 'approve')
    const order = await owner.query<{ dossier: string }>(
      'select dossier from destruction_item where destruction = $1 order by ended_at, dossier',
      [record],
    )
    // Held up at the third by a lock, so that the line is cut in the middle for certain.
    await owner.query('begin')
    await owner.query('select from dossier where dossier = $1 for update', [order.rows[2]?.dossier])
    const cut = carryOut(record).then(
      () => 'done',
      () => 'cut off',
    )
    const other = new pg.Client({ connectionString: office.ownerUrl })
    await other.connect()
    const kill = async () => {
      const { rowCount } = await other.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and query like '%destroy_dossier%' and datname = current_database()`,
      )
      return rowCount
    }
    await expect.poll(kill, { timeout: 20_000, interval: 50 }).toBe(1)
    expect(await cut).toBe('cut off')
    await other.end()
    await owner.query('rollback')
    expect(await statesOf(record)).toEqual(['destroyed', 'listed'])
    expect((await verified()).code).toBe(0)
    // Then killed between the words and the files of one.
    const files = { ...office.office.tools.files, remove: () => Promise.reject(new Error('killed')) }
    await expect(
      destroy({ ...office.office.tools, files }, { agency: 'demak', destruction: record }, 1),
    ).rejects.toThrow()
    expect(await statesOf(record)).toEqual(['destroyed', 'emptied', 'listed'])
    await carryOut(record)
    await carryOut(record)
    expect(await statesOf(record)).toEqual(['destroyed'])
    for (const { word } of all) expect(await tablesWith(word)).toEqual([])
    expect((await verified()).code).toBe(0)
  })

  test('of words that a real backup brought back elsewhere is carried out there by its list, to the last byte', async () => {
    const { walk, word } = await ended()
    const file = await ownLetter(walk, Buffer.from(`surat ${word}`))
    await readTextsOf(office.office.tools, 'demak', walk.id)
    const places = await mkdtemp(join(tmpdir(), 'mipp-again-'))
    onTestFinished(() => rm(places, { recursive: true }))
    const env = { DATABASE_URL: office.ownerUrl, MIPP_DATA: office.dataFolder }
    const backup = await mipp(['backup', '--to', places, '--json'], env, projectRoot())
    const tables = await tablesWith(word)
    expect(tables).toEqual(expect.arrayContaining(['event', 'agenda', 'paper_text']))
    expect(await filesWith(word, office.dataFolder)).toEqual([file])

    const record = await propose(admin, [walk])
    await decide(kadin, record, 'approve')
    await aged(file)
    await carryOut(record)
    const list = join(places, 'daftar.json')
    await writeFile(list, (await admin.get(`/retention/records/${record}/list.json`)).text)
    expect([await tablesWith(word), await filesWith(word, office.dataFolder)]).toEqual([[], []])

    const there = await createEmptyDatabase()
    const dataFolder = join(places, 'data')
    const second = new pg.Client({ connectionString: there.ownerUrl })
    await second.connect()
    onTestFinished(() => second.end().then(there.drop))
    const elsewhere = { DATABASE_URL: there.ownerUrl, MIPP_DATA: dataFolder }
    expect((await mipp(['restore', JSON.parse(backup.out).folder], elsewhere)).code).toBe(0)
    expect(await tablesWith(word, second)).toEqual(tables)
    expect(await filesWith(word, dataFolder)).toEqual([file])
    const applied = await mipp(['retention', 'apply', list], elsewhere, projectRoot())
    expect(applied).toMatchObject({ code: 0, out: expect.stringContaining('1 dimusnahkan') })
    expect([await tablesWith(word, second), await filesWith(word, dataFolder)]).toEqual([[], []])
    const again = await mipp(['retention', 'apply', list, '--json'], elsewhere, projectRoot())
    expect(JSON.parse(again.out)).toMatchObject([{ destroyed: 0, held: 0, differing: 0, missing: 0 }])
    expect((await mipp(['events', 'verify'], elsewhere)).code).toBe(0)
    await writeFile(list, '{}')
    expect((await mipp(['retention', 'apply', list], elsewhere, projectRoot())).code).toBe(1)

    // The number of the record came along: the next record there takes another.
    const here = await startOffice({ on: { ownerUrl: there.ownerUrl, dataFolder }, works: false })
    onTestFinished(here.stop)
    const due = await second.query<{ dossier: string }>(
      `select dossier from dossier d where status <> 'open' and ended_at < '2020-01-01' and not exists (select from destruction_item i where i.dossier = d.dossier and i.state not in ('freed', 'kept')) limit 1`,
    )
    const form = { key: randomUUID(), dossier: due.rows.map(({ dossier }) => dossier), reason: 'Masa simpan habis' }
    const next = (await (await here.as('admin')).post('/retention', form)).location ?? ''
    expect((await (await here.as('kepala-dinas')).post(next, { verdict: 'approve', remark: '' })).status).toBe(303)
    const numbers = await second.query<{ number: string }>('select number from destruction where number is not null')
    expect(new Set(numbers.rows.map(({ number }) => number)).size).toBe(numbers.rowCount)
  })

  test('is the only way by which an event loses its payload: the roles of the program may not', async () => {
    const { walk } = await ended()
    const ask = office.office.store.pool.query('update event set payload = null where dossier = $1', [walk.id])
    await expect(ask).rejects.toThrow(/permission denied/)
    const call = office.office.store.pool.query("select destroy_dossier('demak', $1, $2, now())", [
      randomUUID(),
      walk.id,
    ])
    await expect(call).rejects.toThrow(/permission denied/)
    const unasked = await office.office.tools.store.inAgency('demak', async (db) =>
      db.selectFrom('dossier').select('number').where('dossier', '=', walk.id).executeTakeFirst(),
    )
    expect(unasked?.number).toBe((await walk.see()).number)
  })
})

/** The head, given the archive for a while: the same person under both hats. */
const kadinWhoKeeps = async (): Promise<Visit> => {
  await owner.query(`update post set duties = array['archive'] where agency = 'demak' and post = 'kepala-dinas'`)
  return office.as('kepala-dinas')
}
