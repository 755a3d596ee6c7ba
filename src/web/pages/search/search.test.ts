import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import { subdomainForm, submitted, toTechnician, type Walk } from '../../../../test/support/walk.ts'
import { wordsQuery } from '../../../store/search.ts'
import { deed, entering, everybody, type People } from '../dossier/desk.fixture.ts'

let office: TestOffice
let at: People
let walk: Walk

beforeAll(async () => {
  office = await startOffice()
  at = await everybody(office)
  walk = await submitted(office, subdomainForm('arsip-lama', { 'nomor-surat': '045/812/ARSIP/2026' }))
  await deed(at.pelaksana, walk, entering)
})
afterAll(() => office.stop())

const find = async (query: string, who: keyof People = 'pelaksana'): Promise<string> =>
  wordsOf((await at[who].get(`/search?q=${encodeURIComponent(query)}`)).text)

describe('The search box', () => {
  test('finds a dossier by any of its numbers, by the wanted name and by the client', async () => {
    const { number, trackingCode, agenda } = await walk.see()
    const asked = [
      number,
      number.split('/').at(-1) ?? '',
      trackingCode,
      `${agenda?.number}`,
      '045/812/ARSIP',
      'arsip-lama',
      'ARSIP-LAMA.demakkab.go.id',
      'arsip lam',
      'kearsipan',
    ]
    for (const query of asked)
      expect([query, await find(query)]).toEqual([query, expect.stringContaining('Subdomain arsip-lama')])
  })

  test('answers "sampai mana surat saya?" with step, desk and time', async () => {
    expect(await find('arsip-lama')).toMatch(/Langkah 3 dari 8, di meja Kepala Dinas sejak \S+ \S+/)
  })

  test('says kindly that nothing was found, and asks when nothing was typed', async () => {
    expect(await find('tidak-ada-sama-sekali')).toContain('Tidak ada berkas yang cocok')
    expect(await find('')).toContain('Cari dengan nomor berkas')
  })

  test('bears whatever is typed', async () => {
    for (const query of [
      "' or 1=1 --",
      'a:* & !b | (c',
      '\\',
      '%',
      '<script>',
      'é'.repeat(300),
      '1 '.repeat(200),
      '\u0000x',
      '!!!',
    ]) {
      expect([query, (await at.pelaksana.get(`/search?q=${encodeURIComponent(query)}`)).status]).toEqual([query, 200])
    }
  })

  test('shows the typed words as text, never as a part of the page', async () => {
    const { text } = await at.pelaksana.get(`/search?q=${encodeURIComponent('"><b id=x>')}`)
    expect(text).not.toContain('<b id=x>')
  })

  test('finds an applicant their own requests and leads to the page of the request', async () => {
    const { text } = await at.pemohon.get('/search?q=arsip-lama')
    expect(text).toContain(`/mine/${walk.id}`)
  })

  test('does not find a secret dossier for a post that has nothing to do with it', async () => {
    const secret = await submitted(office, subdomainForm('sangat-tertutup'))
    await deed(at.pelaksana, secret, { ...entering, secrecy: 'rahasia' })
    expect(await find('sangat-tertutup', 'kadin')).toContain('Subdomain sangat-tertutup')
    expect(await find('sangat-tertutup', 'kasubag')).toContain('Tidak ada berkas yang cocok')
    expect(await find((await secret.see()).number, 'kasubag')).toContain('Tidak ada berkas yang cocok')
  })

  test('puts the dossier whose number was typed before others that only mention it', async () => {
    const { agenda } = await walk.see()
    const other = await submitted(office, subdomainForm('lain-lagi', { 'nomor-surat': `${agenda?.number}/2026` }))
    const { text } = await at.pelaksana.get(`/search?q=${agenda?.number}`)
    expect(text.indexOf(walk.id)).toBeGreaterThan(0)
    expect(text.indexOf(walk.id)).toBeLessThan(text.indexOf(other.id))
  })

  test('finds a letter by the number the office gave it', async () => {
    const done = await submitted(office, subdomainForm('sudah-ditolak'))
    await done.finish({ urgency: 'biasa', secrecy: 'biasa' })
    await done.finish({})
    await done.finish({})
    await deed(at.kabid, done, { do: 'reject', reason: 'Tidak sesuai' })
    const number = (await done.see()).letters[0]?.number ?? ''
    expect(number).not.toBe('')
    expect(await find(number)).toContain('Subdomain sudah-ditolak')
    expect(await find(number)).toContain('Ditolak')
  })

  test('goes on page by page, each dossier once', async () => {
    for (let count = 0; count < 52; count += 1) await submitted(office, subdomainForm(`halaman-${count}`))
    const ids = (html: string): string[] =>
      [...html.matchAll(/id="found-([0-9a-f-]{36})"/g)].map((found) => found[1] ?? '')
    const first = await at.pelaksana.get('/search?q=halaman')
    const next = /href="(\/search\?q=halaman&amp;after=[^"]+)"/.exec(first.text)?.[1]?.replace('&amp;', '&') ?? ''
    const second = await at.pelaksana.get(next)
    expect([ids(first.text).length, ids(second.text).length]).toEqual([50, 2])
    expect(new Set([...ids(first.text), ...ids(second.text)]).size).toBe(52)
    expect(wordsOf(first.text)).toContain('52 berkas, yang terbaru di atas')
    expect(wordsOf(second.text)).not.toContain('52 berkas')
  })
})

test('what is typed becomes words to look for, and nothing else', () => {
  expect(wordsQuery('500.12/7/XI')).toBe("('500':* | '0500') & ('12':* | '0012') & ('7':* | '0007') & 'xi':*")
  expect(wordsQuery('arsip-desa-7')).toBe("'arsip' & 'desa' & ('7':* | '0007')")
  expect(wordsQuery('Kec.Bonang - ')).toBe("'kec':* & 'bonang':*")
  expect(wordsQuery(" ' & | ! ( ) :* ")).toBeNull()
})

test('the technician finds the dossier that the three desks have passed on', async () => {
  const passed = await submitted(office, subdomainForm('diteruskan'))
  await toTechnician(passed)
  expect(await find('diteruskan')).toContain('di meja Pelaksana / Pranata Komputer')
})
