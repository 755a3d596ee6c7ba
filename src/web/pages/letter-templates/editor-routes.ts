// The addresses of a draft: the editor, its live preview, its pages, its PDF and its file; saving, replacing, deleting.
import type { Context } from 'hono'
import { renderToString } from 'preact-render-to-string'
import {
  deleteTemplateDraft,
  readTemplateDraft,
  saveTemplateDraft,
  type TemplateDraft,
} from '../../../store/letter-template-drafts.ts'
import { makePreview } from '../../letter-templates/sample.ts'
import { mayKeepSource, sourceOfFile, tidySource } from '../../letter-templates/source.ts'
import { first } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { downloadHeaders } from '../../request/headers.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import type { App, SignedIn, WebEnv } from '../../visitor.ts'
import { isBetween, line } from '../account/checks.ts'
import { sendOwnPdf, sendPicture } from '../dossier/picture.ts'
import { messagePage, notFoundPage } from '../message.tsx'
import { kindAddress, LETTERS_PATH, templateDraftAddress } from './address.ts'
import { type Chosen, LIVE_WIDTH, lookAt, openTemplateDesk } from './desk.ts'
import { type EditorShown, letterEditorPage } from './editor-page.tsx'
import { forTemplateDraft, forWriters } from './gate.ts'
import { previewFragment } from './side.tsx'

type Web = Context<WebEnv>

const DRAFT = `${LETTERS_PATH}/:letter/drafts/:draft`

export const letterEditorRoutes = (app: App, services: Services): void => {
  app.get(
    DRAFT,
    forTemplateDraft(services, (c, signedIn, draft) => {
      const typed = first(c.get('visitor').restored, 'source')
      return shownEditor(c, services, { signedIn, draft }, typed === '' ? {} : { typed: tidySource(typed) })
    }),
  )
  app.post(
    DRAFT,
    forWriters(services, (c, signedIn) => send(c, services, signedIn)),
  )
  app.post(
    `${DRAFT}/preview`,
    forTemplateDraft(services, async (c, _, draft) => {
      const visitor = c.get('visitor')
      const form = posted(c)
      const [source, chosen] = [tidySource(first(form, 'source')), chosenIn((name) => first(form, name))]
      const look = await lookAt(services, visitor, { letter: draft.letter, source, chosen, isDrawn: true })
      const shown = { visitor, letter: draft.letter, draft: draft.draft, chosen, look, source }
      return c.html(renderToString(previewFragment(shown)))
    }),
  )
  app.get(
    `${DRAFT}/pages/:page{[0-9]+\\.png}`,
    forTemplateDraft(services, async (c, _, draft) => {
      const pdf = await savedPdf(c, services, draft)
      const page = Number.parseInt(c.req.param('page') ?? '', 10)
      const drawn = pdf && (await services.pictures?.renderPage(pdf, page, LIVE_WIDTH))
      return drawn?.ok ? sendPicture(c, drawn.value.png, 'image/png') : c.notFound()
    }),
  )
  app.get(
    `${DRAFT}/preview.pdf`,
    forTemplateDraft(services, async (c, _, draft) => {
      const pdf = await savedPdf(c, services, draft)
      return pdf ? sendOwnPdf(c, pdf, `${draft.letter} konsep.pdf`) : notPrinted(c, services)
    }),
  )
  app.get(
    `${DRAFT}/file`,
    forTemplateDraft(services, (c, _, { source, letter }) =>
      c.body(source, 200, downloadHeaders(`${letter}.md`, 'text/markdown; charset=utf-8')),
    ),
  )
}

const chosenIn = (read: (name: string) => string | undefined): Chosen => ({
  with: (read('with') ?? '').slice(0, 200),
  paper: read('paper') ?? 'own',
})

const savedPdf = async (c: Web, services: Services, { letter, source }: TemplateDraft): Promise<Uint8Array | null> => {
  const chosen = chosenIn((name) => c.req.query(name))
  const made = await makePreview(services, c.get('visitor'), { letter, source, ...chosen })
  return made.ok ? made.pdf : null
}

const notPrinted = (c: Web, services: Services) => {
  const { text } = c.get('visitor')
  return messagePage(c, services, {
    status: 409,
    tone: 'warning',
    title: text.common.words.warning,
    message: text.letterTemplates.editor.notDrawn,
  })
}

type Whose = { signedIn: SignedIn; draft: TemplateDraft }

const shownEditor = async (
  c: Web,
  services: Services,
  { signedIn, draft }: Whose,
  shown: Omit<EditorShown, 'desk'>,
) => {
  const form = posted(c)
  const chosen = chosenIn((name) => c.req.query(name) ?? (first(form, name) || undefined))
  const desk = await openTemplateDesk(services, c.get('visitor'), { signedIn, draft, chosen })
  return letterEditorPage(c, services, { ...shown, desk })
}

const send = async (c: Web, services: Services, signedIn: SignedIn) => {
  const draft = await readTemplateDraft(
    services.store,
    c.get('visitor').agency.agency.agency,
    c.req.param('draft') ?? '',
  )
  if (!draft) return gone(c, services)
  if (draft.letter !== c.req.param('letter')) return notFoundPage(c, services)
  switch (first(posted(c), 'do')) {
    case 'replace':
      return replace(c, services, { signedIn, draft })
    case 'delete':
      return remove(c, services, { signedIn, draft })
    default:
      return save(c, services, { signedIn, draft })
  }
}

const save = async (c: Web, services: Services, whose: Whose) => {
  const { agency, text, now } = c.get('visitor')
  const words = text.letterTemplates.editor
  const { draft, signedIn } = whose
  const form = posted(c)
  const source = tidySource(first(form, 'source'))
  if (!mayKeepSource(source))
    return shownEditor(c, services, whose, {
      typed: source.slice(0, MOST_SHOWN),
      said: { tone: 'bad', message: words.tooLong },
      status: 422,
    })
  const isChanged = source !== draft.source
  if (isChanged) {
    const saving = { draft: draft.draft, version: Number(first(form, 'version')) || 0, source }
    const by = { person: signedIn.person, now }
    const saved = await saveTemplateDraft(services.store, agency.agency.agency, saving, by)
    if (!saved.ok && !saved.theirs) return gone(c, services)
    if (!saved.ok && saved.theirs)
      return shownEditor(
        c,
        services,
        { signedIn, draft: saved.theirs },
        { typed: source, isConflict: true, status: 409 },
      )
  }
  setFlash(c, services, isChanged ? 'good' : 'info', isChanged ? words.saved : words.unchanged)
  const { with: sample, paper } = chosenIn((name) => first(form, name))
  return c.redirect(`${templateDraftAddress(draft)}?${new URLSearchParams({ with: sample, paper })}`, 303)
}

/** Of a text that is too long the beginning comes back; all of it is still where it was written. */
const MOST_SHOWN = 200_000

const replace = async (c: Web, services: Services, whose: Whose) => {
  const { agency, text, now, language } = c.get('visitor')
  const words = text.letterTemplates.editor
  const form = posted(c)
  const refused = (message: string, status: 409 | 422 = 422) =>
    shownEditor(c, services, whose, { said: { tone: 'bad', message }, status })
  const upload = form.files.find((one) => one.field === 'file')
  if (!upload) return refused(words.importMissing)
  if (upload.refused) return refused(upload.refused[language])
  const source = await sourceOfFile(services.files, upload)
  if (source === null) return refused(text.letterTemplates.importBad)
  const saving = { draft: whose.draft.draft, version: Number(first(form, 'version')) || 0, source }
  const by = { person: whose.signedIn.person, now }
  const saved = await saveTemplateDraft(services.store, agency.agency.agency, saving, by)
  if (!saved.ok) return refused(words.conflict(saved.theirs?.changedBy?.name || words.somebody), 409)
  setFlash(c, services, 'good', words.imported)
  return c.redirect(templateDraftAddress(whose.draft), 303)
}

const remove = async (c: Web, services: Services, whose: Whose) => {
  const { agency, text, now } = c.get('visitor')
  const words = text.letterTemplates.editor
  const reason = line(posted(c), 'reason')
  if (!isBetween(reason, [5, 500]))
    return shownEditor(c, services, whose, { said: { tone: 'bad', message: words.deleteReasonMissing }, status: 422 })
  const { draft, letter } = whose.draft
  const by = { person: whose.signedIn.person, now }
  await deleteTemplateDraft(services.store, agency.agency.agency, { draft, reason }, by)
  setFlash(c, services, 'good', words.deleted)
  const isLast = !(agency.letterTemplates ?? []).some((one) => one.letter === letter)
  return c.redirect(isLast ? LETTERS_PATH : kindAddress(letter), 303)
}

const gone = (c: Web, services: Services) => {
  const { text } = c.get('visitor')
  return messagePage(c, services, {
    status: 409,
    tone: 'warning',
    title: text.common.words.warning,
    message: text.letterTemplates.editor.gone,
  })
}
