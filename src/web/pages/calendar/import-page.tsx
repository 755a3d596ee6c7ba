// Holidays from a file: first what would happen, line by line; only then they count.
import type { Context } from 'hono'
import { type FileRow, type ImportPlan, planImport } from '../../../core/clock/import-calendar.ts'
import { type CalendarFile, readCalendarFile, readCalendarText } from '../../../exchange/calendar-rows.ts'
import { saveCalendar } from '../../../store/calendars.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { faultIn, isBetween, line } from '../account/checks.ts'
import { importPath, yearPath } from './address.ts'
import { forCalendarKeepers, type OnCalendar, onCalendar } from './gate.ts'
import { PreviewCard } from './import-preview.tsx'
import { ReasonField } from './reason-field.tsx'

type Web = Context<WebEnv>

export const calendarImportRoutes = (app: App, services: Services): void => {
  app.get(
    importPath(':calendar'),
    onCalendar(services, forCalendarKeepers, (c, on) =>
      importPage(c, services, { ...on, form: c.get('visitor').restored, faults: [], plan: null, text: '' }),
    ),
  )
  app.post(
    importPath(':calendar'),
    onCalendar(services, forCalendarKeepers, (c, on) => take(c, services, on)),
  )
}

/** The text that was looked at is sent again with the yes, and judged again: what is shown is what is done. */
const take = async (c: Web, services: Services, on: OnCalendar) => {
  const visitor = c.get('visitor')
  const words = visitor.text.calendar
  const form = posted(c)
  const read = await fileOf(services, form)
  if (read === null) return again(c, services, on, [{ name: 'file', message: words.fileMissing }])
  if (!read.ok) return again(c, services, on, [{ name: 'file', message: read.reason[visitor.language] }])
  const plan = planImport(on.own.data, read.rows)
  const text = asText(read.rows)
  const isYes = first(form, 'do') === 'take'
  const reason = line(form, 'reason')
  const isStale = isYes && Number(first(form, 'version')) !== on.own.version
  const isShort = isYes && !isBetween(reason, [5, 300])
  const shown = { ...on, form, plan, text }
  if (!isYes || isStale || isShort || plan.changes.length === 0)
    return importPage(c, services, {
      ...shown,
      isStale,
      faults: isShort ? [{ name: 'reason', message: words.reasonMissing }] : [],
    })
  const { own, signedIn } = on
  const isSaved = await saveCalendar(
    services.store,
    visitor.agency.agency.agency,
    { calendar: own.calendar, version: own.version, data: plan.calendar, changes: plan.changes },
    { person: signedIn.person, now: visitor.now, reason },
  )
  if (!isSaved) return importPage(c, services, { ...shown, isStale: true, faults: [] })
  setFlash(c, services, 'good', words.saved)
  return c.redirect(yearPath(own.calendar, yearOfPlan(visitor, plan)), 303)
}

const again = (c: Web, services: Services, on: OnCalendar, faults: FieldFault[]) =>
  importPage(c, services, { ...on, form: posted(c), faults, plan: null, text: '' })

/** What was looked at before; else the file; else what was pasted. Null where there is nothing. */
const fileOf = async (services: Services, form: Posted): Promise<CalendarFile | null> => {
  const looked = first(form, 'rows')
  if (looked !== '') return readCalendarText(looked)
  const upload = form.files.find((one) => one.field === 'file')
  if (upload?.refused) return { ok: false, reason: upload.refused }
  const bytes = upload ? await services.files.read(upload.sha256) : null
  if (bytes) return readCalendarFile(bytes)
  const pasted = first(form, 'pasted')
  return pasted.trim() === '' ? null : readCalendarText(pasted)
}

/** In the one form that the reader takes as it stands. */
const asText = (rows: readonly FileRow[]): string => {
  const of = (list: FileRow['list']) => rows.filter((one) => one.list === list).map((one) => one.row)
  return JSON.stringify({ holidays: of('holidays'), special: of('special'), periods: of('periods') })
}

const yearOfPlan = ({ agency }: Visitor, { changes }: ImportPlan): number => {
  const [row] = changes.map(({ before, after }) => after ?? before)
  return Number((row && 'on' in row ? row.on : agency.today).slice(0, 4))
}

type Shown = OnCalendar & {
  form: Posted | null
  faults: readonly FieldFault[]
  plan: ImportPlan | null
  text: string
  isStale?: boolean
}

const importPage = (c: Web, services: Services, shown: Shown) => {
  const visitor = c.get('visitor')
  const words = visitor.text.calendar
  const { own, faults, plan, isStale = false } = shown
  const year = Number(visitor.agency.today.slice(0, 4))
  const children = (
    <>
      <PageHead
        title={words.importTitle}
        lead={words.importLead}
        kicker={own.label}
        back={{ href: yearPath(own.calendar, year), label: words.title }}
      />
      {isStale && (
        <Notice tone="warning" word={visitor.text.common.words.warning} spoken>
          <p>{words.changedMeanwhile}</p>
        </Notice>
      )}
      <ErrorSummary title={visitor.text.common.errors.title} faults={faults} />
      {plan !== null && <Outcome visitor={visitor} shown={shown} plan={plan} />}
      <FileCard visitor={visitor} shown={shown} />
    </>
  )
  return page(c, services, { title: words.importTitle, children }, statusOf(isStale, faults))
}

const statusOf = (isStale: boolean, faults: readonly FieldFault[]) => {
  if (isStale) return 409
  return faults.length > 0 ? 422 : 200
}

type Part = { visitor: Visitor; shown: Shown }

const FileCard = ({ visitor, shown: { own, signedIn, form, faults, plan } }: Part) => {
  const words = visitor.text.calendar
  return (
    <Card>
      <p>{words.importRule}</p>
      <Form action={importPath(own.calendar)} csrf={signedIn.csrf} upload>
        <Field
          kind="file"
          name="file"
          label={words.file}
          accept=".csv,.json,text/csv,application/json"
          error={faultIn(faults, 'file')}
        />
        <Field kind="textarea" name="pasted" label={words.pasted} value={first(form, 'pasted')} rows={6} />
        <ButtonRow>
          <Button kind={plan === null ? 'primary' : 'secondary'} icon="eye">
            {words.look}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

const Outcome = ({ visitor, shown, plan }: Part & { plan: ImportPlan }) => {
  const words = visitor.text.calendar
  const { own, signedIn, form, faults, text } = shown
  return (
    <>
      <PreviewCard visitor={visitor} plan={plan} />
      {plan.changes.length > 0 && (
        <Card>
          <Form action={importPath(own.calendar)} csrf={signedIn.csrf}>
            <input type="hidden" name="do" value="take" />
            <input type="hidden" name="version" value={String(own.version)} />
            <input type="hidden" name="rows" value={text} />
            <ReasonField visitor={visitor} form={form} faults={faults} />
            <ButtonRow>
              <Button kind="primary" icon="check">
                {words.importNow}
              </Button>
            </ButtonRow>
          </Form>
        </Card>
      )}
    </>
  )
}
