// What stands on the page of one letter: its facts, the sheet of initials, its versions.
import { postTitle } from '../../../../core/agency/agency.ts'
import { speakShort } from '../../../../core/clock/speak.ts'
import { openTasks } from '../../../../core/dossier/dossier.ts'
import type { By } from '../../../../core/dossier/events.ts'
import { sentOf } from '../../../../core/dossier/involved.ts'
import { initialsOf } from '../../../../core/dossier/letters/course.ts'
import { draftDifference } from '../../../../core/dossier/letters/difference.ts'
import type { Beside, Letter } from '../../../../core/dossier/letters/letter.ts'
import { letterNamed, successorOf } from '../../../../core/dossier/letters/named.ts'
import { letterKind } from '../../../letter-desk.ts'
import { textUsed } from '../../../letter-templates/used.ts'
import { namedTitleOfBy } from '../../../story/titles.ts'
import { StatusMark } from '../../../ui/badge.tsx'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Definition, type Fact } from '../../../ui/definition.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import type { Desk } from '../desk.ts'
import { DraftChanges } from './difference.tsx'
import { filedNow } from './filing-fields.tsx'
import { letterPath, titleOfLetter } from './letters-card.tsx'

type Props = { desk: Desk; letter: Letter }

export const who = ({ visitor, client }: Desk, by: By): string =>
  namedTitleOfBy(visitor.agency.agency, by, { ...visitor.text.office.dossier.acted, applicant: client.name })

export const when = ({ visitor }: Desk, at: string): string =>
  speakShort(at, visitor.language, { zone: visitor.agency.agency.zone, now: visitor.now })

export const LetterFacts = ({ desk, letter }: Props) => {
  const words = desk.visitor.text.letters.facts
  const { beside, withdrawn, dropped, received } = letter
  const sent = sentOf(desk.dossier, letter)
  const fact = (label: string, value: string | undefined): Fact[] => (value ? [{ label, value }] : [])
  const facts: Fact[] = [
    { label: words.kind, value: titleOfLetter(desk, letter.letter) },
    ...fact(words.to, beside ? addressee(desk, beside) : desk.client.name),
    ...fact(words.signer, beside ? postTitle(desk.visitor.agency.agency, beside.signer) : undefined),
    ...fact(words.begun, beside ? `${who(desk, beside.by)}, ${when(desk, beside.at)}` : undefined),
    ...fact(words.number, letter.number ?? undefined),
    ...filedFacts(desk, letter),
    ...fact(desk.visitor.text.letterTemplates.editor.text, textUsed(desk.visitor, letter)),
    ...linkTo(desk, words.replaces, letter.replaces === null ? undefined : letterNamed(desk.dossier, letter.replaces)),
    ...linkTo(desk, words.replacedBy, successorOf(desk.dossier, letter.id)),
    ...fact(words.sent, sent ? sentWords(desk, sent) : undefined),
    ...fact(words.received, received ? receivedWords(desk, received) : undefined),
    ...fact(words.withdrawn, withdrawn ? why(desk, withdrawn) : undefined),
    ...fact(words.dropped, dropped ? why(desk, dropped) : undefined),
  ]
  return <Definition facts={facts} />
}

/** As its number tells; before that as it would be numbered now. */
const filedFacts = (desk: Desk, letter: Letter): Fact[] => {
  const { text } = desk.visitor
  const filed = (letter.number === null ? undefined : letter.place) ?? filedNow(desk, letter.letter, letter.draft)
  return [
    ...(filed.classification === ''
      ? []
      : [{ label: text.letters.filing.classification, value: filed.classification }]),
    { label: text.letters.filing.security, value: text.office.books.securities[filed.security] },
  ]
}

const addressee = ({ visitor, client }: Desk, { to }: Beside): string => {
  const words = visitor.text.letters.to
  if (to.kind === 'other') return [to.name, to.place].filter((part) => part !== '').join(', ')
  return to.kind === 'applicant' ? client.name : words.inside
}

const why = (desk: Desk, { by, at, reason }: { by: By; at: string; reason: string }): string =>
  `${who(desk, by)}, ${when(desk, at)}: ${reason}`

const sentWords = (desk: Desk, { way, at, note }: NonNullable<ReturnType<typeof sentOf>>): string =>
  [`${desk.visitor.text.letters.ways[way]}, ${when(desk, at)}`, note].filter((part) => part !== '').join('; ')

const receivedWords = (desk: Desk, { receiver, on, at, note }: NonNullable<Letter['received']>): string => {
  const words = desk.visitor.text.letters
  if (receiver === '') return words.openedBy(when(desk, at))
  return [words.notedBy(receiver, on), note].filter((part) => part !== '').join('; ')
}

const linkTo = (desk: Desk, label: string, letter: Letter | undefined): Fact[] =>
  letter
    ? [
        {
          label,
          value: <a href={letterPath(desk, letter.id)}>{letter.number ?? titleOfLetter(desk, letter.letter)}</a>,
        },
      ]
    : []

export const SheetOfInitials = ({ desk, letter }: Props) => {
  const words = desk.visitor.text.letters.sheet
  const { agency } = desk.visitor.agency
  const posts = initialsOf(desk.procedure, letter)
  const all = posts.length > 0 ? posts : [...new Set(letter.initials.map(({ post }) => post))]
  return (
    <Card title={words.title}>
      {all.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <ol class="rows">
          {all.map((post, at) => (
            <li key={post}>
              <p>
                <strong>{`${at + 1}. ${postTitle(agency, post)}`}</strong>
              </p>
              <InitialState {...{ desk, letter, post }} />
            </li>
          ))}
        </ol>
      )}
      {letter.marks.length > letter.initials.length && (
        <>
          <h3 class="card-title">{words.history}</h3>
          <ul class="rows">
            {letter.marks.map((mark) => (
              <li key={`${mark.at}${mark.post}`}>
                <p>
                  {mark.kind === 'initialed'
                    ? words.initialed(who(desk, mark.by), when(desk, mark.at))
                    : words.sentBack(who(desk, mark.by), when(desk, mark.at))}
                  {` (${words.version(mark.version)})`}
                </p>
                {mark.remark !== '' && <p>{mark.remark}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

const InitialState = ({ desk, letter, post }: Props & { post: string }) => {
  const words = desk.visitor.text.letters.sheet
  const given = letter.initials.find((one) => one.post === post)
  const now = letter.versions.length
  if (given)
    return (
      <StatusMark tone="good" icon="writing-sign">
        {words.initialed(who(desk, given.by), when(desk, given.at))}
        {given.version === now || given.version === 0 ? '' : ` (${words.older(given.version, now)})`}
      </StatusMark>
    )
  const isAsked = openTasks(desk.dossier).some(
    (task) => task.kind === 'initial' && task.parent === letter.task && task.posts.includes(post),
  )
  return (
    <StatusMark tone={isAsked ? 'info' : 'neutral'} icon="hourglass">
      {isAsked ? words.waiting : words.later}
    </StatusMark>
  )
}

/** @param wanted the two versions that the reader compares; the last two without */
export const Versions = ({ desk, letter, wanted }: Props & { wanted: { from: number; to: number } | null }) => {
  const { text, language, agency } = desk.visitor
  const words = text.letters
  const count = letter.versions.length
  const { from, to } = wanted ?? { from: Math.max(1, count - 1), to: count }
  const [before, after] = [letter.versions[from - 1], letter.versions[to - 1]]
  const options = letter.versions.map((_, at) => ({ value: String(at + 1), label: words.versions.version(at + 1) }))
  return (
    <Card title={words.versions.title} id="versions">
      {count === 0 && <p class="quiet">{words.versions.none}</p>}
      <ol class="rows">
        {letter.versions.map((version, at) => (
          <li key={version.at + String(at)}>
            <p>
              <strong>{words.versions.version(at + 1)}</strong>
              {`, ${words.versions.by(who(desk, version.by), when(desk, version.at))}`}
            </p>
          </li>
        ))}
      </ol>
      {count > 1 && before && after && (
        <>
          <Form action={`${letterPath(desk, letter.id)}#versions`} csrf={null} method="get">
            <div class="filter-fields">
              <Field kind="select" name="from" label={words.versions.from} options={options} value={String(from)} />
              <Field kind="select" name="to" label={words.versions.until} options={options} value={String(to)} />
            </div>
            <ButtonRow>
              <Button>{words.versions.compare}</Button>
            </ButtonRow>
          </Form>
          <h3 class="card-title">{words.change.title(from, to)}</h3>
          <DraftChanges
            changes={draftDifference(before.draft, after.draft)}
            fields={letterKind(agency, letter.letter)?.fields ?? []}
            text={text}
            language={language}
          />
        </>
      )}
    </Card>
  )
}
