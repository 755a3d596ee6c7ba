// How a fact changes a letter of the dossier: drafted, initialed, sent back, numbered, filed.
import type { Dossier, Letter } from './dossier.ts'
import type { Event } from './events.ts'
import { dropInitials, onTask } from './evolve-task.ts'
import { signingFrom } from './letters/evolve-signing.ts'

export type LetterEvent = Extract<
  Event,
  {
    type:
      | 'letter-drafted'
      | 'letter-taken-over'
      | 'letter-initialed'
      | 'letter-sent-back'
      | 'letter-numbered'
      | 'paper-filed'
  }
>

export const changeLetter = (dossier: Dossier, event: LetterEvent): Dossier => {
  switch (event.type) {
    case 'letter-drafted':
      return onLetter(dossier, event.task, event.letter, () => ({ draft: event.draft, initials: [], sentBack: null }))
    case 'letter-taken-over':
      return takeOver(dossier, event.letter, event.task)
    case 'letter-initialed': {
      const initial = { post: postOf(dossier, event.task), by: event.by, at: event.at }
      return onLetter(dossier, parentOf(dossier, event.task), event.letter, (letter) => ({
        initials: [...letter.initials, initial],
      }))
    }
    case 'letter-sent-back': {
      const sentBack = { post: postOf(dossier, event.task), remark: event.remark, at: event.at }
      const parent = parentOf(dossier, event.task)
      const back = onLetter(dossier, parent, event.letter, () => ({ sentBack, initials: [] }))
      // The one who sends back closes the own task by an event of its own.
      return parent ? dropInitials(back, parent, event) : back
    }
    case 'letter-numbered': {
      const { number, checkCode, on, reason, templateEdition } = event
      const numbered = onLetter(dossier, event.task, event.letter, (letter) => ({
        number,
        checkCode,
        on,
        reason,
        by: event.by,
        signing: signingFrom(event.signing ?? 'none', letter.signing),
        ...(templateEdition === undefined ? {} : { templateEdition }),
        ...placeOf(event),
      }))
      return event.task ? onTask(numbered, event.task, { effectSince: event.at, failure: null }) : numbered
    }
    case 'paper-filed': {
      const filed = onLetter(dossier, event.task, event.letter, (letter) => ({
        paper: event.paper,
        ...(letter.signing && event.signature
          ? { signing: { ...letter.signing, attempt: null, trouble: null, signature: event.signature } }
          : {}),
      }))
      const done = event.task ? onTask(filed, event.task, { effectSince: null, failure: null }) : filed
      return { ...done, papers: [...done.papers, event.paper] }
    }
  }
}

/** Told again for a letter that could not be made, or told before places were kept. */
const placeOf = ({ series, seq, classification, security }: Of<'letter-numbered'>): Pick<Letter, 'place'> =>
  series === undefined || seq === undefined || classification === undefined || security === undefined
    ? {}
    : { place: { series, seq, classification, security } }

type Of<T extends Event['type']> = Extract<Event, { type: T }>

const takeOver = (dossier: Dossier, name: string, task: string): Dossier => {
  const at = dossier.letters.findLastIndex((one) => one.letter === name && one.number === null && one.task !== null)
  const letter = dossier.letters[at]
  return letter ? { ...dossier, letters: dossier.letters.with(at, { ...letter, task }) } : dossier
}

const onLetter = (
  dossier: Dossier,
  task: string | null,
  name: string,
  patch: (letter: Letter) => Partial<Letter>,
): Dossier => {
  const at = dossier.letters.findLastIndex((letter) => letter.letter === name && letter.task === task)
  const letter = dossier.letters[at] ?? blankLetter(task, name)
  const changed = { ...letter, ...patch(letter) }
  return { ...dossier, letters: at < 0 ? [...dossier.letters, changed] : dossier.letters.with(at, changed) }
}

const blankLetter = (task: string | null, letter: string): Letter => ({
  letter,
  task,
  draft: { note: '' },
  initials: [],
  sentBack: null,
  number: null,
  checkCode: null,
  on: null,
  reason: '',
  by: null,
  paper: null,
})

const parentOf = (dossier: Dossier, id: string): string | null =>
  dossier.tasks.find((task) => task.task === id)?.parent ?? id

const postOf = (dossier: Dossier, id: string): string => dossier.tasks.find((task) => task.task === id)?.posts[0] ?? ''
