// Every address of the machine interface, by its noun.

import type { Endpoint } from './endpoint.ts'
import { accessEndpoints } from './nouns/access.ts'
import { agendaEndpoints } from './nouns/agenda.ts'
import { agendaPaperEndpoints } from './nouns/agenda-papers.ts'
import { arrivingUploadEndpoints } from './nouns/arriving-uploads.ts'
import { boardEndpoints } from './nouns/board.ts'
import { bookEndpoints } from './nouns/books.ts'
import { calendarEndpoints } from './nouns/calendars.ts'
import { clockEndpoints } from './nouns/clocks.ts'
import { comparisonEndpoints } from './nouns/comparison.ts'
import { destructionEndpoints } from './nouns/destructions.ts'
import { dispositionEndpoints } from './nouns/dispositions.ts'
import { dossierActEndpoints } from './nouns/dossier-acts.ts'
import { dossierEndpoints } from './nouns/dossiers.ts'
import { editionEndpoints } from './nouns/editions.ts'
import { filingEndpoints } from './nouns/filing.ts'
import { lateEndpoints } from './nouns/late.ts'
import { letterDecisionEndpoints } from './nouns/letter-decisions.ts'
import { letterSigningEndpoints } from './nouns/letter-signing.ts'
import { letterTemplateEndpoints } from './nouns/letter-templates.ts'
import { letterEndpoints } from './nouns/letters.ts'
import { mailEndpoints } from './nouns/mails.ts'
import { mandateEndpoints } from './nouns/mandates.ts'
import { meEndpoints } from './nouns/me.ts'
import { moveEndpoints } from './nouns/moves.ts'
import { noticeTextEndpoints } from './nouns/notice-texts.ts'
import { noticeEndpoints } from './nouns/notices.ts'
import { officeEndpoints } from './nouns/office.ts'
import { organisationEndpoints } from './nouns/organisation.ts'
import { organisationChangeEndpoints } from './nouns/organisation-changes.ts'
import { paperEndpoints } from './nouns/papers.ts'
import { peopleEndpoints } from './nouns/people.ts'
import { procedureDraftEndpoints } from './nouns/procedure-drafts.ts'
import { procedureEndpoints } from './nouns/procedures.ts'
import { publicEndpoints } from './nouns/public.ts'
import { quarantineEndpoints } from './nouns/quarantine.ts'
import { registerEndpoints } from './nouns/registers.ts'
import { retentionEndpoints } from './nouns/retention.ts'
import { retryLetterEndpoints } from './nouns/retry-letter.ts'
import { serviceEndpoints } from './nouns/services.ts'
import { taskEndpoints } from './nouns/tasks.ts'
import { teamEndpoints } from './nouns/team.ts'
import { tokenEndpoints } from './nouns/tokens.ts'
import { unsignedLetterEndpoints } from './nouns/unsigned-letters.ts'
import { uploadEndpoints } from './nouns/uploads.ts'
import { webhookEndpoints } from './nouns/webhooks.ts'
import { workEndpoints } from './nouns/work.ts'

export const ENDPOINTS: readonly Endpoint[] = [
  ...serviceEndpoints,
  ...procedureEndpoints,
  ...procedureDraftEndpoints,
  ...letterTemplateEndpoints,
  ...letterDecisionEndpoints,
  ...comparisonEndpoints,
  ...editionEndpoints,
  ...publicEndpoints,
  ...uploadEndpoints,
  ...arrivingUploadEndpoints,
  ...filingEndpoints,
  ...dossierEndpoints,
  ...dossierActEndpoints,
  ...dispositionEndpoints,
  ...letterEndpoints,
  ...letterSigningEndpoints,
  ...moveEndpoints,
  ...clockEndpoints,
  ...lateEndpoints,
  ...boardEndpoints,
  ...paperEndpoints,
  ...taskEndpoints,
  ...retryLetterEndpoints,
  ...teamEndpoints,
  ...workEndpoints,
  ...unsignedLetterEndpoints,
  ...registerEndpoints,
  ...agendaPaperEndpoints,
  ...agendaEndpoints,
  ...bookEndpoints,
  ...retentionEndpoints,
  ...destructionEndpoints,
  ...calendarEndpoints,
  ...officeEndpoints,
  ...peopleEndpoints,
  ...mandateEndpoints,
  ...organisationEndpoints,
  ...organisationChangeEndpoints,
  ...meEndpoints,
  ...tokenEndpoints,
  ...webhookEndpoints,
  ...mailEndpoints,
  ...noticeEndpoints,
  ...noticeTextEndpoints,
  ...accessEndpoints,
  ...quarantineEndpoints,
]
