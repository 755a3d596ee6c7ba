// Posts: entering and changing one; closing one only when its work has somewhere to go.
import type { Day } from '../clock/instant.ts'
import { isDay } from '../clock/instant.ts'
import { type Sentence, sentence } from '../sentence.ts'
import { type Asked, done, type Judged, no, type Write } from './change.ts'
import { dayBefore } from './days.ts'
import { isOpen, type MandateRow, type PostRow, postOf, titleOf } from './organisation.ts'
import { firstFault, isCircle, keyFault, nameFault, presenceFault } from './row-checks.ts'

export const judgePost = (asked: Asked<'post'>): Judged => {
  const { office, change } = asked
  const before = postOf(office, change.row.post) ?? null
  const fault = firstFault(
    keyFault('post', change.row.post),
    presenceFault('post', { key: change.row.post, isNew: change.isNew, isThere: before !== null }),
    nameFault('title', change.row.title, ['nama jabatan', 'the title of the post']),
    office.units.some((one) => one.unit === change.row.unit)
      ? null
      : no('unit', 'Pilih satuan kerja dari daftar.', 'Choose a unit of the list.'),
    superiorFault(asked),
  )
  if (fault) return fault
  const { closedOn } = change.row
  const after = closedOn === null ? { ...change.row, successor: null } : change.row
  const plain: Write = { kind: 'post', key: after.post, before, after }
  return closedOn === null || isSameEnd(before, after) ? done([plain]) : judgeClosing(asked, plain, closedOn)
}

const isSameEnd = (before: PostRow | null, after: PostRow): boolean =>
  before?.closedOn === after.closedOn && before.successor === after.successor

const superiorFault = ({ office, change: { row }, facts }: Asked<'post'>) => {
  const { post, superior } = row
  if (superior === null)
    return office.posts.some((one) => one.superior === null && one.post !== post && isOpen(one, facts.today))
      ? no(
          'superior',
          'Pilih jabatan atasannya: hanya satu jabatan tanpa atasan.',
          'Choose its superior: only one post has none.',
        )
      : null
  const above = postOf(office, superior)
  if (!above) return no('superior', `Jabatan "${superior}" tidak ada.`, `There is no post "${superior}".`)
  if (!isOpen(above, facts.today) && row.closedOn === null)
    return no(
      'superior',
      `Jabatan ${above.title} sudah ditutup. Pilih atasan lain.`,
      `The post ${above.title} is closed. Choose another superior.`,
    )
  return isCircle(post, superior, (key) => postOf(office, key)?.superior ?? null)
    ? no('superior', 'Jabatan tidak dapat menjadi atasan dirinya sendiri.', 'A post cannot stand above itself.')
    : null
}

/** Without a successor its work falls to its superior, which nobody has said: open work needs a word. */
const judgeClosing = (asked: Asked<'post'>, plain: Write, closedOn: Day): Judged => {
  const { change, facts } = asked
  const { post, title, superior, successor } = change.row
  if (!isDay(closedOn)) return no('closedOn', 'Tulis tanggal penutupan yang benar.', 'Write a real day of closing.')
  const waiting = facts.openWork[post] ?? 0
  if (successor === null && waiting > 0) return hasWork(title, waiting)
  const heir = successor ?? superior
  if (heir === null)
    return no(
      'successor',
      'Ini jabatan tertinggi. Pilih jabatan yang menerima pekerjaannya.',
      'This is the highest post. Choose the post that takes over its work.',
    )
  const fault = successor === null ? null : successorFault(asked, successor, closedOn)
  return fault ?? done([plain, ...endedTerms(asked, closedOn)], closingWarnings(asked, heir))
}

const successorFault = ({ office, change }: Asked<'post'>, successor: string, closedOn: Day) => {
  const found = postOf(office, successor)
  if (!found || successor === change.row.post)
    return no(
      'successor',
      'Pilih jabatan lain yang menerima pekerjaannya.',
      'Choose another post to take over its work.',
    )
  return isOpen(found, closedOn)
    ? null
    : no(
        'successor',
        `Jabatan ${found.title} juga ditutup pada hari itu. Pilih jabatan lain.`,
        `The post ${found.title} is closed on that day too. Choose another one.`,
      )
}

const hasWork = (title: string, waiting: number) =>
  no(
    'successor',
    `${waiting} tugas masih terbuka di ${title}. Pilih jabatan yang menerima pekerjaannya, atau selesaikan dahulu.`,
    `${waiting} ${waiting === 1 ? 'task is' : 'tasks are'} still open at ${title}. Choose a post to take over its work, or finish it first.`,
  )

/** Nobody holds a post that no longer exists: terms end on the day before, and what would begin later is dropped. */
const endedTerms = ({ office, change }: Asked<'post'>, closedOn: Day): Write[] => {
  const { post } = change.row
  const last = dayBefore(closedOn)
  const mandates = office.mandates
    .filter((one) => one.post === post && (one.toOn === null || one.toOn > last))
    .map((one): Write => {
      const after: MandateRow | null = one.fromOn > last ? null : { ...one, toOn: last }
      return { kind: 'mandate', key: one.mandate, before: one, after }
    })
  const substitutes = office.substitutes
    .filter((one) => one.post === post && one.toOn > last)
    .map((one): Write => {
      const after = one.fromOn > last ? null : { ...one, toOn: last }
      return { kind: 'substitute', key: one.substitute, before: one, after }
    })
  return [...mandates, ...substitutes]
}

const closingWarnings = ({ office, change, facts }: Asked<'post'>, heir: string): Sentence[] => {
  const { post, title } = change.row
  const [named, to] = [facts.named[post] ?? [], titleOf(office, heir)]
  const below = office.posts.filter((one) => one.superior === post && isOpen(one, facts.today)).map((one) => one.title)
  return [
    ...(named.length > 0 ? [stillNamed(title, to, named.join('; '))] : []),
    ...(below.length > 0 ? [stillBelow(title, below.join('; '))] : []),
  ]
}

const stillNamed = (title: string, to: string, named: string) =>
  sentence(
    `SOP ini masih menyebut ${title}; langkahnya akan jatuh ke ${to}: ${named}.`,
    `These SOPs still name ${title}; its steps will fall to ${to}: ${named}.`,
  )

const stillBelow = (title: string, below: string) =>
  sentence(
    `Jabatan ini masih beratasan ${title}; beri atasan baru: ${below}.`,
    `These posts still have ${title} as their superior; give them another one: ${below}.`,
  )
