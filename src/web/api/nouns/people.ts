// Accounts and mandates, for administrators: the same acts as on the people pages.
import { z } from 'zod'
import { inZone } from '../../../core/clock/instant.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { listClients } from '../../../store/clients.ts'
import { listAccounts, readAccount } from '../../../store/people.ts'
import { closeAccount, inviteAgain, invitePerson, saveService } from '../../../store/people-changes.ts'
import { approveRegistration, refuseRegistration } from '../../../store/registrations.ts'
import { lettersOf } from '../../pages/account/letters.ts'
import { invitationLink } from '../../pages/people/invitation-link.ts'
import { atAccount, unknownPost } from '../at-account.ts'
import { type Asked, bad, type Call, type Caller, type Endpoint, endpoint, good, type Reply } from '../endpoint.ts'
import type { ValueFault } from '../problem.ts'
import { id } from '../shapes/common.ts'
import { invitation, person, personOfAccount, refusing, service } from '../shapes/person.ts'

const params = z.object({ person: id })
const common = { tag: 'people', scope: 'people', problems: ['not-allowed'] } as const
const onPerson = { ...common, params, answer: person, problems: ['not-allowed', 'not-open'] } as const

export const peopleEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    ...common,
    id: 'listPeople',
    path: '/people',
    summary: sentence('Semua akun, menurut nama', 'All accounts, by name'),
    answer: z.strictObject({ people: z.array(person) }),
    handle: async ({ services, office, caller }) =>
      mayOffice(caller.actor, 'manage-people')
        ? good({ people: (await listAccounts(services.store, office)).map(personOfAccount) })
        : bad('not-allowed'),
  }),
  endpoint('get', {
    ...onPerson,
    problems: ['not-allowed'],
    id: 'getPerson',
    path: '/people/{person}',
    summary: sentence('Satu akun', 'One account'),
    handle: (call) => atAccount(call, async () => null),
  }),
  endpoint('post', {
    ...common,
    id: 'invitePerson',
    path: '/people',
    status: 201,
    summary: sentence('Undang seseorang lewat surel', 'Invite somebody by mail'),
    body: invitation,
    locates: true,
    answer: person,
    example: {
      name: 'Petugas Loket Dua',
      email: 'loket.dua@kominfo.example',
      mandate: { post: 'pelaksana', capacity: 'definitive', fromOn: '2026-11-01', decree: '821/45/2026' },
    },
    handle: (call) => invite(call),
  }),
  endpoint('post', {
    ...onPerson,
    id: 'approvePerson',
    path: '/people/{person}/approve',
    summary: sentence('Setujui pendaftaran', 'Approve a registration'),
    handle: (call) =>
      atAccount(call, async ({ person: who, language }) => {
        const link = invitationLink(call.visitor, call.services, { kind: 'approved', language })
        const isDone = await approveRegistration(call.services.store, call.office, { person: who, link, now: call.now })
        return isDone ? null : bad('not-open')
      }),
  }),
  endpoint('post', {
    ...onPerson,
    id: 'refusePerson',
    path: '/people/{person}/refuse',
    summary: sentence('Tolak pendaftaran dengan alasan', 'Refuse a registration, with a reason'),
    body: refusing,
    example: { reason: 'Bukan pegawai perangkat daerah ini.' },
    handle: (call) =>
      atAccount(call, async ({ person: who, language }) => {
        const letter = lettersOf(call.visitor, call.services).refused(language, call.body.reason)
        const answer = { person: who, letter, mail: call.services.newId(), now: call.now }
        return (await refuseRegistration(call.services.store, call.office, answer)) ? null : bad('not-open')
      }),
  }),
  endpoint('post', {
    ...onPerson,
    id: 'inviteAgain',
    path: '/people/{person}/invite-again',
    summary: sentence('Kirim undangan baru', 'Send a new invitation'),
    handle: (call) =>
      atAccount(call, async ({ person: who, language }) => {
        const link = invitationLink(call.visitor, call.services, { kind: 'invitation', language })
        const isDone = await inviteAgain(call.services.store, call.office, { person: who, link, now: call.now })
        return isDone ? null : bad('not-open')
      }),
  }),
  endpoint('post', {
    ...onPerson,
    id: 'setService',
    path: '/people/{person}/service',
    problems: ['not-allowed'],
    summary: sentence('Tulis pangkat dan NIP', 'Write rank and staff number'),
    description: sentence(
      'Dicetak di bawah nama pada surat berikutnya; yang sudah bernomor tidak berubah.',
      'Printed under the name on the next letters; those that have a number do not change.',
    ),
    body: service,
    example: { rank: 'Pembina (IV/a)', nip: '' },
    handle: (call) =>
      atAccount(call, async ({ person: who }) => {
        await saveService(call.services.store, call.office, { person: who, ...call.body })
        return null
      }),
  }),
  endpoint('post', {
    ...onPerson,
    id: 'closePerson',
    path: '/people/{person}/close',
    summary: sentence('Tutup akun', 'Close an account'),
    description: sentence('Akun sendiri tidak dapat ditutup.', 'Nobody closes their own.'),
    handle: (call) =>
      atAccount(call, async ({ person: who }) => {
        if (who === call.caller.person) return bad('not-allowed')
        const change = { person: who, now: call.now, today: todayOf(call), by: call.caller.person }
        return (await closeAccount(call.services.store, call.office, change)) ? null : bad('not-open')
      }),
  }),
]

const invite = async (
  call: Call<unknown, unknown, z.output<typeof invitation>, Caller>,
): Promise<Reply<z.output<typeof person>>> => {
  const { services, office, caller, now, body } = call
  if (!mayOffice(caller.actor, 'manage-people')) return bad('not-allowed')
  const faults = await unknownNames(call, body)
  if (faults.length > 0) return bad('invalid', undefined, faults)
  const who = services.newId()
  const invited = await invitePerson(services.store, office, {
    ...body,
    person: who,
    language: 'id',
    mandate: body.mandate && { ...body.mandate, mandate: services.newId() },
    link: invitationLink(call.visitor, services, { kind: 'invitation', language: 'id' }),
    now,
    by: caller.person,
  })
  if (invited === 'known') return bad('invalid', undefined, [KNOWN])
  const account = await readAccount(services.store, office, who)
  return account ? good(personOfAccount(account), { location: `/api/v1/people/${who}` }) : bad('not-found')
}

const KNOWN: ValueFault = {
  in: 'body',
  path: '/email',
  sentence: sentence('Alamat surel ini sudah punya akun.', 'This mail address already has an account.'),
}

const unknownNames = async (call: Asked, { mandate, membership }: z.output<typeof invitation>) => {
  const clients = membership ? await listClients(call.services.store, call.office) : []
  const isClient = !membership || clients.some((one) => one.client === membership.client)
  return [
    ...(mandate ? [unknownPost(call, mandate.post, '/mandate/post')] : []),
    ...(isClient ? [] : [NO_CLIENT]),
  ].filter((one) => one !== null)
}

const NO_CLIENT: ValueFault = {
  in: 'body',
  path: '/membership/client',
  sentence: sentence('Tidak ada perangkat daerah dengan kode ini.', 'There is no client of this key.'),
}

const todayOf = ({ agency, now }: Asked): string => inZone(now, agency.agency.zone).toPlainDate().toString()
