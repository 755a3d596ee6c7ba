// The views of a work list: what is mine, what lies in the team's basket, what waits for others, narrowed and as a table.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { makePerson, signIn } from '../../../../test/support/people.ts'
import { type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { subdomainForm, submitted } from '../../../../test/support/walk.ts'
import { deed, disposing, entering, everybody, type People } from '../dossier/desk.fixture.ts'

let office: TestOffice
let at: People
/** A second holder of the post of the front desk. */
let colleague: Visit
let now = '2026-11-23T02:00:00.000Z'

const clock = (wib: string): void => {
  now = new Date(`2026-11-23T${wib.replace('.', ':')}:00+07:00`).toISOString()
}

beforeAll(async () => {
  office = await startOffice({ now: () => now, works: false })
  at = await everybody(office)
  const mandate = {
    mandate: randomUUID(),
    post: 'pelaksana',
    capacity: 'definitive',
    fromOn: '2026-01-01',
    decree: null,
  }
  const email = 'rekan@dinkominfo.example'
  await makePerson(office, { email, name: 'Rekan Pelaksana', mandate: mandate as never })
  colleague = office.visitor()
  await signIn(colleague, email)
})
afterAll(() => office.stop())

const subjectsIn = (html: string): string[] =>
  [...html.matchAll(/data-row[^>]*>([^<]+)<\/a>/g)].map(
    (found) => (found[1] ?? '').replace('Subdomain ', '').split('.')[0] ?? '',
  )
const shown = async (visit: Visit, address: string): Promise<string[]> => subjectsIn((await visit.get(address)).text)
const countOf = (html: string, view: string): string =>
  wordsOf(new RegExp(`class="tab tab-${view}"[^>]*>(.*?)</a>`, 's').exec(html)?.[1] ?? '').replace(/\D+/g, '')

describe('Two colleagues share a post', () => {
  test('what nobody has taken lies in the basket of both and on the desk of none', async () => {
    clock('09.00')
    await submitted(office, subdomainForm('keranjang-satu'))
    for (const visit of [at.pelaksana, colleague]) {
      expect(await shown(visit, '/work')).toEqual([])
      expect(await shown(visit, '/work?view=basket')).toEqual(['keranjang-satu'])
    }
    const empty = wordsOf((await at.pelaksana.get('/work')).text)
    expect(empty).toContain('Lihat keranjang tim (1)')
  })

  test('what one has taken is theirs; the other finds it under the team, with the name', async () => {
    const walk = await submitted(office, subdomainForm('diambil'))
    await deed(at.pelaksana, walk, { do: 'take' })
    expect(await shown(at.pelaksana, '/work')).toEqual(['diambil'])
    expect(await shown(colleague, '/work')).toEqual([])
    expect(await shown(colleague, '/work?view=basket')).not.toContain('diambil')
    const team = await colleague.get('/work?view=team')
    expect(subjectsIn(team.text)).toContain('diambil')
    expect(wordsOf(team.text)).toContain('dikerjakan Petugas Pelaksana')
  })

  test('each view says how much stands in it, and the menu how much one may begin or go on with', async () => {
    const mine = (await at.pelaksana.get('/work')).text
    expect([countOf(mine, 'mine'), countOf(mine, 'basket'), countOf(mine, 'team')]).toEqual(['1', '1', '2'])
    expect(wordsOf(mine)).toContain('Pekerjaan 2 menunggu')
    expect(wordsOf((await colleague.get('/agenda')).text)).toContain('Pekerjaan 1 menunggu')
  })

  test('whoever has a post for themselves has no basket, and a head sees the posts below', async () => {
    const head = (await at.kadin.get('/work')).text
    expect(head).not.toContain('tab-basket')
    expect(await shown(at.kadin, '/work')).toEqual([])
    expect(await shown(at.kadin, '/work?view=team')).toEqual(expect.arrayContaining(['diambil', 'keranjang-satu']))
  })
})

describe('Waiting for others', () => {
  test('shows who holds it and since when, until it has come to its end or comes back', async () => {
    clock('10.00')
    const walk = await submitted(office, subdomainForm('di-tempat-lain'))
    await deed(at.pelaksana, walk, { ...entering, urgency: 'sangat-segera' })
    expect(await shown(at.pelaksana, '/work?view=elsewhere')).toEqual(['di-tempat-lain'])
    expect(wordsOf((await at.pelaksana.get('/work?view=elsewhere')).text)).toContain(
      'di Kepala Dinas sejak hari ini 10.00',
    )
    clock('10.20')
    await deed(at.kadin, walk, disposing)
    expect(wordsOf((await at.kadin.get('/work?view=elsewhere')).text)).toContain('di Sekretaris sejak hari ini 10.20')
    await deed(at.sekretaris, walk, disposing)
    await deed(at.kabid, walk, disposing)
    // Back on the desk of the first: it waits for nobody else.
    expect(await shown(at.pelaksana, '/work?view=elsewhere')).toEqual([])
    expect(await shown(at.kabid, '/work?view=elsewhere')).toEqual(['di-tempat-lain'])
    await walk.send(
      { kind: 'client', person: randomUUID(), client: 'dinas-arsip' },
      { type: 'withdraw', reason: 'Tidak jadi' },
    )
    expect(await shown(at.kabid, '/work?view=elsewhere')).toEqual([])
  })

  test('tells of a dossier that lies with the applicant', async () => {
    const walk = await submitted(office, subdomainForm('di-pemohon'))
    await deed(at.pelaksana, walk, { do: 'return', reason: 'Surat belum lengkap' })
    expect(wordsOf((await at.pelaksana.get('/work?view=elsewhere&text=di-pemohon')).text)).toMatch(
      /di OPD sejak hari ini/i,
    )
  })
})

describe('Overdue and due today', () => {
  test('are told apart to the minute', async () => {
    clock('10.30')
    await submitted(office, subdomainForm('batas-hari-ini'))
    expect(await shown(at.pelaksana, '/work?view=today')).toContain('batas-hari-ini')
    expect(await shown(at.pelaksana, '/work?view=overdue')).not.toContain('batas-hari-ini')
    clock('10.36')
    expect(await shown(at.pelaksana, '/work?view=today')).not.toContain('batas-hari-ini')
    expect(await shown(at.pelaksana, '/work?view=overdue')).toContain('batas-hari-ini')
  })
})

describe('A list narrowed by its address', () => {
  test.each([
    ['text=KERANJANG', ['keranjang-satu']],
    ['procedure=subdomain-hosting&step=catat&text=batas', ['batas-hari-ini']],
    ['urgency=sangat-segera', []],
    ['client=bappeda', []],
    ['client=dinas-arsip&text=keranjang', ['keranjang-satu']],
    ['from=2026-11-24', []],
    ['from=2026-11-23&to=2026-11-23&text=keranjang', ['keranjang-satu']],
    ['to=2026-11-22', []],
    ['sort=newest', ['batas-hari-ini', 'keranjang-satu']],
    ['sort=oldest', ['keranjang-satu', 'batas-hari-ini']],
    ['sort=urgent', ['keranjang-satu', 'batas-hari-ini']],
  ])('%s', async (query, expected) => {
    const answer = await colleague.get(`/work?view=basket&${query}`)
    expect(wordsOf(answer.text)).not.toContain('tidak dikenal')
    expect(subjectsIn(answer.text)).toEqual(expected)
  })

  test.each([
    ['urgency=kilat', 'Sifat: kilat'],
    ['view=rahasia', 'Tampilan: rahasia'],
    ['sort=acak', 'Urutan: acak'],
    ['procedure=tidak-ada', 'Layanan: tidak-ada'],
    ['step=catat', 'Langkah: catat'],
    ['from=2026-02-30', 'Diterima dari: 2026-02-30'],
    ['client=%00', ''],
    ['warna=biru', 'warna'],
    ['after=bukan-penanda', 'Penanda halaman'],
    ['text=%25%27%22%3Cscript%3E', ''],
  ])('tells what it does not know instead of obeying or breaking: %s', async (query, told) => {
    const answer = await at.pelaksana.get(`/work?${query}`)
    expect(answer.status).toBe(200)
    expect(wordsOf(answer.text)).toContain(told)
    expect(answer.text).not.toContain('<script>')
  })

  test('a form leaves nothing empty in the address that is kept', async () => {
    const answer = await at.pelaksana.get('/work?view=basket&text=&procedure=&client=dinas-arsip&from=&to=&sort=due')
    expect(answer.location).toBe('/work?view=basket&client=dinas-arsip')
  })
})

describe('The table for a spreadsheet', () => {
  test('has the rows that are seen, with semicolons, and nothing that would be calculated', async () => {
    clock('10.50')
    await submitted(office, subdomainForm('tabel', { keperluan: 'Uji; "kutip"' }))
    const answer = await at.pelaksana.get('/work.csv?view=basket&text=tabel')
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    const [head, row, end] = answer.text.replace('\uFEFF', '').split('\r\n')
    expect(head?.split(';').slice(0, 3)).toEqual(['Nomor berkas', 'Hal', 'Pemohon'])
    expect(row?.split(';').slice(1, 3)).toEqual(['Subdomain tabel.demakkab.go.id', 'Dinas Perpustakaan dan Kearsipan'])
    expect(row).toContain(';2026-11-23 10:50;')
    expect(end).toBe('')
  })

  test('is for officers alone', async () => {
    expect((await at.pemohon.get('/work.csv')).status).toBe(404)
    expect((await office.visitor().get('/work.csv')).location).toBe('/sign-in?to=%2Fwork.csv')
  })
})
