// What an archive of a dossier holds: its papers under names that say their order and kind, who filed them, and what happened.
import type { FileState } from '../../adapters/files/checked.ts'
import type { AgencyData } from '../../core/agency/catalogue.ts'
import type { Instant } from '../../core/clock/instant.ts'
import { speakInstant } from '../../core/clock/speak.ts'
import type { Dossier } from '../../core/dossier/dossier.ts'
import type { By, Event } from '../../core/dossier/events.ts'
import { papersForApplicant } from '../../core/dossier/involved.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { type PaperRow, papersOf } from '../../store/papers.ts'
import { withheldFiles } from '../../store/withheld-files.ts'
import type { Services } from '../services.ts'
import { toldToApplicant } from '../story/applicant-history.ts'
import { withEarlierSteps } from '../story/earlier.ts'
import { toldInside } from '../story/office-history.ts'
import { namedTitleOfBy, titleOfBy } from '../story/titles.ts'
import type { Text } from '../text/text.ts'
import type { Lang } from '../ui/masthead.tsx'

/** A dossier as its reader may see it: confidential answers, papers and events are left out already. */
export type ArchiveSource = {
  agency: AgencyData
  language: Lang
  text: Text
  dossier: Dossier
  events: readonly Event[]
  procedure: Procedure
  clientName: string
  /** The reader sees what officers see. */
  isInside: boolean
  /** Papers of this kind are not for this reader. */
  isHidden: (kind: string) => boolean
}

export type ArchivedPaper = Omit<PaperRow, 'paper' | 'letter'> & {
  /** Where it stands in the archive; null where its bytes cannot be given. */
  file: string | null
  /** `withheld`: not looked at by the scanner yet, or something was found in it. */
  state: FileState | 'withheld'
  filedBy: string
  isCurrent: boolean
}

export type Happened = { at: Instant; when: string; who: string; what: string; note: string }

export type ArchiveContents = {
  number: string
  subject: string
  title: string
  office: string
  clientName: string
  papers: ArchivedPaper[]
  history: Happened[]
  language: Lang
  text: Text
  /** The last that happened: an archive made again of the same state has the same bytes. */
  asOf: Instant
}

export const archiveContents = async (
  services: Pick<Services, 'store' | 'files'>,
  source: ArchiveSource,
): Promise<ArchiveContents> => {
  const { agency, dossier, events, procedure, text, language, clientName } = source
  const rows = await papersOf(services.store, agency.agency.agency, dossier.id)
  return {
    number: dossier.number,
    subject: dossier.subject,
    title: procedure.title,
    office: agency.agency.name,
    clientName,
    papers: await archived(services, source, seen(source, rows)),
    history: events.flatMap((event) => happened(source, event)),
    language,
    text,
    asOf: events.at(-1)?.at ?? dossier.submittedAt,
  }
}

/** The oldest first, so that a paper that comes later changes no name. */
const seen = ({ dossier, isInside, isHidden }: ArchiveSource, rows: readonly PaperRow[]): PaperRow[] => {
  const forApplicant = papersForApplicant(dossier)
  return rows
    .filter((row) => isInside || forApplicant.some((one) => one.id === row.paper))
    .filter((row) => !isHidden(row.kind))
    .toSorted((a, b) => a.filedAt.localeCompare(b.filedAt) || a.paper.localeCompare(b.paper))
}

/** Looked at beforehand: a damaged paper is named in the index instead of spoiling the whole archive. */
const archived = async (
  { files, store }: Pick<Services, 'files' | 'store'>,
  source: ArchiveSource,
  rows: readonly PaperRow[],
): Promise<ArchivedPaper[]> => {
  const withheld = await withheldFiles(
    store,
    rows.map((row) => row.sha256),
  )
  const papers: ArchivedPaper[] = []
  for (const [index, { paper, letter: _, ...row }] of rows.entries()) {
    const state = withheld.has(row.sha256) ? 'withheld' : await files.look(row.sha256)
    const file = state === 'whole' ? `papers/${nameInArchive(index + 1, row)}` : null
    const isCurrent = source.dossier.papers.some((one) => one.id === paper)
    papers.push({ ...row, file, state, filedBy: filedBy(source, paper), isCurrent })
  }
  return papers
}

const EXTENSIONS: Record<string, string> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }

/** Letters, digits and hyphens alone: it is unpacked on whatever machine. */
const nameInArchive = (place: number, { kind, number, name, mime }: Omit<PaperRow, 'paper' | 'letter'>): string => {
  const said = [kind, number ?? name.replace(/\.[^.]*$/, '')]
    .join('-')
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 80)
  return `${String(place).padStart(3, '0')}-${said}.${EXTENSIONS[mime] ?? 'bin'}`
}

const filedBy = (source: ArchiveSource, paper: string): string => {
  const event = source.events.find((one) => bringsPaper(one, paper))
  const signed = source.dossier.letters.find((one) => one.paper?.id === paper)?.by
  const by = signed ?? event?.by
  return by ? whoIs(source, by) : ''
}

const bringsPaper = (event: Event, paper: string): boolean => {
  if (event.type === 'submitted' || event.type === 'corrected' || event.type === 'filled')
    return event.papers.some((one) => one.id === paper)
  return 'paper' in event && typeof event.paper === 'object' && event.paper.id === paper
}

const whoIs = ({ agency, isInside, text, clientName }: ArchiveSource, by: By): string =>
  isInside
    ? namedTitleOfBy(agency.agency, by, { ...text.office.dossier.acted, applicant: clientName })
    : titleOfBy(agency.agency, by, { applicant: clientName, system: text.apply.history.system })

const happened = (source: ArchiveSource, event: Event): Happened[] => {
  const { agency, text, language, isInside } = source
  const procedure = withEarlierSteps(agency, source)
  const told = isInside
    ? toldInside({ agency: agency.agency, procedure, text, language }, event)
    : toldToApplicant({ text, procedure, language }, event)
  if (!told) return []
  const when = speakInstant(event.at, language, agency.agency.zone)
  return [{ at: event.at, when, who: whoIs(source, event.by), what: told.title, note: told.note ?? '' }]
}
