// The words of a notice to the applicant: what happened, what comes next, where to look. No secrets.
import type { OfficeRules } from '../core/agency/catalogue.ts'
import { type Dossier, openMainTasks } from '../core/dossier/dossier.ts'
import { isApplicantStep } from '../core/dossier/policy.ts'
import type { Notice } from '../core/dossier/reactions.ts'
import { stepNamed } from '../core/procedure/flow.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { textOf } from '../letters/notices.ts'

type NoticeInput = {
  notice: Notice
  dossier: Dossier
  procedure: Procedure
  office: OfficeRules
  language: 'id' | 'en'
  publicUrl: string
}

export const noticeMail = ({
  notice,
  dossier,
  procedure,
  office,
  language,
  publicUrl,
}: NoticeInput): { subject: string; body: string } => {
  const text = textOf(language)
  const { agency } = office
  // Mail travels openly and is kept in books that others read: of what is secret it only says where to read it.
  const isSecret = dossier.secrecy === 'rahasia'
  const letter = dossier.letters.findLast((one) => one.paper !== null)?.number ?? ''
  const facts = {
    number: dossier.number,
    letter,
    reason: isSecret
      ? text.hidden
      : dossier.reason || (dossier.returns.findLast((one) => isApplicantStep(procedure, one.to))?.reason ?? ''),
    agenda: dossier.agenda?.number ?? '',
    turn: turnOf(procedure, dossier),
    note: isSecret ? text.hidden : noteBefore(dossier),
  }
  const lines = [
    text.greeting,
    text.turns[notice](facts),
    [
      `${text.labels.service}: ${procedure.title}`,
      `${text.labels.subject}: ${isSecret ? text.hidden : dossier.subject}`,
      `${text.labels.number}: ${dossier.number}`,
    ].join('\n'),
    dossier.applicant === null ? '' : `${text.labels.open}: ${publicUrl}/mine/${dossier.id}`,
    `${text.labels.track}: ${publicUrl}/track/${dossier.trackingCode}`,
    [agency.name, agency.contact.phone, agency.contact.email].join('\n'),
  ]
  return {
    subject: `[${dossier.number}] ${text.subjects[notice]}`,
    body: `${lines.filter((line) => line !== '').join('\n\n')}\n`,
  }
}

/** What waits for the applicant now, in the words of the procedure. */
const turnOf = (procedure: Procedure, dossier: Dossier): string =>
  openMainTasks(dossier)
    .filter((task) => task.forApplicant)
    .map((task) => stepNamed(procedure, task.step)?.activity ?? task.step)
    .join('\n')

/** What the officer wrote who last finished a step of the path. */
const noteBefore = ({ tasks }: Dossier): string =>
  tasks
    .filter((task) => task.kind === 'main' && task.outcome === 'finished' && task.closedBy?.kind === 'post')
    .toSorted((a, b) => (a.closedAt ?? '').localeCompare(b.closedAt ?? ''))
    .at(-1)?.note ?? ''
