// How a fact changes a letter of the dossier: begun, drafted, initialed, sent back, numbered, filed, and what comes after.
import type { Dossier } from './dossier.ts'
import type { Event } from './events.ts'
import { dropInitials, onTask } from './evolve-task.ts'
import { signingFrom } from './letters/evolve-signing.ts'
import { blankLetter, type Initial, type Letter, type Mark, sameDraft } from './letters/letter.ts'

type Of<T extends Event['type']> = Extract<Event, { type: T }>

export type LetterEvent = Of<
  | 'letter-begun'
  | 'letter-drafted'
  | 'letter-taken-over'
  | 'letter-initialed'
  | 'letter-sent-back'
  | 'letter-dropped'
  | 'letter-numbered'
  | 'paper-filed'
  | 'letter-withdrawn'
  | 'letter-sent'
  | 'letter-received'
>

export const changeLetter = (dossier: Dossier, event: LetterEvent): Dossier => {
  const on = (patch: (letter: Letter) => Partial<Letter>) => onLetter(dossier, event.task, event.letter, patch)
  const { by, at } = event
  switch (event.type) {
    case 'letter-begun': {
      const { to, signer, initials, replaces } = event
      return on(() => ({ beside: { by, at, to, signer, initials }, replaces }))
    }
    case 'letter-drafted':
      return on((letter) => drafted(letter, event))
    case 'letter-taken-over':
      return takeOver(dossier, event)
    case 'letter-initialed':
      return initialed(dossier, event)
    case 'letter-sent-back':
      return sentBack(dossier, event)
    case 'letter-dropped':
      return dropTasks(
        on(() => ({ dropped: { by, at, reason: event.reason } })),
        event,
      )
    case 'letter-numbered': {
      const numbered = on((letter) => numberedBy(letter, event))
      return event.task ? onTask(numbered, event.task, { effectSince: at, failure: null }) : numbered
    }
    case 'paper-filed': {
      const filed = on(({ signing }) => ({
        paper: event.paper,
        filedAt: at,
        ...(event.attachments === undefined ? {} : { attachments: event.attachments }),
        ...(signing && event.signature
          ? { signing: { ...signing, attempt: null, trouble: null, signature: event.signature } }
          : {}),
      }))
      const done = event.task ? onTask(filed, event.task, { effectSince: null, failure: null }) : filed
      return { ...done, papers: [...done.papers, event.paper] }
    }
    case 'letter-withdrawn':
      return on(() => ({ withdrawn: { by, at, reason: event.reason } }))
    case 'letter-sent':
      return on(() => ({ sent: { by, at, way: event.way, note: event.note } }))
    case 'letter-received':
      return on(() => ({ received: { by, at, receiver: event.receiver, on: event.on, note: event.note } }))
  }
}

const numberedBy = (letter: Letter, event: Of<'letter-numbered'>): Partial<Letter> => {
  const { number, checkCode, on, reason, by, signing, templateEdition } = event
  return {
    number,
    checkCode,
    on,
    reason,
    by,
    signing: signingFrom(signing ?? 'none', letter.signing),
    ...(templateEdition === undefined ? {} : { templateEdition }),
    ...placeOf(event),
  }
}

/** Told again for a letter that could not be made, or told before places were kept. */
const placeOf = ({ series, seq, classification, security }: Of<'letter-numbered'>): Pick<Letter, 'place'> =>
  series === undefined || seq === undefined || classification === undefined || security === undefined
    ? {}
    : { place: { series, seq, classification, security } }

/** The same text sent once more is no new version. */
const drafted = (letter: Letter, { draft, by, at, initials }: Of<'letter-drafted'>): Partial<Letter> => {
  const isNew = letter.versions.length === 0 || !sameDraft(letter.draft, draft)
  const versions = isNew ? [...letter.versions, { draft, by, at }] : letter.versions
  return { draft, versions, sentBack: null, initials: initialsAfter(letter.initials, initials, versions.length) }
}

const initialsAfter = (given: Initial[], fate: 'stay' | 'hold' | undefined, version: number): Initial[] => {
  if (fate === undefined) return []
  return fate === 'stay' ? given : given.map((one) => ({ ...one, version }))
}

const takeOver = (dossier: Dossier, { letter: name, task, from }: Of<'letter-taken-over'>): Dossier => {
  const at = dossier.letters.findLastIndex(
    (one) => one.letter === name && (from === undefined ? isOnPath(one) : one.task === from),
  )
  const letter = dossier.letters[at]
  return letter ? { ...dossier, letters: dossier.letters.with(at, { ...letter, task }) } : dossier
}

/** In work on the path: a letter beside it goes its own way, whatever its kind. */
export const isOnPath = (letter: Letter): boolean =>
  letter.number === null && letter.task !== null && letter.beside === null

const initialed = (dossier: Dossier, event: Of<'letter-initialed'>): Dossier =>
  onLetter(dossier, letterTask(dossier, event.task), event.letter, (letter) => {
    const initial = markOf(dossier, event, letter)
    return {
      initials: [...letter.initials, initial],
      marks: [...letter.marks, { ...initial, kind: 'initialed', remark: '' }],
    }
  })

const sentBack = (dossier: Dossier, event: Of<'letter-sent-back'>): Dossier => {
  const { remark, at } = event
  const task = letterTask(dossier, event.task)
  const back = onLetter(dossier, task, event.letter, (letter) => {
    const mark: Mark = { ...markOf(dossier, event, letter), kind: 'sent-back', remark }
    return { sentBack: { post: mark.post, remark, at }, initials: [], marks: [...letter.marks, mark] }
  })
  // The one who sends back closes the own task by an event of its own.
  return dropInitials(back, task, event)
}

const markOf = (dossier: Dossier, { task, by, at }: Pick<Event, 'by' | 'at'> & { task: string }, letter: Letter) => ({
  post: dossier.tasks.find((one) => one.task === task)?.posts[0] ?? '',
  by,
  at,
  version: letter.versions.length,
})

/** Whoever is at work on it is waited for no longer. */
const dropTasks = (dossier: Dossier, { task, at, by }: Of<'letter-dropped'>): Dossier => ({
  ...dossier,
  tasks: dossier.tasks.map((one) =>
    one.closedAt === null && (one.task === task || (one.kind === 'initial' && one.parent === task))
      ? { ...one, closedAt: at, closedBy: by, outcome: 'dropped' as const }
      : one,
  ),
})

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

/** An initial is given at a task of its own, about the letter of another. */
const letterTask = (dossier: Dossier, id: string): string =>
  dossier.tasks.find((task) => task.task === id)?.parent ?? id
