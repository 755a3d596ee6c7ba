// Does an agency's file fit together, and do its procedures fit the agency? A task for a post that nobody has would lie for ever.
import type { Procedure } from '../procedure/schema.ts'
import { type Sentence, sentence } from '../sentence.ts'
import type { Agency } from './agency.ts'
import { numberMisfits } from './number-fit.ts'

/** Where in the file, and what. */
export type Misfit = { at: string; sentence: Sentence }

/** Names that the agency's own file speaks of and does not have, or has twice. */
export const agencyMisfits = (agency: Agency): Misfit[] => {
  const units = agency.units.map((one) => one.unit)
  const posts = agency.posts.map((one) => one.post)
  const clients = agency.clients.map((one) => one.client)
  return [
    ...twice('units', units),
    ...twice('posts', posts),
    ...twice('clients', clients),
    ...twice(
      'demo',
      agency.demo.map((one) => one.role),
    ),
    ...forceMisfits(agency['in-force']),
    ...numberMisfits(agency),
    ...agency.units.flatMap(({ unit, superior }) => missing(`units.${unit}.superior`, superior, units)),
    ...agency.posts.flatMap(({ post, unit, superior, successor }) => [
      ...missing(`posts.${post}.unit`, unit, units),
      ...missing(`posts.${post}.superior`, superior, posts),
      ...missing(`posts.${post}.successor`, successor, posts),
    ]),
    ...agency.demo.flatMap(({ role, posts: held, client }) => [
      ...held.flatMap((post) => missing(`demo.${role}.posts`, post, posts)),
      ...missing(`demo.${role}.client`, client, clients),
    ]),
  ]
}

/** Posts of the procedure's actors that the agency does not have; `at` names the actor. */
export const procedureMisfits = (
  procedure: Procedure,
  agency: { posts: readonly Pick<Agency['posts'][number], 'post'>[] },
): Misfit[] =>
  Object.entries(procedure.actors).flatMap(([actor, { post }]) =>
    post === undefined || agency.posts.some((one) => one.post === post)
      ? []
      : [
          {
            at: actor,
            sentence: sentence(
              `Jabatan "${post}" dari pelaksana "${actor}" tidak ada di agency.yaml.`,
              `The post "${post}" of the actor "${actor}" is not in agency.yaml.`,
            ),
          },
        ],
  )

type Listed = Agency['in-force'][number]

/** Editions that are listed twice, whose days run backwards, or that would be in force beside another of their procedure. */
const forceMisfits = (listed: readonly Listed[]): Misfit[] =>
  listed.flatMap((one, index) => {
    const name = `${one.procedure}@${one.edition}`
    const before = listed.slice(0, index).filter((other) => other.procedure === one.procedure)
    if (before.some((other) => other.edition === one.edition)) return twice('in-force', [name, name])
    if (one.to !== undefined && one.to <= one.from) return [backwards(name)]
    return before.filter((other) => overlap(one, other)).map((other) => bothInForce(name, other.edition))
  })

const overlap = (one: Listed, other: Listed): boolean =>
  (other.to === undefined || one.from < other.to) && (one.to === undefined || other.from < one.to)

const backwards = (name: string): Misfit => ({
  at: 'in-force',
  sentence: sentence(
    `"${name}": hari berakhir (to) harus sesudah hari mulai (from).`,
    `"${name}": its last day (to) must come after its first (from).`,
  ),
})

const bothInForce = (name: string, other: string): Misfit => ({
  at: 'in-force',
  sentence: sentence(
    `"${name}" dan edisi "${other}" berlaku pada hari yang sama. Beri yang lama hari berakhir (to).`,
    `"${name}" and the edition "${other}" are in force on the same day. Give the older one its end (to).`,
  ),
})

const twice = (at: string, names: readonly string[]): Misfit[] =>
  names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => ({ at, sentence: sentence(`"${name}" ditulis dua kali.`, `"${name}" is written twice.`) }))

const missing = (at: string, name: string | undefined, known: readonly string[]): Misfit[] =>
  name === undefined || known.includes(name)
    ? []
    : [{ at, sentence: sentence(`"${name}" tidak ada.`, `"${name}" does not exist.`) }]
