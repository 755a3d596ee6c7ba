// Everybody of a demo office by what they may do: who sits at which post, who asks for which client.
import type { Agency } from '../../src/core/agency/agency.ts'
import type { OfficeFiles } from '../../src/core/agency/catalogue.ts'
import type { Procedure } from '../../src/core/procedure/schema.ts'
import { loadCatalogue } from '../../src/main/catalogue.ts'
import { projectRoot } from '../../src/main/root.ts'
import { type Program, programOf } from './api.ts'
import type { TestOffice } from './office.ts'
import type { Visit } from './visit.ts'

export type Person = { role: string; visit: Visit; program: Program }

export type Cast = {
  office: TestOffice
  agency: string
  data: OfficeFiles
  /** Whoever sits at this post. */
  atPost: (post: string) => Promise<Person>
  /** Somebody of another post than these. */
  besides: (posts: readonly string[]) => Promise<Person>
  /** Who asks in the name of a client of this kind, and which. */
  asker: (kind: 'agency' | 'company') => Promise<Person & { client: string }>
  ofClient: (client: string) => Promise<Person>
}

export const everyAgency = async (): Promise<OfficeFiles[]> =>
  (await loadCatalogue(`${projectRoot()}/catalogue`)).agencies

/** By the file of the agency. @param day on which */
export const inForceOf = ({ agency, editions }: OfficeFiles, day: string): Procedure[] =>
  agency['in-force'].flatMap(({ procedure, edition, from, to }) =>
    from <= day && (to === undefined || day < to)
      ? editions.flatMap((one) =>
          one.procedure.procedure === procedure && one.procedure.edition === edition ? [one.procedure] : [],
        )
      : [],
  )

type Role = Agency['demo'][number]

export const castOf = (office: TestOffice, data: OfficeFiles): Cast => {
  const { agency, demo, clients } = data.agency
  const known = new Map<string, Promise<Person>>()
  const person = (found: Role | undefined): Promise<Person> => {
    if (!found) throw new Error('Nobody of the demo is that')
    const { role } = found
    const made = known.get(role) ?? meet(office, agency, role)
    known.set(role, made)
    return made
  }
  const kindOf = (client: string) => clients.find((one) => one.client === client)?.kind
  return {
    office,
    agency,
    data,
    atPost: (post) => person(demo.find(({ posts }) => posts?.includes(post))),
    besides: (posts) =>
      person(demo.find((one) => one.posts?.length && !one.posts.some((post) => posts.includes(post)))),
    asker: async (kind) => {
      const found = demo.find(({ client }) => client !== undefined && kindOf(client) === kind)
      return { ...(await person(found)), client: found?.client ?? '' }
    },
    ofClient: (client) => person(demo.find((one) => one.client === client)),
  }
}

const meet = async (office: TestOffice, agency: string, role: string): Promise<Person> => {
  const [visit, program] = await Promise.all([office.as(role, agency), programOf(office, role, { agency })])
  return { role, visit, program }
}
