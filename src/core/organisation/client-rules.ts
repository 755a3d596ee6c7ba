// Agencies that ask, the accounts that ask for them, and people who are new to the office.
import { isDay } from '../clock/instant.ts'
import { membershipKey } from './apply.ts'
import { type Asked, done, GONE, type Judged, no } from './change.ts'
import { isOpen, isUsable } from './organisation.ts'
import { firstFault, keyFault, nameFault, presenceFault } from './row-checks.ts'

export const judgeClient = ({ office, change, facts }: Asked<'client'>): Judged => {
  const { row, isNew } = change
  const before = office.clients.find((one) => one.client === row.client) ?? null
  const fault = firstFault(
    keyFault('client', row.client),
    presenceFault('client', { key: row.client, isNew, isThere: before !== null }),
    nameFault('name', row.name, ['nama perangkat daerah', 'the name of the agency']),
    nameFault('head', row.head, ['jabatan pimpinannya', "its head's title"]),
    nameFault('address', row.address, ['alamatnya', 'its address']),
    (before?.kind ?? 'agency') === row.kind
      ? null
      : no('client', 'Perusahaan mendaftarkan dirinya sendiri.', 'A company registers itself.'),
    row.closedOn === null || (isDay(row.closedOn) && row.closedOn <= facts.today)
      ? null
      : no(
          'closedOn',
          'Tulis tanggal penutupan yang benar, paling lambat hari ini.',
          'Write a real day of closing, today at the latest.',
        ),
    sameNameFault({ office, row }),
  )
  return fault ?? done([{ kind: 'client', key: row.client, before, after: row }])
}

const sameNameFault = ({
  office,
  row,
}: {
  office: Asked<'client'>['office']
  row: Asked<'client'>['change']['row']
}) => {
  const twin = office.clients.find(
    (one) => one.client !== row.client && one.closedOn === null && one.name.toLowerCase() === row.name.toLowerCase(),
  )
  return twin && row.closedOn === null
    ? no('name', `${twin.name} sudah ada (kode ${twin.client}).`, `${twin.name} is there already (key ${twin.client}).`)
    : null
}

export const judgePerson = ({ office, change: { row } }: Asked<'person'>): Judged => {
  const known = office.people.find((one) => one.email.toLowerCase() === row.email.toLowerCase())
  const fault = firstFault(
    nameFault('name', row.name, ['nama', 'the name']),
    isAddress(row.email)
      ? null
      : no(
          'email',
          `Surel "${row.email.slice(0, 80)}" tidak benar. Tulis seperti nama@instansi.go.id.`,
          `The address "${row.email.slice(0, 80)}" is wrong. Write it like name@agency.go.id.`,
        ),
    known
      ? no('email', `Surel ${row.email} sudah punya akun.`, `The address ${row.email} has an account already.`)
      : null,
  )
  return fault ?? done([{ kind: 'person', key: row.person, before: null, after: row }])
}

/** Whether mail arrives there the invitation shows. */
const isAddress = (email: string): boolean =>
  email.length <= 254 && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(email)

export const judgeMembership = ({ office, change, facts }: Asked<'membership' | 'drop-membership'>): Judged => {
  const wanted = change.type === 'membership' ? change.row : change
  const key = membershipKey(wanted)
  const before = office.memberships.find((one) => membershipKey(one) === key) ?? null
  if (change.type === 'drop-membership') return before ? done([{ kind: 'membership', key, before, after: null }]) : GONE
  const client = office.clients.find((one) => one.client === change.row.client)
  const person = office.people.find((one) => one.person === change.row.person)
  const fault = firstFault(
    client && isOpen(client, facts.today)
      ? null
      : no('client', 'Pilih perangkat daerah dari daftar.', 'Choose an agency of the list.'),
    person && isUsable(person) ? null : GONE,
    nameFault('jobTitle', change.row.jobTitle, ['jabatannya di sana', 'the job title there']),
    before ? no('client', 'Orang ini sudah mengajukan untuknya.', 'This person asks for it already.') : null,
  )
  return fault ?? done([{ kind: 'membership', key, before, after: change.row }])
}
