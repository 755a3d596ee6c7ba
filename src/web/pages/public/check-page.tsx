// Public check of a letter: genuine or not, with just enough to compare it with the paper in one's hand.
import type { Context } from 'hono'
import { speakDay } from '../../../core/clock/speak.ts'
import { readCode } from '../../../core/paper/code.ts'
import { type CheckedLetter, letterOfCheckCode } from '../../../store/letter-check.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition, type Fact } from '../../ui/definition.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, WebEnv } from '../../visitor.ts'
import { checkedLetter } from './checked-letter.ts'
import { findSlowly } from './wrong-codes.ts'

type Web = Context<WebEnv>

export const letterCheckRoutes = (app: App, services: Services): void => {
  app.get('/check', (c) => {
    const code = [...(c.req.query('code') ?? '').trim()].slice(0, 100).join('')
    return code === '' ? showCheck(c, services, null) : c.redirect(`/check/${encodeURIComponent(code)}`, 303)
  })
  app.get('/check/:code', async (c) => {
    const { agency, text } = c.get('visitor')
    const code = readCode(c.req.param('code')) ?? ''
    const found = await findSlowly(c, services, 'check', () =>
      letterOfCheckCode(services.store, agency.agency.agency, code),
    )
    if (found === 'too-many') return showCheck(c, services, { message: text.publicPages.track.tooMany, status: 429 })
    if (!found) return showCheck(c, services, { message: text.publicPages.check.unknown, status: 404 })
    return showLetter(c, services, await factsOf(c, services, found))
  })
}

const factsOf = async (c: Web, services: Services, found: CheckedLetter): Promise<Fact[]> => {
  const visitor = c.get('visitor')
  const { text, language } = visitor
  const words = text.publicPages.check
  const letter = await checkedLetter(services, visitor, found)
  return [
    { label: words.number, value: letter.number ?? '–' },
    { label: words.date, value: letter.date ? speakDay(letter.date, language) : '–' },
    ...(letter.letter ? [{ label: words.letter, value: letter.letter }] : []),
    ...(letter.post ? [{ label: words.post, value: letter.post }] : []),
    { label: words.office, value: letter.office },
    { label: words.subject, value: letter.subject ?? words.hidden },
  ]
}

const showLetter = (c: Web, services: Services, facts: Fact[]) => {
  const { text } = c.get('visitor')
  const words = text.publicPages.check
  const body = (
    <>
      <PageHead title={words.title} />
      <Notice tone="good" word={words.genuine} icon="shield-check">
        <p>{words.genuineLead}</p>
      </Notice>
      <Card>
        <Definition facts={facts} />
      </Card>
    </>
  )
  return page(c, services, { title: words.title, narrow: true, children: body })
}

const showCheck = (c: Web, services: Services, trouble: { message: string; status: 404 | 429 } | null) => {
  const { text } = c.get('visitor')
  const words = text.publicPages.check
  const body = (
    <>
      <PageHead title={words.title} lead={words.lead} />
      {trouble && (
        <Notice tone="bad" word={text.common.words.bad} spoken>
          <p>{trouble.message}</p>
        </Notice>
      )}
      <Card>
        <Form action="/check" method="get" csrf={null}>
          <Field kind="text" name="code" label={words.code} autocomplete="off" spellcheck={false} />
          <ButtonRow>
            <Button kind="primary" icon="shield-check">
              {words.find}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    </>
  )
  return page(c, services, { title: words.title, narrow: true, children: body }, trouble?.status ?? 200)
}
