// Public check of a letter: genuine or not, with just enough to compare it with the paper in one's hand.
import type { Context } from 'hono'
import { speakDay } from '../../../core/clock/speak.ts'
import { readCode } from '../../../core/paper/code.ts'
import { letterTextFor } from '../../../letters/choose.ts'
import { readDossier } from '../../../store/dossiers.ts'
import { type CheckedLetter, letterOfCheckCode } from '../../../store/letter-check.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { titleOfBy } from '../../story/titles.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition, type Fact } from '../../ui/definition.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, WebEnv } from '../../visitor.ts'
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

/** Who sent it and what it is about stand in the dossier; of a secret one the subject is not told. */
const factsOf = async (c: Web, services: Services, found: CheckedLetter): Promise<Fact[]> => {
  const { agency, text, language } = c.get('visitor')
  const words = text.publicPages.check
  const dossier = (await readDossier(services.store, agency.agency.agency, found.dossier))?.dossier
  const by = dossier?.letters.find((one) => one.paper?.id === found.paper)?.by
  const isOpen = dossier?.agenda === null || dossier?.agenda.secrecy === 'biasa'
  return [
    { label: words.number, value: found.number ?? '–' },
    { label: words.date, value: found.signedOn ? speakDay(found.signedOn, language) : '–' },
    ...(found.letter
      ? [{ label: words.letter, value: letterTextFor(found.letter, agency.letters, agency.letters).title }]
      : []),
    ...(by
      ? [{ label: words.post, value: titleOfBy(agency.agency, by, { applicant: '', system: agency.agency.name }) }]
      : []),
    { label: words.office, value: agency.agency.name },
    { label: words.subject, value: dossier && isOpen ? dossier.subject : words.hidden },
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
