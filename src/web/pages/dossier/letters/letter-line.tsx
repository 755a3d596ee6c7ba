// The way of a letter as a small line: draft, initials, signed, sent, received; each state in a word.
import { initialsOf } from '../../../../core/dossier/letters/course.ts'
import type { Letter } from '../../../../core/dossier/letters/letter.ts'
import { STAGES, type StageState, stagesOf } from '../../../../core/dossier/letters/stages.ts'
import type { Text } from '../../../text/text.ts'
import { StatusMark } from '../../../ui/badge.tsx'
import { Steps } from '../../../ui/steps.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { Desk } from '../desk.ts'

const STATES: Record<StageState, 'done' | 'current' | 'later'> = {
  done: 'done',
  now: 'current',
  later: 'later',
  skipped: 'done',
}

export const LetterLine = ({ desk, letter }: { desk: Desk; letter: Letter }) => {
  const { procedure, dossier, visitor } = desk
  const { line } = visitor.text.letters
  const states = stagesOf(procedure, dossier, letter)
  const wanted = initialsOf(procedure, letter)
  const labelOf = (stage: (typeof STAGES)[number]): string => {
    if (stage !== 'initials') return line[stage]
    if (states.initials === 'skipped') return line.skipped
    const given = wanted.filter((post) => letter.initials.some((one) => one.post === post)).length
    return wanted.length === 0 ? line.initials : line.initialed(given, wanted.length)
  }
  return (
    <Steps
      label={line.label}
      isOneOfMany
      steps={STAGES.map((stage) => ({ label: labelOf(stage), state: STATES[states[stage]] }))}
      text={{ done: line.done, current: line.now, later: line.later }}
    />
  )
}

export const LetterState = ({ letter, text }: { letter: Letter; text: Text }) => {
  const { tone, word } = standing(letter, text.letters.state)
  return <StatusMark tone={tone}>{word}</StatusMark>
}

const standing = (letter: Letter, words: Text['letters']['state']): { tone: Tone; word: string } => {
  if (letter.withdrawn) return { tone: 'warning', word: words.withdrawn }
  if (letter.dropped) return { tone: 'neutral', word: words.dropped }
  if (letter.paper) return { tone: 'good', word: words.issued }
  return letter.number === null ? { tone: 'info', word: words.work } : { tone: 'info', word: words.making }
}
