// Who holds which post and asks for whom, for administrators: given, corrected, ended and taken back.
import { z } from 'zod'
import { sentence } from '../../../core/sentence.ts'
import { atAccount, unknownPost } from '../at-account.ts'
import { bad, type Endpoint, endpoint } from '../endpoint.ts'
import { changed } from '../organisation-change.ts'
import { id } from '../shapes/common.ts'
import { mandateCorrection, newMembership } from '../shapes/organisation.ts'
import { ending, newMandate, person } from '../shapes/person.ts'

const params = z.object({ person: id })
const onPerson = {
  tag: 'people',
  scope: 'people',
  params,
  answer: person,
  problems: ['not-allowed', 'not-open'],
} as const

export const mandateEndpoints: readonly Endpoint[] = [
  endpoint('post', {
    ...onPerson,
    id: 'addMandate',
    path: '/people/{person}/mandates',
    status: 201,
    summary: sentence('Beri jabatan', 'Give a post'),
    body: newMandate,
    example: { post: 'pelaksana', capacity: 'plh', fromOn: '2026-11-01', decree: '821/46/2026' },
    handle: (call) =>
      atAccount(call, async ({ person: who, state }) => {
        if (state === 'closed') return bad('not-open')
        const unknown = unknownPost(call, call.body.post, '/post')
        if (unknown) return bad('invalid', undefined, [unknown])
        const row = { ...call.body, mandate: call.services.newId(), person: who }
        return changed(call, [{ type: 'mandate', row, isNew: true }])
      }),
  }),
  endpoint('post', {
    ...onPerson,
    id: 'endMandate',
    path: '/people/{person}/mandates/{mandate}/end',
    params: params.extend({ mandate: id }),
    summary: sentence('Akhiri jabatan pada suatu hari', 'End a mandate on a day'),
    body: ending,
    example: { toOn: '2026-12-31' },
    handle: (call) =>
      atAccount(call, async ({ mandates }) => {
        const { mandate } = call.params
        const isHere = mandates.some((one) => one.mandate === mandate)
        if (!isHere || mandates.some((one) => one.mandate === mandate && one.fromOn > call.body.toOn))
          return bad('not-open')
        return changed(call, [{ type: 'end-mandate', mandate, toOn: call.body.toOn }], call.body.reason ?? null)
      }),
  }),
  endpoint('patch', {
    ...onPerson,
    id: 'correctMandate',
    path: '/people/{person}/mandates/{mandate}',
    params: params.extend({ mandate: id }),
    summary: sentence('Perbaiki masa jabatan yang salah dicatat', 'Correct a mandate that was entered wrongly'),
    body: mandateCorrection,
    example: { decree: '821/47/2026', reason: 'Salah ketik' },
    handle: (call) =>
      atAccount(call, async ({ person: who, mandates }) => {
        const before = mandates.find((one) => one.mandate === call.params.mandate)
        if (!before) return bad('not-open')
        const { mandate, post, capacity, fromOn, toOn, decree } = before
        const { reason, ...sent } = call.body
        const known = { mandate, person: who, post, capacity, fromOn, toOn, decree }
        const row = { ...known, ...Object.fromEntries(Object.entries(sent).filter(([, one]) => one !== undefined)) }
        return changed(call, [{ type: 'mandate', row, isNew: false }], reason)
      }),
  }),
  endpoint('delete', {
    ...onPerson,
    id: 'dropMandate',
    path: '/people/{person}/mandates/{mandate}',
    params: params.extend({ mandate: id }),
    summary: sentence('Batalkan jabatan yang belum dimulai', 'Take back a mandate that has not begun'),
    handle: (call) =>
      atAccount(call, async ({ mandates }) => {
        const { mandate } = call.params
        const isHere = mandates.some((one) => one.mandate === mandate)
        return isHere ? changed(call, [{ type: 'drop-mandate', mandate }]) : bad('not-open')
      }),
  }),
  endpoint('post', {
    ...onPerson,
    id: 'addMembership',
    path: '/people/{person}/clients',
    summary: sentence('Beri satu lagi pemohon yang diwakili', 'Add a client that this account asks for'),
    body: newMembership,
    example: { client: 'dinas-kesehatan', jobTitle: 'Pranata Komputer' },
    handle: (call) =>
      atAccount(call, async ({ person: who }) =>
        changed(call, [{ type: 'membership', row: { ...call.body, person: who } }]),
      ),
  }),
  endpoint('delete', {
    ...onPerson,
    id: 'dropMembership',
    path: '/people/{person}/clients/{client}',
    params: params.extend({ client: z.string().max(100) }),
    summary: sentence('Lepaskan akun dari satu pemohon', 'Remove a client from this account'),
    handle: (call) =>
      atAccount(call, async ({ person: who }) =>
        changed(call, [{ type: 'drop-membership', person: who, client: call.params.client }]),
      ),
  }),
]
