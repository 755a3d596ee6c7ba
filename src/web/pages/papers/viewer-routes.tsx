// The viewer of a paper by two doors: an officer's, and that of the applicant of the dossier.
import type { Context } from 'hono'
import { isInsidePaper, papersForApplicant } from '../../../core/dossier/involved.ts'
import type { Sought } from '../../../core/find/where.ts'
import { isLinkingWord, typedWords } from '../../../core/find/words.ts'
import { stemsOf } from '../../../store/found-texts.ts'
import { knownTexts } from '../../../store/paper-texts.ts'
import { type PaperRow, papersOf } from '../../../store/papers.ts'
import { withheldFiles } from '../../../store/withheld-files.ts'
import { sizeWords } from '../../fields/file-answer.tsx'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { pageCountsOf } from '../dossier/page-counts.ts'
import { findPaper, sendPage } from '../dossier/paper-routes.ts'
import { notFoundPage } from '../message.tsx'
import { paperTitle } from '../mine/papers.tsx'
import { requestOf } from '../mine/situation.ts'
import { signInFirst } from '../sign-in-first.ts'
import { kindWords } from './kind-words.ts'
import { Viewer, ZOOMS } from './viewer.tsx'

type Web = Context<WebEnv>

export const viewerRoutes = (app: App, services: Services): void => {
  app.get('/dossiers/:id/papers/:paper/view', async (c) => {
    const visitor = c.get('visitor')
    if (!visitor.signedIn) return signInFirst(c)
    const paper = await findPaper(c, services)
    if (!paper) return notFoundPage(c, services)
    const id = c.req.param('id')
    const back = { href: `/dossiers/${id}`, label: visitor.text.viewer.back }
    return show(c, services, { paper, dossier: id, address: `/dossiers/${id}/papers/${paper.paper}`, back })
  })
  app.get('/mine/:dossier/papers/:paper/view', async (c) => {
    const found = await findMine(c, services)
    if (!found.ok) return found.response
    const { paper, title, dossier } = found
    const back = { href: `/mine/${dossier}`, label: c.get('visitor').text.viewer.back }
    return show(c, services, { paper, dossier, title, address: `/mine/${dossier}/papers/${paper.paper}`, back })
  })
  app.get('/mine/:dossier/papers/:paper/pages/:page{[0-9]+\\.png}', async (c) => {
    const found = await findMine(c, services)
    return found.ok ? sendPage(c, services, found.paper) : c.notFound()
  })
}

type Mine =
  | { ok: true; paper: PaperRow; title: string; dossier: string }
  | { ok: false; response: Response | Promise<Response> }

const findMine = async (c: Web, services: Services): Promise<Mine> => {
  const found = await requestOf(c, services)
  if (!found.ok) return found
  const { dossier, visitor } = found.request
  const seen = papersForApplicant(dossier).find((one) => one.id === c.req.param('paper'))
  const rows = seen ? await papersOf(services.store, visitor.agency.agency.agency, dossier.id) : []
  const paper = rows.find((row) => row.paper === seen?.id)
  if (!seen || !paper || isInsidePaper(dossier, paper.paper)) return { ok: false, response: notFoundPage(c, services) }
  return { ok: true, paper, title: paperTitle(found.request, seen), dossier: dossier.id }
}

type Shown = {
  paper: PaperRow
  dossier: string
  title?: string
  address: string
  back: { href: string; label: string }
}

const show = async (c: Web, services: Services, { paper, dossier, title = paper.name, ...shown }: Shown) => {
  const visitor = c.get('visitor')
  const office = visitor.agency.agency.agency
  const isWithheld = (await withheldFiles(services.store, [paper.sha256])).size > 0
  const pages = isWithheld ? 0 : ((await pageCountsOf(services, [paper])).get(paper.sha256) ?? 0)
  const text = (await knownTexts(services.store, office, dossier)).find((one) => one.source === paper.paper)?.text ?? ''
  const query = (c.req.query('q') ?? '').trim().slice(0, 200)
  const props = {
    ...shown,
    visitor,
    title,
    pages,
    facts: factsOf(visitor, paper, pages),
    texts: text === '' || pages === 0 ? null : text.split(PAGE_BREAK),
    query,
    sought: await soughtIn(services, office, query),
    zoom: ZOOMS.find((one) => one === c.req.query('zoom')) ?? 'fit',
    isForPrint: c.req.query('print') !== undefined,
  }
  return page(c, services, { title, children: <Viewer {...props} /> })
}

/** Between the words of one page and the next. */
const PAGE_BREAK = '\f'

const factsOf = ({ text }: Visitor, { mime, bytes }: PaperRow, pages: number): string =>
  [kindWords(text, mime), ...(pages > 0 ? [text.office.dossier.paper.pages(pages)] : []), sizeWords(bytes)].join(', ')

const soughtIn = async ({ store }: Services, office: string, query: string): Promise<Sought[]> => {
  const words = typedWords(query).filter((word) => !isLinkingWord(word.letters))
  const letters = words.map((word) => word.letters).filter((word) => /^[a-z]{4,}$/.test(word))
  const stems = await stemsOf(store, office, letters)
  return words.map((word) => ({ word, stem: stems.get(word.letters) ?? null }))
}
