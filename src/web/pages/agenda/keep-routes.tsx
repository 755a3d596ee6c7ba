// Pages by which whoever keeps the books reserves numbers, enters a letter on paper, and registers one that came in.
import type { Context } from 'hono'
import { mayOffice } from '../../../core/person/may.ts'
import { page } from '../../page.tsx'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { bookAddress, entryAddress } from './asked.ts'
import { IncomingFields } from './incoming-fields.tsx'
import { KindFields, LateField, PaperFields, ReserveFields, type Typed } from './keep-fields.tsx'
import { doPosted } from './posted-deeds.ts'

type Web = Context<WebEnv>
const DEEDS = ['reserve', 'write', 'register'] as const
type Deed = (typeof DEEDS)[number]

const BOOK = { reserve: 'outgoing', write: 'outgoing', register: 'incoming' } as const

export const keepRoutes = (app: App, services: Services): void => {
  const only = (show: (c: Web, signedIn: SignedIn) => Response | Promise<Response>) => (c: Web) => {
    const { signedIn } = c.get('visitor')
    if (!signedIn) return signInFirst(c)
    return mayOffice(signedIn.actor, 'keep-books') ? show(c, signedIn) : notFoundPage(c, services)
  }
  for (const deed of DEEDS) {
    app.get(
      `/agenda/${deed}`,
      only((c) => formPage(c, services, deed, { form: c.get('visitor').restored, faults: [] })),
    )
    app.post(
      `/agenda/${deed}`,
      only((c, signedIn) => act(c, services, deed, signedIn)),
    )
  }
}

const act = async (c: Web, services: Services, deed: Deed, signedIn: SignedIn): Promise<Response> => {
  const visitor = c.get('visitor')
  const form = posted(c)
  const done = await doPosted(services, { form, signedIn, visitor, of: null })
  if (done === null) return notFoundPage(c, services)
  if (!done.ok) return formPage(c, services, deed, { form, faults: done.faults })
  const [first] = done.entries
  setFlash(
    c,
    services,
    'good',
    saidOf(
      visitor,
      deed,
      done.entries.map(({ number }) => number),
    ),
  )
  const isOne = done.entries.length === 1 && first !== undefined
  return c.redirect(isOne ? entryAddress(BOOK[deed], first.entry) : bookAddress({ book: BOOK[deed], filter: {} }), 303)
}

const saidOf = ({ text }: Visitor, deed: Deed, numbers: readonly string[]): string => {
  const { forms } = text.office.books
  if (deed === 'reserve') return forms.reserved(numbers)
  return deed === 'write' ? forms.written(numbers[0] ?? '') : forms.registered(numbers[0] ?? '')
}

const formPage = (c: Web, services: Services, deed: Deed, typed: Typed): Promise<Response> | Response => {
  const visitor = c.get('visitor')
  const { forms } = visitor.text.office.books
  const words = {
    reserve: { title: forms.reserveTitle, lead: forms.reserveLead, does: forms.doReserve },
    write: { title: forms.writeTitle, lead: forms.writeLead, does: forms.doWrite },
    register: { title: forms.registerTitle, lead: forms.registerLead, does: forms.doRegister },
  }[deed]
  const children = (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        back={{ href: bookAddress({ book: BOOK[deed], filter: {} }), label: forms.back }}
      />
      <ErrorSummary title={visitor.text.common.errors.title} faults={typed.faults} />
      <Card>
        <Form action={`/agenda/${deed}`} csrf={visitor.signedIn?.csrf ?? null} upload={deed === 'write'}>
          <input type="hidden" name="do" value={deed} />
          <input type="hidden" name="key" value={services.newId()} />
          <Fields visitor={visitor} typed={typed} deed={deed} />
          <ButtonRow>
            <Button kind="primary" icon="rubber-stamp">
              {words.does}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    </>
  )
  return page(c, services, { title: words.title, narrow: true, children }, typed.faults.length > 0 ? 422 : 200)
}

const Fields = ({ visitor, typed, deed }: { visitor: Visitor; typed: Typed; deed: Deed }) => {
  switch (deed) {
    case 'reserve':
      return <ReserveFields visitor={visitor} typed={typed} />
    case 'write':
      return (
        <PaperFields visitor={visitor} typed={typed}>
          <KindFields visitor={visitor} typed={typed} />
          <LateField visitor={visitor} typed={typed} />
        </PaperFields>
      )
    case 'register':
      return <IncomingFields visitor={visitor} typed={typed} />
  }
}
