// People are called by their post: the title with the capacity in which it is held, or the lane of the applicant.
import { type Agency, postTitle } from '../../core/agency/agency.ts'
import type { By } from '../../core/dossier/events.ts'
import type { Capacity } from '../../core/person/mandate.ts'

const CAPACITY: Record<Capacity, string> = { definitive: '', plt: 'Plt. ', plh: 'Plh. ', an: 'a.n. ' }

/** `Plt. Sekretaris` */
export const officeTitle = (agency: Agency, by: { post: string; capacity: Capacity }): string =>
  `${CAPACITY[by.capacity]}${postTitle(agency, by.post)}`

/** @param applicant what an applicant is called here: the lane's name in public, the client's name inside */
export const titleOfBy = (agency: Agency, by: By, names: { applicant: string; system: string }): string => {
  switch (by.kind) {
    case 'post':
      return officeTitle(agency, by)
    case 'client':
    case 'public':
      return names.applicant
    case 'system':
      return names.system
  }
}
