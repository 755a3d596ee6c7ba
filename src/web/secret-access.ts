// Notes who opens a dossier above "biasa" as an officer, or is refused; other dossiers and one's own requests are not noted.

import type { Instant } from '../core/clock/instant.ts'
import type { Dossier } from '../core/dossier/dossier.ts'
import { factsOf } from '../core/dossier/involved.ts'
import { noteOpening, type Opened } from '../store/access-log.ts'
import { hatName, hatsLine } from './acting.ts'
import type { Services } from './services.ts'
import type { Person } from './visitor.ts'

type Look = {
  office: string
  person: Person
  dossier: Dossier
  what: Opened
  paper?: string
  over: 'pages' | 'api'
  isRefused: boolean
  now: Instant
}

/** Written before anything is shown: what cannot be noted is not opened. */
export const noteLook = async ({ store }: Pick<Services, 'store'>, look: Look): Promise<void> => {
  const { office, person, dossier, paper = null, ...rest } = look
  if (dossier.secrecy === null || dossier.secrecy === 'biasa') return
  await noteOpening(store, office, {
    ...rest,
    dossier: dossier.id,
    person: person.person,
    hat: hatAt(person, dossier),
    paper,
  })
}

/** The hat that opens it; or all that somebody has who was refused. */
const hatAt = (person: Person, dossier: Dossier): string => {
  const { posts } = factsOf(dossier)
  const fitting = person.hats.find((hat) => hat.kind === 'post' && posts.includes(hat.post))
  return fitting ? hatName(fitting) : hatsLine(person) || '-'
}
