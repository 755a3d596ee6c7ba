// Addresses of the notices, and where each of them leads.
import { NOTICES_PATH } from '../../ui/masthead.tsx'

export const TEXTS_PATH = `${NOTICES_PATH}/texts`
export const CHOICES_PATH = '/account/notices'

export const pathOfNotice = (about: { reader: string; dossier: string; task: string | null }): string => {
  if (about.reader === 'applicant') return `/mine/${about.dossier}`
  return about.task === null ? `/dossiers/${about.dossier}` : `/dossiers/${about.dossier}/tasks/${about.task}`
}
