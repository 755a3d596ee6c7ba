// Are the chains of events and the daily roots whole? Walked for the command line and after a restore.
import { type Sentence, sentence } from '../core/sentence.ts'
import { agencyIds } from '../store/agencies.ts'
import { type ChainFault, walkChains } from '../store/chain-walk.ts'
import type { OwnerStore } from '../store/owner.ts'
import { type RootFault, type WalkedRoots, walkRoots } from '../store/root-walk.ts'

export type VerifiedAgency = {
  agency: string
  dossiers: number
  events: number
  roots: number
  lastRoot: WalkedRoots['last']
  broken: number
  /** The first of them; the count above says how many there are. */
  faults: (ChainFault | RootFault)[]
}

const FAULTS_TOLD = 50
const TELL_EVERY = 50_000

/** @param only this agency; null when the database has no such one */
export const verifyEvents = async (
  store: OwnerStore,
  progress: (line: string) => void,
  only?: string,
): Promise<VerifiedAgency[] | null> => {
  const ids = (await agencyIds(store)).filter((id) => only === undefined || id === only)
  if (only !== undefined && ids.length === 0) return null
  const verified: VerifiedAgency[] = []
  for (const id of ids) verified.push(await verifyAgency(store, id, progress))
  return verified
}

const verifyAgency = async (
  store: OwnerStore,
  agency: string,
  progress: (line: string) => void,
): Promise<VerifiedAgency> => {
  const sum: VerifiedAgency = { agency, dossiers: 0, events: 0, roots: 0, lastRoot: null, broken: 0, faults: [] }
  const note = (faults: VerifiedAgency['faults']) => {
    sum.broken += faults.length
    sum.faults.push(...faults.slice(0, FAULTS_TOLD - sum.faults.length))
  }
  for await (const part of walkChains(store, agency)) {
    const told = Math.floor(sum.dossiers / TELL_EVERY)
    sum.dossiers += part.dossiers
    sum.events += part.events
    note(part.faults)
    if (Math.floor(sum.dossiers / TELL_EVERY) > told)
      progress(`${agency}: ${sum.dossiers} berkas / dossiers, ${sum.events} peristiwa / events ...`)
  }
  const { roots, last, faults } = await walkRoots(store, agency)
  note(faults)
  return { ...sum, roots, lastRoot: last }
}

export const isWhole = (verified: VerifiedAgency[]): boolean => verified.every(({ broken }) => broken === 0)

/** As lines to read: the count of each agency, and where it is broken. */
export const verifiedLines = (verified: VerifiedAgency[]): string[] => verified.flatMap(linesOf)

const linesOf = ({ agency, dossiers, events, roots, lastRoot, broken, faults }: VerifiedAgency): string[] => [
  `${agency}: ${dossiers} berkas / dossiers, ${events} peristiwa / events, ${roots} akar harian / daily roots`,
  ...(lastRoot ? [`  akar terakhir / last root: ${lastRoot.day} ${lastRoot.root}`] : []),
  ...(broken === 0 ? ['  utuh / whole'] : [`  RUSAK / BROKEN: ${broken}`]),
  ...faults.map((fault) => {
    const { id, en } = faultSentence(fault)
    return `  - ${id} / ${en}`
  }),
  ...(broken > faults.length ? [`  ... dan ${broken - faults.length} lagi / and ${broken - faults.length} more`] : []),
]

export const faultSentence = (fault: ChainFault | RootFault): Sentence =>
  'day' in fault ? rootSentence(fault) : chainSentence(fault)

const rootSentence = ({ day, what }: RootFault): Sentence => {
  switch (what) {
    case 'root-differs':
      return sentence(
        `Akar harian ${day}: tidak lagi sama dengan hash kepala berkas yang disegelnya.`,
        `Daily root ${day}: it is no longer the hash of the heads that it sealed.`,
      )
    case 'root-deleted':
      return sentence(
        `Akar harian ${day}: hilang, sedangkan kepala yang disegelnya masih ada.`,
        `Daily root ${day}: it is gone, but the heads that it sealed are there.`,
      )
    case 'root-missing':
      return sentence(
        `Akar harian sebelum ${day}: ada yang hilang dari rangkaian.`,
        `Daily roots before ${day}: one is missing from the chain.`,
      )
  }
}

const chainSentence = ({ dossier, number, seq, what, sealedOn }: ChainFault): Sentence => {
  const name = number ?? dossier
  const at = (id: string, en: string) =>
    sentence(`Berkas ${name}, peristiwa ${seq}: ${id}`, `Dossier ${name}, event ${seq}: ${en}`)
  switch (what) {
    case 'payload-changed':
      return at('isinya telah diubah.', 'its payload was changed.')
    case 'event-missing':
      return at('hilang di tengah rantai.', 'it is missing within the chain.')
    case 'link-broken':
      return at('hash-nya tidak menyambung ke peristiwa sebelumnya.', 'its hash does not follow from the one before.')
    case 'columns-changed':
      return at('jenis atau waktunya tidak sama dengan isinya.', 'its type or time is not that of its payload.')
    case 'tail-missing':
      return at('ujung rantai terpotong mulai dari sini.', 'the tail of the chain is cut from here.')
    case 'head-differs':
      return at('kepala pada berkas tidak sama dengan peristiwa terakhir.', 'the head on the dossier differs from it.')
    case 'row-missing':
      return at('peristiwanya ada, tetapi berkasnya tidak.', 'there are events, but the dossier is gone.')
    case 'cut-since-seal':
      return at(`disegel ${sealedOn}, kini terpotong.`, `sealed on ${sealedOn}, and cut off since.`)
    case 'rewritten-since-seal':
      return at(`disegel ${sealedOn}, kini lain isinya.`, `sealed on ${sealedOn}, and rewritten since.`)
    case 'dossier-deleted':
      return at(`disegel ${sealedOn}, kini seluruh berkas terhapus.`, `sealed on ${sealedOn}; the dossier is deleted.`)
  }
}
