// The papers of a dossier: the letter to read first, the others below; each can be downloaded, none runs here.
import { speakShort } from '../../../core/clock/speak.ts'
import { fieldsOf } from '../../../core/procedure/form.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import type { PaperRow } from '../../../store/papers.ts'
import { sizeWords } from '../../fields/file-answer.tsx'
import { inLines } from '../../fields/lines.tsx'
import { plainName } from '../../fields/plain-name.ts'
import { namedTitleOfBy } from '../../story/titles.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { kindWords } from '../papers/kind-words.ts'
import type { Desk } from './desk.ts'
import { PaperPages } from './paper-pages.tsx'

/** `page counts` by SHA-256 are read where the bytes are. */
export type PapersProps = { desk: Desk; pageCounts: ReadonlyMap<string, number> }

/**
 * The paper that is read first: once the dossier has ended, what the office answered; before, the first that the form
 * asks for (the letter stands before its enclosures), or what the applicant sent last.
 */
export const mainPaper = ({ papers, dossier, procedure }: PapersOf): PaperRow | undefined => {
  const answered = dossier.status === 'open' ? undefined : papers.find((paper) => paper.letter !== null)
  return (
    answered ??
    firstAsked(
      procedure,
      papers.filter((paper) => paper.letter === null && isCurrent(dossier, paper)),
    ) ??
    papers.find((paper) => paper.letter === null && isCurrent(dossier, paper)) ??
    papers.find((paper) => !attachmentOf(dossier, paper))
  )
}

type PapersOf = Pick<Desk, 'papers' | 'dossier' | 'procedure'>

const firstAsked = (procedure: Procedure, papers: readonly PaperRow[]): PaperRow | undefined =>
  fieldsOf(procedure)
    .flatMap((field) => (field.type === 'file' ? papers.filter((paper) => paper.kind === field.paper) : []))
    .at(0)

export const MainPaper = ({ desk, pageCounts }: PapersProps) => {
  const { text } = desk.visitor
  const paper = mainPaper(desk)
  if (!paper) return <EmptyState icon="file-text" title={text.office.dossier.noPapers} />
  return <OnePaper desk={desk} paper={paper} pages={pageCounts.get(paper.sha256) ?? 0} />
}

export const OtherPapers = ({ desk, pageCounts }: PapersProps) => {
  const first = mainPaper(desk)
  const others = desk.papers.filter((paper) => paper !== first)
  if (others.length === 0) return null
  return (
    <Card title={desk.visitor.text.office.dossier.otherPapers}>
      <div class="stack">
        {others.map((paper) => (
          <details key={paper.paper}>
            <summary class="paper-summary">
              <Thumb desk={desk} paper={paper} pages={pageCounts.get(paper.sha256) ?? 0} /> {nameOf(desk, paper)}
            </summary>
            <Attached desk={desk} paper={paper} />
            <PlaceOf desk={desk} paper={paper} />
            <OnePaper desk={desk} paper={paper} pages={pageCounts.get(paper.sha256) ?? 0} />
          </details>
        ))}
      </div>
    </Card>
  )
}

/** Where a photograph was taken that is kept as evidence. */
const PlaceOf = ({ desk, paper }: { desk: Desk; paper: PaperRow }) => {
  const { attachments, papers } = desk.dossier
  const ref = [...papers, ...attachments.map((one) => one.paper)].find(({ id }) => id === paper.paper)
  if (!ref?.place) return null
  const words = desk.visitor.text.apply.fields
  const { latitude, longitude } = ref.place
  return <p class="field-hint">{words.takenAt(words.place(String(latitude), String(longitude)))}</p>
}

export const ArchiveLink = ({ desk }: { desk: Desk }) => {
  const words = desk.visitor.text.archive
  if (desk.papers.length === 0) return null
  return (
    <div>
      <LinkButton kind="quiet" icon="download" href={`/dossiers/${desk.dossier.id}/archive.zip`} download>
        {words.download}
      </LinkButton>
      <p class="field-hint">{words.hint}</p>
    </div>
  )
}

/** Its name stands beside it: the picture itself says nothing more. */
const Thumb = ({ desk, paper, pages }: { desk: Desk; paper: PaperRow; pages: number }) =>
  pages > 0 ? (
    <img
      class="paper-thumb"
      src={`/dossiers/${desk.dossier.id}/papers/${paper.paper}/pages/1.png?size=small`}
      alt=""
      width={48}
      height={64}
      loading="lazy"
    />
  ) : null

const OnePaper = ({ desk, paper, pages }: { desk: Desk; paper: PaperRow; pages: number }) => {
  const { text } = desk.visitor
  const words = text.office.dossier.paper
  const address = `/dossiers/${desk.dossier.id}/papers/${paper.paper}`
  const facts = [paper.name, kindWords(text, paper.mime), pages > 0 ? words.pages(pages) : '', sizeWords(paper.bytes)]
    .filter((part) => part !== '')
    .join(', ')
  return (
    <PaperPages
      title={nameOf(desk, paper)}
      facts={facts}
      pages={pages}
      pageHref={(page) => `${address}/pages/${page}.png`}
      text={words}
      actions={
        <>
          <LinkButton kind="quiet" icon="zoom-in" href={`${address}/view`}>
            {text.viewer.open}
          </LinkButton>
          <LinkButton kind="quiet" icon="download" href={address} download>
            {words.download}
          </LinkButton>
        </>
      }
    />
  )
}

const nameOf = (desk: Desk, paper: PaperRow): string => {
  const { language, text } = desk.visitor
  if (attachmentOf(desk.dossier, paper)) return text.attach.named(paper.name)
  const words = text.office.dossier.paper
  const label =
    fieldsOf(desk.procedure).find((field) => field.type === 'file' && field.paper === paper.kind)?.label[language] ??
    plainName(paper.kind)
  const number = paper.number === null ? '' : `, ${words.number(paper.number)}`
  return `${label}${number}${isCurrent(desk.dossier, paper) ? '' : ` (${words.replaced})`}`
}

const attachmentOf = ({ attachments }: Desk['dossier'], { paper }: PaperRow) =>
  attachments.find((one) => one.paper.id === paper)

/** Who attached it and when, for whom, and what they wrote to it. */
const Attached = ({ desk, paper }: { desk: Desk; paper: PaperRow }) => {
  const { dossier, visitor, client } = desk
  const attachment = attachmentOf(dossier, paper)
  if (!attachment) return null
  const { text, language, now } = visitor
  const { agency } = visitor.agency
  const who = namedTitleOfBy(agency, attachment.by, { ...text.office.dossier.acted, applicant: client.name })
  const when = speakShort(attachment.at, language, { zone: agency.zone, now })
  const forWhom = attachment.visibleToApplicant ? text.attach.forApplicant : text.attach.inside
  return (
    <>
      <p class="field-hint">{`${text.attach.by(who, when)} (${forWhom})`}</p>
      {attachment.note !== '' && <p>{inLines(attachment.note.split('\n'))}</p>}
    </>
  )
}

const isCurrent = (dossier: Desk['dossier'], paper: PaperRow): boolean =>
  dossier.papers.some((one) => one.id === paper.paper)
