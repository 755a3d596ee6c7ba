// Many letters, one instruction: the form for those that are alike, a plain word where they are not, and what came of each.
import type { Context } from 'hono'
import { postTitle } from '../../../core/agency/agency.ts'
import type { Command } from '../../../core/dossier/commands.ts'
import { byForTask } from '../../acting.ts'
import { page } from '../../page.tsx'
import { all, first, type Posted } from '../../request/body.ts'
import type { Services } from '../../services.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { FieldFault } from '../../ui/error-summary.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import type { Chosen, Opened } from './chosen.ts'
import { aboutChosen } from './chosen-list.tsx'
import { DISPOSE_PATH, DisposeForm } from './dispose-form.tsx'
import { type Group, questionOf, type Sorted, sortLetters } from './dispose-many.ts'
import { resultsPage } from './results.tsx'
import { type Order, type Result, runEach } from './run-each.ts'

type Web = Context<WebEnv>
/** What was ticked and sent, opened for this reader; `back` is the list it was ticked in. */
export type AtHand = { visitor: Visitor; signedIn: SignedIn; opened: Opened; form: Posted; back: string }

/** The form, or why there is none. */
export const showDisposing = (c: Web, services: Services, at: AtHand, faults: readonly FieldFault[] = []) => {
  const { visitor, signedIn, opened, form, back } = at
  const words = visitor.text.office.team
  const sorted = sortLetters(signedIn, opened.chosen)
  const [group, ...others] = sorted.groups
  const isMixed = others.length > 0
  const title = isMixed ? words.dispose.mixedTitle : words.dispose.title(group?.letters.length ?? 0)
  return page(
    c,
    services,
    {
      title,
      narrow: true,
      children: (
        <>
          <PageHead
            title={title}
            lead={group && !isMixed ? words.dispose.lead : undefined}
            back={{ href: back, label: words.back }}
          />
          {!group && <EmptyState icon="inbox" title={words.dispose.none} />}
          {isMixed && <Mixed services={services} at={at} groups={sorted.groups} />}
          {group && !isMixed && <DisposeForm {...{ services, visitor, signedIn, group, form, back, faults }} />}
          <LeftOut at={at} sorted={sorted} />
        </>
      ),
    },
    faults.length > 0 || isMixed ? 422 : 200,
  )
}

/** One button for each kind: nothing has to be ticked anew. */
const Mixed = ({ services, at, groups }: { services: Services; at: AtHand; groups: readonly Group[] }) => {
  const { visitor, signedIn, back } = at
  const words = visitor.text.office.team.dispose
  return (
    <>
      <Notice tone="warning" word={visitor.text.common.words.warning} spoken>
        <p>{words.mixed}</p>
      </Notice>
      {groups.map((group) => (
        <Card key={group.letters[0]?.chosen.value}>
          <Form action="/work/chosen" csrf={signedIn.csrf}>
            <input type="hidden" name="key" value={services.newId()} />
            <input type="hidden" name="back" value={back} />
            <ul class="bullets">
              {group.letters.map(({ chosen }) => (
                <li key={chosen.value}>
                  <input type="hidden" name="task" value={chosen.value} />
                  {chosen.dossier.subject}
                  <span class="chosen-about">{aboutChosen(visitor, chosen)}</span>
                </li>
              ))}
            </ul>
            <ButtonRow>
              <Button name="do" value="dispose" icon="writing-sign" wide>
                {groupWords(visitor, group)}
              </Button>
            </ButtonRow>
          </Form>
        </Card>
      ))}
    </>
  )
}

const groupWords = ({ text, agency, language }: Visitor, { next, letters }: Group): string => {
  const words = text.office.team.dispose
  const asks = letters[0] ? questionOf(letters[0].chosen) : null
  const to = next === null ? '' : postTitle(agency.agency, next)
  return words.group(letters.length, to, asks ? words.asks(asks.question[language]) : '')
}

const LeftOut = ({ at: { visitor, opened }, sorted: { unfit } }: { at: AtHand; sorted: Sorted }) => {
  const { team } = visitor.text.office
  if (unfit.length + opened.gone === 0) return null
  return (
    <Card title={team.dispose.leftOut}>
      <ul class="bullets">
        {unfit.map(({ chosen, why }) => (
          <li key={chosen.value}>
            <a href={`/dossiers/${chosen.dossier.id}`}>{chosen.dossier.subject}</a>: {team.dispose[why]}
          </li>
        ))}
        {opened.gone > 0 && <li>{team.gone}</li>}
      </ul>
    </Card>
  )
}

export const disposeMany = async (c: Web, services: Services, at: AtHand) => {
  const { visitor, signedIn, opened, form, back } = at
  const { groups, unfit } = sortLetters(signedIn, opened.chosen)
  const [letter] = groups[0]?.letters ?? []
  const asks = letter ? questionOf(letter.chosen) : null
  if (groups.length > 1) return showDisposing(c, services, at)
  if (asks && !asks.exits.some(({ answer }) => answer === first(form, 'exit')))
    return showDisposing(c, services, at, [{ name: 'exit', message: visitor.text.office.acts.decideMissing }])
  const order = orderOf(at)
  const told = await runEach(services, at, [
    ...groups.flatMap(({ letters }) => letters.map(({ chosen }) => order(chosen))),
    // What is done already is asked once more: the same press is answered alike, of another one the core says what it is.
    ...unfit.filter(({ why }) => why === 'closed').map(({ chosen }) => order(chosen)),
  ])
  const others = unfit
    .filter(({ why }) => why !== 'closed')
    .map(({ chosen, why }): Result => ({ chosen, isDone: false, says: visitor.text.office.team.dispose[why] }))
  const results = [...told, ...others]
  return resultsPage(c, services, { signedIn, results, gone: opened.gone, back, again: { action: DISPOSE_PATH, form } })
}

/** The same answer for each letter. */
const orderOf = ({ visitor, signedIn, form }: AtHand): ((chosen: Chosen) => Order) => {
  const exit = first(form, 'exit')
  const answer = {
    instructions: all(form, 'instructions'),
    alsoTo: all(form, 'alsoTo'),
    note: first(form, 'note'),
    ...(exit === '' ? {} : { exit }),
  }
  return (chosen) => {
    const command: Command = { type: 'finish-step', task: chosen.task.task, answer }
    const by = byForTask(signedIn, chosen)
    return { chosen, by, command, done: visitor.text.office.team.results.done.dispose }
  }
}
