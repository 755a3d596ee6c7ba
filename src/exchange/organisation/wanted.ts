// What one row of an uploaded table asks for: changes of the office, or a sentence that says why it cannot be understood.
import { isDay } from '../../core/clock/instant.ts'
import type { Change } from '../../core/organisation/change.ts'
import {
  CAPACITIES,
  DUTIES,
  type MandateRow,
  type Organisation,
  type SubstituteRow,
  UNIT_KINDS,
} from '../../core/organisation/organisation.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { type Cells, clientCells, mandateCells, postCells, substituteCells, unitCells } from './cells.ts'
import { apart, CAPACITY_WORDS, DUTY_WORDS, KIND_WORDS, meantBy } from './columns.ts'
import type { SentRow } from './read-tables.ts'

/** `before` and `after` as cells, to say what differs; `before` is null for what is new. */
export type Wanted =
  | { ok: true; changes: Change[]; before: Cells | null; after: Cells; isEnding: boolean }
  | { ok: false; sentence: Sentence }

type Asking = { office: Organisation; cells: Cells; newId: () => string }

export const wantedBy = (office: Organisation, { kind, cells }: SentRow, newId: () => string): Wanted => {
  const asking = { office, cells, newId }
  switch (kind) {
    case 'units':
      return unitWanted(asking)
    case 'posts':
      return postWanted(asking)
    case 'clients':
      return clientWanted(asking)
    case 'mandates':
      return mandateWanted(asking)
    case 'substitutes':
      return substituteWanted(asking)
  }
}

/** The new value where the file has the column, the old one where it has not. */
const cellOr = (cells: Cells, key: string, before: string | null | undefined): string | null =>
  cells[key] === undefined ? (before ?? null) : cells[key] || null

const dayOr = (cells: Cells, key: string, before: string | null | undefined): string | null => {
  const typed = cellOr(cells, key, before)
  return typed === null ? null : dayOf(typed)
}

/** As an Indonesian spreadsheet writes it too: `20/11/2026`. What is no day stays as it is, and is refused by its rule. */
export const dayOf = (typed: string): string => {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? []
  const turned = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(turned) ? turned : typed
}

const no = (id: string, en: string): Wanted => ({ ok: false, sentence: sentence(id, en) })

const unitWanted = ({ office, cells }: Asking): Wanted => {
  const before = office.units.find((one) => one.unit === cells.unit)
  const kind = meantBy(KIND_WORDS, UNIT_KINDS, cells.kind ?? '')
  if (kind === null)
    return no(
      `Jenis "${cells.kind}" tidak dikenal. Tulis dinas, sekretariat, bidang, atau tim.`,
      `The kind "${cells.kind}" is not known. Write office, secretariat, division or team.`,
    )
  const row = {
    unit: cells.unit ?? '',
    name: cells.name ?? '',
    kind,
    superior: cellOr(cells, 'superior', before?.superior),
    calendar: cellOr(cells, 'calendar', before?.calendar),
  }
  return {
    ok: true,
    changes: [{ type: 'unit', row, isNew: !before }],
    before: before ? unitCells(before, 'id') : null,
    after: unitCells(row, 'id'),
    isEnding: false,
  }
}

const postWanted = ({ office, cells }: Asking): Wanted => {
  const before = office.posts.find((one) => one.post === cells.post)
  const typed = cells.duties === undefined ? null : apart(cells.duties)
  const meant = typed?.map((one) => meantBy(DUTY_WORDS, DUTIES, one))
  const duties = DUTIES.filter((duty) => (meant ?? before?.duties ?? []).some((one) => one === duty))
  if (meant?.some((one) => one === null))
    return no(
      `Tugas "${cells.duties}" tidak dikenal. Tulis loket, register, atau sop, dipisah tanda +.`,
      `The duties "${cells.duties}" are not known. Write counter, registers or sops, with + between them.`,
    )
  const row = {
    post: cells.post ?? '',
    title: cells.title ?? '',
    unit: cells.unit ?? '',
    superior: cellOr(cells, 'superior', before?.superior),
    duties,
    closedOn: dayOr(cells, 'closedOn', before?.closedOn),
    successor: cellOr(cells, 'successor', before?.successor),
  }
  return {
    ok: true,
    changes: [{ type: 'post', row, isNew: !before }],
    before: before ? postCells(before, 'id') : null,
    after: postCells(row, 'id'),
    isEnding: row.closedOn !== null && before?.closedOn !== row.closedOn,
  }
}

const clientWanted = ({ office, cells }: Asking): Wanted => {
  const before = office.clients.find((one) => one.client === cells.client)
  const row = {
    client: cells.client ?? '',
    kind: 'agency' as const,
    name: cells.name ?? '',
    head: cells.head ?? '',
    address: cells.address ?? '',
    closedOn: dayOr(cells, 'closedOn', before?.closedOn),
  }
  return {
    ok: true,
    changes: [{ type: 'client', row, isNew: !before }],
    before: before ? clientCells(before) : null,
    after: clientCells(row),
    isEnding: row.closedOn !== null && before?.closedOn !== row.closedOn,
  }
}

const personOf = (office: Organisation, email: string | undefined) =>
  office.people.find((one) => one.email.toLowerCase() === (email ?? '').toLowerCase())

/** An address that nobody has is an account to be made. */
const mandateWanted = ({ office, cells, newId }: Asking): Wanted => {
  const known = personOf(office, cells.email)
  const person = known ?? {
    person: newId(),
    name: cells.name ?? '',
    email: cells.email ?? '',
    state: 'invited' as const,
  }
  const capacity = meantBy(CAPACITY_WORDS, CAPACITIES, cells.capacity ?? '')
  if (capacity === null)
    return no(
      `Kedudukan "${cells.capacity}" tidak dikenal. Tulis definitif, Plt., Plh., atau a.n.`,
      `The capacity "${cells.capacity}" is not known. Write definitive, Plt., Plh. or a.n.`,
    )
  const fromOn = dayOf(cells.fromOn ?? '')
  const before = office.mandates.find(
    (one) => one.person === person.person && one.post === cells.post && one.fromOn === fromOn,
  )
  const row: MandateRow = {
    mandate: before?.mandate ?? newId(),
    person: person.person,
    post: cells.post ?? '',
    capacity,
    fromOn,
    toOn: dayOr(cells, 'toOn', before?.toOn),
    decree: cellOr(cells, 'decree', before?.decree),
  }
  const withPerson = known ? office : { ...office, people: [...office.people, person] }
  return {
    ok: true,
    changes: [...(known ? [] : [{ type: 'person', row: person } as const]), { type: 'mandate', row, isNew: !before }],
    before: before ? mandateCells(office, before, 'id') : null,
    after: mandateCells(withPerson, row, 'id'),
    isEnding: before !== undefined && row.toOn !== null && (before.toOn === null || row.toOn < before.toOn),
  }
}

const substituteWanted = ({ office, cells, newId }: Asking): Wanted => {
  const [absent, person] = [personOf(office, cells.absent), personOf(office, cells.person)]
  const stranger = absent ? cells.person : cells.absent
  if (!absent || !person)
    return no(`Surel "${stranger}" tidak punya akun di kantor ini.`, `No account of this office has "${stranger}".`)
  const fromOn = dayOf(cells.fromOn ?? '')
  const before = office.substitutes.find(
    (one) =>
      one.absent === absent.person && one.person === person.person && one.post === cells.post && one.fromOn === fromOn,
  )
  const row: SubstituteRow = {
    substitute: before?.substitute ?? newId(),
    post: cells.post ?? '',
    absent: absent.person,
    person: person.person,
    fromOn,
    toOn: dayOf(cells.toOn ?? ''),
    procedures: cells.procedures === undefined ? (before?.procedures ?? []) : apart(cells.procedures),
    decree: cellOr(cells, 'decree', before?.decree),
  }
  const after = substituteCells(office, row)
  if (!before) return { ok: true, changes: [{ type: 'substitute', row }], before: null, after, isEnding: false }
  const cellsBefore = substituteCells(office, before)
  const isOther = Object.keys(after).some((key) => key !== 'toOn' && after[key] !== cellsBefore[key])
  if (isOther || row.toOn > before.toOn)
    return no(
      'Dari penggantian yang sudah tercatat hanya hari terakhirnya dapat dimajukan. Catat yang baru dengan hari mulai lain.',
      'Of a substitute that is entered only the last day can be brought forward. Enter a new one with another first day.',
    )
  const change: Change = { type: 'end-substitute', substitute: before.substitute, toOn: row.toOn }
  return { ok: true, changes: [change], before: cellsBefore, after, isEnding: row.toOn < before.toOn }
}
