// Acts on a whole draft: another file takes its place, or it is deleted with a reason.
import type { Context } from 'hono'
import { draftName } from '../../../core/procedure/draft-name.ts'
import { readProcedureFile } from '../../../exchange/read-file.ts'
import { deleteProcedureDraft, type ProcedureDraft, saveProcedureDraft } from '../../../store/procedure-drafts.ts'
import { first } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import type { SignedIn, WebEnv } from '../../visitor.ts'
import { isBetween, line } from '../account/checks.ts'
import { addressOf } from './address.ts'
import { deskOf } from './desk.ts'
import { editorPage } from './page.tsx'

type Web = Context<WebEnv>

/** Only over the draft as it was looked at: otherwise the work of another would go unseen. */
export const replaceDraft = async (c: Web, services: Services, signedIn: SignedIn, draft: ProcedureDraft) => {
  const { text, language, agency, now } = c.get('visitor')
  const words = text.editor
  const form = posted(c)
  const refused = (message: string, status: 409 | 422 = 422) =>
    refusal(c, services, { signedIn, draft, message, status })
  const upload = form.files.find((one) => one.field === 'file')
  if (!upload) return refused(words.importFileMissing)
  if (upload.refused) return refused(upload.refused[language])
  if (first(form, 'sure') !== 'yes') return refused(words.importConfirmMissing)
  const bytes = await services.files.read(upload.sha256)
  const read = bytes ? await readProcedureFile({ name: upload.name, bytes }) : null
  if (!read) return refused(words.importFileMissing)
  if (!read.ok) {
    const faults = read.faults
      .slice(0, 3)
      .map((fault) => `${words.line(String(fault.line))}: ${fault.sentence[language]}`)
    return refused(faults.join(' '))
  }
  const saved = await saveProcedureDraft(
    services.store,
    agency.agency.agency,
    {
      ...draftName(read.source, draft),
      draft: draft.draft,
      version: Number(first(form, 'version')) || 0,
      source: read.source,
    },
    { person: signedIn.person, now },
  )
  if (!saved.ok) return refused(words.noChange, 409)
  setFlash(c, services, 'good', words.imported)
  return c.redirect(addressOf({ ...draftName(read.source, draft), draft: draft.draft }, { part: 'file' }), 303)
}

export const deleteDraft = async (c: Web, services: Services, signedIn: SignedIn, draft: ProcedureDraft) => {
  const { text, agency, now } = c.get('visitor')
  const reason = line(posted(c), 'reason')
  if (!isBetween(reason, [5, 500]))
    return refusal(c, services, { signedIn, draft, message: text.editor.deleteReasonMissing, status: 422 })
  const by = { person: signedIn.person, now }
  await deleteProcedureDraft(services.store, agency.agency.agency, { draft: draft.draft, reason }, by)
  setFlash(c, services, 'good', text.editor.deleted)
  return c.redirect('/procedures', 303)
}

type Refusal = { signedIn: SignedIn; draft: ProcedureDraft; message: string; status: 409 | 422 }

const refusal = (c: Web, services: Services, { signedIn, draft, message, status }: Refusal) =>
  editorPage(c, services, {
    desk: deskOf(c.get('visitor'), signedIn, { draft, section: { part: 'file' } }),
    said: { tone: 'bad', message },
    status,
  })
