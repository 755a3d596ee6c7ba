// The commands about procedures, asked as a person at a terminal asks them.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { commandTable } from '../command-table.ts'
import { dispatch } from '../dispatch.ts'
import { projectRoot } from '../root.ts'

const CATALOGUE = join(projectRoot(), 'catalogue')
const DEMAK = 'demak/procedures/subdomain-hosting.yaml'
const TULUNGAGUNG = 'tulungagung/procedures/pengajuan-subdomain-hosting.yaml'

let folder: string

/** A copy of the catalogue that a test may spoil. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-catalogue-'))
  await cp(CATALOGUE, folder, { recursive: true })
})

afterAll(() => rm(folder, { recursive: true }))

const mipp = async (words: string, cwd = CATALOGUE) => {
  const out: string[] = []
  const err: string[] = []
  const io = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) }
  const code = await dispatch(words.split(' '), commandTable, { ...io, env: { MIPP_CATALOGUE: cwd }, cwd })
  return { code, out, err, text: out.join('\n') }
}

/** The copy with one file changed, for one question. */
const spoiled = async <T>(file: string, [from, to]: [string, string], ask: () => Promise<T>): Promise<T> => {
  const path = join(folder, file)
  const source = await readFile(path, 'utf8')
  if (!source.includes(from)) throw new Error(`${file} has no "${from}"`)
  await writeFile(path, source.replace(from, to))
  return ask().finally(() => writeFile(path, source))
}

const countFiles = async (): Promise<number> =>
  (await readdir(CATALOGUE, { recursive: true })).filter((file) => /procedures\/.*\.yaml$/.test(file)).length

describe('mipp procedure list', () => {
  test('tells every edition with the number of its printed steps', async () => {
    const { code, text } = await mipp('procedure list --json')
    expect(code).toBe(0)
    const listed = JSON.parse(text)
    expect(listed).toHaveLength(await countFiles())
    expect(listed).toContainEqual({
      agency: 'demak',
      procedure: 'subdomain-hosting',
      edition: '2025-05',
      number: 'DINKOMINFO/03/13',
      title: 'Permohonan Subdomain dan Hosting',
      steps: 7,
    })
    expect(listed).toContainEqual({
      agency: 'tulungagung',
      procedure: 'pengajuan-subdomain-hosting',
      edition: 'tanpa-tanggal',
      number: null,
      title: 'SOP Pengajuan / Perubahan Sub-Domain / Hosting Perangkat Daerah',
      steps: 15,
    })
  })

  test('says the same in words, a line each', async () => {
    const { out } = await mipp('procedure list')
    expect(out).toContain(
      'demak/subdomain-hosting@2025-05  DINKOMINFO/03/13  Permohonan Subdomain dan Hosting (7 langkah)',
    )
    expect(out).toHaveLength(await countFiles())
  })

  test('tells what cannot be read, and still lists the rest', async () => {
    const { code, out, err } = await spoiled(DEMAK, ['procedure: ', 'prosedur: '], () => mipp('procedure list', folder))
    expect(code).toBe(1)
    expect(out).toHaveLength((await countFiles()) - 1)
    expect(err.join('\n')).toContain(`${join(folder, DEMAK)}:4: Kunci "prosedur" tidak dikenal`)
  })

  test('says so when there is no catalogue', async () => {
    const { code, out, err } = await mipp('procedure list --json', join(folder, 'tidak-ada'))
    expect([code, out, err[0]]).toEqual([1, ['[]'], expect.stringContaining('tidak ada katalog di sini')])
  })

  test.each(['procedure list demak', 'procedure list --jason'])('"%s" is wrong use', async (words) => {
    expect((await mipp(words)).code).toBe(2)
  })
})

describe('mipp procedure show', () => {
  test('gives the file as data, under the names it has there', async () => {
    const { code, text } = await mipp('procedure show demak/subdomain-hosting@2025-05 --json')
    expect(code).toBe(0)
    expect(JSON.parse(text)).toEqual(parse(await readFile(join(CATALOGUE, DEMAK), 'utf8')))
  })

  test('without an edition shows the one in force', async () => {
    const other = (await readFile(join(CATALOGUE, DEMAK), 'utf8')).replace('edition: 2025-05', 'edition: 2026-01')
    await writeFile(join(folder, 'demak/procedures/subdomain-hosting-baru.yaml'), other)
    const { text } = await mipp('procedure show demak/subdomain-hosting --json', folder)
    expect(JSON.parse(text).edition).toBe('2025-05')
    const newer = await spoiled('demak/agency.yaml', ['edition: 2025-05', 'edition: 2026-01'], () =>
      mipp('procedure show demak/subdomain-hosting --json', folder),
    )
    expect(JSON.parse(newer.text).edition).toBe('2026-01')
    const none = await spoiled('demak/agency.yaml', ['{ procedure: subdomain-hosting', '{ procedure: lain'], () =>
      mipp('procedure show demak/subdomain-hosting', folder),
    )
    expect([none.code, none.err[0]]).toEqual([
      1,
      expect.stringMatching(/@2025-05.* Tulis edisinya, misalnya demak\/subdomain-hosting@2026-01; atau --database/),
    ])
    await rm(join(folder, 'demak/procedures/subdomain-hosting-baru.yaml'))
  })

  test('is readable: rows, times, printed cells, where a question leads', async () => {
    const { text } = await mipp('procedure show tulungagung/pengajuan-subdomain-hosting')
    expect(text).toContain('  2. Mengecek pengajuan')
    expect(text).toContain('Waktu       : 30 menit')
    expect(text).toContain('Kelengkapan : PC, Internet, Data pengajuan')
    expect(text).toContain('Tidak, kembalikan untuk diperbaiki -> langkah 3')
    expect(text).toContain('Tidak, konsep surat dibuat dan email dikirim -> langkah 12 dan langkah 13')
    expect(text).toContain('Menunggu semua cabang selesai')
    expect((await mipp('procedure show demak/subdomain-hosting')).text).toContain('  +. Menerima surat akun')
  })

  test.each([
    ['procedure show demak/tidak-ada', 'Prosedur "tidak-ada" tidak ada pada demak.'],
    ['procedure show kudus/subdomain-hosting', 'Instansi "kudus" tidak ada di katalog.'],
    [
      'procedure show demak/subdomain-hosting@2022',
      'Edisi "2022" dari subdomain-hosting tidak ada; yang ada: 2025-05, 2022-02.',
    ],
  ])('"%s" is refused with a sentence', async (words, says) => {
    const { code, out, err } = await mipp(words)
    expect([code, out, err[0]]).toEqual([1, [], says])
  })

  test.each([
    'procedure show',
    'procedure show demak',
    'procedure show ../etc/passwd',
    'procedure show a/b c/d',
    'procedure show a/b --x',
  ])('"%s" is wrong use', async (words) => {
    expect((await mipp(words)).code).toBe(2)
  })
})

describe('mipp procedure lint', () => {
  test('has nothing to say about the procedures that come with MIPP', async () => {
    expect(await mipp(`procedure lint ${DEMAK} ${TULUNGAGUNG}`)).toMatchObject({
      code: 0,
      out: ['Tidak ada kesalahan dan peringatan. / No faults and no warnings.'],
      err: [],
    })
    expect(await mipp(`procedure lint ${DEMAK} --json`)).toMatchObject({ code: 0, out: ['[]'] })
  })

  test('tells all faults at once, each with file and line', async () => {
    const { code, out } = await spoiled(DEMAK, ['time: 30 menit', 'time: sebentar'], () =>
      spoiled(DEMAK, ['    forwardsTo: kadin', '    forwardsTo: camat'], () => mipp(`procedure lint ${DEMAK}`, folder)),
    )
    expect(code).toBe(1)
    expect(out).toHaveLength(2)
    expect(out[0]).toMatch(
      /^demak\/procedures\/subdomain-hosting\.yaml:\d+: Pelaksana "camat" tidak ada, pada langkah /,
    )
    expect(out[1]).toMatch(/:\d+: Waktu "sebentar" tidak terbaca\. .* \/ The time "sebentar" cannot be read\./)
  })

  test('is content with warnings alone', async () => {
    const { code, out } = await spoiled(DEMAK, ['promise: 7 hari', 'promise: 60 menit'], () =>
      mipp(`procedure lint ${DEMAK}`, folder),
    )
    expect([code, out]).toEqual([0, [expect.stringMatching(/:\d+: Peringatan: .* \/ Warning: /)]])
  })

  test('looks into the letters that the procedure sends', async () => {
    const { code, out } = await spoiled('demak/letters/surat-akun.md', ['{keperluan}', '{kebutuhan}'], () =>
      mipp(`procedure lint ${DEMAK}`, folder),
    )
    expect(code).toBe(1)
    expect(out[0]).toMatch(/:\d+: Surat "surat-akun", baris \d+: Isian \{kebutuhan\} tidak dikenal untuk surat ini\./)
  })

  test('looks for the posts in the file of the agency', async () => {
    const { out } = await spoiled(DEMAK, ['post: kabid-aptika', 'post: kabid-tik'], () =>
      mipp(`procedure lint ${DEMAK}`, folder),
    )
    expect(out[0]).toMatch(/:\d+: Jabatan "kabid-tik" dari pelaksana "kabid" tidak ada di agency\.yaml\./)
  })

  test('looks for the heading of the service in the file of the agency', async () => {
    const { code, out } = await spoiled(DEMAK, ['  summary: { id:', '  area: tidak-ada\n  summary: { id:'], () =>
      mipp(`procedure lint ${DEMAK}`, folder),
    )
    expect([code, out]).toEqual([0, [expect.stringContaining('Bidang layanan "tidak-ada" tidak ada di agency.yaml')]])
  })

  test('warns of a letter that has no text of its own', async () => {
    const { out } = await spoiled(DEMAK, ['letter: surat-akun', 'letter: surat-baru'], () =>
      mipp(`procedure lint ${DEMAK}`, folder),
    )
    expect(out).toContainEqual(expect.stringMatching(/Peringatan: Surat "surat-baru" belum mempunyai naskah/))
  })

  test('reads a file that stands alone', async () => {
    const alone = join(folder, 'sendiri.yaml')
    await writeFile(alone, await readFile(join(CATALOGUE, DEMAK), 'utf8'))
    expect(await mipp('procedure lint sendiri.yaml', folder)).toMatchObject({
      code: 0,
      out: [expect.stringContaining('tidak berada di folder procedures sebuah kantor')],
    })
  })

  test('of a file that is not there is wrong use, and the others are still looked at', async () => {
    const { code, out, err } = await spoiled(DEMAK, ['time: 30 menit', 'time: sebentar'], () =>
      mipp(`procedure lint tidak-ada.yaml demak ${DEMAK}`, folder),
    )
    expect(code).toBe(2)
    expect(err).toEqual([expect.stringContaining('tidak-ada.yaml'), expect.stringContaining('demak')])
    expect(out).toHaveLength(1)
  })

  test('without a file is wrong use', async () => {
    expect((await mipp('procedure lint')).code).toBe(2)
    expect((await mipp('procedure lint --strict x')).code).toBe(2)
  })
})
