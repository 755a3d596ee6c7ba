// Where a page of a work list ended, as it travels in the address.
import { z } from 'zod'
import type { ElsewhereCursor, ElsewhereRow } from '../../../store/work-elsewhere.ts'
import type { ViewCursor, ViewRow } from '../../../store/work-view.ts'
import { cursorMoment, decodeCursor, encodeCursor } from '../../request/cursor.ts'

const viewCursor = z.tuple([z.int().min(0).max(2), cursorMoment.nullable(), cursorMoment, z.uuid()])
const elsewhereCursor = z.tuple([cursorMoment, z.uuid()])

export const viewPlace = (after: string | null): ViewCursor | null => {
  const read = decodeCursor(after ?? undefined, viewCursor)
  return read && { rank: read[0], dueAt: read[1], openedAt: read[2], task: read[3] }
}

export const elsewherePlace = (after: string | null): ElsewhereCursor | null => {
  const read = decodeCursor(after ?? undefined, elsewhereCursor)
  return read && { passedAt: read[0], dossier: read[1] }
}

/** @returns null where nothing follows */
export const afterView = ({ rows, more }: { rows: readonly ViewRow[]; more: boolean }): string | null => {
  const last = rows.at(-1)
  return more && last ? encodeCursor([last.rank, last.dueAt, last.openedAt, last.task]) : null
}

export const afterElsewhere = ({ rows, more }: { rows: readonly ElsewhereRow[]; more: boolean }): string | null => {
  const last = rows.at(-1)
  return more && last ? encodeCursor([last.passedAt, last.dossier]) : null
}
