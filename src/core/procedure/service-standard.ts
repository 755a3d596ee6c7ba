// The service standard of a procedure: the fourteen components of UU 25/2009 article 21, as PermenPANRB 15/2014 divides them.
import type { Agency } from '../agency/agency.ts'
import { postTitle } from '../agency/agency.ts'
import { type Sentence, sentence } from '../sentence.ts'
import type { Procedure } from './schema.ts'

/** How the service is made. The six about its delivery are the published ones: requirements, procedure, time, cost, product, complaints. */
export const MAKING = [
  'legalBasis',
  'facilities',
  'competence',
  'supervision',
  'staff',
  'guarantee',
  'safety',
  'evaluation',
] as const

export type MakingComponent = (typeof MAKING)[number]

/** `lines` is empty where neither the procedure nor the office has said anything: the page says so, and nothing is invented. */
export type Component = { component: MakingComponent; lines: Sentence[] }

/** The eight components of how the service is made: what the procedure says of its own, else the SOP's cells, else the office's word. */
export const makingOf = (procedure: Procedure, agency: Agency): Component[] =>
  MAKING.map((component) => ({ component, lines: linesOf(component, procedure, agency) }))

const linesOf = (component: MakingComponent, procedure: Procedure, agency: Agency): Sentence[] => {
  const { service } = procedure
  switch (component) {
    case 'legalBasis':
      return procedure.legalBasis.map(same)
    case 'facilities':
      return service.facilities ? [service.facilities] : procedure.equipment.map(same)
    case 'competence':
      return service.competence ? [service.competence] : procedure.qualifications.map(same)
    case 'staff':
      return service.staff ? [service.staff] : [postsOf(procedure, agency)]
    case 'supervision':
    case 'guarantee':
    case 'safety':
    case 'evaluation':
      return [service[component] ?? agency.standard[component]].filter((one) => one !== undefined)
  }
}

/** Names of laws, tools and posts are the same in both languages. */
const same = (text: string): Sentence => sentence(text, text)

const postsOf = ({ actors, steps }: Procedure, agency: Agency): Sentence => {
  const working = steps.flatMap((step) => step.actor.flatMap((name) => actors[name]?.post ?? []))
  const posts = [...new Set(working)].map((post) => postTitle(agency, post))
  const names = posts.join(', ')
  return sentence(`${posts.length} jabatan: ${names}.`, `${posts.length} posts: ${names}.`)
}

export type AreaOfServices = { area: string | null; label: Sentence | null; procedures: Procedure[] }

/** Procedures under the headings of the agency, in its order; those without a heading stand last. */
export const byArea = (procedures: readonly Procedure[], agency: Agency): AreaOfServices[] => {
  const areaOf = ({ procedure, service }: Procedure): string | undefined =>
    agency.areas.find((one) => one.area === service.area || one.procedures.includes(procedure))?.area
  const rest = procedures.filter((one) => areaOf(one) === undefined)
  return [
    ...agency.areas.map(({ area, label }) => ({
      area,
      label,
      procedures: procedures.filter((one) => areaOf(one) === area),
    })),
    { area: null, label: null, procedures: rest },
  ].filter((one) => one.procedures.length > 0)
}

/** What people call the service: its short name, or the title of the SOP. */
export const serviceName = ({ service, title }: Procedure): Sentence => service.name ?? same(title)

/** Whether only the office itself can begin it: for applicants there is nothing to ask for. */
export const isInternal = ({ starts, policy }: Procedure): boolean =>
  !policy.counter && starts.every(({ by }) => by === 'post' || by === 'schedule' || by === 'monitor')

/** Whether every word of a question stands in the name, the title, the number or the summary. */
export const isAskedFor = (procedure: Procedure, question: string): boolean => {
  const { title, number, service } = procedure
  const name = serviceName(procedure)
  const where = [title, number ?? '', name.id, name.en, service.summary?.id ?? '', service.summary?.en ?? '']
    .join(' ')
    .toLowerCase()
  return question
    .toLowerCase()
    .split(/\s+/)
    .every((word) => where.includes(word))
}
