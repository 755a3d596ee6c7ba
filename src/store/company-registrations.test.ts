import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../test/support/office.ts'
import { listClients } from './clients.ts'
import { readAccount } from './people.ts'
import { inviteAgain } from './people-changes.ts'
import { approveRegistration, refuseRegistration, register } from './registrations.ts'

const NOW = '2026-11-20T02:00:00.000Z'
const letter = { subject: 'Perihal', body: 'Isi' }

let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ isDemo: false, works: false })
})
afterAll(() => office.stop())

const joins = async (nib: string, name: string): Promise<string> => {
  const person = randomUUID()
  await register(office.office.store, 'demak', {
    person,
    name: 'Orang Perusahaan',
    email: `${person}@pt.example`,
    phone: '0291 685000',
    language: 'id',
    asksFor: { company: { nib, name, address: `Jalan ${name}` } },
    jobTitle: 'Manajer',
    now: NOW,
    today: '2026-11-20',
    newId: randomUUID,
    letterTo: () => letter,
    letterToAdministrator: () => letter,
  })
  return person
}
const link = () => ({ mail: randomUUID(), token: randomUUID(), expiresAt: '2026-11-27T02:00:00.000Z', ...letter })
const approve = (person: string) =>
  approveRegistration(office.office.store, 'demak', { person, link: link(), now: NOW })
const refuse = (person: string) =>
  refuseRegistration(office.office.store, 'demak', { person, letter, mail: randomUUID(), now: NOW })
const companiesOf = async (nib: string) =>
  (await listClients(office.office.store, 'demak', ['company'])).filter((one) => one.nib === nib)
const clientOf = async (person: string) => (await readAccount(office.office.store, 'demak', person))?.clients[0]

describe('a company that registers itself', () => {
  test('with a number that is no NIB is refused by the book itself', async () => {
    await expect(joins('123', 'PT Pendek')).rejects.toThrow('client_nib')
  })

  test('is offered to nobody until the office has approved one of its people', async () => {
    const person = await joins('1000000000001', 'PT Satu')
    expect(await companiesOf('1000000000001')).toEqual([])
    expect(await approve(person)).toBe(true)
    expect(await companiesOf('1000000000001')).toEqual([
      {
        client: 'nib-1000000000001',
        name: 'PT Satu',
        address: 'Jalan PT Satu',
        head: 'Pimpinan PT Satu',
        kind: 'company',
        nib: '1000000000001',
      },
    ])
  })

  test('stays out of the book when its person is refused, and comes in with them when the account is opened after all', async () => {
    const person = await joins('1000000000002', 'PT Dua')
    expect(await refuse(person)).toBe(true)
    expect(await approve(person)).toBe(false)
    expect(await companiesOf('1000000000002')).toEqual([])
    expect(await inviteAgain(office.office.store, 'demak', { person, link: link(), now: NOW })).toBe(true)
    expect((await companiesOf('1000000000002')).map((one) => one.name)).toEqual(['PT Dua'])
  })

  test('is called as the person typed it whom the office approved, not as whoever named the NIB first', async () => {
    const first = await joins('1000000000003', 'PT Palsu')
    const second = await joins('1000000000003', 'PT Asli')
    expect((await clientOf(second))?.name).toBe('PT Asli')
    await refuse(first)
    await approve(second)
    expect((await companiesOf('1000000000003')).map((one) => one.name)).toEqual(['PT Asli'])
  })

  test('keeps its name and address when another person joins it later under another name', async () => {
    await approve(await joins('1000000000004', 'PT Tetap'))
    const later = await joins('1000000000004', 'PT Berubah')
    expect(await clientOf(later)).toMatchObject({
      name: 'PT Tetap',
      company: { nib: '1000000000004', isNew: false, typed: { name: 'PT Berubah', address: 'Jalan PT Berubah' } },
    })
    await approve(later)
    expect((await companiesOf('1000000000004')).map((one) => one.name)).toEqual(['PT Tetap'])
  })

  test('is one company when several of its people register and are approved at the same moment', async () => {
    const names = ['PT A', 'PT B', 'PT C', 'PT D']
    const people = await Promise.all(names.map((name) => joins('1000000000005', name)))
    expect(await Promise.all(people.map(approve))).toEqual([true, true, true, true])
    const [company, ...more] = await companiesOf('1000000000005')
    expect(more).toEqual([])
    expect(names).toContain(company?.name)
  })
})
