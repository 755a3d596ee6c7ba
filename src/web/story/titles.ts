// People are called by their post: the title with the capacity in which it is held, or the lane of the applicant.
import { type Agency, postTitle } from '../../core/agency/agency.ts'
import type { By } from '../../core/dossier/events.ts'
import { actingTitle, type SeatedBy, withNames } from '../../core/person/title.ts'

/** `Plt. Sekretaris` */
export const officeTitle = (agency: Agency, by: SeatedBy): string => actingTitle(by, (post) => postTitle(agency, post))

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

/** Inside the office: with both names where somebody acted for somebody else. */
export const namedTitleOfBy = (
  agency: Agency,
  by: By,
  names: { applicant: string; system: string; represents: string },
): string =>
  by.kind === 'post' ? withNames(officeTitle(agency, by), by, names.represents) : titleOfBy(agency, by, names)
