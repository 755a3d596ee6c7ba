// How whoever acts is called: the post with the capacity in which its work is done, and both names where it is another's.
import type { ActingCapacity, Represented } from './holders.ts'

export const CAPACITY_PREFIX: Record<ActingCapacity, string> = {
  definitive: '',
  plt: 'Plt. ',
  plh: 'Plh. ',
  an: 'a.n. ',
  substitute: 'Pengganti ',
  superior: '',
}

/** What stands in the record of somebody who acted under a post. */
export type SeatedBy = {
  post: string
  capacity: ActingCapacity
  name?: string | undefined
  actsFor?: Represented | undefined
  above?: { post: string; capacity: ActingCapacity } | undefined
}

/** `Plh. Kepala Dinas`; from above with the post that is held: `Kepala Dinas selaku atasan Sekretaris`. */
export const actingTitle = (by: SeatedBy, titleOf: (post: string) => string): string =>
  `${CAPACITY_PREFIX[by.capacity]}${seatTitle(by, titleOf)}`

/** Without the capacity, which papers set in front themselves. */
export const seatTitle = ({ post, above }: SeatedBy, titleOf: (post: string) => string): string =>
  above ? `${CAPACITY_PREFIX[above.capacity]}${titleOf(above.post)} selaku atasan ${titleOf(post)}` : titleOf(post)

/** `Plh. Kepala Dinas (Pejabat Sekretaris), mewakili Pejabat Kepala Dinas`; the title alone where somebody acts in their own name. */
export const withNames = (title: string, { name, actsFor }: SeatedBy, represents = 'mewakili'): string =>
  `${title}${name === undefined ? '' : ` (${name})`}${actsFor ? `, ${represents} ${actsFor.name}` : ''}`
