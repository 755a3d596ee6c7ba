// The page of one letter: where it is on its way, its text as a picture, who initialed what, and what may be done with it.
import type { Context } from 'hono'
import type { Letter } from '../../../../core/dossier/letters/letter.ts'
import { letterNamed } from '../../../../core/dossier/letters/named.ts'
import { LETTER_DEEDS, type LetterDeed } from '../../../letter-deeds.ts'
import { page } from '../../../page.tsx'
import { first, type Posted } from '../../../request/body.ts'
import { commandKey } from '../../../request/command-key.ts'
import { setFlash } from '../../../request/cookies.ts'
import { posted } from '../../../request/posted.ts'
import type { Services } from '../../../services.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import type { NoticeData } from '../../../ui/notice.tsx'
import { PageHead, Split } from '../../../ui/page-head.tsx'
import type { App, WebEnv } from '../../../visitor.ts'
import { notFoundPage } from '../../message.tsx'
import { signInFirst } from '../../sign-in-first.ts'
import { type Desk, openDesk } from '../desk.ts'
import { LetterDraftView } from '../letter-view.tsx'
import { PaperPages } from '../paper-pages.tsx'
import { DemoSealed } from '../signing/demo-seal.tsx'
import { isOfNoTask, NoTaskLetter, signHere } from '../signing/no-task.tsx'
import { beginRoutes } from './begin-page.tsx'
import { hatAt, LetterDeeds, readDeed } from './letter-deeds.tsx'
import { LetterLine, LetterState } from './letter-line.tsx'
import { LetterFacts, SheetOfInitials, Versions } from './letter-parts.tsx'
import { letterPath, titleOfLetter } from './letters-card.tsx'

type Web = Context<WebEnv>
type Found = { desk: Desk; letter: Letter }

export const letterRoutes = (app: App, services: Services): void => {
  beginRoutes(app, services)
  app.get('/dossiers/:id/letters/:letter', async (c) => {
    if (!c.get('visitor').signedIn) return signInFirst(c)
    const found = await open(c, services)
    return found ? show(c, services, found) : notFoundPage(c, services)
  })
  app.post('/dossiers/:id/letters/:letter', async (c) => {
    const found = await open(c, services)
    return found ? act(c, services, found) : notFoundPage(c, services)
  })
}

const open = async (c: Web, services: Services): Promise<Found | null> => {
  const desk = await openDesk(services, c.get('visitor'), c.req.param('id') ?? '')
  const letter = desk && letterNamed(desk.dossier, c.req.param('letter') ?? '')
  return desk && letter ? { desk, letter } : null
}

const act = async (c: Web, services: Services, { desk, letter }: Found) => {
  const { visitor, dossier, signedIn } = desk
  const form = posted(c)
  if (isOfNoTask({ letter, form })) return sign(c, services, { desk, letter }, form)
  const deed = LETTER_DEEDS.find((one) => one === first(form, 'do'))
  const by = deed ? hatAt({ desk, letter }, deed) : null
  const refused = (message: string, field = '') => show(c, services, { desk, letter }, { form, message, field })
  if (!deed || !by) return refused(visitor.text.common.errors.notAllowed)
  const command = readDeed(letter.id, deed, form)
  const handled = await services.handle({
    agency: visitor.agency.agency.agency,
    dossier: dossier.id,
    by,
    command,
    key: commandKey({ person: signedIn.person, form, command }, services.newId),
  })
  if (!handled.ok)
    return refused(handled.refusal.sentence[visitor.language], String(handled.refusal.at?.[0]?.[0] ?? ''))
  setFlash(c, services, 'good', doneWords(desk, deed))
  return c.redirect(letterPath(desk, letter.id), 303)
}

const sign = async (c: Web, services: Services, { desk, letter }: Found, form: Posted) => {
  const signed = await signHere(services, { desk, letter }, form)
  if (signed.kind === 'faults')
    return show(c, services, { desk: { ...desk, typed: form, faults: signed.faults }, letter }, { form })
  if (signed.kind === 'refused')
    return show(c, services, { desk, letter }, { form, message: signed.message, field: '' })
  setFlash(c, services, signed.isGood ? 'good' : 'bad', signed.says)
  return c.redirect(letterPath(desk, letter.id), 303)
}

const doneWords = ({ visitor }: Desk, deed: LetterDeed): string => {
  const words = visitor.text.letters.deeds
  return { drop: words.dropped, withdraw: words.withdrawn, sent: words.sentDone, received: words.receivedDone }[deed]
}

/** Without a message the form itself says what is wrong. */
type Refused = { form: Posted; message?: string; field?: string }

const show = (c: Web, services: Services, { desk, letter }: Found, refused?: Refused) => {
  const { visitor } = desk
  const words = visitor.text.letters
  const title = titleOfLetter(desk, letter.letter)
  const { message } = refused ?? {}
  const notice: NoticeData | undefined =
    message === undefined ? undefined : { tone: 'bad', word: visitor.text.common.words.bad, message }
  const sent = refused ? { form: refused.form, fault: { field: refused.field ?? '', message: message ?? '' } } : null
  const children = (
    <>
      <PageHead
        kicker={letter.beside ? words.beside : words.ofPath}
        title={title}
        lead={letter.number === null ? words.noNumber : words.number(letter.number)}
        status={<LetterState letter={letter} text={visitor.text} />}
        back={{ href: `/dossiers/${desk.dossier.id}#letters`, label: desk.dossier.subject }}
      />
      <DemoSealed visitor={desk.visitor} letter={letter} />
      <LetterLine desk={desk} letter={letter} />
      <Split
        main={
          <>
            <LetterText desk={desk} letter={letter} />
            <Versions desk={desk} letter={letter} wanted={wantedVersions(c, letter)} />
          </>
        }
        aside={
          <>
            <Card>
              <LetterFacts desk={desk} letter={letter} />
            </Card>
            <LetterDeeds desk={desk} letter={letter} sent={sent} />
            <SheetOfInitials desk={desk} letter={letter} />
          </>
        }
      />
    </>
  )
  return page(
    c,
    services,
    { title: `${desk.dossier.number} ${title}`, notice, children },
    refused ? (message === undefined ? 422 : 409) : 200,
  )
}

/** As it was issued; before that as it would look now. */
const LetterText = ({ desk, letter }: Found) => {
  const words = desk.visitor.text.office.dossier.paper
  if (letter.paper)
    return (
      <PaperPages
        title={titleOfLetter(desk, letter.letter)}
        facts={letter.number}
        pages={desk.hasPictures ? 1 : 0}
        pageHref={(number) => `/dossiers/${desk.dossier.id}/papers/${letter.paper?.id}/pages/${number}.png`}
        text={words}
        actions={
          <LinkButton
            kind="quiet"
            icon="download"
            href={`/dossiers/${desk.dossier.id}/papers/${letter.paper.id}`}
            download
          >
            {words.download}
          </LinkButton>
        }
      />
    )
  return letter.task === null ? (
    <NoTaskLetter desk={desk} letter={letter} />
  ) : (
    <LetterDraftView desk={desk} task={letter.task} />
  )
}

const wantedVersions = (c: Web, { versions }: Letter): { from: number; to: number } | null => {
  const [from, to] = [Number(c.req.query('from')), Number(c.req.query('to'))]
  const isThere = (one: number): boolean => Number.isInteger(one) && one >= 1 && one <= versions.length
  return isThere(from) && isThere(to) ? { from, to } : null
}
