// The page on which a running dossier is moved to the edition in force: first the plan, then the act with its reason.
import type { Context } from 'hono'
import type { Command } from '../../../../core/dossier/commands.ts'
import { openSteps, type StepMapping } from '../../../../core/dossier/move-plan.ts'
import { stepNamed } from '../../../../core/procedure/flow.ts'
import { byOfficer } from '../../../acting.ts'
import { mayMove, newerEdition, type Planned, plannedMove } from '../../../editions/moving.ts'
import { page } from '../../../page.tsx'
import { first, type Posted } from '../../../request/body.ts'
import { commandKey } from '../../../request/command-key.ts'
import { setFlash } from '../../../request/cookies.ts'
import { posted } from '../../../request/posted.ts'
import type { Services } from '../../../services.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import type { App, WebEnv } from '../../../visitor.ts'
import { notFoundPage } from '../../message.tsx'
import { comparePath } from '../../service/paths.ts'
import { signInFirst } from '../../sign-in-first.ts'
import { type Desk, openDesk } from '../desk.ts'
import { movePath } from './edition-line.tsx'
import { PlanView } from './plan-view.tsx'

type Web = Context<WebEnv>

export const moveRoutes = (app: App, services: Services): void => {
  app.get('/dossiers/:id/edition', async (c) => {
    const visitor = c.get('visitor')
    if (!visitor.signedIn) return signInFirst(c)
    const found = await open(c, services)
    return found ? show(c, services, { ...found, form: visitor.restored }) : notFoundPage(c, services)
  })
  app.post('/dossiers/:id/edition', async (c) => {
    const found = await open(c, services)
    if (!found) return notFoundPage(c, services)
    const form = posted(c)
    return first(form, 'do') === 'move' ? move(c, services, { ...found, form }) : show(c, services, { ...found, form })
  })
}

type Found = { desk: Desk; planned: Planned }
type Shown = Found & { form: Posted | null; refusal?: string }

const open = async (c: Web, services: Services): Promise<Found | null> => {
  const desk = await openDesk(services, c.get('visitor'), c.req.param('id') ?? '')
  if (!desk || !mayMove(desk.signedIn.actor, { agency: desk.visitor.agency, dossier: desk.dossier })) return null
  const running = { ...desk, agency: desk.visitor.agency }
  const to = newerEdition(running)
  const form = c.req.method === 'POST' ? posted(c) : desk.visitor.restored
  return to ? { desk, planned: plannedMove(running, to, mappingOf(desk, form)) } : null
}

/** Only for steps that something waits at: whatever else is sent means nothing. */
const mappingOf = ({ dossier }: Pick<Desk, 'dossier'>, form: Posted | null): StepMapping =>
  Object.fromEntries(
    openSteps(dossier).flatMap((step) => {
      const chosen = first(form, `step-${step}`)
      return chosen === '' ? [] : [[step, chosen]]
    }),
  )

const move = async (c: Web, services: Services, { desk, planned, form }: Found & { form: Posted }) => {
  const { visitor, dossier, signedIn } = desk
  const by = byOfficer(signedIn, desk)
  if (!by) return notFoundPage(c, services)
  const command: Command = {
    type: 'move-edition',
    edition: planned.to.edition,
    steps: mappingOf(desk, form),
    reason: first(form, 'reason'),
  }
  const handled = await services.handle({
    agency: visitor.agency.agency.agency,
    dossier: dossier.id,
    by,
    command,
    key: commandKey({ person: signedIn.person, form, command }, services.newId),
  })
  if (!handled.ok)
    return show(c, services, { desk, planned, form, refusal: handled.refusal.sentence[visitor.language] })
  setFlash(c, services, 'good', visitor.text.editions.move.done(planned.to.edition))
  return c.redirect(`/dossiers/${dossier.id}`, 303)
}

const show = (c: Web, services: Services, { desk, planned, form, refusal }: Shown) => {
  const { visitor, dossier, procedure } = desk
  const { text, language } = visitor
  const words = text.editions.move
  const says = refusal ?? planned.bar?.sentence[language]
  const children = (
    <>
      <PageHead
        kicker={dossier.number}
        title={words.title(planned.to.edition)}
        lead={words.lead(procedure.edition, planned.to.edition)}
        back={{ href: `/dossiers/${dossier.id}`, label: dossier.subject }}
        actions={
          <LinkButton
            kind="quiet"
            href={comparePath(procedure.procedure, { a: procedure.edition, b: planned.to.edition })}
          >
            {text.editions.difference}
          </LinkButton>
        }
      />
      {says && (
        <Notice
          tone={refusal ? 'bad' : 'warning'}
          word={refusal ? text.common.words.bad : text.common.words.warning}
          spoken
        >
          <p>{says}</p>
        </Notice>
      )}
      <PlanView desk={desk} planned={planned} />
      <Card title={words.act}>
        <MoveForm desk={desk} planned={planned} form={form} newId={services.newId} />
      </Card>
    </>
  )
  return page(c, services, { title: words.title(planned.to.edition), children }, refusal ? 409 : 200)
}

type FormProps = { desk: Desk; planned: Planned; form: Posted | null; newId: () => string }

const MoveForm = ({ desk, planned: { to, plan }, form, newId }: FormProps) => {
  const words = desk.visitor.text.editions.move
  const options = to.steps.map((step) => ({ value: step.step, label: step.activity }))
  return (
    <Form action={movePath(desk.dossier.id)} csrf={desk.signedIn.csrf}>
      <input type="hidden" name="key" value={newId()} />
      {[...new Set(openSteps(desk.dossier))].map((step) => (
        <Field
          kind="select"
          key={step}
          name={`step-${step}`}
          label={words.placeOf(stepNamed(desk.procedure, step)?.activity ?? step)}
          placeholder={words.choose}
          options={options}
          value={first(form, `step-${step}`) || (stepNamed(to, step) ? step : '')}
          error={plan.unplaced.includes(step) ? words.mustChoose : undefined}
        />
      ))}
      <Field
        kind="textarea"
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        value={first(form, 'reason')}
        rows={3}
        maxlength={2000}
      />
      <ButtonRow>
        <Button kind="primary" name="do" value="move">
          {words.submit(to.edition)}
        </Button>
        <Button name="do" value="plan">
          {words.replan}
        </Button>
      </ButtonRow>
    </Form>
  )
}
