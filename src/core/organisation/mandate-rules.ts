// Who may be given which post: what cannot be is refused, what is unusual is said in plain words and done.
import { isDay } from '../clock/instant.ts'
import { type Sentence, sentence } from '../sentence.ts'
import { type Asked, done, GONE, type Judged, no } from './change.ts'
import {
  CAPACITIES,
  isOpen,
  isUsable,
  type MandateRow,
  nameOf,
  type Organisation,
  overlap,
  postOf,
  titleOf,
} from './organisation.ts'
import { decreeFault, firstFault } from './row-checks.ts'

export const judgeMandate = (asked: Asked<'mandate'>): Judged => {
  const { office, change } = asked
  const { row, isNew } = change
  const before = office.mandates.find((one) => one.mandate === row.mandate) ?? null
  if (isNew && before) return isSameRow(before, row) ? done([]) : GONE
  if (!isNew && !before) return GONE
  const fault = firstFault(
    postFault(asked),
    termFault(row),
    personFault(asked, before),
    twiceFault(office, row),
    decreeFault(row.decree),
  )
  return fault ?? done([{ kind: 'mandate', key: row.mandate, before, after: row }], mandateWarnings(office, row))
}

/** Sent twice it is entered once. */
const isSameRow = (one: MandateRow, other: MandateRow): boolean =>
  one.person === other.person &&
  one.post === other.post &&
  one.capacity === other.capacity &&
  one.fromOn === other.fromOn &&
  one.toOn === other.toOn &&
  one.decree === other.decree

const postFault = ({ office, change: { row } }: Asked<'mandate'>) => {
  const post = postOf(office, row.post)
  if (!post) return no('post', 'Pilih jabatan dari daftar.', 'Choose a post of the list.')
  if (!CAPACITIES.includes(row.capacity)) return no('capacity', 'Pilih kedudukan.', 'Choose the capacity.')
  if (!isOpen(post, row.fromOn))
    return no(
      'post',
      `Jabatan ${post.title} ditutup mulai ${post.closedOn}. Pilih jabatan lain atau hari sebelumnya.`,
      `The post ${post.title} is closed from ${post.closedOn}. Choose another post or an earlier day.`,
    )
  if (post.closedOn !== null && (row.toOn === null || row.toOn >= post.closedOn))
    return no(
      'toOn',
      `Jabatan ${post.title} ditutup mulai ${post.closedOn}. Tulis hari terakhir sebelum itu.`,
      `The post ${post.title} is closed from ${post.closedOn}. Write a last day before that.`,
    )
  return null
}

const termFault = ({ fromOn, toOn }: MandateRow) => {
  if (!isDay(fromOn)) return no('fromOn', 'Tulis tanggal mulai yang benar.', 'Write a real first day.')
  if (toOn !== null && (!isDay(toOn) || toOn < fromOn))
    return no(
      'toOn',
      'Tulis hari terakhir yang benar, tidak sebelum hari mulainya.',
      'Write a real last day, not before the first.',
    )
  return null
}

const personFault = ({ office, change: { row } }: Asked<'mandate'>, before: MandateRow | null) => {
  const person = office.people.find((one) => one.person === row.person)
  if (!person) return no('person', 'Pilih orang dari daftar pengguna.', 'Choose somebody from the list of people.')
  return before !== null || isUsable(person)
    ? null
    : no(
        'person',
        `Akun ${person.name} ditutup atau belum disetujui. Buka dahulu akunnya.`,
        `The account of ${person.name} is closed or not yet approved. Open it first.`,
      )
}

const twiceFault = (office: Organisation, row: MandateRow) => {
  const other = office.mandates.find(
    (one) => one.mandate !== row.mandate && one.person === row.person && one.post === row.post && overlap(one, row),
  )
  return other
    ? no(
        'fromOn',
        `${nameOf(office, row.person)} sudah memegang ${titleOf(office, row.post)} sejak ${other.fromOn}${other.toOn === null ? '' : ` sampai ${other.toOn}`}. Akhiri dahulu, atau ubah tanggalnya.`,
        `${nameOf(office, row.person)} holds ${titleOf(office, row.post)} already from ${other.fromOn}${other.toOn === null ? '' : ` to ${other.toOn}`}. End that first, or change the days.`,
      )
    : null
}

/** What is unusual about a mandate among the others of its post. */
export const mandateWarnings = (office: Organisation, row: MandateRow): Sentence[] => {
  const title = titleOf(office, row.post)
  const definitive = office.mandates.find(
    (one) => one.mandate !== row.mandate && one.post === row.post && one.capacity === 'definitive' && overlap(one, row),
  )
  const name = definitive ? nameOf(office, definitive.person) : ''
  switch (row.capacity) {
    case 'definitive':
      return definitive && isLeading(office, row.post) ? [twoHolders(title, name)] : []
    case 'plt':
      return definitive ? [notVacant(title, name)] : []
    case 'plh':
      if (!definitive) return [vacant(title)]
      return row.toOn === null && !isAway(office, definitive, row) ? [withoutEnd(title, name)] : []
    case 'an':
      return []
  }
}

/** A post with others below it has one seat; several may hold a post of staff. */
const isLeading = (office: Organisation, post: string): boolean => office.posts.some((one) => one.superior === post)

/** Somebody does their work meanwhile, so they are away. */
const isAway = (office: Organisation, definitive: MandateRow, row: MandateRow): boolean =>
  office.substitutes.some((one) => one.absent === definitive.person && one.post === row.post && overlap(one, row))

const twoHolders = (title: string, name: string) =>
  sentence(
    `${title} juga dipegang ${name} secara definitif pada hari-hari itu. Bila kursinya satu, akhiri masa jabatan ${name}.`,
    `${title} is also held by ${name} definitively on those days. If it has one seat, end the mandate of ${name}.`,
  )

const notVacant = (title: string, name: string) =>
  sentence(
    `Plt. mengisi jabatan yang lowong, sedangkan ${title} dipegang ${name} secara definitif pada hari-hari itu. Bila ${name} hanya berhalangan, catat sebagai Plh.; bila sudah berhenti, akhiri masa jabatannya.`,
    `A Plt. acts in a vacant post, but ${name} holds ${title} definitively on those days. If ${name} is only away, enter a Plh.; if they have left, end their mandate.`,
  )

const vacant = (title: string) =>
  sentence(
    `Plh. menggantikan pejabat yang berhalangan sementara, sedangkan ${title} lowong pada hari-hari itu. Untuk jabatan lowong biasanya diangkat Plt.`,
    `A Plh. stands in for a holder who is away for a short time, but ${title} is vacant on those days. A vacant post usually gets a Plt.`,
  )

const withoutEnd = (title: string, name: string) =>
  sentence(
    `Plh. ${title} belum punya hari terakhir, sedangkan ${name} tetap memegang jabatan itu. Tulis sampai kapan.`,
    `The Plh. ${title} has no last day yet, while ${name} still holds the post. Write until when.`,
  )

export const judgeEndMandate = ({ office, change }: Asked<'end-mandate'>): Judged => {
  const before = office.mandates.find((one) => one.mandate === change.mandate)
  if (!before) return GONE
  const after = { ...before, toOn: change.toOn }
  return termFault(after) ?? done([{ kind: 'mandate', key: before.mandate, before, after }])
}

export const judgeDropMandate = ({ office, change, facts }: Asked<'drop-mandate'>): Judged => {
  const before = office.mandates.find((one) => one.mandate === change.mandate)
  if (!before) return GONE
  return before.fromOn > facts.today
    ? done([{ kind: 'mandate', key: before.mandate, before, after: null }])
    : no(
        'mandate',
        'Jabatan ini sudah berjalan, jadi tidak dapat dibatalkan. Akhiri dengan hari terakhirnya.',
        'This mandate has begun, so it cannot be taken back. End it with its last day.',
      )
}
