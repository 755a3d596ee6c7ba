// Reporting without an account: a form that is filled in and sent in one go, once however often the button is pressed.
import type { Context } from 'hono'
import type { FieldFault } from '../../../core/procedure/form.ts'
import { PUBLIC_CLIENT } from '../../../store/clients.ts'
import { readDossier } from '../../../store/dossiers.ts'
import type { DraftFile } from '../../../store/drafts.ts'
import { dropReportForm, keepReportFiles, reportFiles } from '../../../store/report-forms.ts'
import { type JudgedForm, judgeForm } from '../../fields/judge-form.ts'
import { submission } from '../../fields/submission.ts'
import { ROW, withRows } from '../../fields/table-rows.ts'
import { keepKnown } from '../../fields/typed-form.ts'
import { takeUploads } from '../../fields/uploads.ts'
import { first, type Posted } from '../../request/body.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import type { App, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { guardReport } from './guard.ts'
import { REPORT_BASE, REPORT_FILES } from './holder.ts'
import { askQuestion } from './question.ts'
import { type ReportState, showReport } from './report-view.tsx'
import { sentPage, showCodeOnce } from './sent-page.tsx'
import { newWriting, reportNamed, type Writing, writingOf } from './situation.ts'

type Web = Context<WebEnv>

export const reportRoutes = (app: App, services: Services): void => {
  app.get(`${REPORT_BASE}/:procedure`, (c) => {
    const procedure = reportNamed(c)
    if (!procedure) return notFoundPage(c, services)
    return showReport(c, services, newWriting(c, services, procedure), EMPTY)
  })
  app.post(`${REPORT_BASE}/:procedure`, (c) => receive(c, services))
  app.get(`${REPORT_BASE}/:procedure/sent`, (c) => sentPage(c, services))
}

const EMPTY: ReportState = { values: {}, files: [], faults: [] }

const receive = async (c: Web, services: Services) => {
  const procedure = reportNamed(c)
  if (!procedure) return notFoundPage(c, services)
  const form = posted(c)
  const known = writingOf(c, services, procedure, form)
  const writing = known ?? newWriting(c, services, procedure)
  if (known && (await isSent(c, services, writing))) return showCodeOnce(c, services, writing)
  const { files, faults } = await keepFiles(c, services, writing, form)
  const typed: ReportState = {
    values: withRows(procedure, undefined, keepKnown(procedure, form), first(form, ROW)),
    files,
    faults,
  }
  if (first(form, ROW) !== '') return showReport(c, services, writing, typed)
  const judged = await judge(c, services, writing, typed)
  const all = [...faults, ...judged.faults]
  if (all.length > 0) return showReport(c, services, writing, { ...typed, faults: all, status: 422 })
  const { report: words } = c.get('visitor').text.ways
  if (!known) return showReport(c, services, writing, { ...typed, trouble: words.stale, status: 422 })
  return pass(c, services, writing, { form, typed, judged })
}

type Whole = { form: Posted; typed: ReportState; judged: JudgedForm }

const pass = async (c: Web, services: Services, writing: Writing, { form, typed, judged }: Whole) => {
  const { report: words } = c.get('visitor').text.ways
  const { report } = writing.key
  switch (await guardReport(c, services, { form, report, ageMs: writing.ageMs })) {
    case 'too-fast':
      return showReport(c, services, writing, { ...typed, trouble: words.tooFast, status: 422 })
    case 'too-many':
      return showReport(c, services, writing, { ...typed, trouble: words.tooMany, status: 429 })
    case 'asks':
      return showReport(c, services, writing, {
        ...typed,
        trouble: words.asks,
        question: askQuestion(c, services, report),
        status: 422,
      })
    case 'passes':
      return hand(c, services, writing, typed, judged)
  }
}

/** The report's identity becomes the dossier's: a second press finds the same dossier. */
const hand = async (c: Web, services: Services, writing: Writing, typed: ReportState, judged: JudgedForm) => {
  const { agency, now, language } = c.get('visitor')
  const { procedure, key } = writing
  const filing = { agency, procedure, client: PUBLIC_CLIENT, judged, now, applicant: null, channel: 'public' as const }
  const handled = await services.handle({
    agency: agency.agency.agency,
    dossier: key.report,
    by: { kind: 'public' },
    key: `public:${key.report}`,
    edition: { procedure: procedure.procedure, edition: procedure.edition },
    command: await submission(services, filing),
  })
  if (!handled.ok && !(await isSent(c, services, writing)))
    return showReport(c, services, writing, { ...typed, trouble: handled.refusal.sentence[language], status: 422 })
  await dropReportForm(services.store, agency.agency.agency, key)
  return showCodeOnce(c, services, writing)
}

const isSent = async (c: Web, services: Services, { key }: Writing): Promise<boolean> => {
  const { agency } = c.get('visitor').agency.agency
  return (await readDossier(services.store, agency, key.report))?.dossier.channel === 'public'
}

/** Files that are good stay with the report while the rest is put right. */
const keepFiles = async (
  c: Web,
  services: Services,
  { procedure, key }: Writing,
  form: Posted,
): Promise<{ files: DraftFile[]; faults: FieldFault[] }> => {
  const { agency, now } = c.get('visitor')
  const office = agency.agency.agency
  const before = await reportFiles(services.store, office, key)
  const taken = await takeUploads(services, { procedure }, form, before)
  const files = taken.files.slice(0, REPORT_FILES)
  const isChanged = JSON.stringify(files) !== JSON.stringify(before)
  if (isChanged) await keepReportFiles(services.store, office, { key, procedure: procedure.procedure, files, now })
  return { files, faults: taken.faults }
}

const judge = (c: Web, services: Services, { procedure, key }: Writing, { values, files }: ReportState) =>
  judgeForm(services, {
    agency: c.get('visitor').agency,
    procedure,
    client: PUBLIC_CLIENT,
    values,
    files,
    dossier: key.report,
    papers: [],
  })
