import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mipp } from '../../../test/support/command-line.ts'
import { EDITION_2022 } from '../../core/procedure/compare/edition-2022.fixture.ts'

let folder: string
let old: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-diff-'))
  old = join(folder, 'lama.yaml')
  await writeFile(old, EDITION_2022)
})
afterAll(() => rm(folder, { recursive: true }))

const diff = (...words: string[]) => mipp(['procedure', 'diff', ...words], {})

describe('the difference of two editions on the command line', () => {
  test('is told in sentences first, then fact by fact, and what is the same is left out', async () => {
    const { code, out } = await diff(old, 'subdomain-hosting')
    expect(code).toBe(0)
    expect(out).toContain('  8 menjadi 7 langkah.')
    expect(out).toContain('  - Sub Koor SPA')
    expect(out).toMatch(/≠ kelengkapan: Disposisi Kadis\n +-> Disposisi Kabid/)
    expect(out).not.toContain('judul')
  })

  test('is given to programs as data', async () => {
    const { out } = await diff(old, 'demak/subdomain-hosting@2025-05', '--json')
    expect(JSON.parse(out)).toMatchObject({
      isSame: false,
      before: { edition: '2022-02' },
      after: { edition: '2025-05' },
    })
  })

  test('of an edition and itself is nothing', async () => {
    const { out } = await diff('subdomain-hosting', 'subdomain-hosting@2025-05')
    expect(out).toBe('subdomain-hosting@2025-05 -> subdomain-hosting@2025-05\n  Isi kedua edisi sama.')
  })

  test('says which side cannot be read, and on which line', async () => {
    const broken = join(folder, 'rusak.yaml')
    await writeFile(broken, EDITION_2022.replace('act: submit', 'act: sumbit'))
    const { code, err } = await diff(broken, 'tidak-ada@1')
    expect(code).toBe(1)
    expect(err).toMatch(/rusak\.yaml:26: act pada langkah .* tidak boleh "sumbit".*Maksud Anda "submit"/)
    expect(err).toContain('Tidak ada instansi yang mempunyai "tidak-ada@1".')
    expect((await diff(join(folder, 'hilang.yaml'), old)).err).toContain('tidak dapat dibaca')
    expect((await diff(old)).code).toBe(2)
  })
})
