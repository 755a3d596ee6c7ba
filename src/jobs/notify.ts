// Tells people what has happened to a dossier: a notice for each recipient, and a mail where it leaves at once.
import { z } from 'zod'
import type { AgencyData } from '../core/agency/catalogue.ts'
import type { Dossier } from '../core/dossier/dossier.ts'
import type { Event } from '../core/dossier/events.ts'
import { fold } from '../core/dossier/evolve.ts'
import { noticeFacts } from '../core/notice/facts.ts'
import { listenerOf } from '../core/notice/listener.ts'
import { OCCASIONS, type Occasion, type Told } from '../core/notice/occasions.ts'
import { emptyPosts, type Wanted, wantedOf } from '../core/notice/recipients.ts'
import { waysOf } from '../core/notice/routes.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { withOwn } from '../letters/notices.ts'
import { readDossier } from '../store/dossiers.ts'
import { peopleToTell, type ToldPerson } from '../store/notice-people.ts'
import { ownTexts } from '../store/notice-texts.ts'
import { type NewNotice, readBecauseActed, writeNotices } from '../store/notices.ts'
import { contactNotice, personNotice, type Writing } from './notice-draft.ts'
import { reporterNotice } from './tell-reporter.ts'
import { type JobRun, type JobTools, officeOf } from './tools.ts'

const told = z.strictObject({ seq: z.number(), occasion: z.enum(OCCASIONS), task: z.string().nullable() })
const shape = z.object({ agency: z.string(), dossier: z.string(), version: z.number(), told: z.array(told) })

/** Done again it writes nothing new: each recipient has one notice of an event. */
export const notify: JobRun = async (tools, payload) => {
  const job = shape.parse(payload)
  const { agency, dossier: id, version } = job
  const record = await readDossier(tools.store, agency, id)
  const dossier = record && fold(id, record.events.slice(0, version))
  if (!dossier) return
  const now = tools.now()
  const office = await officeOf(tools, agency)
  const procedure = await tools.procedureOf(agency, record.procedure, record.edition)
  const scene = { office, procedure, dossier, clientName: record.clientName ?? dossier.client }
  const tellings = job.told.flatMap((one) => {
    const event = record.events[one.seq - 1]
    return event ? wantedIn(scene, one, event) : []
  })
  const notices = await noticesFor(tools, scene, tellings)
  const persons = await writeNotices(tools.store, agency, notices, now)
  tools.store.tell(agency, persons.map(listenerOf))
  await clearTheDesk(tools, agency, id, tellings)
}

/** Told to a post whose turn it is. */
const BRINGS_WORK: readonly Occasion[] = ['work-arrived', 'letter-sent-back']

type Scene = { office: AgencyData; procedure: Procedure; dossier: Dossier; clientName: string }
type Telling = { told: Told; event: Event; wanted: Wanted }

const wantedIn = (scene: Scene, one: Told, event: Event): Telling[] => {
  const { office, procedure, dossier } = scene
  const { agency } = office
  const posts = dossier.tasks.find((task) => task.task === one.task)?.posts ?? []
  const isAlone =
    BRINGS_WORK.includes(one.occasion) && emptyPosts(posts, office, procedure.procedure).length === posts.length
  // First: whoever stands above is told why the work of another post lies with them.
  const occasions = isAlone ? [{ ...one, occasion: 'post-without-holder' as const }, one] : [one]
  return occasions.map((each) => ({
    told: each,
    event,
    wanted: wantedOf(
      waysOf(agency.notices, each.occasion),
      { told: each, event, dossier, agency },
      { office, procedure: procedure.procedure },
    ),
  }))
}

const noticesFor = async (tools: JobTools, scene: Scene, tellings: readonly Telling[]): Promise<NewNotice[]> => {
  const { office, dossier } = scene
  const { agency } = office.agency
  const applicant = dossier.applicant === null ? [] : [dossier.applicant]
  const people = await peopleToTell(tools.store, agency, {
    persons: [...new Set([...applicant, ...tellings.flatMap(({ wanted }) => [...wanted.persons.keys()])])],
    withAdministrators: tellings.some(({ wanted }) => wanted.administrators.length > 0),
  })
  const texts = withOwn(await ownTexts(tools.store, agency))
  const all = tellings.flatMap((telling) => {
    const facts = noticeFacts({
      ...scene,
      told: telling.told,
      event: telling.event,
      agency: office.agency,
      calendar: office.calendar,
    })
    const writing: Writing = { tools, office, dossier, told: telling.told, facts, texts }
    return [...toApplicant(tools, scene, { telling, writing, people }), ...toOfficers(telling, writing, people)]
  })
  return once(all)
}

type ToApplicant = { telling: Telling; writing: Writing; people: readonly ToldPerson[] }

const toApplicant = (tools: JobTools, scene: Scene, { telling, writing, people }: ToApplicant): NewNotice[] => {
  const { applicant: channels } = telling.wanted
  if (!channels) return []
  const { dossier, procedure } = scene
  if (dossier.asker === 'public') return reporterNotice(tools, { writing, procedure })
  if (dossier.applicant === null) return contactNotice(writing, channels)
  const person = people.find((one) => one.person === dossier.applicant)
  return person && dossier.asker !== 'office' ? [personNotice(writing, { person, reader: 'applicant', channels })] : []
}

const toOfficers = ({ wanted }: Telling, writing: Writing, people: readonly ToldPerson[]): NewNotice[] =>
  people.flatMap((person) => {
    const byPost = wanted.persons.get(person.person) ?? []
    const asAdministrator = person.isAdministrator ? wanted.administrators : []
    const channels = [...new Set([...byPost, ...asAdministrator])]
    return channels.length === 0 ? [] : [personNotice(writing, { person, reader: 'office', channels })]
  })

/** Somebody who is meant twice by one event hears of it once, as an applicant rather than as an officer. */
const once = (notices: readonly NewNotice[]): NewNotice[] =>
  notices.filter(
    (one, index) => notices.findIndex((other) => other.seq === one.seq && other.recipient === one.recipient) === index,
  )

/** What was told before this act; the receipt of the act itself is new. */
const clearTheDesk = async (tools: JobTools, agency: string, dossier: string, tellings: readonly Telling[]) => {
  const [telling] = tellings
  if (!telling || !('person' in telling.event.by)) return
  const { by, at } = telling.event
  const before = Math.min(...tellings.map(({ told }) => told.seq)) - 1
  await readBecauseActed(tools.store, agency, { person: by.person, dossier, before, at })
}
