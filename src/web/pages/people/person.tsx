// One account: what it is, and what an administrator may do with it now.
import type { Context } from 'hono'
import { inZone } from '../../../core/clock/instant.ts'
import { listClients } from '../../../store/clients.ts'
import { type Account, listPosts, type PostRow, readAccount } from '../../../store/people.ts'
import { page } from '../../page.tsx'
import type { Posted } from '../../request/body.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { Notice, type NoticeTone } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, SignedIn, Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { CompanyCards, clientWords } from './company-part.tsx'
import { forAdministrators } from './gate.ts'
import { hatsOf, PEOPLE_PATH, StateMark } from './list.tsx'
import { MandateCard } from './mandates.tsx'
import { MembershipCard } from './memberships.tsx'
import { act } from './person-acts.ts'
import { AccountActs, RegistrationCard } from './person-forms.tsx'
import type { PersonPart } from './person-part.ts'
import { ServiceCard } from './service-card.tsx'

type Web = Context<WebEnv>

export const personRoutes = (app: App, services: Services): void => {
  const find = (c: Web) =>
    readAccount(services.store, c.get('visitor').agency.agency.agency, c.req.param('person') ?? '')
  app.get(
    `${PEOPLE_PATH}/:person`,
    forAdministrators(services, async (c, signedIn) => {
      const account = await find(c)
      return account
        ? personPage(c, services, { signedIn, account, form: c.get('visitor').restored, faults: [] })
        : notFoundPage(c, services)
    }),
  )
  // Every form of the page posts to it, so that a parked form finds its page again.
  app.post(
    `${PEOPLE_PATH}/:person`,
    forAdministrators(services, async (c, signedIn) => {
      const account = await find(c)
      if (!account) return notFoundPage(c, services)
      const done = await act(c, services, { signedIn, account })
      if (done.ok) return c.redirect(`${PEOPLE_PATH}/${account.person}`, 303)
      const fresh = (await find(c)) ?? account
      return personPage(c, services, {
        signedIn,
        account: fresh,
        form: posted(c),
        faults: done.faults,
        refusal: done.refusal,
      })
    }),
  )
}

type Shown = {
  signedIn: SignedIn
  account: Account
  form: Posted | null
  faults: FieldFault[]
  refusal?: string | undefined
}

const personPage = async (c: Web, services: Services, { signedIn, account, form, faults, refusal }: Shown) => {
  const visitor = c.get('visitor')
  const { text, agency } = visitor
  const posts: PostRow[] = await listPosts(services.store, agency.agency.agency)
  const clients = await listClients(services.store, agency.agency.agency)
  const part: PersonPart = { visitor, signedIn, account, form, faults }
  const children = (
    <>
      <PageHead
        title={account.name}
        status={<StateMark state={account.state} visitor={visitor} />}
        back={{ href: PEOPLE_PATH, label: text.account.people.title }}
      />
      {refusal && <Refusal tone="bad" word={text.common.words.bad} message={refusal} />}
      <ErrorSummary title={text.common.errors.title} faults={faults} />
      <Card>
        <Definition facts={factsOf(account, visitor)} />
      </Card>
      <CompanyCards {...part} />
      {account.state === 'awaiting-approval' && <RegistrationCard {...part} />}
      {account.state !== 'awaiting-approval' && account.state !== 'closed' && (
        <MandateCard
          {...part}
          posts={posts}
          today={inZone(visitor.now, agency.agency.zone).toPlainDate().toString()}
          newId={services.newId}
        />
      )}
      {account.state !== 'awaiting-approval' && account.state !== 'closed' && (
        <MembershipCard {...part} clients={clients} />
      )}
      {account.state !== 'closed' && account.mandates.length > 0 && <ServiceCard {...part} />}
      {account.state !== 'awaiting-approval' && <AccountActs {...part} />}
    </>
  )
  return page(
    c,
    services,
    { title: account.name, narrow: true, children },
    refusal ? 409 : faults.length > 0 ? 422 : 200,
  )
}

const Refusal = ({ tone, word, message }: { tone: NoticeTone; word: string; message: string }) => (
  <Notice tone={tone} word={word} spoken>
    <p>{message}</p>
  </Notice>
)

const factsOf = (account: Account, visitor: Visitor) => {
  const words = visitor.text.account.people
  const posts = hatsOf({ ...account, clients: [] }, visitor)
  const clients = account.clients.map((one) => {
    const client = clientWords(one, visitor)
    return one.jobTitle === '' ? client : `${client}, ${one.jobTitle}`
  })
  return [
    { label: words.email, value: account.email },
    { label: words.phone, value: account.phone || words.none },
    ...(posts.length > 0 || clients.length === 0
      ? [{ label: words.mandates, value: posts.join(', ') || words.none }]
      : []),
    ...(clients.length > 0 ? [{ label: words.clients, value: clients.join('; ') }] : []),
  ]
}
