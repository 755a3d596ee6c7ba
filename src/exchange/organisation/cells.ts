// Every row of the organisation as the cells of its table, in the reader's language.
import type {
  ClientRow,
  MandateRow,
  Organisation,
  PostRow,
  SubstituteRow,
  UnitRow,
} from '../../core/organisation/organisation.ts'
import type { Sentence } from '../../core/sentence.ts'
import { CAPACITY_WORDS, DUTY_WORDS, JOINED_BY, KIND_WORDS, TABLES, type TableKind } from './columns.ts'

export type Cells = Record<string, string>
type Language = keyof Sentence

/** The heading and every row; companies are left out, they enter themselves. */
export const tableOf = (office: Organisation, kind: TableKind, language: Language): string[][] => {
  const columns = TABLES[kind]
  const rows = rowsOf(office, kind, language)
  return [columns.map(({ name }) => name[language]), ...rows.map((cells) => columns.map(({ key }) => cells[key] ?? ''))]
}

const rowsOf = (office: Organisation, kind: TableKind, language: Language): Cells[] => {
  switch (kind) {
    case 'units':
      return office.units.map((row) => unitCells(row, language))
    case 'posts':
      return office.posts.map((row) => postCells(row, language))
    case 'clients':
      return office.clients.filter((row) => row.kind === 'agency').map(clientCells)
    case 'mandates':
      return office.mandates.map((row) => mandateCells(office, row, language))
    case 'substitutes':
      return office.substitutes.map((row) => substituteCells(office, row))
  }
}

export const unitCells = ({ unit, name, kind, superior, calendar }: UnitRow, language: Language): Cells => ({
  unit,
  name,
  kind: KIND_WORDS[kind][language],
  superior: superior ?? '',
  calendar: calendar ?? '',
})

export const postCells = (row: PostRow, language: Language): Cells => ({
  post: row.post,
  title: row.title,
  unit: row.unit,
  superior: row.superior ?? '',
  duties: row.duties.map((duty) => DUTY_WORDS[duty][language]).join(JOINED_BY),
  closedOn: row.closedOn ?? '',
  successor: row.successor ?? '',
})

export const clientCells = ({ client, name, head, address, closedOn }: ClientRow): Cells => ({
  client,
  name,
  head,
  address,
  closedOn: closedOn ?? '',
})

export const mandateCells = (office: Organisation, row: MandateRow, language: Language): Cells => {
  const person = office.people.find((one) => one.person === row.person)
  return {
    email: person?.email ?? '',
    name: person?.name ?? '',
    post: row.post,
    capacity: CAPACITY_WORDS[row.capacity][language],
    fromOn: row.fromOn,
    toOn: row.toOn ?? '',
    decree: row.decree ?? '',
  }
}

export const substituteCells = (office: Organisation, row: SubstituteRow): Cells => {
  const emailOf = (person: string): string => office.people.find((one) => one.person === person)?.email ?? ''
  return {
    absent: emailOf(row.absent),
    post: row.post,
    person: emailOf(row.person),
    fromOn: row.fromOn,
    toOn: row.toOn,
    procedures: row.procedures.join(JOINED_BY),
    decree: row.decree ?? '',
  }
}
