// Every job by the name under which it is queued.
import { deliverWebhook } from './deliver-webhook.ts'
import { destroy } from './destroy.ts'
import { followRules } from './follow-rules.ts'
import { fulfil } from './fulfil.ts'
import { lookAround } from './look-around.ts'
import { lookThroughFiles } from './look-through-files.ts'
import { makeLetter } from './make-letter.ts'
import { notify } from './notify.ts'
import { reProject } from './re-project.ts'
import { readOldPapers } from './read-old-papers.ts'
import { readPapers } from './read-papers.ts'
import { releaseNotices } from './release-notices.ts'
import { releaseTaken } from './release-taken.ts'
import { ring } from './ring.ts'
import { scanWaiting } from './scan-waiting.ts'
import { sealDay } from './seal-day.ts'
import { sendMail } from './send-mail.ts'
import { tellApplicant } from './tell-applicant.ts'
import { tidy } from './tidy.ts'
import type { JobRun } from './tools.ts'
import { watchSeals } from './watch-seals.ts'

export const jobs: Record<string, JobRun> = {
  'deliver-webhook': deliverWebhook,
  destroy,
  fulfil,
  'make-letter': makeLetter,
  notify,
  'release-notices': releaseNotices,
  'tell-applicant': tellApplicant,
  'send-mail': sendMail,
  'read-papers': readPapers,
  'read-old-papers': readOldPapers,
  'release-taken': releaseTaken,
  're-project': reProject,
  'scan-waiting': scanWaiting,
  'seal-day': sealDay,
  'follow-rules': followRules,
  'look-around': lookAround,
  'look-through-files': lookThroughFiles,
  ring,
  tidy,
  'watch-seals': watchSeals,
}
