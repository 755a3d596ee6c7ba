// What the office offers: the list of services, and the published standard of each.
import { z } from 'zod'
import { postTitle } from '../../../core/agency/agency.ts'
import type { AgencyData } from '../../../core/agency/catalogue.ts'
import { editionInForce, inForce } from '../../../core/agency/catalogue.ts'
import type { Procedure, Step } from '../../../core/procedure/schema.ts'
import { MAKING, makingOf, serviceName } from '../../../core/procedure/service-standard.ts'
import { type Sentence, sentence } from '../../../core/sentence.ts'
import { forecastNow } from '../../pages/service/forecast-words.ts'
import { bad, type Endpoint, good, openEndpoint } from '../endpoint.ts'
import { says } from '../says.ts'
import { bilingual, moment } from '../shapes/common.ts'

const head = {
  procedure: z.string(),
  edition: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  name: bilingual.meta(
    says('sebutan layanan; tanpa sebutan, judul SOP', 'what people call it; the title of the SOP without it'),
  ),
  area: z.string().nullable().meta(says('judul katalog', 'heading of the catalogue')),
  summary: bilingual.nullable(),
  promise: z
    .string()
    .nullable()
    .meta(
      says(
        'seperti tercetak di SOP; null bila tidak ada janji waktu',
        'as the SOP prints it; null where nothing is promised',
      ),
    ),
}

const serviceHead = z.strictObject(head).meta({ id: 'ServiceHead' })
const standard = z
  .strictObject({
    ...head,
    requirements: z.array(bilingual),
    steps: z.array(
      z.strictObject({
        number: z
          .int()
          .nullable()
          .meta(
            says(
              'nomor urut di lembar resmi; null untuk langkah tambahan kantor',
              'place on the official sheet; null for what the office added',
            ),
          ),
        activity: z.string(),
        who: z
          .array(z.string())
          .meta(
            says('jabatan yang mengerjakannya, atau lajurnya di SOP', 'the posts that do it, or their lane of the SOP'),
          ),
        time: z.string().nullable(),
      }),
    ),
    cost: bilingual.nullable(),
    product: bilingual.nullable(),
    complaints: bilingual,
    making: z
      .record(z.enum(MAKING), z.array(bilingual))
      .meta(
        says(
          'delapan komponen lain dari standar pelayanan; kosong bila belum ditetapkan kantor',
          'the other eight components of the service standard; empty where the office has not laid them down',
        ),
      ),
    contact: z.strictObject({ email: z.string(), phone: z.string(), hours: bilingual }),
    sheet: z
      .strictObject({ svg: z.string(), pdf: z.string() })
      .meta(
        says(
          'alamat lembar SOP resmi di situs ini, tanpa token; edisi lain: tambahkan ?edition=',
          'addresses of the official SOP sheet on this site, without a token; for another edition add ?edition=',
        ),
      ),
    forecast: z
      .strictObject({ usualAt: moment, mostAt: moment, finished: z.int(), open: z.int() })
      .nullable()
      .meta(
        says(
          'perkiraan bagi yang diajukan sekarang: setengah dan delapan dari sepuluh selesai paling lambat saat itu; null bila pengalaman enam bulan terakhir belum cukup',
          'for what is filed now: half, and eight in ten, are done by then; null where the last six months give too little experience',
        ),
      ),
    inForceFrom: z.iso.date().nullable(),
    isAssumed: z
      .boolean()
      .meta(
        says(
          'tanggal mulai berlaku tidak tercetak dan masih harus dipastikan',
          'the day from which it is in force is not printed and has to be confirmed',
        ),
      ),
  })
  .meta({ id: 'ServiceStandard' })

export const serviceEndpoints: readonly Endpoint[] = [
  openEndpoint('get', {
    id: 'listServices',
    path: '/services',
    tag: 'service',
    summary: sentence('Layanan yang dapat diminta hari ini', 'The services that may be asked for today'),
    answer: z.strictObject({ services: z.array(serviceHead) }),
    handle: async ({ agency }) => good({ services: inForce(agency).map(headOf) }),
  }),
  openEndpoint('get', {
    id: 'getServiceStandard',
    path: '/services/{procedure}',
    tag: 'service',
    summary: sentence('Standar pelayanan satu layanan', 'The published standard of one service'),
    params: z.object({ procedure: z.string().max(100) }),
    answer: standard,
    handle: async ({ agency, params, services, now }) => {
      const found = inForce(agency).find((one) => one.procedure === params.procedure)
      if (!found) return bad('not-found')
      return good({
        ...standardOf(agency, found),
        forecast: await forecastNow(services, { agency, now }, found.procedure),
      })
    },
  }),
]

const headOf = (procedure: Procedure): z.output<typeof serviceHead> => ({
  procedure: procedure.procedure,
  edition: procedure.edition,
  number: procedure.number,
  title: procedure.title,
  name: serviceName(procedure),
  area: procedure.service.area ?? null,
  summary: procedure.service.summary ?? null,
  promise: procedure.promise,
})

const makingRecord = (procedure: Procedure, agency: AgencyData['agency']) => {
  const lines = new Map(makingOf(procedure, agency).map((one) => [one.component, one.lines]))
  const of = (component: (typeof MAKING)[number]): Sentence[] => lines.get(component) ?? []
  return {
    legalBasis: of('legalBasis'),
    facilities: of('facilities'),
    competence: of('competence'),
    supervision: of('supervision'),
    staff: of('staff'),
    guarantee: of('guarantee'),
    safety: of('safety'),
    evaluation: of('evaluation'),
  }
}

const standardOf = (data: AgencyData, procedure: Procedure): Omit<z.output<typeof standard>, 'forecast'> => {
  const { agency } = data
  const { service } = procedure
  const printed = procedure.steps.filter((step) => !step.policy)
  const force = editionInForce(data, procedure.procedure)?.force
  const whoOf = (step: Step): string[] =>
    step.actor
      .flatMap((key) => procedure.actors[key] ?? [])
      .map(({ post, label }) => (post ? postTitle(agency, post) : label))
  return {
    ...headOf(procedure),
    requirements: service.requirements,
    steps: procedure.steps.map((step) => ({
      number: step.policy ? null : printed.indexOf(step) + 1,
      activity: step.activity,
      who: whoOf(step),
      time: step.time || null,
    })),
    cost: service.cost ?? null,
    product: service.product ?? null,
    complaints: service.complaints ?? agency.complaints,
    making: makingRecord(procedure, agency),
    contact: agency.contact,
    sheet: { svg: `/services/${procedure.procedure}/sheet.svg`, pdf: `/services/${procedure.procedure}/sheet.pdf` },
    inForceFrom: force?.from ?? null,
    isAssumed: force?.assumed ?? false,
  }
}
