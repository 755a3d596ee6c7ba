// What happened to a letter between its number and its signed bytes, as officers read it.
import type { Event } from '../../core/dossier/events.ts'
import type { SigningEvent } from '../../core/dossier/letters/evolve-signing.ts'
import type { Signature } from '../../core/paper/signing.ts'
import type { Telling, Told } from './office-history.ts'

export const toldSigning = ({ text, language }: Telling, event: SigningEvent): Told => {
  const say = text.signing.events
  switch (event.type) {
    case 'letter-prepared':
      return { title: say.prepared, icon: 'file-text' }
    case 'letter-signing-begun':
      return { title: say.begun, icon: 'server' }
    case 'letter-signing-failed':
      return { title: say.failed, note: event.reason[language], tone: 'warning', icon: 'server' }
    case 'letter-signing-unknown':
      return { title: say.unknown, note: event.reason[language], tone: 'bad', icon: 'server' }
    case 'letter-signing-settled':
      return { title: say.settled, note: event.reason, tone: 'warning', icon: 'writing-sign' }
    case 'letter-voided':
      return { title: say.voided(event.number), note: event.reason, tone: 'warning', icon: 'ban' }
  }
}

export const toldFiled = ({ text }: Telling, event: Extract<Event, { type: 'paper-filed' }>): Told => ({
  title: text.office.dossier.events.filed(event.number),
  ...(event.signature ? { note: signatureWords(text, event.signature) } : {}),
  tone: 'good',
  icon: 'file-text',
})

/** How a letter was signed, in one line. */
export const signatureWords = (text: Telling['text'], { method, level, match }: Signature): string => {
  const say = text.signing.events.signed
  switch (method) {
    case 'seal':
      return say.seal(level ?? '')
    case 'bsre':
      return say.bsre(level ?? '')
    case 'wet':
      return match?.by === 'eye' ? say.wetByEye(match.reason) : say.wet
  }
}
