// What keeps a letter from being printed, told before it is saved, goes further, or takes a number.
import type { Client } from '../core/agency/agency.ts'
import type { Instant } from '../core/clock/instant.ts'
import { type Refusal, refuse } from '../core/dossier/commands.ts'
import type { Dossier, Letter } from '../core/dossier/dossier.ts'
import type { Event } from '../core/dossier/events.ts'
import { evolve } from '../core/dossier/evolve.ts'
import { letterNamed, letterOfTask } from '../core/dossier/letters/named.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { fillLetter, type LetterInput } from './from-dossier.ts'
import type { TemplateFault } from './language/template.ts'

export type LetterChange = {
  agency: LetterInput['agency']
  procedure: Procedure
  client: Client
  publicUrl: string
  before: Dossier | null
  /** Decided, not yet committed. */
  events: readonly Event[]
  at: Instant
}

/** Null where every letter that these events touch can be printed. */
export const unprintable = (change: LetterChange): { ok: false; refusal: Refusal } | null => {
  const { touched, after } = lettersTouched(change)
  for (const [id, isGoing] of touched) {
    const letter = after && letterNamed(after, id)
    const by = change.events[0]?.by
    if (!after || !letter || !by || letter.dropped || hadNumber(change.before, id)) continue
    const fault = letterFault({ ...change, dossier: after, letter, by })
    // Whoever writes cannot mend the office's own text: what they wrote is kept, and goes no further.
    if (fault && (isGoing || !fault.isOfOffice)) return refusalOf(fault)
  }
  return null
}

/** Does any of these events write, pass on, initial or number a letter? */
export const touchesLetter = (events: readonly Event[]): boolean => events.some(isAboutLetter)

/** The first fault as a person reads it; `isOfOffice`: it lies in the text of the office, whatever this letter says. */
export type LetterFault = { sentence: Sentence; isOfOffice: boolean }

export const letterFault = (input: LetterInput): LetterFault | null => {
  const fault = firstFault(input)
  if (!fault) return null
  const plain = firstFault({ ...input, letter: { ...input.letter, draft: { note: '' } } })
  const isOfOffice = plain?.line === fault.line && plain.sentence.id === fault.sentence.id
  return { sentence: isOfOffice ? ofOffice(fault) : ofLetter(fault), isOfOffice }
}

const firstFault = (input: LetterInput): TemplateFault | undefined => {
  const filled = fillLetter(input)
  return filled.ok ? undefined : filled.faults[0]
}

const ofLetter = ({ line, sentence: said }: TemplateFault): Sentence =>
  sentence(`Baris ${line}: ${said.id}`, `Line ${line}: ${said.en}`)

const ofOffice = ({ line, sentence: said }: TemplateFault): Sentence =>
  sentence(
    `Naskah kantor untuk surat ini belum dapat dicetak. Baris ${line}: ${said.id} Minta pengelola naskah surat memperbaikinya; draf Anda tetap tersimpan.`,
    `The office's text for this letter cannot be printed yet. Line ${line}: ${said.en} Ask whoever keeps the texts of letters to mend it; your draft is kept.`,
  )

const refusalOf = ({ sentence: said, isOfOffice }: LetterFault) =>
  refuse('invalid-answer', said.id, said.en, isOfOffice ? [] : [['text']])

/** Letters by their lasting id, and whether they go on; of one that goes on nothing is overlooked. */
const lettersTouched = ({ before, events }: Pick<LetterChange, 'before' | 'events'>) => {
  const touched = new Map<string, boolean>()
  let after = before
  const finished = new Set(events.flatMap((event) => (event.type === 'step-finished' ? [event.task] : [])))
  for (const event of events) {
    after = evolve(before?.id ?? '', after, event)
    const letter = isAboutLetter(event) ? letterOfEvent(after, event) : undefined
    if (!letter) continue
    const goes = event.type !== 'letter-drafted' || finished.has(event.task)
    touched.set(letter.id, goes || touched.get(letter.id) === true)
  }
  return { touched, after }
}

type About = Extract<Event, { type: 'letter-drafted' | 'letter-initialed' | 'letter-numbered' | 'side-task-opened' }>

const isAboutLetter = (event: Event): event is About =>
  event.type === 'letter-drafted' ||
  event.type === 'letter-initialed' ||
  event.type === 'letter-numbered' ||
  (event.type === 'side-task-opened' && (event.purpose === 'initial' || event.purpose === 'sign'))

const letterOfEvent = (dossier: Dossier, event: About): Letter | undefined => {
  if (event.type === 'side-task-opened') {
    const task = dossier.tasks.find((one) => one.task === event.task)
    return task && letterOfTask(dossier, task)
  }
  return dossier.letters.findLast((one) => one.task === event.task && one.letter === event.letter)
}

/** A letter that took its number before goes on under it. */
const hadNumber = (before: Dossier | null, id: string): boolean =>
  before !== null && letterNamed(before, id)?.number != null
