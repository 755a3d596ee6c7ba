// `mipp procedure import` and `mipp procedure publish`: from a file into the running office.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mipp } from '../../../test/support/command-line.ts'
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { aProcedure } from '../../store/editions.fixture.ts'

let database: TestDatabase
let folder: string

beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'mipp-editions-'))
  await run('agency', 'create', 'demak')
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await database.drop()
})

const run = (...words: string[]) => mipp(words, { DATABASE_URL: database.ownerUrl })

const written = async (text: string, name = 'alat.yaml'): Promise<string> => {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}

const rows = async (query: string) => {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  return client
    .query(query)
    .then((result) => result.rows)
    .finally(() => client.end())
}

describe('publishing a file', () => {
  test('makes it an edition of the running office, in force from the day that is named, by the head of the office', async () => {
    const file = await written(aProcedure('2026'))
    const first = await run('procedure', 'publish', file, '--agency', 'demak', '--decree', 'Keputusan 1')
    expect({ code: first.code, out: first.out }).toEqual({ code: 0, out: expect.stringContaining('pinjam-alat@2026') })
    const next = await written(aProcedure('2030'))
    const words = ['procedure', 'publish', next, '--agency', 'demak', '--from', '2199-01-01', '--json']
    expect(JSON.parse((await run(...words)).out)).toMatchObject({ edition: '2030', from: '2199-01-01' })
    expect(
      await rows(
        `select edition, in_force_to, ratifying_post, decree from procedure_edition where procedure = 'pinjam-alat' order by 1`,
      ),
    ).toEqual([
      { edition: '2026', in_force_to: '2199-01-01', ratifying_post: 'kepala-dinas', decree: 'Keputusan 1' },
      { edition: '2030', in_force_to: null, ratifying_post: 'kepala-dinas', decree: '' },
    ])
    const shown = await run('procedure', 'show', 'demak/pinjam-alat', '--database', '--json')
    expect(JSON.parse(shown.out)).toMatchObject({ edition: '2026' })
  })

  test('takes a diagram of ours too, and keeps it as the file that an officer reads', async () => {
    const file = await written(aProcedure('7', { procedure: 'dari-diagram' }))
    const diagram = join(folder, 'alat.bpmn')
    expect((await run('procedure', 'bpmn', file, '--out', diagram)).code).toBe(0)
    expect(await run('procedure', 'publish', diagram, '--agency', 'demak')).toMatchObject({ code: 0 })
    const [kept] = await rows(`select source from procedure_edition where procedure = 'dari-diagram'`)
    expect(kept.source).toContain("procedure: dari-diagram\nedition: '7'\n")
  })

  test('is refused when nothing in it can be kept, with what to do', async () => {
    const file = await written('<html></html>', 'lain.bpmn')
    const { code, err } = await run('procedure', 'import', file, '--agency', 'demak')
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('lain.bpmn:1: Berkas bukan BPMN 2.0') })
  })

  test('is refused with file and line when the file has faults, and leaves nothing behind', async () => {
    const file = await written(aProcedure('1', { procedure: 'rusak' }).replace('post: pelaksana', 'post: juru-kunci'))
    const { code, err } = await run('procedure', 'publish', file, '--agency', 'demak')
    expect(code).toBe(1)
    expect(err).toContain(`${file}:7: Jabatan "juru-kunci"`)
    expect(await rows(`select from procedure_edition where procedure = 'rusak'`)).toEqual([])
  })

  test.each([
    [
      'another text under the name of a ratified edition',
      aProcedure('1', { procedure: 'tetap', title: 'Lain' }),
      [],
      'nama edisi yang baru',
    ],
    ['a day in the past', aProcedure('2', { procedure: 'tetap' }), ['--from', '2026-01-01'], 'berlaku surut'],
    ['what is no day', aProcedure('3', { procedure: 'tetap' }), ['--from', 'besok'], 'bukan tanggal'],
    ['a post that is not there', aProcedure('3', { procedure: 'tetap' }), ['--post', 'lurah'], 'Jabatan "lurah"'],
    [
      'an agency that is not there',
      aProcedure('3', { procedure: 'tetap' }),
      ['--agency', 'kudus'],
      'tidak memuat kantor',
    ],
  ])('is refused for %s', async (_, text, more, says) => {
    const first = await written(aProcedure('1', { procedure: 'tetap' }), 'tetap.yaml')
    await run('procedure', 'publish', first, '--agency', 'demak')
    const { code, err } = await run('procedure', 'publish', await written(text), '--agency', 'demak', ...more)
    expect({ code: code > 0, err }).toEqual({ code: true, err: expect.stringContaining(says) })
  })

  test('is all or nothing: an edition that cannot be in force from that day is not ratified either', async () => {
    const first = await written(aProcedure('1', { procedure: 'sekaligus' }))
    expect(await run('procedure', 'publish', first, '--agency', 'demak')).toMatchObject({ code: 0 })
    const second = await written(aProcedure('2', { procedure: 'sekaligus' }))
    const { code, err } = await run('procedure', 'publish', second, '--agency', 'demak')
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('Edisi 1 sudah ditetapkan berlaku') })
    const kept = `select edition from procedure_edition where procedure = 'sekaligus'`
    expect(await rows(kept)).toEqual([{ edition: '1' }])
    expect(await rows(`select edition from edition_journal where procedure = 'sekaligus' and edition = '2'`)).toEqual(
      [],
    )
    const better = await written(aProcedure('2', { procedure: 'sekaligus', title: 'Diperbaiki' }))
    const later = ['procedure', 'publish', better, '--agency', 'demak', '--from', '2199-01-01']
    expect(await run(...later)).toMatchObject({ code: 0 })
  })

  test('asks for the agency when there are several', async () => {
    const { code, err } = await run('procedure', 'publish', await written(aProcedure('9')))
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('--agency: demak, tulungagung') })
  })
})

describe('importing a file', () => {
  test('makes it a draft, also with faults, which are told with their lines', async () => {
    const file = await written(`${aProcedure('2026-draf', { procedure: 'setengah-jadi' })}salah: ya\n`)
    const { code, out, err } = await run('procedure', 'import', file, '--agency', 'demak', '--json')
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringMatching(/alat\.yaml:\d+: Kunci "salah" tidak dikenal/),
    })
    expect(JSON.parse(out)).toMatchObject({ procedure: 'setengah-jadi', edition: '2026-draf' })
    const { draft } = JSON.parse(out)
    expect(await rows(`select draft, version, created_by from procedure_draft`)).toEqual([
      { draft, version: 1, created_by: null },
    ])
    expect(await rows(`select act, draft from edition_journal where procedure = 'setengah-jadi'`)).toEqual([
      { act: 'imported', draft },
    ])
  })
})
