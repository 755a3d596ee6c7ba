// What may be chosen in the answer to a task, from what its page offers: instructions, posts, answers to the question.
import { z } from 'zod'
import { openPosts, postTitle } from '../../../core/agency/agency.ts'
import type { AgencyData } from '../../../core/agency/catalogue.ts'
import { furtherPosts } from '../../../core/dossier/acts/dispose.ts'
import { letterAt } from '../../../core/dossier/acts/draft.ts'
import type { Dossier, Task } from '../../../core/dossier/dossier.ts'
import { fulfilmentsOf } from '../../../core/dossier/fulfilment.ts'
import { initialsAt } from '../../../core/dossier/letter-initials.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import type { Procedure, Step } from '../../../core/procedure/schema.ts'
import { type Sentence, sentence } from '../../../core/sentence.ts'
import { type Text, textOf } from '../../text/text.ts'
import { says } from '../says.ts'
import { bilingual } from './common.ts'
import { SECRECY, URGENCY } from './words.ts'

export const choices = z
  .record(z.string(), z.array(z.strictObject({ value: z.string(), label: bilingual })))
  .meta(
    says(
      'untuk setiap nama dalam jawaban `act` yang dipilih dari daftar: pilihan yang tersedia sekarang',
      'for each name in the answer of `act` that takes one of a list: what may be chosen now',
    ),
  )

type Choices = z.output<typeof choices>

type At = { agency: AgencyData; procedure: Procedure; dossier: Dossier; task: Task }

/** @param own the post that answers: it does not forward to itself */
export const choicesOf = (at: At, own: string | undefined): Choices => {
  const { procedure, task } = at
  const step = stepNamed(procedure, task.step)
  if (!step || task.closedAt !== null) return {}
  if (task.kind !== 'main') return besideChoices(task.kind)
  const asks = task.backTo === null ? step.decides : undefined
  const exits = asks?.exits.map(({ answer, label }) => ({ value: answer, label }))
  return { ...ofAct(at, step, own), ...(exits ? { exit: exits } : {}) }
}

const besideChoices = (kind: Exclude<Task['kind'], 'main'>): Choices => {
  switch (kind) {
    case 'attention':
      return {}
    case 'initial':
      return { verdict: VERDICTS }
    case 'write':
      return { phase: WRITING }
    case 'sign':
      return { verdict: SIGNING }
  }
}

const ofAct = (at: At, step: Step, own: string | undefined): Choices => {
  const { task } = at
  switch (step.act) {
    case 'enter':
      return {
        urgency: URGENCY.map((value) => ({ value, label: said((text) => text.office.grades.urgency[value]) })),
        secrecy: SECRECY.map((value) => ({ value, label: said((text) => text.office.grades.secrecy[value]) })),
      }
    case 'dispose':
      return disposal(at, step, own)
    case 'fulfil':
      return fulfilmentsOf(step, at.dossier.form).length > 0 ? { mode: MODES } : {}
    case 'sign':
    case 'send':
      return { phase: phases(at, step) }
    case 'initial':
      // Without a question of its own, going back is another deed: `return`.
      return { verdict: step.decides && task.backTo === null ? VERDICTS : VERDICTS.slice(0, 1) }
    case 'submit':
    case 'check':
    case 'analyse':
    case 'do':
    case 'measure':
    case 'report':
    case 'draft':
    case 'receive':
      return {}
  }
}

const disposal = ({ agency: { agency, today }, procedure }: At, step: Step, own: string | undefined): Choices => ({
  instructions: agency.instructions.map((value) => ({ value, label: sentence(value, value) })),
  alsoTo: furtherPosts({ procedure, step, own, posts: openPosts(agency, today) }).map((value) => {
    const title = postTitle(agency, value)
    return { value, label: sentence(title, title) }
  }),
})

const phases = ({ agency: { agency }, procedure, dossier, task }: At, step: Step): Choices[string] => {
  const send = {
    value: 'send',
    label: said(({ office: { acts } }) => (step.act === 'sign' ? acts.sign.send : acts.send.send)),
  }
  if (!step.letter) return [send]
  const { wanted, missing, waiting } = initialsAt(procedure, dossier, task, step.letter)
  const titles = wanted.map((post) => postTitle(agency, post)).join(', ')
  const ask = { value: 'ask-initials', label: said((text) => text.office.acts.send.ask(titles)) }
  if (waiting.length > 0) return []
  if (missing.length > 0) return [ask]
  return wanted.length > 0 && letterAt(dossier, task.task, step.letter)?.initials.length ? [send, ask] : [send]
}

const said = (words: (text: Text) => string): Sentence => sentence(words(textOf('id')), words(textOf('en')))

const MODES = [
  { value: 'system', label: said((text) => text.office.acts.fulfil.bySystem.make) },
  { value: 'by-hand', label: said((text) => text.office.acts.fulfil.byHand) },
]
const VERDICTS = [
  { value: 'initialed', label: said((text) => text.office.acts.initial.initial) },
  { value: 'sent-back', label: said((text) => text.office.acts.initial.sendBack) },
]
const WRITING = [
  { value: 'save', label: said((text) => text.letters.write.save) },
  { value: 'forward', label: said((text) => text.letters.write.forward) },
]
const SIGNING = [
  { value: 'signed', label: said((text) => text.letters.sign.sign) },
  { value: 'sent-back', label: said((text) => text.letters.sign.sendBack) },
]
