// The addresses of the procedure editor: a draft by its parts, its file, its sheet, how a time is read, and a new one.
import type { Context } from 'hono'
import { renderToString } from 'preact-render-to-string'
import { speakLimit } from '../../../core/clock/speak.ts'
import { parseTime } from '../../../core/clock/time-limit.ts'
import { layOut } from '../../../core/procedure/sheet/layout.ts'
import { svgFile } from '../../../core/procedure/sheet/svg.ts'
import { sopSheet } from '../../../letters/sop-sheet.ts'
import { type ProcedureDraft, readProcedureDraft } from '../../../store/procedure-drafts.ts'
import { first, type Posted } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { downloadHeaders } from '../../request/headers.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Icon } from '../../ui/icon.tsx'
import type { App, SignedIn, WebEnv } from '../../visitor.ts'
import { messagePage, notFoundPage } from '../message.tsx'
import { addressOf, anchorOf } from './address.ts'
import { type Desk, deskOf, sectionAsked } from './desk.ts'
import { deleteDraft, replaceDraft } from './draft-acts.ts'
import { forDraft, forEditors } from './gate.ts'
import { newDraftRoutes } from './new-draft.tsx'
import { editorPage } from './page.tsx'
import { type SaveOutcome, saveSection } from './saving.ts'
import { walkRoutes } from './walk/page.tsx'

type Web = Context<WebEnv>

const DRAFT = '/procedures/:procedure/drafts/:draft'

export const procedureEditorRoutes = (app: App, services: Services): void => {
  newDraftRoutes(app, services)
  walkRoutes(app, services)
  app.get(
    DRAFT,
    forDraft(services, (c, signedIn, draft) =>
      editorPage(c, services, { desk: asked(c, signedIn, draft), typed: c.get('visitor').restored }),
    ),
  )
  app.post(
    DRAFT,
    forEditors(services, (c, signedIn) => send(c, services, signedIn)),
  )
  app.get(
    `${DRAFT}/file`,
    forDraft(services, (c, _, { source, procedure, edition }) =>
      c.body(source, 200, downloadHeaders(`${procedure}@${edition}.yaml`, 'application/yaml; charset=utf-8')),
    ),
  )
  app.get(
    `${DRAFT}/sheet.svg`,
    forDraft(services, (c, signedIn, draft) => {
      const { procedure } = asked(c, signedIn, draft)
      if (!procedure) return notFoundPage(c, services)
      const { agency, arms } = c.get('visitor').agency
      const picture = layOut(sopSheet(procedure, agency))
      return c.body(svgFile(picture, arms ?? null), 200, { 'content-type': 'image/svg+xml; charset=utf-8' })
    }),
  )
  app.get(
    `${DRAFT}/reading`,
    forEditors(services, (c) => c.html(renderToString(<Reading c={c} />))),
  )
}

const asked = (c: Web, signedIn: SignedIn, draft: ProcedureDraft): Desk =>
  deskOf(c.get('visitor'), signedIn, { draft, section: sectionAsked(c.req.query('part'), c.req.query('at')) })

/** What the clock makes of a printed time, while it is typed. */
const Reading = ({ c }: { c: Web }) => {
  const { language, text } = c.get('visitor')
  const words = text.editor
  const limit = parseTime((c.req.query('value') ?? '').slice(0, 200))
  return limit ? (
    <p class="check-words">{words.readsAs(speakLimit(limit, language))}</p>
  ) : (
    <p class="check-words check-bad">
      <Icon name="alert-circle" size={16} /> {words.badTime}
    </p>
  )
}

const send = async (c: Web, services: Services, signedIn: SignedIn) => {
  const visitor = c.get('visitor')
  const form = posted(c)
  const draft = await readProcedureDraft(services.store, visitor.agency.agency.agency, c.req.param('draft') ?? '')
  if (!draft) return gone(c, services)
  const what = first(form, 'do')
  if (what === 'replace') return replaceDraft(c, services, signedIn, draft)
  if (what === 'delete') return deleteDraft(c, services, signedIn, draft)
  const section = sectionAsked(c.req.query('part'), c.req.query('at'))
  const outcome = await saveSection(services, { draft: draft.draft, section, form, visitor, signedIn })
  return told(c, services, { signedIn, outcome, form })
}

type Telling = { signedIn: SignedIn; outcome: SaveOutcome; form: Posted }

const told = (c: Web, services: Services, { signedIn, outcome, form }: Telling) => {
  const visitor = c.get('visitor')
  const words = visitor.text.editor
  if (outcome.outcome === 'draft-gone') return gone(c, services)
  if (outcome.outcome === 'saved') {
    const message = outcome.isChanged ? words.saved : words.unchanged
    const notes = outcome.notes.map((note) => note[visitor.language])
    setFlash(c, services, notes.length > 0 ? 'info' : 'good', [message, ...notes].join(' '))
    return c.redirect(`${addressOf(outcome.draft, outcome.opens)}${anchorOf(outcome.opens.item)}`, 303)
  }
  const desk = asked(c, signedIn, outcome.draft)
  if (outcome.outcome === 'conflict')
    return editorPage(c, services, { desk, typed: form, isConflict: true, status: 409 })
  const { acted } = outcome
  const message =
    acted.why === 'refused'
      ? acted.sentence[visitor.language]
      : { 'words-missing': words.wordsMissing, gone: words.isGone, 'no-change': words.noChange }[acted.why]
  const typed = first(form, 'do') === 'save' || first(form, 'do') === 'text' ? form : null
  return editorPage(c, services, {
    desk,
    typed,
    said: { tone: 'bad', message },
    isGone: acted.why === 'gone',
    status: acted.why === 'gone' ? 409 : 422,
  })
}

const gone = (c: Web, services: Services) => {
  const { text } = c.get('visitor')
  return messagePage(c, services, {
    status: 409,
    tone: 'warning',
    title: text.common.words.warning,
    message: text.editor.draftGone,
  })
}
