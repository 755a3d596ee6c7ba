// Texts of letters in the database: taken over from the catalogue, drafted, ratified, in force, also when many do it at once.
import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../../test/support/database.ts'
import { openTried, type Tried } from '../../test/support/tried.ts'
import type { OfficeFiles } from '../core/agency/catalogue.ts'
import type { TemplateFile } from '../core/paper/letter-templates.ts'
import { readLetterSource } from '../letters/letter-source.ts'
import { loadCatalogue } from '../main/catalogue.ts'
import { projectRoot } from '../main/root.ts'
import { openStore, type Store } from './connect.ts'
import { putTemplateInForce, ratifyTemplate, withdrawTemplate } from './letter-template-acts.ts'
import {
  createTemplateDraft,
  deleteTemplateDraft,
  listTemplateDrafts,
  readTemplateDraft,
  saveTemplateDraft,
} from './letter-template-drafts.ts'
import { readTemplateJournal } from './letter-template-journal.ts'
import { createLiving } from './living.ts'
import { seedAgency } from './seed.ts'

const AGENCY = 'demak'
const NOW = '2026-11-20T02:12:00.000Z'
const TODAY = '2026-11-20'
const BY = { person: null, now: NOW }
const RATIFYING = { post: 'kepala-dinas', decree: 'Keputusan 1/2026' }
const DAYS = { today: TODAY, reason: 'Keputusan 1/2026' }

let database: TestDatabase
let owner: pg.Client
let tried: Tried['tried']
let attempt: Tried['attempt']
let drop: Tried['drop']
let store: Store
let files: OfficeFiles

beforeAll(async () => {
  ;({ database, owner, tried, attempt, drop } = await openTried())
  store = openStore(database.appUrl, 'mipp_app', 34)
  const [demak] = (await loadCatalogue(join(projectRoot(), 'catalogue'))).agencies
  if (demak?.agency.agency !== AGENCY) throw new Error('no Demak')
  files = demak
  await seedAgency(store, files, NOW)
})
afterAll(async () => {
  await store.close()
  await drop()
})

const newKind = (): string => `surat-${randomUUID().slice(0, 8)}`

const textOf = (letter: string, body: string): string => `---\nletter: ${letter}\ntitle: Uji\n---\n${body}\n`

const drafted = async (letter: string, source = textOf(letter, 'Isi')) => {
  const draft = randomUUID()
  const made = { draft, letter, base: null, source, isImport: false }
  expect(await createTemplateDraft(store, AGENCY, made, BY)).toBe('created')
  return made
}

const ratified = async (letter: string, source?: string): Promise<number> => {
  const { draft } = await drafted(letter, source)
  const done = await ratifyTemplate(store, AGENCY, { draft, version: 1, ...RATIFYING }, BY)
  if (!done.ok) throw new Error(done.why)
  return done.edition
}

const daysOf = async (letter: string) => {
  const { rows } = await owner.query<{ edition: number; from: string | null; to: string | null }>(
    `select edition, in_force_from as from, in_force_to as to from letter_template where agency = $1 and letter = $2 order by edition`,
    [AGENCY, letter],
  )
  return rows
}

const actsOf = async (letter: string): Promise<string[]> =>
  (await readTemplateJournal(store, AGENCY, { letter })).map(({ act, edition }) => `${act} ${edition ?? '-'}`).reverse()

const draftsOf = async (letter: string) =>
  (await listTemplateDrafts(store, AGENCY)).filter((one) => one.letter === letter)

const fileOf = (letter: string, source: string): TemplateFile => ({
  letter,
  source,
  sha256: createHash('sha256').update(source).digest('hex'),
})

const living = () =>
  createLiving(store, readLetterSource, (what) => {
    throw new Error(`${what} cannot be read`)
  })

describe('the texts of the catalogue', () => {
  test('are the first edition of each kind, own or default, and are what letters are made with', async () => {
    const office = await living()(files, NOW)
    const kinds = (files.letterFiles ?? []).map(({ letter }) => letter)
    expect(kinds).toEqual(expect.arrayContaining(['surat-akun', 'surat-balasan']))
    expect(office.letterTemplates?.map(({ letter, edition }) => [letter, edition])).toEqual(
      kinds.toSorted().map((letter) => [letter, 1]),
    )
    expect(office.letters).toEqual(files.letters)
  })

  test('are taken over once, however often the program starts', async () => {
    await seedAgency(store, files, NOW)
    await seedAgency(store, files, NOW)
    expect(await daysOf('surat-akun')).toHaveLength(1)
    expect(await draftsOf('surat-akun')).toEqual([])
  })

  test('that changed since are offered as a draft, once, and overwrite nothing', async () => {
    const letter = newKind()
    const [first, second] = [fileOf(letter, textOf(letter, 'satu')), fileOf(letter, textOf(letter, 'dua'))]
    const start = (file: TemplateFile) => seedAgency(store, { ...files, letterFiles: [file] }, NOW)
    await start(first)
    const before = await daysOf(letter)
    await start(second)
    await start(second)
    const [draft, ...more] = await draftsOf(letter)
    expect(more).toEqual([])
    expect(await readTemplateDraft(store, AGENCY, draft?.draft ?? '')).toMatchObject({
      source: second.source,
      base: 1,
      changedBy: null,
    })
    expect(await daysOf(letter)).toEqual(before)
    expect(await actsOf(letter)).toEqual(['offered -'])
    await deleteTemplateDraft(store, AGENCY, { draft: draft?.draft ?? '', reason: 'Tidak dipakai' }, BY)
    await start(second)
    expect(await draftsOf(letter)).toEqual([])
  })
})

describe('a draft', () => {
  test('is saved over the version that was read; whoever comes second is given what stands there and loses nothing', async () => {
    const { draft } = await drafted(newKind())
    const [mine, theirs] = [
      { draft, version: 1, source: 'saya' },
      { draft, version: 1, source: 'rekan' },
    ]
    const saved = await Promise.all([mine, theirs].map((one) => saveTemplateDraft(store, AGENCY, one, BY)))
    expect(saved.filter((one) => one.ok)).toEqual([{ ok: true, version: 2 }])
    const [winner, loser] = saved[0]?.ok ? [mine, theirs] : [theirs, mine]
    expect(saved.find((one) => !one.ok)).toMatchObject({ theirs: { version: 2, source: winner.source } })
    expect(await saveTemplateDraft(store, AGENCY, { ...loser, version: 2 }, BY)).toEqual({ ok: true, version: 3 })
  })

  test('begun twice by the same form is begun once; one that is deleted leaves text and reason in the journal', async () => {
    const made = await drafted(newKind())
    const { draft, letter, source } = made
    expect(await createTemplateDraft(store, AGENCY, made, BY)).toBe('repeated')
    expect(await deleteTemplateDraft(store, AGENCY, { draft, reason: 'Dibuat dua kali' }, BY)).toBe(true)
    expect(await deleteTemplateDraft(store, AGENCY, { draft, reason: 'Dibuat dua kali' }, BY)).toBe(false)
    const [last] = await readTemplateJournal(store, AGENCY, { letter })
    expect(last).toMatchObject({ act: 'deleted', detail: { reason: 'Dibuat dua kali', source } })
    expect(await saveTemplateDraft(store, AGENCY, { draft, version: 1, source }, BY)).toEqual({
      ok: false,
      theirs: null,
    })
  })

  test('that is ratified becomes the next edition, with the post and the decree, and is no draft any more', async () => {
    const letter = newKind()
    const { draft, source } = await drafted(letter)
    const asked = { draft, version: 1, ...RATIFYING }
    expect(await ratifyTemplate(store, AGENCY, { ...asked, version: 7 }, BY)).toEqual({ ok: false, why: 'changed' })
    expect(await ratifyTemplate(store, AGENCY, asked, BY)).toEqual({ ok: true, edition: 1 })
    expect(await readTemplateDraft(store, AGENCY, draft)).toBeNull()
    const { rows } = await owner.query('select * from letter_template where letter = $1', [letter])
    expect(rows).toMatchObject([
      { source, ratifying_post: 'kepala-dinas', decree: 'Keputusan 1/2026', in_force_from: null },
    ])
    expect(await actsOf(letter)).toEqual(['drafted -', 'ratified 1'])
  })

  test('is one of 16 ratified at the same moment: each becomes an edition of its own, none is lost', async () => {
    const letter = newKind()
    const drafts = await Promise.all(Array.from({ length: 16 }, () => drafted(letter)))
    const done = await Promise.all(
      drafts.map(({ draft }) => ratifyTemplate(store, AGENCY, { draft, version: 1, ...RATIFYING }, BY)),
    )
    const numbers = done.map((one) => (one.ok ? one.edition : 0)).toSorted((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 16 }, (_, index) => index + 1))
  })
})

describe('an edition', () => {
  test('ends the one before on the day it comes into force, and gives that day back when it is withdrawn before', async () => {
    const letter = newKind()
    await ratified(letter)
    await ratified(letter)
    const force = (edition: number, from: string) =>
      putTemplateInForce(store, AGENCY, { letter, edition, from, ...DAYS }, BY)
    expect([await force(1, TODAY), await force(2, '2027-01-01')]).toEqual([{ ok: true }, { ok: true }])
    expect(await daysOf(letter)).toEqual([
      { edition: 1, from: TODAY, to: '2027-01-01' },
      { edition: 2, from: '2027-01-01', to: null },
    ])
    expect(await withdrawTemplate(store, AGENCY, { letter, edition: 2, ...DAYS }, BY)).toEqual({ ok: true })
    expect(await daysOf(letter)).toEqual([
      { edition: 1, from: TODAY, to: null },
      { edition: 2, from: null, to: null },
    ])
    expect((await actsOf(letter)).slice(4)).toEqual([
      'in-force 1',
      'ended 1',
      'in-force 2',
      'withdrawn 2',
      'restored 1',
    ])
  })

  test('counts from the next look on in every process; without one in force the general text stands in', async () => {
    const letter = newKind()
    const [here, there] = [living(), living()]
    await Promise.all([here(files, NOW), there(files, NOW)])
    const source = textOf(letter, 'Pertama')
    await ratified(letter, source)
    await putTemplateInForce(store, AGENCY, { letter, edition: 1, from: TODAY, ...DAYS }, BY)
    for (const look of [here, there]) expect((await look(files, NOW)).letters[letter]).toBe(source)
    await withdrawTemplate(store, AGENCY, { letter, edition: 1, ...DAYS }, BY)
    for (const look of [here, there]) expect((await look(files, NOW)).letters).not.toHaveProperty(letter)
  })

  test('is put in force by one of 32 who publish at the same moment; the others are told which one stands', async () => {
    const letter = newKind()
    for (let count = 0; count < 32; count += 1) await ratified(letter)
    const done = await Promise.all(
      Array.from({ length: 32 }, (_, index) =>
        putTemplateInForce(store, AGENCY, { letter, edition: index + 1, from: TODAY, ...DAYS }, BY),
      ),
    )
    expect(done.filter((one) => one.ok)).toHaveLength(1)
    const standing = (await daysOf(letter)).filter((one) => one.from !== null)
    expect(standing).toHaveLength(1)
    for (const one of done)
      if (!one.ok) expect(one.sentence.id).toContain(`Edisi ${standing[0]?.edition} sudah ditetapkan`)
  })

  test.each(['read committed', 'repeatable read', 'serializable'])(
    'is never beside another, also when 32 write past all our rules at once (%s)',
    async (isolation) => {
      const letter = newKind()
      for (let count = 0; count < 32; count += 1) await ratified(letter)
      const done = await Promise.allSettled(
        Array.from({ length: 32 }, async (_, index) => {
          const client = await store.pool.connect()
          try {
            await client.query(`begin isolation level ${isolation}`)
            await client.query(`select set_config('mipp.agency', $1, true)`, [AGENCY])
            await client.query(
              'update letter_template set in_force_from = $1, in_force_to = $2 where letter = $3 and edition = $4',
              [TODAY, '2027-01-01', letter, index + 1],
            )
            await client.query('commit')
          } catch (error) {
            await client.query('rollback')
            throw error
          } finally {
            client.release()
          }
        }),
      )
      expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
      expect((await daysOf(letter)).filter((one) => one.from !== null)).toHaveLength(1)
    },
  )

  test.each(['mipp_app', 'mipp_worker'])('cannot be changed or taken away by %s, nor its journal', async (role) => {
    for (const statement of [
      `update letter_template set source = ''`,
      `update letter_template set sha256 = ''`,
      'update letter_template set edition = 9',
      `update letter_template set decree = 'palsu', ratifying_post = 'kepala-dinas'`,
      'delete from letter_template',
      'alter table letter_template disable trigger user',
      'update letter_template_journal set detail = $${}$$',
      'delete from letter_template_journal',
      'select keep_letter_templates_apart()',
    ])
      await tried(async () => {
        await owner.query(`set local role ${role}`)
        await owner.query(`select set_config('mipp.agency', 'demak', true)`)
        expect([statement, await attempt(statement)]).toEqual([
          statement,
          expect.stringMatching(/permission denied|must be owner/),
        ])
      })
  })
})
