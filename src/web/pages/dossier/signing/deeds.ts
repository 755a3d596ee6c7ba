// What the forms of a letter that waits for its signature ask for.
import type { Command } from '../../../../core/dossier/commands.ts'
import { first, type Posted } from '../../../request/body.ts'
import type { Services } from '../../../services.ts'
import { scanCommand } from '../../../signing/scan-command.ts'
import { signNow } from '../../../signing/sign-now.ts'
import { signerOf, type Unsigned, unsignedNamed } from '../../../signing/waiting.ts'
import type { Desk } from '../desk.ts'
import type { Reading } from '../post.ts'

export const SIGNING_DEEDS: readonly string[] = ['file-scan', 'sign-now', 'settle-signing', 'void-letter']

export const readSigning = async (services: Services, desk: Desk, form: Posted): Promise<Reading> => {
  const letter = unsignedNamed(desk.dossier, first(form, 'task'), first(form, 'letter'))
  const by = letter && signerOf(desk.signedIn, desk, letter)
  if (!letter || !by) return { kind: 'none' }
  const named = { task: letter.task, letter: letter.letter }
  const withReason = (type: 'settle-signing' | 'void-letter'): Reading => {
    const reason = first(form, 'reason')
    if (reason.trim() !== '') return { kind: 'command', by, command: { type, ...named, reason } }
    return { kind: 'faults', faults: [{ name: 'reason', message: desk.visitor.text.signing.waiting.reasonMissing }] }
  }
  switch (first(form, 'do')) {
    case 'file-scan':
      return readScan(services, desk, { form, letter, by })
    case 'sign-now':
      return readSignNow(services, desk, { form, letter, by })
    case 'settle-signing':
      return withReason('settle-signing')
    default:
      return withReason('void-letter')
  }
}

type Sent = { form: Posted; letter: Unsigned; by: NonNullable<ReturnType<typeof signerOf>> }

const readScan = async (services: Services, { visitor }: Desk, { form, letter, by }: Sent): Promise<Reading> => {
  const upload = form.files.find((one) => one.field === 'file' && one.name !== '')
  const agency = visitor.agency.agency.agency
  const read = await scanCommand(services, { agency, letter, upload, eye: first(form, 'eye') })
  return read.ok
    ? { kind: 'command', command: read.command, by }
    : { kind: 'faults', faults: [{ name: read.field, message: read.reason[visitor.language] }] }
}

const readSignNow = async (services: Services, desk: Desk, { form, letter, by }: Sent): Promise<Reading> => {
  const { visitor, dossier, signedIn } = desk
  const { waiting } = visitor.text.signing
  const passphrase = first(form, 'passphrase')
  if (passphrase === '') return { kind: 'answered', isGood: false, says: waiting.passphraseMissing }
  const agency = visitor.agency.agency.agency
  const signed = await signNow(services, {
    agency,
    dossier: dossier.id,
    letter,
    by,
    person: signedIn.person,
    passphrase,
  })
  return { kind: 'answered', isGood: signed.ok, says: signed.ok ? waiting.signed : signed.reason[visitor.language] }
}

export const signingFlash = ({ visitor }: Desk, { type }: Command): string | null => {
  const { waiting } = visitor.text.signing
  switch (type) {
    case 'file-scan':
      return waiting.filed
    case 'settle-signing':
      return waiting.settled
    case 'void-letter':
      return waiting.voided
    default:
      return null
  }
}
