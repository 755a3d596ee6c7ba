// Several tasks shared out among colleagues: to one of them, or dealt out in turn among those who are ticked.
import type { Context } from 'hono'
import type { Receiver } from '../../../core/dossier/hand-over.ts'
import { bySharing } from '../../acting.ts'
import { page } from '../../page.tsx'
import { all, first } from '../../request/body.ts'
import type { Services } from '../../services.ts'
import { colleaguesAt } from '../../task-deeds.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { WebEnv } from '../../visitor.ts'
import { NOTE_LETTERS } from '../dossier/desk-form.tsx'
import type { Chosen } from './chosen.ts'
import { ChosenList } from './chosen-list.tsx'
import type { AtHand } from './dispose-page.tsx'
import { resultsPage } from './results.tsx'
import { type Order, runEach } from './run-each.ts'

type Web = Context<WebEnv>

const SHARE_PATH = '/work/share'

export const showSharing = (c: Web, services: Services, at: AtHand, faults: readonly FieldFault[] = []) => {
  const { visitor, opened, back } = at
  const { team } = visitor.text.office
  const receivers = receiversOfAll(at)
  const title = team.share.title(opened.chosen.length)
  return page(
    c,
    services,
    {
      title,
      narrow: true,
      children: (
        <>
          <PageHead title={title} lead={team.share.lead} back={{ href: back, label: team.back }} />
          {receivers.length === 0 ? (
            <Notice tone="warning" word={visitor.text.common.words.warning} spoken>
              <p>{team.share.nobody}</p>
            </Notice>
          ) : (
            <ShareForm services={services} at={at} receivers={receivers} faults={faults} />
          )}
        </>
      ),
    },
    faults.length > 0 ? 422 : 200,
  )
}

type FormProps = { services: Services; at: AtHand; receivers: readonly Receiver[]; faults: readonly FieldFault[] }

const ShareForm = ({ services, at, receivers, faults }: FormProps) => {
  const { visitor, signedIn, opened, form, back } = at
  const { text } = visitor
  const words = text.office.team.share
  return (
    <Card>
      <Form action={SHARE_PATH} csrf={signedIn.csrf}>
        <ErrorSummary title={text.common.errors.title} faults={faults} />
        <input type="hidden" name="key" value={first(form, 'key') || services.newId()} />
        <input type="hidden" name="back" value={back} />
        <Field
          kind="checks"
          name="to"
          label={words.to}
          required
          values={all(form, 'to')}
          error={faults.find(({ name }) => name === 'to')?.message}
          options={receivers.map(({ person, name }) => ({ value: person, label: name }))}
        />
        <Field
          kind="textarea"
          name="note"
          label={words.note}
          mark={text.office.acts.optional}
          value={first(form, 'note')}
          rows={2}
          maxlength={NOTE_LETTERS}
        />
        <ChosenList visitor={visitor} legend={words.tasks} chosen={opened.chosen} />
        <div class="deed-bar">
          <ButtonRow>
            <Button kind="primary" icon="users" wide busy={text.office.acts.busy}>
              {words.send(opened.chosen.length)}
            </Button>
          </ButtonRow>
        </div>
      </Form>
    </Card>
  )
}

/** Only whoever may do each of the tasks can get any of them. */
const receiversOfAll = ({ visitor, signedIn, opened }: AtHand): Receiver[] => {
  const each = opened.chosen.map(({ procedure, dossier, task }) =>
    colleaguesAt(signedIn, { agency: visitor.agency, procedure, dossier, task: { ...task, takenBy: null } }),
  )
  const [one = [], ...others] = each
  return one.filter(({ person }) => others.every((many) => many.some((other) => other.person === person)))
}

export const shareMany = async (c: Web, services: Services, at: AtHand) => {
  const { visitor, signedIn, opened, form, back } = at
  const to = [...new Set(all(form, 'to'))]
  if (to.length === 0)
    return showSharing(c, services, at, [{ name: 'to', message: visitor.text.office.team.share.missing }])
  const orders = opened.chosen.map((chosen, turn) => orderOf(at, chosen, to[turn % to.length] ?? ''))
  const results = await runEach(services, at, orders)
  return resultsPage(c, services, { signedIn, results, gone: opened.gone, back, again: { action: SHARE_PATH, form } })
}

const orderOf = ({ visitor, signedIn, form }: AtHand, chosen: Chosen, to: string): Order => {
  const { results } = visitor.text.office.team
  const receivers = colleaguesAt(signedIn, {
    agency: visitor.agency,
    procedure: chosen.procedure,
    dossier: chosen.dossier,
    task: { ...chosen.task, takenBy: null },
  })
  const name = receivers.find(({ person }) => person === to)?.name
  return {
    chosen,
    by: bySharing(signedIn, { ...chosen, office: visitor.agency }),
    command: { type: 'hand-over', task: chosen.task.task, to, note: first(form, 'note') },
    done: name === undefined ? results.done.share : results.toWhom(name),
  }
}
