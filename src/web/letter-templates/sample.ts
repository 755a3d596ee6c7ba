// With what a text is shown: invented answers, those of a procedure that sends it, or a dossier that the officer may see.

import { type Client, headPost } from '../../core/agency/agency.ts'
import type { AgencyData } from '../../core/agency/catalogue.ts'
import type { Dossier } from '../../core/dossier/dossier.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { sendersOf } from '../../letters/desk/judge.ts'
import { type Previewed, type PreviewPaper, previewDossier, previewSample } from '../../letters/desk/preview.ts'
import type { TemplateFault } from '../../letters/language/template.ts'
import { listDossiers } from '../../store/dossier-list.ts'
import { openDesk } from '../pages/dossier/desk.ts'
import type { Services } from '../services.ts'
import type { SignedIn, Visitor } from '../visitor.ts'

/** `with`: empty for the first procedure that sends it, `procedure:name`, or `dossier:id`. */
export type PreviewAsked = {
  letter: string
  source: string
  with: string
  paper: string
  /** Opens a dossier for whoever asks; without it as its page does. */
  open?: OpenSample
}

export type OpenSample = (
  id: string,
) => Promise<{ dossier: Dossier; procedure: Procedure; client: Client; person: string } | null>

export type Preview =
  | { ok: true; pdf: Uint8Array }
  | { ok: false; faults: readonly TemplateFault[]; sentence: Sentence | null }

export const makePreview = async (services: Services, visitor: Visitor, asked: PreviewAsked): Promise<Preview> => {
  const previewed = await documentOf(services, visitor, asked)
  if (previewed === null) return { ok: false, faults: [], sentence: GONE }
  if (!previewed.ok) return { ok: false, faults: previewed.faults, sentence: null }
  const printed = await services.previewPdf(previewed.document)
  return printed.ok ? { ok: true, pdf: printed.value } : { ok: false, faults: [], sentence: printed.reason }
}

/** Null where the dossier is none, or not for this officer. */
const documentOf = async (
  services: Services,
  visitor: Visitor,
  { letter, source, with: chosen, paper: named, open }: PreviewAsked,
): Promise<Previewed | null> => {
  const { agency, now } = visitor
  const paper = paperOf(named)
  const asked = { letter, source, paper, agency }
  const id = /^dossier:(.+)$/.exec(chosen)?.[1]
  if (id === undefined) return previewSample(asked, { procedure: procedureFor(agency, letter, chosen), at: now })
  const found = await (open ?? byItsPage(services, visitor))(id)
  if (!found) return null
  const { dossier, procedure, client, person } = found
  const by = {
    kind: 'post' as const,
    person,
    post: headPost(agency.agency),
    capacity: 'definitive' as const,
  }
  const publicUrl = services.publicUrl(agency.agency.agency)
  return previewDossier(asked, { dossier, procedure, client, by, publicUrl, at: now })
}

const byItsPage =
  (services: Services, visitor: Visitor): OpenSample =>
  async (id) => {
    const desk = await openDesk(services, visitor, id)
    return desk && { ...desk, person: desk.signedIn.person }
  }

const paperOf = (named: string): PreviewPaper | null => (named === 'a4' || named === 'f4' ? named : null)

export const procedureFor = (agency: AgencyData, letter: string, chosen: string): Procedure | undefined => {
  const senders = sendersOf(agency, letter)
  return senders.find(({ procedure }) => chosen === `procedure:${procedure}`) ?? senders[0]
}

export type SampleChoice = { value: string; label: string }

/** The newest dossiers of the procedures that send this letter; whoever needs another one names it in the address. */
const MOST_DOSSIERS = 12

export const sampleChoices = async (
  services: Services,
  { agency, text }: Visitor,
  { signedIn, letter }: { signedIn: SignedIn; letter: string },
): Promise<SampleChoice[]> => {
  const words = text.letterTemplates.editor
  const senders = sendersOf(agency, letter)
  const invented = senders.map(({ procedure, title }) => ({
    value: `procedure:${procedure}`,
    label: words.withProcedure(title),
  }))
  const names = senders.map(({ procedure }) => procedure)
  const wanted = { actor: signedIn.actor, filter: names.length === 1 ? { procedure: names[0] } : {}, after: null }
  const { rows } = await listDossiers(services.store, agency.agency.agency, wanted)
  const dossiers = rows
    .filter(({ procedure }) => names.length === 0 || names.includes(procedure))
    .slice(0, MOST_DOSSIERS)
    .map(({ dossier, number, subject }) => ({ value: `dossier:${dossier}`, label: words.withDossier(number, subject) }))
  return [...(invented.length > 0 ? invented : [{ value: '', label: words.withSample }]), ...dossiers]
}

const GONE = sentence(
  'Berkas itu tidak ada atau tidak terbuka bagi Anda. Pilih isi contoh yang lain.',
  'There is no such dossier, or it is not open to you. Choose another sample.',
)
