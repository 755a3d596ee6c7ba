// A new draft: of a kind of letter that there was not yet, blank or out of a file, or of the next edition of one that there is.
import type { Context } from 'hono'
import { blankTemplate } from '../../../letters/desk/blank.ts'
import { readTemplate } from '../../../letters/language/read.ts'
import { createTemplateDraft, listTemplateDrafts } from '../../../store/letter-template-drafts.ts'
import { letterKind, templateNamed } from '../../letter-templates/kinds.ts'
import { sourceOfFile } from '../../letter-templates/source.ts'
import { page } from '../../page.tsx'
import { first, type Posted } from '../../request/body.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, SignedIn, WebEnv } from '../../visitor.ts'
import { faultIn, isBetween, line } from '../account/checks.ts'
import { LETTERS_PATH, NEW_KIND_PATH, templateDraftAddress } from './address.ts'
import { forWriters } from './gate.ts'

type Web = Context<WebEnv>

export const newLetterTemplateRoutes = (app: App, services: Services): void => {
  app.get(
    NEW_KIND_PATH,
    forWriters(services, (c, signedIn) => {
      const from = c.req.query('from')
      return from
        ? nextEdition(c, services, { signedIn, from })
        : shownForm(c, services, { signedIn, form: c.get('visitor').restored, faults: [] })
    }),
  )
  app.post(
    NEW_KIND_PATH,
    forWriters(services, (c, signedIn) => create(c, services, signedIn)),
  )
}

type Shown = { signedIn: SignedIn; form: Posted | null; faults: readonly FieldFault[] }

const shownForm = (c: Web, services: Services, { signedIn, form, faults }: Shown) => {
  const { text } = c.get('visitor')
  const words = text.letterTemplates
  const children = (
    <>
      <PageHead title={words.newTitle} lead={words.newLead} back={{ href: LETTERS_PATH, label: words.title }} />
      <ErrorSummary title={text.common.errors.title} faults={faults} />
      <Card>
        <Form action={NEW_KIND_PATH} csrf={signedIn.csrf} upload>
          <input type="hidden" name="draft" value={first(form, 'draft') || services.newId()} />
          <Field
            kind="text"
            name="title"
            label={words.newName}
            hint={words.newNameHint}
            value={first(form, 'title')}
            error={faultIn(faults, 'title')}
            maxlength={100}
          />
          <Field kind="file" name="file" label={words.newFile} error={faultIn(faults, 'file')} />
          <ButtonRow>
            <Button kind="primary" icon="pencil">
              {words.newDo}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    </>
  )
  return page(c, services, { title: words.newTitle, narrow: true, children }, faults.length > 0 ? 422 : 200)
}

/** A link would begin one with every look of a browser that reads ahead: so the page asks once more, by a form. */
const nextEdition = (c: Web, services: Services, { signedIn, from }: { signedIn: SignedIn; from: string }) => {
  const { text } = c.get('visitor')
  const words = text.letterTemplates
  const base = baseOf(c, from)
  if (!base) return shownForm(c, services, { signedIn, form: null, faults: [] })
  const { title } = letterKind(c.get('visitor').agency, base.letter)
  const children = (
    <>
      <PageHead
        title={title}
        lead={words.next(String(base.edition))}
        back={{ href: `${LETTERS_PATH}/${base.letter}`, label: words.editor.back }}
      />
      <Card>
        <Form action={NEW_KIND_PATH} csrf={signedIn.csrf}>
          <input type="hidden" name="draft" value={services.newId()} />
          <input type="hidden" name="from" value={from} />
          <ButtonRow>
            <Button kind="primary" icon="pencil">
              {words.newDo}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    </>
  )
  return page(c, services, { title, narrow: true, children })
}

/** `letter@edition` of one that is ratified here. */
const baseOf = (c: Web, from: string) => {
  const [letter = '', edition = ''] = from.split('@')
  return templateNamed(c.get('visitor').agency, letter, edition)
}

const create = async (c: Web, services: Services, signedIn: SignedIn) => {
  const { agency, now } = c.get('visitor')
  const form = posted(c)
  const draft = first(form, 'draft')
  const begun = await begunFrom(c, services, form)
  if (!begun.ok || !UUID.test(draft))
    return shownForm(c, services, { signedIn, form, faults: begun.ok ? [] : [begun.fault] })
  await createTemplateDraft(
    services.store,
    agency.agency.agency,
    { ...begun.made, draft },
    {
      person: signedIn.person,
      now,
    },
  )
  return c.redirect(templateDraftAddress({ letter: begun.made.letter, draft }), 303)
}

type Begun =
  | { ok: true; made: { letter: string; base: number | null; source: string; isImport: boolean } }
  | { ok: false; fault: FieldFault }

const begunFrom = async (c: Web, services: Services, form: Posted): Promise<Begun> => {
  const { agency, text, language } = c.get('visitor')
  const words = text.letterTemplates
  const base = baseOf(c, first(form, 'from'))
  if (base) return { ok: true, made: { letter: base.letter, base: base.edition, source: base.source, isImport: false } }
  const upload = form.files.find((one) => one.field === 'file')
  if (upload) {
    const source = upload.refused ? null : await sourceOfFile(services.files, upload)
    if (source === null)
      return { ok: false, fault: { name: 'file', message: upload.refused?.[language] ?? words.importBad } }
    return { ok: true, made: importedFrom(c, source, upload.name) }
  }
  const title = line(form, 'title')
  if (!isBetween(title, [3, 100])) return { ok: false, fault: { name: 'title', message: words.newNameMissing } }
  const drafts = await listTemplateDrafts(services.store, agency.agency.agency)
  const taken = [...(agency.letterTemplates ?? []), ...drafts].map(({ letter }) => letter)
  return { ok: true, made: { ...blankTemplate(title, taken), base: null, isImport: false } }
}

/** By the name that the file says; one that cannot be read yet by the name of the file. */
const importedFrom = (c: Web, source: string, file: string) => {
  const read = readTemplate(source)
  const letter = read.ok ? read.template.front.letter : blankTemplate(file.replace(/\.\w+$/, ''), []).letter
  const { inForce, editions } = letterKind(c.get('visitor').agency, letter)
  return { letter, base: (inForce ?? editions[0])?.edition ?? null, source, isImport: true }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
