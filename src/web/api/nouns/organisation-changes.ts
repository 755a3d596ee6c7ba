// Changing units, posts, clients and substitutes by program: the same rules and the same journal as on the pages.
import { z } from 'zod'
import type { Change } from '../../../core/organisation/change.ts'
import type { Organisation } from '../../../core/organisation/organisation.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { readOrganisation } from '../../../store/organisation.ts'
import { type Asked, bad, type Caller, type Endpoint, endpoint, good, type Reply } from '../endpoint.ts'
import { change as changeBy } from '../organisation-change.ts'
import { id } from '../shapes/common.ts'
import {
  changedAnswer,
  clientChange,
  newClient,
  newPost,
  newSubstitute,
  newUnit,
  postChange,
  substituteEnd,
  unitChange,
} from '../shapes/organisation.ts'

const common = {
  tag: 'people',
  scope: 'people',
  problems: ['not-allowed', 'not-open'],
  answer: changedAnswer,
} as const
/** A holder names whoever stands in for them with the scope of their work. */
const own = { ...common, scope: ['work', 'people'] } as const
const keyed = z.string().max(100)

type Answer = Promise<Reply<z.output<typeof changedAnswer>>>
type Called = Asked & { caller: Caller }
type Planned = { key: string; change: Change; reason: string | null } | undefined

/** @param plan upon the office as it is; undefined where there is nothing of that key */
const managed = async (call: Called, plan: (office: Organisation) => Planned): Answer => {
  if (!mayOffice(call.caller.actor, 'manage-organisation')) return bad('not-allowed')
  const planned = plan(await readOrganisation(call.services.store, call.office))
  return planned ? done(call, planned) : bad('not-found')
}

const done = async (call: Called, { key, change, reason }: NonNullable<Planned>): Answer => {
  const outcome = await changeBy(call, [change], reason)
  return outcome.ok ? good({ key, warnings: [...outcome.warnings] }) : outcome
}

/** What was sent over what is there. */
const over = <Row extends object>(row: Row, sent: object): Row => ({
  ...row,
  ...Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)),
})

export const organisationChangeEndpoints: readonly Endpoint[] = [
  endpoint('post', {
    ...common,
    id: 'addUnit',
    path: '/organisation/units',
    summary: sentence('Tambah satuan kerja', 'Add a unit'),
    body: newUnit,
    example: { unit: 'seksi-data', name: 'Seksi Data', kind: 'team', superior: 'dinas' },
    handle: (call) =>
      managed(call, () => {
        const { reason, ...row } = call.body
        return { key: row.unit, change: { type: 'unit', row, isNew: true }, reason }
      }),
  }),
  endpoint('patch', {
    ...common,
    id: 'changeUnit',
    path: '/organisation/units/{unit}',
    params: z.object({ unit: keyed }),
    summary: sentence('Ubah satuan kerja', 'Change a unit'),
    body: unitChange,
    example: { name: 'Bidang Aplikasi dan Data' },
    handle: (call) =>
      managed(call, ({ units }) => {
        const { reason, ...sent } = call.body
        const before = units.find((one) => one.unit === call.params.unit)
        return before && { key: before.unit, change: { type: 'unit', row: over(before, sent), isNew: false }, reason }
      }),
  }),
  endpoint('post', {
    ...common,
    id: 'addPost',
    path: '/organisation/posts',
    summary: sentence('Tambah jabatan', 'Add a post'),
    body: newPost,
    example: { post: 'analis-data', title: 'Analis Data', unit: 'aptika', superior: 'kabid-aptika' },
    handle: (call) =>
      managed(call, () => {
        const { reason, ...sent } = call.body
        const row = { ...sent, closedOn: null, successor: null }
        return { key: row.post, change: { type: 'post', row, isNew: true }, reason }
      }),
  }),
  endpoint('patch', {
    ...common,
    id: 'changePost',
    path: '/organisation/posts/{post}',
    params: z.object({ post: keyed }),
    summary: sentence('Ubah, tutup, atau buka lagi jabatan', 'Change, close or open a post again'),
    description: sentence(
      'Jabatan dengan tugas terbuka ditutup hanya dengan penerusnya.',
      'A post with open tasks is only closed with a successor.',
    ),
    body: postChange,
    example: { closedOn: '2027-01-01', successor: 'kabid-aptika', reason: 'Perbup 12/2026' },
    handle: (call) =>
      managed(call, ({ posts }) => {
        const { reason, ...sent } = call.body
        const before = posts.find((one) => one.post === call.params.post)
        return before && { key: before.post, change: { type: 'post', row: over(before, sent), isNew: false }, reason }
      }),
  }),
  endpoint('post', {
    ...common,
    id: 'addClient',
    path: '/organisation/clients',
    summary: sentence('Tambah perangkat daerah', 'Add an agency'),
    body: newClient,
    example: { client: 'dinas-pasar', name: 'Dinas Pasar', head: 'Kepala Dinas Pasar', address: 'Demak' },
    handle: (call) =>
      managed(call, () => {
        const { reason, ...sent } = call.body
        const row = { ...sent, kind: 'agency', closedOn: null } as const
        return { key: row.client, change: { type: 'client', row, isNew: true }, reason }
      }),
  }),
  endpoint('patch', {
    ...common,
    id: 'changeClient',
    path: '/organisation/clients/{client}',
    params: z.object({ client: keyed }),
    summary: sentence('Ubah, tutup, atau buka lagi pemohon', 'Change, close or open a client again'),
    body: clientChange,
    example: { head: 'Plt. Kepala Dinas' },
    handle: (call) =>
      managed(call, ({ clients }) => {
        const { reason, ...sent } = call.body
        const before = clients.find((one) => one.client === call.params.client)
        return (
          before && { key: before.client, change: { type: 'client', row: over(before, sent), isNew: false }, reason }
        )
      }),
  }),
  endpoint('post', {
    ...own,
    id: 'addSubstitute',
    path: '/organisation/substitutes',
    summary: sentence('Catat pengganti', 'Enter a substitute'),
    description: sentence(
      'Pemegang jabatan mencatat penggantinya sendiri; pengelola, untuk siapa pun.',
      'A holder enters their own; an administrator anybody.',
    ),
    body: newSubstitute,
    example: {
      post: 'kepala-dinas',
      absent: '0f6f2a3c-5d2b-4c58-9c4e-0a4b1f6f7d11',
      person: '0f6f2a3c-5d2b-4c58-9c4e-0a4b1f6f7d12',
      fromOn: '2026-12-01',
      toOn: '2026-12-05',
    },
    handle: (call) => {
      const { reason, ...sent } = call.body
      if (!mayFor(call, sent.absent)) return Promise.resolve(bad('not-allowed'))
      const row = { ...sent, substitute: call.services.newId() }
      return done(call, { key: row.substitute, change: { type: 'substitute', row }, reason })
    },
  }),
  endpoint('post', {
    ...own,
    id: 'endSubstitute',
    path: '/organisation/substitutes/{substitute}/end',
    params: z.object({ substitute: id }),
    summary: sentence('Akhiri penggantian lebih awal', 'End a substitute early'),
    body: substituteEnd,
    example: { toOn: '2026-12-03' },
    handle: (call) => {
      const { substitute } = call.params
      const { toOn, reason } = call.body
      return onSubstitute(call, { key: substitute, change: { type: 'end-substitute', substitute, toOn }, reason })
    },
  }),
  endpoint('delete', {
    ...own,
    id: 'dropSubstitute',
    path: '/organisation/substitutes/{substitute}',
    params: z.object({ substitute: id }),
    summary: sentence('Batalkan penggantian yang belum dimulai', 'Take back a substitute that has not begun'),
    handle: (call) => {
      const { substitute } = call.params
      return onSubstitute(call, { key: substitute, change: { type: 'drop-substitute', substitute }, reason: null })
    },
  }),
]

const mayFor = ({ caller }: Called, absent: string): boolean =>
  mayOffice(caller.actor, 'name-substitute') &&
  (caller.person === absent
    ? caller.scopes.includes('work') || caller.scopes.includes('people')
    : mayOffice(caller.actor, 'manage-organisation') && caller.scopes.includes('people'))

const onSubstitute = async (call: Called, planned: NonNullable<Planned>): Answer => {
  const known = call.agency.substitutes.find((one) => one.substitute === planned.key)
  if (!known) return bad('not-found')
  return mayFor(call, known.absent) ? done(call, planned) : bad('not-allowed')
}
