// Reads what the papers of one dossier say, for searching: each once, and nothing of what is told in confidence.
import { SMALL_FILE_BYTES } from '../adapters/files/checked.ts'
import { partsOf } from '../adapters/pdf-bytes.ts'
import type { PdfWords } from '../adapters/pdf-text/pdf-text.ts'
import { hiddenFrom, isPaperHidden } from '../core/dossier/confidential.ts'
import type { Dossier } from '../core/dossier/dossier.ts'
import { isInsidePaper } from '../core/dossier/involved.ts'
import { fieldsOf } from '../core/procedure/form.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { formText } from '../core/register/feed.ts'
import { readDossier } from '../store/dossiers.ts'
import { ANSWERS, type KnownText, keepTexts, knownTexts, type PaperText } from '../store/paper-texts.ts'
import { type PaperRow, papersOf } from '../store/papers.ts'
import type { JobTools } from './tools.ts'

export const readTextsOf = async (tools: JobTools, agency: string, id: string): Promise<void> => {
  const { store } = tools
  // Before the dossier: a paper that comes in between would not be known for what it is, and be found by the wrong people.
  const papers = await papersOf(store, agency, id)
  const record = await readDossier(store, agency, id)
  if (!record) return
  const procedure = await tools.procedureOf(agency, record.procedure, record.edition)
  const known = await knownTexts(store, agency, id)
  const texts: PaperText[] = [answersOf(procedure, record.dossier)]
  for (const paper of papers) {
    const place = placeOf(procedure, record.dossier, paper)
    const before = known.find(({ source }) => source === paper.paper)
    if (!before || hasMoved(before, place)) texts.push(await textOf(tools, paper, place))
  }
  await keepTexts(store, agency, { dossier: id, texts, now: tools.now() })
}

type Place = { isInside: boolean; isWithheld: boolean }

/** What the public sends may name who reports: of that nothing is ever found, and nothing of what the procedure calls confidential. */
const placeOf = (procedure: Procedure, dossier: Dossier, { paper, kind }: PaperRow): Place => ({
  isInside: isInsidePaper(dossier, paper),
  isWithheld: dossier.asker === 'public' || isPaperHidden(procedure, 'other', kind),
})

/** An edition to which the dossier was moved may say otherwise what is confidential. A file that was away may be back. */
const hasMoved = ({ state, isInside }: KnownText, place: Place): boolean =>
  (state === 'withheld') !== place.isWithheld || isInside !== place.isInside || state === 'away'

const answersOf = (procedure: Procedure, { asker, form }: Dossier): PaperText => {
  const hidden = hiddenFrom(procedure, 'other')
  const text = fieldsOf(procedure)
    .filter((field) => field.type === 'long-text' && !hidden.includes(field))
    .map((field) => formText(form[field.field]))
    .filter((answer) => answer !== '')
    .join('\n')
  if (asker === 'public') return { ...nothing(ANSWERS, false), state: 'withheld' }
  return { ...nothing(ANSWERS, false), state: text === '' ? 'empty' : 'read', text }
}

const textOf = async (tools: JobTools, paper: PaperRow, { isInside, isWithheld }: Place): Promise<PaperText> => {
  const none = nothing(paper.paper, isInside)
  if (isWithheld) return { ...none, state: 'withheld' }
  if (paper.mime !== 'application/pdf') return { ...none, state: 'not-text' }
  const words = await wordsOf(tools, paper)
  return words ? { ...none, ...words } : { ...none, state: 'away' }
}

/** Of a large paper only the parts that have words are fetched. */
const wordsOf = async ({ files, readPdf }: JobTools, { sha256, bytes }: PaperRow): Promise<PdfWords | null> => {
  if (bytes > SMALL_FILE_BYTES) return files.within(sha256, (sight) => readPdf(partsOf(sha256, sight)))
  const all = await files.read(sha256)
  return all && readPdf(all)
}

const nothing = (source: string, isInside: boolean): Omit<PaperText, 'state'> => ({
  source,
  isInside,
  text: '',
  pages: 0,
  isCut: false,
})
