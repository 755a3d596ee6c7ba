// The dispositions of a dossier as an indented tree: who asked whom, until when, who opened it, what was answered.
import { postTitle } from '../../../../core/agency/agency.ts'
import { speakDate, speakShort } from '../../../../core/clock/speak.ts'
import {
  type Branch,
  type BranchState,
  type DispositionNode,
  dispositionTree,
} from '../../../../core/dossier/dispositions/tree.ts'
import { taskNamed } from '../../../../core/dossier/dossier.ts'
import { inLines } from '../../../fields/lines.tsx'
import { namedTitleOfBy } from '../../../story/titles.ts'
import { StatusMark } from '../../../ui/badge.tsx'
import { Card } from '../../../ui/card.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import { When } from '../../../ui/moment.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { Desk } from '../desk.ts'
import { AgainForm, CloseForm, RecallForm } from './forms.tsx'

type Shown = { desk: Desk; isQuiet: boolean }

/** `isQuiet`: the page renews itself, nothing may be typed on it. */
export const DispositionTreeCard = ({ desk, isQuiet }: Shown) => {
  const nodes = dispositionTree(desk.dossier)
  const words = desk.visitor.text.dispositions
  if (nodes.length === 0) return null
  return (
    <Card title={words.title} id="dispositions">
      <p class="quiet">{words.lead}</p>
      <Nodes desk={desk} isQuiet={isQuiet} nodes={nodes} />
    </Card>
  )
}

const Nodes = ({ nodes, ...shown }: Shown & { nodes: readonly DispositionNode[] }) => (
  <ul class="disposition-tree">
    {nodes.map((node) => (
      <li key={`${node.disposition.task}${node.disposition.at}`}>
        <NodeView {...shown} node={node} />
      </li>
    ))}
  </ul>
)

const NodeView = ({ node, ...shown }: Shown & { node: DispositionNode }) => {
  const { desk, isQuiet } = shown
  const { disposition, branches } = node
  const words = desk.visitor.text.dispositions
  const task = taskNamed(desk.dossier, disposition.task)
  const { closed, recalled } = disposition
  return (
    <>
      <p class="disposition-by">
        <strong>{whoOf(desk, disposition.by)}</strong> <When at={momentOf(desk, disposition.at)} />
      </p>
      <Asked desk={desk} node={node} />
      {closed && <Ended word={words.closed(momentOf(desk, closed.at).text)} note={closed.note} tone="good" />}
      {recalled && (
        <Ended word={words.state.recalled(momentOf(desk, recalled.at).text)} note={recalled.reason} tone="warning" />
      )}
      {!isQuiet && task?.kind === 'main' && disposition.again === null && (
        <div class="disposition-deeds">
          <RecallForm desk={desk} task={task} />
          <CloseForm desk={desk} task={task} />
        </div>
      )}
      <ul class="disposition-branches">
        {branches.map((branch) => (
          <li key={branch.task.task}>
            <BranchView {...shown} branch={branch} />
          </li>
        ))}
      </ul>
    </>
  )
}

const Asked = ({ desk, node: { disposition } }: { desk: Desk; node: DispositionNode }) => {
  const { instructions, note, again } = disposition
  const words = desk.visitor.text.dispositions
  return (
    <>
      {again !== null && <p class="quiet">{words.again}</p>}
      {instructions.length > 0 && <p>{instructions.join('; ')}</p>}
      {note !== '' && <p>{inLines(note.split('\n'))}</p>}
    </>
  )
}

const Ended = ({ word, note, tone }: { word: string; note: string; tone: Tone }) => (
  <p>
    <StatusMark tone={tone}>{word}</StatusMark> {note}
  </p>
)

const BranchView = ({ branch, ...shown }: Shown & { branch: Branch }) => {
  const { desk, isQuiet } = shown
  const { task } = branch
  const words = desk.visitor.text.dispositions
  const post = task.posts.map((one) => postTitle(desk.visitor.agency.agency, one)).join(' / ')
  return (
    <>
      <p class="disposition-to">
        <strong>{words.to(post)}</strong> <span class="quiet">{branch.isOfPath ? words.path : words.beside}</span>
      </p>
      <p class="disposition-state">
        <StatusMark tone={LOOK[branch.state].tone} icon={LOOK[branch.state].icon}>
          {stateWords(desk, branch)}
        </StatusMark>
        <Due desk={desk} branch={branch} />
      </p>
      {!branch.isOfPath && task.note !== '' && <Answer desk={desk} branch={branch} />}
      {task.recalled && task.recalled.reason !== '' && !branch.isOfPath && (
        <p>
          {words.recalledReason}: {task.recalled.reason}
        </p>
      )}
      {!isQuiet && !branch.isOfPath && (
        <div class="disposition-deeds">
          <RecallForm desk={desk} task={task} />
          <AgainForm desk={desk} task={task} />
        </div>
      )}
      {branch.below.length > 0 && <Nodes {...shown} nodes={branch.below} />}
    </>
  )
}

const Answer = ({ desk, branch: { task } }: { desk: Desk; branch: Branch }) => (
  <p class="disposition-answer">
    <span class="quiet">
      {desk.visitor.text.dispositions.answer}
      {task.closedBy && `, ${whoOf(desk, task.closedBy)}`}:
    </span>{' '}
    {inLines(task.note.split('\n'))}
  </p>
)

const Due = ({ desk, branch: { dueOn, task } }: { desk: Desk; branch: Branch }) => {
  if (dueOn === null || task.kind === 'main') return null
  const { text, language, agency } = desk.visitor
  const isLate = task.closedAt === null && dueOn < agency.today.toString()
  const day = speakDate(dueOn, language)
  return isLate ? (
    <StatusMark tone="bad" icon="clock">
      {text.dispositions.late(day)}
    </StatusMark>
  ) : (
    <span class="quiet">{text.dispositions.due(day)}</span>
  )
}

const LOOK: Record<BranchState, { tone: Tone; icon: IconName }> = {
  unread: { tone: 'neutral', icon: 'mail' },
  read: { tone: 'info', icon: 'eye' },
  onward: { tone: 'info', icon: 'hourglass' },
  done: { tone: 'good', icon: 'circle-check' },
  recalled: { tone: 'warning', icon: 'arrow-back-up' },
  dropped: { tone: 'neutral', icon: 'x' },
}

const stateWords = (desk: Desk, { state, task }: Branch): string => {
  const words = desk.visitor.text.dispositions.state
  const closed = momentOf(desk, task.closedAt ?? task.openedAt).text
  switch (state) {
    case 'unread':
      return words.unread(momentOf(desk, task.openedAt).text)
    case 'read':
      return task.read ? words.read(momentOf(desk, task.read.at).text) : words.taken
    case 'onward':
      return words.onward
    case 'done':
      return words.done(closed)
    case 'recalled':
      return words.recalled(closed)
    case 'dropped':
      return words.dropped(closed)
  }
}

const momentOf = ({ visitor }: Desk, at: string) => ({
  iso: at,
  text: speakShort(at, visitor.language, { zone: visitor.agency.agency.zone, now: visitor.now }),
})

const whoOf = ({ visitor, client }: Desk, by: Parameters<typeof namedTitleOfBy>[1]): string =>
  namedTitleOfBy(visitor.agency.agency, by, { ...visitor.text.office.dossier.acted, applicant: client.name })
