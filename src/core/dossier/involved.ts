// What the rules of who may see a dossier look at, taken from the dossier itself; and whether a hat may comment.
import { type Actor, type DossierFacts, mayDossier } from '../person/may.ts'
import type { Dossier, Letter } from './dossier.ts'
import type { By, PaperRef } from './events.ts'

/** Posts that had or have a task on it, or were named in a disposition. */
export const factsOf = (dossier: Dossier): DossierFacts => ({
  client: dossier.client,
  secrecy: dossier.secrecy,
  orderedBy: dossier.orderedBy,
  posts: [
    ...new Set([...dossier.tasks.flatMap((task) => task.posts), ...dossier.dispositions.flatMap((one) => one.to)]),
  ],
})

export const mayComment = (dossier: Dossier, by: By): boolean => mayDossier(actorOf(by), 'comment', factsOf(dossier))

/** The people of the client as long as anything can come of it; officers also afterwards, for the record. */
export const mayAttach = (dossier: Dossier, by: By): boolean =>
  mayDossier(actorOf(by), 'attach', factsOf(dossier)) && (by.kind === 'post' || dossier.status === 'open')

/** Somebody with an account can read what the office shows them: not the public, and not where the office asked itself. */
export const hasReader = ({ asker }: Dossier): boolean => asker === 'agency' || asker === 'company'

export const isClientOf = (dossier: Dossier, by: By): boolean => by.kind === 'client' && by.client === dossier.client

/** The papers as they stand now, without what officers keep to themselves. */
export const papersForApplicant = (dossier: Dossier): PaperRef[] => [
  ...dossier.papers.filter((paper) => !isInsideLetter(dossier, paper.id)),
  ...dossier.attachments.filter((one) => one.visibleToApplicant).map((one) => one.paper),
]

/** A paper of this dossier that only officers may read. */
export const isInsidePaper = (dossier: Dossier, paper: string): boolean =>
  isInsideLetter(dossier, paper) || dossier.attachments.some((one) => one.paper.id === paper && !one.visibleToApplicant)

const isInsideLetter = ({ letters }: Dossier, paper: string): boolean =>
  letters.some((letter) => letter.paper?.id === paper && !isReadInMipp(letter))

type Sending = Pick<NonNullable<Letter['sent']>, 'way' | 'at' | 'note'>

/** A letter of the path goes to whoever has an account by being filed; of others somebody says how. */
export const sentOf = (dossier: Dossier, letter: Letter): Sending | null => {
  const isOfPath = letter.beside === null && letter.filedAt !== null
  if (letter.sent || !isOfPath || !hasReader(dossier)) return letter.sent
  return { way: 'mipp', at: letter.filedAt ?? '', note: '' }
}

/** What the applicant finds on the page of the request. */
export const isReadInMipp = (letter: Letter): boolean => letter.beside === null || letter.sent?.way === 'mipp'

/** A person under the one hat they wear now. */
export const actorOf = (by: By): Actor | null => {
  if (by.kind === 'system' || by.kind === 'public') return null
  const posts = by.kind === 'post' ? [by.post] : []
  const clients = by.kind === 'client' ? [by.client] : []
  return { person: by.person, isAdministrator: false, posts, duties: [], clients }
}
