// The page of a dossier, laid out so that a head of office on a telephone reads and disposes first: task, letter, the rest.
import { postTitle } from '../../../core/agency/agency.ts'
import { speakShort } from '../../../core/clock/speak.ts'
import { showCode } from '../../../core/paper/code.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import { answerGroups } from '../../fields/answers.tsx'
import { namedTitleOfBy, officeTitle } from '../../story/titles.ts'
import { placeOf } from '../../story/waiting.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead, Split } from '../../ui/page-head.tsx'
import { StepPicture } from '../../ui/step-picture.tsx'
import type { Tone } from '../../ui/tone.ts'
import { GradeMarks } from '../grade-marks.tsx'
import { dueFacts } from '../time/due-facts.tsx'
import { AttachCard } from './attach.tsx'
import { BooksCard } from './books-card.tsx'
import { CommentsCard, SidesCard } from './comments.tsx'
import type { Desk } from './desk.ts'
import { DispositionTreeCard } from './dispositions/tree-card.tsx'
import { HistoryCard } from './history.tsx'
import { LateCard } from './late.tsx'
import { LettersCard } from './letters/letters-card.tsx'
import { Lost } from './lost.tsx'
import { EditionLine } from './move/edition-line.tsx'
import { MyPanel, WaitingPanel } from './panels.tsx'
import { ArchiveLink, MainPaper, mainPaper, OtherPapers } from './papers.tsx'
import { WithdrawOrder } from './policy-forms.tsx'
import { ProofCard } from './proof-card.tsx'
import { SheetCard } from './sheet.tsx'
import { LeftToSign } from './signing/no-task.tsx'

/** `first` is the task the address names: it stands on top. */
export type DossierViewProps = {
  desk: Desk
  first: string | null
  pageCounts: ReadonlyMap<string, number>
  /** The page renews itself: nothing may be typed that would get lost. */
  isRenewing: boolean
  /** What was typed into a form that is no longer there. */
  lost: string[]
}

export const DossierView = ({ desk, first, pageCounts, isRenewing, lost }: DossierViewProps) => {
  const { office } = desk.visitor.text
  const isOpen = desk.dossier.status === 'open'
  return (
    <>
      <Head desk={desk} />
      {lost.length > 0 && <Lost desk={desk} lost={lost} />}
      <Ended desk={desk} />
      <LeftToSign desk={desk} />
      <Split
        main={
          <>
            <Panels desk={desk} first={first} />
            {!isRenewing && <LateCard desk={desk} />}
            <WithdrawOrder desk={desk} />
            {isOpen && <ProofCard desk={desk} />}
            <div id="letter">
              <MainPaper desk={desk} pageCounts={pageCounts} />
              <BackToTask desk={desk} />
            </div>
            {!isOpen && <ProofCard desk={desk} />}
            <LettersCard desk={desk} />
            <FormCard desk={desk} />
            <DispositionTreeCard desk={desk} isQuiet={isRenewing} />
            <SheetCard desk={desk} />
            <OtherPapers desk={desk} pageCounts={pageCounts} />
            <ArchiveLink desk={desk} />
            {!isRenewing && <AttachCard desk={desk} />}
          </>
        }
        aside={
          <>
            <Card
              title={office.dossier.story}
              aside={<a href={`/dossiers/${desk.dossier.id}/sop`}>{desk.visitor.text.publicPages.sop.seePath}</a>}
            >
              <StepPicture label={office.story.picture.label} steps={desk.story} text={office.story.picture} />
            </Card>
            <HistoryCard desk={desk} />
            <SidesCard desk={desk} />
            <CommentsCard desk={desk} isQuiet={isRenewing} />
            <FactsCard desk={desk} />
            <BooksCard desk={desk} />
          </>
        }
      />
    </>
  )
}

const STATUS_TONE: Record<Desk['dossier']['status'], Tone> = {
  open: 'info',
  finished: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
}

const Head = ({ desk }: { desk: Desk }) => {
  const { visitor, dossier, procedure, client } = desk
  const { text } = visitor
  const { dossier: words, story } = text.office
  const { agenda } = dossier
  return (
    <PageHead
      kicker={agenda ? `${dossier.number}, ${text.office.search.agenda(agenda.number)}` : dossier.number}
      title={dossier.subject}
      lead={
        isOrder(desk)
          ? text.ways.order.from(orderedBy(desk), procedure.title)
          : words.from(client.name, procedure.title)
      }
      status={
        <span class="work-marks">
          <StatusMark tone={STATUS_TONE[dossier.status]}>{story.status[dossier.status]}</StatusMark>
          <GradeMarks urgency={agenda?.urgency ?? null} secrecy={dossier.secrecy} text={text} />
        </span>
      }
      back={{ href: '/work', label: words.back }}
    />
  )
}

const isOrder = ({ dossier }: Desk): boolean => dossier.channel === 'order'

/** With the capacity in which the post was held then. */
const orderedBy = ({ dossier, events: [submitted], visitor }: Desk): string => {
  const { agency } = visitor.agency
  return submitted?.by.kind === 'post' ? officeTitle(agency, submitted.by) : postTitle(agency, dossier.orderedBy ?? '')
}

/** For those who keep the log, where it is kept. */
const accessFact = ({ visitor, signedIn, dossier }: Desk) => {
  const { access } = visitor.text
  if (dossier.secrecy === null || dossier.secrecy === 'biasa' || !mayOffice(signedIn.actor, 'see-access-log')) return []
  return [{ label: access.title, value: <a href={`/dossiers/${dossier.id}/access`}>{access.link}</a> }]
}

const FactsCard = ({ desk }: { desk: Desk }) => {
  const { visitor, dossier } = desk
  const { text, language, now } = visitor
  const { agency } = visitor.agency
  const words = text.office.dossier
  const short = (at: string): string => speakShort(at, language, { zone: agency.zone, now })
  const facts = [
    ...(dossier.agenda ? [{ label: words.facts.agenda, value: dossier.agenda.number }] : []),
    { label: words.facts.received, value: short(dossier.submittedAt) },
    { label: words.facts.channel, value: words.channels[dossier.channel] },
    ...dueFacts(desk),
    { label: text.editions.edition, value: <EditionLine desk={desk} /> },
    { label: words.facts.tracking, value: showCode(dossier.trackingCode) },
    ...accessFact(desk),
  ]
  return (
    <Card title={words.facts.title}>
      <Definition facts={facts} />
    </Card>
  )
}

const Ended = ({ desk }: { desk: Desk }) => {
  const { dossier, visitor } = desk
  const words = visitor.text.office.dossier
  if (dossier.status === 'open') return null
  const tone = dossier.status === 'finished' ? 'good' : dossier.status === 'rejected' ? 'bad' : 'info'
  return (
    <Notice tone={tone} word={visitor.text.office.story.ended[dossier.status]}>
      <p>
        {isOrder(desk) && dossier.status === 'withdrawn' ? visitor.text.ways.order.ended : words.ended[dossier.status]}
      </p>
      {dossier.reason !== '' && <p>{dossier.reason}</p>}
      {dossier.rating && (
        <p>{[words.rating(dossier.rating.score), dossier.rating.comment].filter((part) => part !== '').join(' ')}</p>
      )}
    </Notice>
  )
}

const Panels = ({ desk, first }: { desk: Desk; first: string | null }) => {
  const mine = desk.mine.toSorted((a, b) => Number(b.task.task === first) - Number(a.task.task === first))
  const others = desk.waits.filter((wait) => !mine.some(({ task }) => task.task === wait.task))
  if (mine.length + others.length === 0) return null
  return (
    <div class="stack">
      {mine.map((my) => (
        <MyPanel key={my.task.task} desk={desk} my={my} />
      ))}
      {others.map((wait) => (
        <WaitingPanel key={wait.task} desk={desk} wait={wait} />
      ))}
    </div>
  )
}

/** Whoever has read a long letter is led back to what is asked of them. */
const BackToTask = ({ desk }: { desk: Desk }) => {
  const [my] = desk.mine
  if (!my || !mainPaper(desk)) return null
  return (
    <p class="to-task">
      <a href={`#task-${my.task.task}`}>{desk.visitor.text.office.dossier.toTask}</a>
    </p>
  )
}

const FormCard = ({ desk }: { desk: Desk }) => {
  const { language, text } = desk.visitor
  const words = text.office.dossier
  const groups = answerGroups(desk.procedure, desk.dossier.form, language, {
    yes: words.yes,
    none: words.none,
    fields: text.apply.fields,
    hidden: desk.hidden,
  })
  return (
    <Card title={isOrder(desk) ? text.ways.order.form : words.form} id="form">
      {groups.map((group) => (
        <section key={group.group}>
          <h3 class="card-title">{group.label}</h3>
          {group.at && <p class="field-hint">{recordedAt(desk, group.at)}</p>}
          <Definition facts={group.facts} />
        </section>
      ))}
    </Card>
  )
}

/** Which step wrote it down, and when. */
const recordedAt = ({ visitor, procedure, dossier }: Desk, step: string): string => {
  const { agency } = visitor.agency
  const { story, dossier: words } = visitor.text.office
  const { position, of } = placeOf(procedure, step)
  const done = dossier.tasks.findLast((task) => task.step === step && task.outcome === 'finished')
  const when = done?.closedAt && speakShort(done.closedAt, visitor.language, { zone: agency.zone, now: visitor.now })
  const who = done?.closedBy && namedTitleOfBy(agency, done.closedBy, { ...words.acted, applicant: words.applicant })
  const activity = stepNamed(procedure, step)?.activity ?? step
  return [`${story.place(position, of)}: ${activity}`, who, when].filter(Boolean).join(', ')
}
