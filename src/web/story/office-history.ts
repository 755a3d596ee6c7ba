// What happened to a dossier, as officers read it, each fact by its post: steps and decisions, not the clockwork between them.

import type { Agency } from '../../core/agency/agency.ts'
import type { Amount } from '../../core/clock/deadline.ts'
import { speakLimit } from '../../core/clock/speak.ts'
import type { Channel, Event } from '../../core/dossier/events.ts'
import { stepNamed } from '../../core/procedure/flow.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import type { Text } from '../text/text.ts'
import type { IconName } from '../ui/icon.tsx'
import type { Lang } from '../ui/masthead.tsx'
import type { Tone } from '../ui/tone.ts'
import { toldDisposition } from './disposition-history.ts'
import { toldLate } from './late-history.ts'
import { toldLetter } from './letter-history.ts'
import { toldFiled, toldSigning } from './signing-history.ts'

export type Telling = { agency: Agency; procedure: Procedure; text: Text; language: Lang }

export type Told = { title: string; note?: string; tone?: Tone; icon?: IconName }

/** Null for facts that only say what another one already said. */
export const toldInside = (telling: Telling, event: Event): Told | null => {
  const { language, text, procedure } = telling
  const say = text.office.dossier.events
  switch (event.type) {
    case 'submitted':
      return { title: submittedBy(telling, event.channel), icon: 'send' }
    case 'corrected':
      return { title: say.corrected, icon: 'send' }
    case 'entered':
      return { title: say.entered(event.agendaNumber), note: event.note, tone: 'good', icon: 'clipboard-check' }
    case 'disposed':
    case 'disposition-recalled':
    case 'disposition-closed':
      return toldDisposition(telling, event)
    case 'answered':
      return { title: say.answered, note: event.note, icon: 'message' }
    case 'step-finished':
      return finishedStep(telling, event)
    case 'step-skipped':
      return {
        title: say.skipped(stepNamed(procedure, event.step)?.activity ?? event.step),
        icon: 'player-skip-forward',
      }
    case 'returned':
      return { title: say.returned, note: event.reason, tone: 'warning', icon: 'arrow-back-up' }
    case 'rejected':
      return { title: say.rejected, note: event.reason, tone: 'bad', icon: 'ban' }
    case 'withdrawn':
      return {
        title: event.by.kind === 'post' ? text.ways.order.withdrawn : say.withdrawn,
        note: event.reason,
        tone: 'warning',
      }
    case 'extended':
      return { title: extensionWords(text, event, language), note: event.reason, tone: 'warning', icon: 'clock' }
    case 'task-released':
      return event.reason ? { title: text.acting.released, note: event.reason[language], icon: 'hourglass' } : null
    case 'finished':
      return { title: say.finished, tone: 'good' }
    case 'edition-moved':
      return { title: say.editionMoved(event.from, event.to), note: event.reason, tone: 'warning', icon: 'history' }
    case 'rated':
      return { title: say.rated(event.score), note: event.comment, icon: 'mood-smile' }
    case 'paper-attached':
      return { title: text.attach.attached(event.paper.name), note: event.note, icon: 'paperclip' }
    case 'task-handed-over':
      return { title: text.office.team.handOver.event(event.name), note: event.note, icon: 'users' }
    case 'effect-failed':
      return {
        title: event.final ? say.failed : say.failedForNow,
        note: event.reason[language],
        tone: event.final ? 'bad' : 'warning',
        icon: 'server',
      }
    case 'fulfilment-started':
    case 'proof-recorded':
    case 'proof-overridden':
      return ofEffect(telling, event)
    case 'letter-drafted':
    case 'letter-initialed':
    case 'letter-sent-back':
    case 'letter-numbered':
      return ofLetter(telling, event)
    case 'paper-filed':
      return toldFiled(telling, event)
    case 'letter-prepared':
    case 'letter-signing-begun':
    case 'letter-signing-failed':
    case 'letter-signing-unknown':
    case 'letter-signing-settled':
    case 'letter-voided':
      return toldSigning(telling, event)
    case 'letter-begun':
    case 'letter-dropped':
    case 'letter-withdrawn':
    case 'letter-sent':
    case 'letter-received':
      return toldLetter(text.letters.events, event)
    case 'rung-reached':
    case 'breach-explained':
    case 'breach-acknowledged':
    case 'deadlines-moved':
      return toldLate(telling, event)
    case 'filled':
    case 'letter-taken-over':
    case 'step-opened':
    case 'side-task-opened':
    case 'side-task-closed':
    case 'task-taken':
    case 'task-read':
    case 'commented':
    case 'register-fed':
      return null
  }
}

const submittedBy = ({ text }: Telling, channel: Channel): string => {
  const say = text.office.dossier.events
  switch (channel) {
    case 'online':
      return say.submitted
    case 'counter':
      return say.submittedCounter
    case 'order':
      return text.ways.order.event
    case 'public':
      return text.ways.report.event
    case 'schedule':
      return text.ways.offer.who.schedule
    case 'monitor':
      return text.ways.offer.who.monitor
  }
}

/** How far the promise was moved, in the words of the reader. */
export const extensionWords = (text: Text, { amount, unit }: Amount, language: Lang): string =>
  text.clocks.extended(speakLimit({ kind: 'fixed', amount, unit, printed: '' }, language))

type Of<T extends Event['type']> = Extract<Event, { type: T }>

const ofEffect = ({ text }: Telling, event: Of<'fulfilment-started' | 'proof-recorded' | 'proof-overridden'>): Told => {
  const { dossier, acts } = text.office
  switch (event.type) {
    case 'fulfilment-started':
      return { title: event.byHand ? dossier.events.startedByHand : dossier.events.started, icon: 'server' }
    case 'proof-recorded': {
      const what = acts.fulfil.kinds[event.proof.fulfil]
      return event.proof.passed
        ? { title: dossier.events.proven(what), tone: 'good', icon: 'shield-check' }
        : { title: dossier.events.notProven(what), tone: 'warning', icon: 'server' }
    }
    case 'proof-overridden':
      return { title: dossier.events.overridden, note: event.reason, tone: 'warning' }
  }
}

const ofLetter = (
  { text }: Telling,
  event: Of<'letter-drafted' | 'letter-initialed' | 'letter-sent-back' | 'letter-numbered'>,
): Told => {
  const say = text.office.dossier.events
  switch (event.type) {
    case 'letter-drafted':
      return { title: say.drafted, note: event.draft.note, icon: 'file-text' }
    case 'letter-initialed':
      return { title: say.initialed, tone: 'good', icon: 'writing-sign' }
    case 'letter-sent-back':
      return { title: say.sentBack, note: event.remark, tone: 'warning', icon: 'arrow-back-up' }
    case 'letter-numbered':
      return { title: say.numbered(event.number), icon: 'rubber-stamp' }
  }
}

/** Acts that leave a fact of their own are told by it. */
const finishedStep = ({ text, procedure }: Telling, event: Of<'step-finished'>): Told | null => {
  const step = stepNamed(procedure, event.step)
  if (
    !step ||
    step.act === 'submit' ||
    step.act === 'enter' ||
    step.act === 'dispose' ||
    step.act === 'send' ||
    step.act === 'sign'
  )
    return null
  return {
    title: text.office.dossier.events.finishedStep(step.activity),
    note: event.note,
    tone: 'good',
    icon: 'circle-check',
  }
}
