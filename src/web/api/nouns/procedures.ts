// The procedures of the office as data: what may be asked for, which form that takes, and the chain of steps.
import { z } from 'zod'
import { inForce } from '../../../core/agency/catalogue.ts'
import { ACTS, type Procedure } from '../../../core/procedure/schema.ts'
import { sentence } from '../../../core/sentence.ts'
import { bad, type Endpoint, good, openEndpoint } from '../endpoint.ts'
import { says } from '../says.ts'
import { bilingual } from '../shapes/common.ts'
import { formGroup, groupOf } from '../shapes/form-field.ts'

const STARTS = ['client', 'company', 'public', 'post', 'schedule', 'monitor'] as const

const heading = {
  procedure: z.string(),
  edition: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  promise: z.string().nullable(),
  inForce: z.boolean(),
}

const step = z
  .strictObject({
    step: z.string(),
    act: z.enum(ACTS),
    activity: z.string(),
    actors: z
      .array(z.string())
      .meta(
        says(
          'lajur pada SOP, seperti `kadin`; jabatan di tiap lajur ada di `who` pada `GET /services/{procedure}`, dan kunci jabatannya (`GET /posts`) di `posts` pada setiap tugas',
          'lanes of the SOP, such as `kadin`; which post stands in a lane is told by `who` of `GET /services/{procedure}`, and its key (`GET /posts`) by `posts` of every task',
        ),
      ),
    time: z.string().nullable(),
    isPolicy: z.boolean(),
    question: z
      .strictObject({ question: bilingual, exits: z.array(z.strictObject({ answer: z.string(), label: bilingual })) })
      .nullable(),
  })
  .meta({ id: 'Step' })

const procedureHead = z.strictObject(heading).meta({ id: 'ProcedureHead' })
const procedureWhole = z
  .strictObject({
    ...heading,
    form: z.array(formGroup),
    starts: z
      .array(z.enum(STARTS))
      .meta(
        says(
          'siapa yang memulai berkas: akun perangkat daerah, perusahaan, siapa pun, jabatan kantor, jadwal, atau pemantauan',
          'who begins a dossier: an agency, a company, anybody, a post of the office, the calendar, or a probe',
        ),
      ),
    steps: z.array(step),
    remarks: z.array(z.strictObject({ step: z.string().nullable(), says: z.string() })),
  })
  .meta({ id: 'Procedure' })

export const procedureEndpoints: readonly Endpoint[] = [
  openEndpoint('get', {
    id: 'listProcedures',
    path: '/procedures',
    tag: 'service',
    summary: sentence('Semua edisi SOP kantor ini', 'All editions of the procedures of this office'),
    answer: z.strictObject({ procedures: z.array(procedureHead) }),
    handle: async ({ agency }) => {
      const standing = inForce(agency)
      return good({ procedures: agency.editions.map(({ procedure }) => headOf(procedure, standing)) })
    },
  }),
  openEndpoint('get', {
    id: 'getProcedure',
    path: '/procedures/{procedure}',
    tag: 'service',
    summary: sentence('Satu SOP: formulir dan langkahnya', 'One procedure: its form and its steps'),
    params: z.object({ procedure: z.string().max(100) }),
    query: z.object({ edition: z.string().max(100).optional() }),
    answer: procedureWhole,
    handle: async ({ agency, params, query }) => {
      const standing = inForce(agency)
      const found =
        query.edition === undefined
          ? standing.find((one) => one.procedure === params.procedure)
          : agency.editions.find(
              ({ procedure: one }) => one.procedure === params.procedure && one.edition === query.edition,
            )?.procedure
      return found ? good(wholeOf(found, standing)) : bad('not-found')
    },
  }),
]

const headOf = (procedure: Procedure, standing: readonly Procedure[]): z.output<typeof procedureHead> => ({
  procedure: procedure.procedure,
  edition: procedure.edition,
  number: procedure.number,
  title: procedure.title,
  promise: procedure.promise,
  inForce: standing.includes(procedure),
})

const wholeOf = (procedure: Procedure, standing: readonly Procedure[]): z.output<typeof procedureWhole> => ({
  ...headOf(procedure, standing),
  form: procedure.form.map(groupOf),
  starts: [...new Set(procedure.starts.map(({ by }) => by))],
  steps: procedure.steps.map(({ step: name, act, activity, actor, time, policy, decides }) => ({
    step: name,
    act,
    activity,
    actors: actor,
    time: time || null,
    isPolicy: policy,
    question: decides
      ? { question: decides.question, exits: decides.exits.map(({ answer, label }) => ({ answer, label })) }
      : null,
  })),
  remarks: procedure.remarks.map(({ step: at, says }) => ({ step: at ?? null, says })),
})
