// What came of several tasks at once: which went, which was refused and why; the refused can be tried again as they were.
import type { Context } from 'hono'
import { page } from '../../page.tsx'
import { all, type Posted } from '../../request/body.ts'
import type { Services } from '../../services.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CSRF_FIELD, Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { SignedIn, WebEnv } from '../../visitor.ts'
import { aboutChosen } from './chosen-list.tsx'
import type { Result } from './run-each.ts'

type Shown = {
  signedIn: SignedIn
  results: readonly Result[]
  /** Tasks that are no longer there for this reader. */
  gone: number
  back: string
  /** Where the refused are sent again, and what was sent. */
  again: { action: string; form: Posted }
}

export const resultsPage = (c: Context<WebEnv>, services: Services, shown: Shown) => {
  const visitor = c.get('visitor')
  const { results, gone, back } = shown
  const { team } = visitor.text.office
  const done = results.filter(({ isDone }) => isDone).length
  const title = team.results.title(done, results.length + gone)
  return page(c, services, {
    title,
    narrow: true,
    children: (
      <>
        <PageHead title={title} lead={team.results.lead} back={{ href: back, label: team.back }} />
        <Card flush>
          <ol class="result-list">
            {results.map((result) => (
              <ResultRow key={result.chosen.value} result={result} about={aboutChosen(visitor, result.chosen)} />
            ))}
            {gone > 0 && (
              <li class="result">
                <StatusMark tone="bad">{team.gone}</StatusMark>
              </li>
            )}
          </ol>
        </Card>
        <ButtonRow>
          <LinkButton kind="primary" href={back}>
            {team.back}
          </LinkButton>
        </ButtonRow>
        <Again services={services} shown={shown} words={team.results.again} />
      </>
    ),
  })
}

const ResultRow = ({ result: { chosen, isDone, says }, about }: { result: Result; about: string }) => (
  <li class="result">
    <a class="result-subject" href={`/dossiers/${chosen.dossier.id}`}>
      {chosen.dossier.subject}
    </a>
    <p class="result-about">{about}</p>
    <StatusMark tone={isDone ? 'good' : 'bad'}>{says}</StatusMark>
  </li>
)

type AgainProps = { services: Services; shown: Shown; words: (count: number) => string }

/** Under a fresh key: the same answer, for those that were refused. */
const Again = ({ services, shown: { signedIn, results, again }, words }: AgainProps) => {
  const refused = results.filter(({ isDone }) => !isDone).map(({ chosen }) => chosen.value)
  if (refused.length === 0) return null
  const kept = Object.keys(again.form.values).filter((name) => !['task', 'key', CSRF_FIELD].includes(name))
  return (
    <Form action={again.action} csrf={signedIn.csrf}>
      <input type="hidden" name="key" value={services.newId()} />
      {kept.flatMap((name) =>
        all(again.form, name).map((value) => <input type="hidden" key={name + value} name={name} value={value} />),
      )}
      {refused.map((value) => (
        <input type="hidden" key={value} name="task" value={value} />
      ))}
      <ButtonRow>
        <Button icon="refresh">{words(refused.length)}</Button>
      </ButtonRow>
    </Form>
  )
}
