// Everything the page of a dossier looks at: the dossier, what the reader may do on it, and what was typed before.
import type { Agency, Client } from '../../../core/agency/agency.ts'
import {
  hiddenFrom,
  isPaperHidden,
  readableDossier,
  readableEvents,
  readerOf,
} from '../../../core/dossier/confidential.ts'
import { type Dossier, openTasks, type Task } from '../../../core/dossier/dossier.ts'
import type { By, Event } from '../../../core/dossier/events.ts'
import { factsOf } from '../../../core/dossier/involved.ts'
import { signingRules } from '../../../core/paper/signing.ts'
import { mayDossier } from '../../../core/person/may.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { type BookLine, linesOfDossier } from '../../../store/books/of-dossier.ts'
import { readClient } from '../../../store/clients.ts'
import { readDossier } from '../../../store/dossiers.ts'
import { type PaperRow, papersOf } from '../../../store/papers.ts'
import { byForTask } from '../../acting.ts'
import { atDossier } from '../../hats.ts'
import { noteReading } from '../../note-reading.ts'
import { first, type Posted } from '../../request/body.ts'
import { noteLook } from '../../secret-access.ts'
import type { Services } from '../../services.ts'
import { type StepStory, stepStory } from '../../story/steps.ts'
import { type Wait, waitingNow } from '../../story/waiting.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import type { SignedIn, Visitor } from '../../visitor.ts'
import { type Checks, checksOf, isCheckedAt } from './checks.ts'
import { hasFields, openWork, type WorkForm } from './work-form.ts'

export type MyTask = { task: Task; by: Extract<By, { kind: 'post' }> }

export type Desk = {
  visitor: Visitor
  signedIn: SignedIn
  dossier: Dossier
  events: readonly Event[]
  procedure: Procedure
  client: Client
  papers: readonly PaperRow[]
  /** Its lines in the books of letters. */
  books: readonly BookLine[]
  /** Fields whose answers this reader is not told. */
  hidden: readonly string[]
  waits: readonly Wait[]
  story: readonly StepStory[]
  mine: readonly MyTask[]
  /** Completeness of letter and form; looked into only where somebody checks them now. */
  checks: Checks
  /** What came back from a form that was not accepted, or from before a sign-in. */
  typed: Posted | null
  /** By task, where its step asks for fields. */
  work: ReadonlyMap<string, WorkForm>
  faults: readonly FieldFault[]
  /** Papers can be shown as pictures in this installation. */
  hasPictures: boolean
  /** The service that signs in a person's name is not the real one. */
  isStandInSigning: boolean
  /** What the office would seal with now is good for trying out only. */
  isDemoSeal: boolean
  /** Where forms of no task are sent that stand on another page than that of the dossier. */
  formsOfNoTask?: string
  newId: () => string
}

/** Null when there is no such dossier or it is not for this reader: the two look alike from outside. */
export const openDesk = async (services: Services, visitor: Visitor, id: string): Promise<Desk | null> => {
  const { agency, now, language } = visitor
  const record = visitor.signedIn ? await readDossier(services.store, agency.agency.agency, id) : null
  if (!record || !visitor.signedIn) return null
  const signedIn = atDossier(visitor.signedIn, record.procedure)
  const isRefused = !mayDossier(signedIn.actor, 'see-inside', factsOf(record.dossier))
  const look = { office: agency.agency.agency, person: signedIn, dossier: record.dossier, now: services.now() }
  await noteLook(services, { ...look, what: 'dossier', over: 'pages', isRefused })
  if (isRefused) return null
  const procedure = await services.procedureOf(agency.agency.agency, record.procedure, record.edition)
  const read = await noteReading(services, { office: agency.agency.agency, person: signedIn, record, procedure })
  const [client, papers, books] = await Promise.all([
    readClient(services.store, agency.agency.agency, record.dossier.client),
    papersOf(services.store, agency.agency.agency, id),
    linesOfDossier(services.store, agency.agency.agency, id),
  ])
  const reader = readerOf(signedIn.actor, read.dossier)
  const dossier = readableDossier(procedure, read.dossier, reader)
  const events = readableEvents(procedure, read.events, reader)
  const mine = myTasks(signedIn, { procedure, dossier })
  const at = { visitor, signedIn, procedure, dossier }
  const withFields = mine.map(({ task }) => task).filter((task) => hasFields(procedure, task))
  const told = { procedure, dossier, agency, now, language }
  return {
    visitor,
    signedIn,
    dossier,
    events,
    procedure,
    client,
    books,
    papers: papers.filter(({ kind }) => !isPaperHidden(procedure, reader, kind)),
    hidden: hiddenFrom(procedure, reader).map(({ field }) => field),
    waits: waitingNow(told),
    story: stepStory(told),
    mine,
    checks: await checksOf(services, {
      agency,
      procedure,
      dossier,
      language,
      isChecked: mine.some(({ task }) => isCheckedAt(procedure, task)),
    }),
    typed: visitor.restored,
    work: new Map(
      await Promise.all(withFields.map(async (task) => [task.task, await openWork(services, at, task)] as const)),
    ),
    faults: [],
    hasPictures: services.pictures !== undefined,
    isStandInSigning: services.signing.personal(agency.agency.agency)?.isStandIn === true,
    isDemoSeal: mine.length > 0 && (await sealsForDemo(services, agency.agency)),
    newId: services.newId,
  }
}

/** A seal that is not there, or cannot be opened, is told of where it is asked for. */
const sealsForDemo = async ({ signing }: Services, { agency, signing: rules }: Agency): Promise<boolean> => {
  if (!signingRules(rules).methods.includes('seal')) return false
  const certificate = await signing
    .seal(agency)
    ?.certificate()
    .catch(() => null)
  return certificate?.ok === true && certificate.value.isDemo === true
}

/** Open tasks of the posts the reader holds; those of an applicant are done on the applicant's own page. */
export const myTasks = (signedIn: SignedIn, { procedure, dossier }: Pick<Desk, 'procedure' | 'dossier'>): MyTask[] =>
  openTasks(dossier).flatMap((task) => {
    const by = byForTask(signedIn, { procedure, dossier, task })
    return by?.kind === 'post' ? [{ task, by }] : []
  })

/** Which form of the page was sent: its deed, and the task it is about. */
export type FormName = { deed: string; task: string | null }

/** What was typed into this form, if it is the one that came back. */
export const typedInto = ({ typed }: Pick<Desk, 'typed'>, { deed, task }: FormName): Posted | null =>
  typed && first(typed, 'do') === deed && first(typed, 'task') === (task ?? '') ? typed : null

/** Faults belong to the form that was sent. */
export const faultsOf = (desk: Pick<Desk, 'typed' | 'faults'>, form: FormName): readonly FieldFault[] =>
  typedInto(desk, form) ? desk.faults : []

export const faultAt = (desk: Pick<Desk, 'typed' | 'faults'>, form: FormName, name: string): string | undefined =>
  faultsOf(desk, form).find((fault) => fault.name === name)?.message
