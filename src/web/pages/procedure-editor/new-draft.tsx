// A new draft: of a procedure that there was not yet, or of the next edition of one that there is.
import type { Context } from 'hono'
import { editionNamed } from '../../../core/agency/catalogue.ts'
import { blankProcedure } from '../../../core/procedure/edit/blank.ts'
import { applyEdits } from '../../../core/procedure/edit/edit.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { editionSource } from '../../../store/edition-source.ts'
import { createProcedureDraft, listProcedureDrafts } from '../../../store/procedure-drafts.ts'
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
import { faultIn, faultsOf, isBetween, line } from '../account/checks.ts'
import { addressOf, NEW_DRAFT_PATH } from './address.ts'
import { forEditors } from './gate.ts'

type Web = Context<WebEnv>

export const newDraftRoutes = (app: App, services: Services): void => {
  app.get(
    NEW_DRAFT_PATH,
    forEditors(services, (c, signedIn) =>
      shownForm(c, services, { signedIn, form: c.get('visitor').restored, faults: [] }),
    ),
  )
  app.post(
    NEW_DRAFT_PATH,
    forEditors(services, (c, signedIn) => create(c, services, signedIn)),
  )
}

type Shown = { signedIn: SignedIn; form: Posted | null; faults: readonly FieldFault[] }

const shownForm = (c: Web, services: Services, { signedIn, form, faults }: Shown) => {
  const { text, agency } = c.get('visitor')
  const words = text.editor
  const base = first(form, 'from') || (c.req.query('from') ?? '')
  const like = baseOf(c, base)
  const title = like ? words.nextTitle(like.title) : words.newTitle
  const children = (
    <>
      <PageHead
        title={title}
        lead={like ? words.nextLead(like.edition) : words.newLead}
        back={{ href: '/procedures', label: words.back }}
      />
      <ErrorSummary title={text.common.errors.title} faults={faults} />
      <Card>
        <Form action={NEW_DRAFT_PATH} csrf={signedIn.csrf}>
          <input type="hidden" name="draft" value={first(form, 'draft') || services.newId()} />
          {like && <input type="hidden" name="from" value={base} />}
          {!like && (
            <Field
              kind="text"
              name="title"
              label={words.newName}
              value={first(form, 'title')}
              error={faultIn(faults, 'title')}
              maxlength={200}
              required
            />
          )}
          <Field
            kind="text"
            name="edition"
            label={words.newEdition}
            value={first(form, 'edition') || agency.today.slice(0, 7)}
            error={faultIn(faults, 'edition')}
            maxlength={40}
            required
          />
          <ButtonRow>
            <Button kind="primary" icon="pencil">
              {words.newDo}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    </>
  )
  return page(c, services, { title, narrow: true, children }, faults.length > 0 ? 422 : 200)
}

/** `name@edition` of one that is ratified here. */
const baseOf = (c: Web, from: string) => {
  const [procedure = '', edition = ''] = from.split('@')
  return editionNamed(c.get('visitor').agency, procedure, edition)?.procedure
}

const create = async (c: Web, services: Services, signedIn: SignedIn) => {
  const { text, agency, now } = c.get('visitor')
  const words = text.editor
  const form = posted(c)
  const [title, edition, draft] = [line(form, 'title'), line(form, 'edition'), first(form, 'draft')]
  const base = baseOf(c, first(form, 'from'))
  const faults = faultsOf([
    ['title', base !== undefined || isBetween(title, [3, 200]), words.newNameMissing],
    ['edition', /^[a-z0-9]+([.-][a-z0-9]+)*$/.test(edition) && edition.length <= 40, words.newEditionBad],
    ['edition', edition !== base?.edition, words.newEditionSame],
  ])
  if (faults.length > 0 || !UUID.test(draft)) return shownForm(c, services, { signedIn, form, faults })
  const begun = base
    ? await nextText(services, agency.agency.agency, base, edition)
    : await blank(c, services, { title, edition })
  if (!begun) return shownForm(c, services, { signedIn, form, faults: [{ message: words.noChange }] })
  const made = { ...begun, draft, edition, base: base?.edition ?? null, isImport: false }
  await createProcedureDraft(services.store, agency.agency.agency, made, { person: signedIn.person, now })
  return c.redirect(addressOf(made, { part: 'steps' }), 303)
}

const blank = async (c: Web, services: Services, wanted: { title: string; edition: string }) => {
  const { agency } = c.get('visitor')
  const drafts = await listProcedureDrafts(services.store, agency.agency.agency)
  const taken = [...agency.editions.map((one) => one.procedure.procedure), ...drafts.map((one) => one.procedure)]
  return blankProcedure(wanted, taken)
}

/** The text of the edition before, comments and all, under the name of the next. */
const nextText = async (services: Services, office: string, base: Procedure, edition: string) => {
  const { procedure } = base
  const source = await editionSource(services.store, office, { procedure, edition: base.edition })
  const edited = applyEdits(source ?? '', [
    { do: 'set', path: ['edition'], value: edition },
    { do: 'set', path: ['replaces'], value: `${procedure}@${base.edition}` },
    // Printed on the sheet before; the new one is not in force yet.
    { do: 'set', path: ['effective'], value: undefined },
  ])
  return edited.ok ? { procedure, source: edited.source } : null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
