// A letter beside the path is begun: its kind, what it asks, to whom it goes, who initials it and who signs it.
import type { Context } from 'hono'
import { factsOf } from '../../../../core/dossier/involved.ts'
import { filing } from '../../../../core/dossier/letter-filing.ts'
import type { Addressee, LetterCommand } from '../../../../core/dossier/letters/facts.ts'
import { letterNamed } from '../../../../core/dossier/letters/named.ts'
import type { Written } from '../../../../core/dossier/letters/writing.ts'
import { mayDossier } from '../../../../core/person/may.ts'
import { byOfficer } from '../../../acting.ts'
import { ROW } from '../../../fields/table-rows.ts'
import { letterKind } from '../../../letter-desk.ts'
import { page } from '../../../page.tsx'
import { all, first, type Posted } from '../../../request/body.ts'
import { commandKey } from '../../../request/command-key.ts'
import { setFlash } from '../../../request/cookies.ts'
import { posted } from '../../../request/posted.ts'
import type { Services } from '../../../services.ts'
import type { FieldFault } from '../../../ui/error-summary.tsx'
import type { App, WebEnv } from '../../../visitor.ts'
import { notFoundPage } from '../../message.tsx'
import { signInFirst } from '../../sign-in-first.ts'
import { type Desk, openDesk } from '../desk.ts'
import { BeginView } from './begin-view.tsx'
import { readDraft } from './draft-fields.tsx'

type Web = Context<WebEnv>

export const beginRoutes = (app: App, services: Services): void => {
  app.get('/dossiers/:id/letters/new', async (c) => {
    const visitor = c.get('visitor')
    if (!visitor.signedIn) return signInFirst(c)
    const desk = await open(c, services)
    return desk ? show(c, services, desk, { typed: visitor.restored, faults: [] }) : notFoundPage(c, services)
  })
  app.post('/dossiers/:id/letters/new', async (c) => {
    const desk = await open(c, services)
    return desk ? begin(c, services, desk) : notFoundPage(c, services)
  })
}

const open = async (c: Web, services: Services): Promise<Desk | null> => {
  const desk = await openDesk(services, c.get('visitor'), c.req.param('id') ?? '')
  return desk && mayDossier(desk.signedIn.actor, 'begin-letter', factsOf(desk.dossier)) ? desk : null
}

const begin = async (c: Web, services: Services, desk: Desk) => {
  const { visitor, dossier, signedIn } = desk
  const form = posted(c)
  const kind = letterKind(visitor.agency, first(form, 'kind'))
  const by = byOfficer(signedIn, desk)
  const words = visitor.text.letters.form
  if (!kind || by === null)
    return show(c, services, desk, { typed: form, faults: [{ name: 'kind', message: words.kindMissing }] })
  // One row more or less of a table: the form again, with nothing judged.
  if (first(form, ROW) !== '') return show(c, services, desk, { typed: form, faults: [] })
  const { answer, faults } = readDraft(desk, kind.kind, form)
  if (faults.length > 0) return show(c, services, desk, { typed: form, faults })
  const command = commandOf(kind.kind, form, answer)
  const handled = await services.handle({
    agency: visitor.agency.agency.agency,
    dossier: dossier.id,
    by,
    command,
    key: commandKey({ person: signedIn.person, form, command }, services.newId),
  })
  if (!handled.ok) {
    const message = handled.refusal.sentence[visitor.language]
    return show(c, services, desk, { typed: form, faults: [{ name: placeOf(handled.refusal.at), message }] })
  }
  setFlash(c, services, 'good', words.begun)
  return c.redirect(`/dossiers/${dossier.id}`, 303)
}

const placeOf = (at: readonly (readonly (string | number)[])[] | undefined): string => {
  const [name = 'kind', index] = at?.[0] ?? []
  return name === 'initials' ? `initial-${typeof index === 'number' ? index + 1 : 1}` : String(name)
}

const commandOf = (letter: string, form: Posted, { values, text, ...chosen }: Written): LetterCommand => {
  return {
    type: 'begin-letter',
    letter,
    draft: {
      note: first(form, 'draft').trim(),
      ...(values ? { values: { ...values } } : {}),
      ...(text && text.trim() !== '' ? { text: text.trim() } : {}),
      ...filing(chosen),
    },
    to: addressee(form),
    signer: first(form, 'signer'),
    initials: all(form, 'initial').filter((post) => post !== ''),
    ...(first(form, 'replaces') === '' ? {} : { replaces: first(form, 'replaces') }),
  }
}

const addressee = (form: Posted): Addressee => {
  const to = first(form, 'to')
  if (to === 'other') return { kind: 'other', name: first(form, 'name').trim(), place: first(form, 'place').trim() }
  return to === 'inside' ? { kind: 'inside' } : { kind: 'applicant' }
}

type Shown = { typed: Posted | null; faults: FieldFault[] }

const show = (c: Web, services: Services, desk: Desk, { typed, faults }: Shown) => {
  const asked = (name: string): string => first(typed, name) || (c.req.query(name) ?? '')
  const replaced = letterNamed(desk.dossier, asked('replaces'))
  const children = (
    <BeginView
      desk={desk}
      kind={letterKind(desk.visitor.agency, asked('kind') || (replaced?.letter ?? ''))}
      replaced={replaced?.withdrawn ? replaced : undefined}
      typed={typed}
      faults={faults}
    />
  )
  const title = desk.visitor.text.letters.form.title
  return page(c, services, { title, narrow: true, children }, faults.length > 0 ? 422 : 200)
}
