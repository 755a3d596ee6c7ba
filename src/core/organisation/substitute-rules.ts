// Who may do the work of somebody who is away: an officer, for a holder of the post, and never in a circle.
import { isDay } from '../clock/instant.ts'
import { type Sentence, sentence } from '../sentence.ts'
import { type Asked, done, GONE, type Judged, no } from './change.ts'
import {
  holds,
  isUsable,
  nameOf,
  type Organisation,
  overlap,
  postOf,
  type SubstituteRow,
  type Term,
  titleOf,
} from './organisation.ts'
import { decreeFault, firstFault } from './row-checks.ts'

export const judgeSubstitute = (asked: Asked<'substitute'>): Judged => {
  const { office, change } = asked
  const { row } = change
  if (office.substitutes.some((one) => one.substitute === row.substitute)) return GONE
  const fault = firstFault(
    termFault(asked),
    absentFault(office, row),
    personFault(office, row),
    scopeFault(asked),
    twiceFault(office, row),
    circleFault(office, row),
    decreeFault(row.decree),
  )
  return fault ?? done([{ kind: 'substitute', key: row.substitute, before: null, after: row }], warnings(office, row))
}

const termFault = ({ change: { row }, facts }: Asked<'substitute'>) => {
  if (!isDay(row.fromOn)) return no('fromOn', 'Tulis hari pertama yang benar.', 'Write a real first day.')
  if (!isDay(row.toOn) || row.toOn < row.fromOn)
    return no(
      'toOn',
      'Tulis hari terakhir yang benar, tidak sebelum hari pertama.',
      'Write a real last day, not before the first.',
    )
  return row.toOn < facts.today
    ? no(
        'toOn',
        'Hari terakhirnya sudah lewat, jadi tidak ada lagi yang digantikan.',
        'Its last day has passed, so there is nothing left to stand in for.',
      )
    : null
}

const absentFault = (office: Organisation, row: SubstituteRow) => {
  const isHolder = office.mandates.some(
    (one) => one.person === row.absent && one.post === row.post && holds(one, row.fromOn),
  )
  if (!postOf(office, row.post)) return no('post', 'Pilih jabatan dari daftar.', 'Choose a post of the list.')
  return isHolder
    ? null
    : no(
        'absent',
        `${nameOf(office, row.absent)} tidak memegang ${titleOf(office, row.post)} pada ${row.fromOn}. Pilih pemegang jabatan itu.`,
        `${nameOf(office, row.absent)} does not hold ${titleOf(office, row.post)} on ${row.fromOn}. Choose a holder of that post.`,
      )
}

/** Work of the office stays with its officers. */
const personFault = (office: Organisation, row: SubstituteRow) => {
  const person = office.people.find((one) => one.person === row.person)
  if (!person || !isUsable(person))
    return no('person', 'Pilih pengganti dari daftar.', 'Choose a substitute of the list.')
  if (row.person === row.absent)
    return no('person', 'Pilih orang lain sebagai pengganti.', 'Choose somebody else as the substitute.')
  return office.mandates.some((one) => one.person === row.person && holds(one, row.fromOn))
    ? null
    : no(
        'person',
        `${person.name} tidak memegang jabatan di kantor ini pada ${row.fromOn}. Pengganti harus pejabat atau petugas.`,
        `${person.name} holds no post of this office on ${row.fromOn}. A substitute has to be an officer.`,
      )
}

const scopeFault = ({ change: { row }, facts }: Asked<'substitute'>) => {
  const unknown = row.procedures.find((one) => !facts.procedures.includes(one))
  return unknown === undefined
    ? null
    : no('procedures', `SOP "${unknown}" tidak ada di kantor ini.`, `This office has no SOP "${unknown}".`)
}

const twiceFault = (office: Organisation, row: SubstituteRow) => {
  const other = office.substitutes.find(
    (one) => one.post === row.post && one.absent === row.absent && one.person === row.person && overlap(one, row),
  )
  return other
    ? no(
        'fromOn',
        `${nameOf(office, row.person)} sudah menjadi pengganti dari ${other.fromOn} sampai ${other.toOn}. Akhiri dahulu, atau pilih hari lain.`,
        `${nameOf(office, row.person)} is the substitute already from ${other.fromOn} to ${other.toOn}. End that first, or choose other days.`,
      )
    : null
}

/** Whoever stands in may be away too, and so on: on no day may that lead back to the first. */
const circleFault = (office: Organisation, row: SubstituteRow) => {
  const back = wayBack(office, row.person, row.absent, row)
  return back === null
    ? null
    : no(
        'person',
        `${nameOf(office, row.person)} sendiri digantikan oleh ${nameOf(office, back)} pada hari-hari itu, jadi pekerjaan akan berputar. Pilih orang lain, atau ubah harinya.`,
        `${nameOf(office, row.person)} is replaced by ${nameOf(office, back)} on some of those days, so the work would go in a circle. Choose somebody else, or other days.`,
      )
}

/** @returns who does the work of `from` on the way to `target`, or null where no day leads there */
const wayBack = (
  office: Organisation,
  from: string,
  target: string,
  days: Term,
  seen: readonly string[] = [],
): string | null => {
  for (const one of office.substitutes) {
    const shared = one.absent === from && !seen.includes(one.person) ? shareOf(one, days) : null
    if (!shared) continue
    if (one.person === target || wayBack(office, one.person, target, shared, [...seen, from]) !== null)
      return one.person
  }
  return null
}

const shareOf = (one: Term, other: Term): Term | null => {
  if (!overlap(one, other)) return null
  const ends = [one.toOn, other.toOn].filter((end) => end !== null).toSorted()
  const [, fromOn = one.fromOn] = [one.fromOn, other.fromOn].toSorted()
  return { fromOn, toOn: ends[0] ?? null }
}

const warnings = (office: Organisation, row: SubstituteRow): Sentence[] => {
  const other = office.substitutes.find(
    (one) => one.post === row.post && one.absent === row.absent && overlap(one, row),
  )
  const term = office.mandates.find(
    (one) => one.person === row.absent && one.post === row.post && holds(one, row.fromOn),
  )
  return [
    ...(other ? [shared(nameOf(office, other.person))] : []),
    ...(term?.toOn && term.toOn < row.toOn ? [endsBefore(nameOf(office, row.absent), term.toOn)] : []),
  ]
}

const shared = (name: string) =>
  sentence(
    `${name} juga menjadi pengganti pada sebagian hari itu; keduanya melihat pekerjaan yang sama.`,
    `${name} is a substitute on some of those days too; both see the same work.`,
  )

const endsBefore = (name: string, toOn: string) =>
  sentence(
    `Masa jabatan ${name} berakhir ${toOn}; sesudah itu penggantiannya tidak berlaku.`,
    `The mandate of ${name} ends on ${toOn}; after that the substitute has nothing to do.`,
  )

export const judgeEndSubstitute = ({ office, change }: Asked<'end-substitute'>): Judged => {
  const before = office.substitutes.find((one) => one.substitute === change.substitute)
  if (!before) return GONE
  if (!isDay(change.toOn) || change.toOn < before.fromOn || change.toOn > before.toOn)
    return no(
      'toOn',
      `Tulis hari terakhir dari ${before.fromOn} sampai ${before.toOn}.`,
      `Write a last day from ${before.fromOn} to ${before.toOn}.`,
    )
  const after = { ...before, toOn: change.toOn }
  return done([{ kind: 'substitute', key: before.substitute, before, after }])
}

export const judgeDropSubstitute = ({ office, change, facts }: Asked<'drop-substitute'>): Judged => {
  const before = office.substitutes.find((one) => one.substitute === change.substitute)
  if (!before) return GONE
  return before.fromOn > facts.today
    ? done([{ kind: 'substitute', key: before.substitute, before, after: null }])
    : no(
        'substitute',
        'Penggantian ini sudah berjalan, jadi tidak dapat dibatalkan. Akhiri dengan hari terakhirnya.',
        'This has begun, so it cannot be taken back. End it with its last day.',
      )
}
