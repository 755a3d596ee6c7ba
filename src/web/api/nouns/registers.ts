// The registers of what the office looks after, and what it begins of itself.
import { z } from 'zod'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { countRegisters, readRegister } from '../../../store/registers.ts'
import { knownRegisters } from '../../pages/register/register-columns.ts'
import { encodeCursor } from '../../request/cursor.ts'
import { automaticNow } from '../../story/automatic.ts'
import { bad, type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { afterOf, bilingual, day, id, moment, next } from '../shapes/common.ts'

const item = z
  .strictObject({
    key: z.string(),
    columns: z.record(z.string(), z.string()),
    state: z.enum(['active', 'retired']),
    since: moment,
    changedAt: moment,
    dossier: id,
    number: z.string(),
    client: z.string(),
    clientName: z.string(),
  })
  .meta({ id: 'RegisterItem' })

const rule = z
  .strictObject({
    procedure: z.string(),
    rule: z.string().meta(says('aturan RFC 5545', 'rule of RFC 5545')),
    each: z
      .string()
      .nullable()
      .meta(says('satu berkas untuk setiap isi register ini', 'one dossier for each item of this register')),
    nextOn: day.nullable(),
    followedAt: moment.nullable(),
    dossier: id.nullable().meta(says('yang terakhir dimulai', 'the last one that was begun')),
    found: bilingual.nullable().meta(says('sebab tidak dapat dimulai', 'why it could not begin')),
  })
  .meta({ id: 'CalendarRule' })

const probe = z
  .strictObject({
    procedure: z.string(),
    probe: z.enum(['site-down', 'site-words']),
    register: z.string(),
    every: z.string(),
    looked: z.int(),
    lookedAt: moment.nullable(),
    troubles: z.array(z.strictObject({ item: z.string(), found: bilingual, since: moment, dossier: id.nullable() })),
  })
  .meta({ id: 'Probe' })

/** A long register costs no more than a short one. */
const COUNTED_TO = 1000

const keyCursor = z.tuple([z.string()])

export const registerEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'listRegisters',
    path: '/registers',
    tag: 'register',
    scope: 'read',
    summary: sentence('Register kantor dan isinya dalam angka', 'The registers of the office, counted'),
    problems: ['not-allowed'],
    answer: z.strictObject({
      registers: z.array(z.strictObject({ register: z.string(), active: z.int(), retired: z.int() })),
      countedTo: z
        .int()
        .meta(
          says(
            'angka yang mencapai ini berarti: paling sedikit sekian',
            'a count that has reached this means: at least so many',
          ),
        ),
    }),
    handle: async ({ services, office, caller }) =>
      mayOffice(caller.actor, 'see-registers')
        ? good({ registers: await countRegisters(services.store, office, COUNTED_TO), countedTo: COUNTED_TO })
        : bad('not-allowed'),
  }),
  endpoint('get', {
    id: 'listAutomatic',
    path: '/automatic',
    tag: 'register',
    scope: 'read',
    summary: sentence(
      'Jadwal dan pemantauan: berkas yang dimulai kantor sendiri',
      'Schedules and probes: dossiers that the office begins of itself',
    ),
    problems: ['not-allowed'],
    answer: z.strictObject({ rules: z.array(rule), probes: z.array(probe) }),
    handle: async ({ services, agency, caller }) => {
      if (!mayOffice(caller.actor, 'see-registers')) return bad('not-allowed')
      const { rules, probes } = await automaticNow(services.store, agency)
      return good({
        rules: rules.map(({ procedure, start, nextOn, lookedAt, dossier, found }) => ({
          procedure: procedure.procedure,
          rule: start.rule,
          each: start.each ?? null,
          nextOn,
          followedAt: lookedAt,
          dossier,
          found,
        })),
        probes: probes.map(({ procedure, start, looked, lookedAt, troubles }) => ({
          procedure: procedure.procedure,
          probe: start.probe,
          register: start.register,
          every: start.every,
          looked,
          lookedAt,
          troubles,
        })),
      })
    },
  }),
  endpoint('get', {
    id: 'readRegister',
    path: '/registers/{register}',
    tag: 'register',
    scope: 'read',
    summary: sentence('Isi satu register', 'What stands in one register'),
    params: z.object({ register: z.string().max(100) }),
    query: z.object({ after: afterOf(keyCursor) }),
    problems: ['not-allowed'],
    answer: z.strictObject({
      items: z.array(item),
      next,
      hidden: z
        .int()
        .meta(
          says(
            'banyaknya isi dari berkas yang tertutup bagi Anda',
            'how many items are of dossiers that are closed to the caller',
          ),
        ),
    }),
    handle: async ({ services, office, agency, caller, params: { register }, query }) => {
      if (!mayOffice(caller.actor, 'see-registers')) return bad('not-allowed')
      const [from = null] = query.after ?? []
      const { rows, more, hidden } = await readRegister(services.store, office, {
        register,
        actor: caller.actor,
        after: from,
      })
      const isThere = rows.length > 0 || hidden > 0 || knownRegisters(agency).includes(register)
      if (!isThere) return bad('not-found')
      const last = rows.at(-1)
      return good({ items: rows, next: more && last ? encodeCursor([last.key]) : null, hidden })
    },
  }),
]
