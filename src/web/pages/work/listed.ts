// One page of the view that was asked for: its rows as the list shows them, and what follows.
import { apartFrom } from '../../../core/dossier/four-eyes.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { tasksToExplain } from '../../../store/breaches.ts'
import { stepsMadeBy } from '../../../store/makers.ts'
import { type ElsewhereRow, readElsewhere } from '../../../store/work-elsewhere.ts'
import { readWorkView, type ViewRow } from '../../../store/work-view.ts'
import type { Services } from '../../services.ts'
import type { WorkItem } from '../../ui/work-list.tsx'
import type { Visitor } from '../../visitor.ts'
import { type WorkDesk, whoseOf } from '../../work-desk.ts'
import type { Asked } from './asked.ts'
import { afterElsewhere, afterView, elsewherePlace, viewPlace } from './cursors.ts'
import { elsewhereItem } from './elsewhere.ts'
import { type ShownRow, workItem } from './items.tsx'
import { ROW_DEEDS, type RowDeed, rowDeeds } from './row-deeds.ts'

type Wanted = { visitor: Visitor; desk: WorkDesk; asked: Asked; size?: number }

export type ReadPage =
  | { kind: 'tasks'; rows: ViewRow[]; next: string | null }
  | { kind: 'elsewhere'; rows: ElsewhereRow[]; next: string | null }

export const readPage = async (services: Services, { visitor, desk, asked, size }: Wanted): Promise<ReadPage> => {
  const { agency } = visitor.agency.agency
  const { view, filter, sort, after } = asked
  const sized = size === undefined ? {} : { size }
  if (view === 'elsewhere') {
    const wanted = { posts: desk.posts, filter, newestFirst: sort === 'newest', after: elsewherePlace(after), ...sized }
    const found = await readElsewhere(services.store, agency, wanted)
    return { kind: 'elsewhere', rows: found.rows, next: afterElsewhere(found) }
  }
  const whose = whoseOf(desk, view)
  const found = await readWorkView(services.store, agency, { whose, filter, sort, after: viewPlace(after), ...sized })
  return { kind: 'tasks', rows: found.rows, next: afterView(found) }
}

export const itemsOfPage = (services: Services, visitor: Visitor, read: ReadPage): Promise<WorkItem[]> =>
  read.kind === 'tasks'
    ? itemsOf(services, visitor, read.rows)
    : Promise.all(read.rows.map(async (row) => elsewhereItem(visitor, await procedureOf(services, visitor, row), row)))

export const itemsOf = async (services: Services, visitor: Visitor, rows: readonly ShownRow[]): Promise<WorkItem[]> => {
  const asked = await tasksToExplain(services.store, visitor.agency.agency.agency, rows)
  const all = await Promise.all(
    rows.map(async (row) => ({ row, procedure: await procedureOf(services, visitor, row) })),
  )
  const apart = all.map(({ row, procedure }) => (row.kind === 'main' ? apartFrom(procedure, row.step) : []))
  const made = await stepsMadeBy(services.store, visitor.agency.agency.agency, {
    person: visitor.signedIn?.person ?? '',
    dossiers: rows.flatMap(({ dossier }, index) => (apart[index]?.length ? [dossier] : [])),
  })
  return all.map(({ row, procedure }, index) => {
    const isBarred = apart[index]?.some((step) => made.has(`${row.dossier} ${step}`)) === true
    return workItem(visitor, procedure, { ...row, isReasonAsked: asked.has(row.task), isBarred })
  })
}

/** Everything that can be done with at least one of these rows. */
export const deedsOfPage = async (services: Services, visitor: Visitor, read: ReadPage): Promise<RowDeed[]> => {
  if (read.kind === 'elsewhere') return []
  const found = await Promise.all(
    read.rows.map(async (row) => rowDeeds(visitor, await procedureOf(services, visitor, row), row)),
  )
  return ROW_DEEDS.filter((deed) => found.some((deeds) => deeds.includes(deed)))
}

export const procedureOf = (
  services: Services,
  { agency }: Visitor,
  { procedure, edition }: { procedure: string; edition: string },
): Promise<Procedure> => services.procedureOf(agency.agency.agency, procedure, edition)
