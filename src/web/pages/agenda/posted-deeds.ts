// What a form of the books sent, as the deed that it asks for; or what is wrong with it, told at its fields.
import type { z } from 'zod'
import {
  externalOrder,
  incomingOrder,
  paperLetterOrder,
  paperOrder,
  reasonOrder,
  reserveOrder,
  sendingOrder,
  shapeFaults,
} from '../../../core/paper/book-orders.ts'
import type { Book } from '../../../store/books/book.ts'
import type { Scan } from '../../../store/books/outgoing.ts'
import { type BookDeed, doInBooks } from '../../books/deeds.ts'
import { ANY_KIND } from '../../fields/attachment.ts'
import { lookInto } from '../../fields/uploads.ts'
import { first, type Posted } from '../../request/body.ts'
import { commandKey } from '../../request/command-key.ts'
import type { Services } from '../../services.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import type { SignedIn, Visitor } from '../../visitor.ts'

type Of = { book: Book; entry: string }
type Sent = { form: Posted; signedIn: SignedIn; visitor: Visitor; of: Of | null }
export type Done = { ok: true; entries: { entry: string; number: string }[] } | { ok: false; faults: FieldFault[] }

/** @returns null for a form that none of these pages has */
export const doPosted = async (services: Services, { form, signedIn, visitor, of }: Sent): Promise<Done | null> => {
  const scan = await scanOf(services, form)
  if (!scan.ok) return { ok: false, faults: [{ name: 'scan', message: scan.reason[visitor.language] }] }
  const read = deedOf(form, of, scan.scan)
  if (read === null) return null
  const say = (faults: readonly { at: string; sentence: { id: string; en: string } }[]): Done => ({
    ok: false,
    faults: faults.map(({ at, sentence }) => ({
      ...(at === '' ? {} : { name: at }),
      message: sentence[visitor.language],
    })),
  })
  if (!read.ok) return say(shapeFaults(read.error))
  const key = commandKey({ person: signedIn.person, form, command: read.deed }, services.newId)
  const { agency, now } = visitor
  const outcome = await doInBooks({ services, agency, person: signedIn, now, key }, read.deed)
  return outcome.ok ? outcome : say(outcome.faults)
}

type Read = { ok: true; deed: BookDeed } | { ok: false; error: z.ZodError } | null

const deedOf = (form: Posted, of: Of | null, scan: Scan | null): Read => {
  const text = (name: string): string | undefined => first(form, name).trim() || undefined
  const many = (name: string): string[] => form.values[name] ?? []
  const count = (name: string): number | undefined => (text(name) === undefined ? undefined : Number(text(name)))
  const kind = { kind: text('kind'), classification: text('classification'), security: text('security') }
  const paper = {
    on: text('on'),
    addressee: text('addressee'),
    subject: text('subject'),
    attachments: count('attachments'),
    signatory: text('signatory'),
    processedBy: text('processedBy'),
    sentHow: text('sentHow'),
    sentOn: text('sentOn'),
    remark: text('remark'),
  }
  const shaped = <T>(shape: z.ZodType<T>, raw: object, deed: (order: T) => BookDeed): Read => {
    const parsed = shape.safeParse(Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined)))
    return parsed.success ? { ok: true, deed: deed(parsed.data) } : { ok: false, error: parsed.error }
  }
  switch (first(form, 'do')) {
    case 'reserve':
      return shaped(reserveOrder, { ...kind, count: count('count'), purpose: text('purpose') }, (order) => ({
        do: 'reserve',
        order,
      }))
    case 'write':
      return shaped(paperLetterOrder, { ...paper, ...kind, late: text('late') }, (order) => ({
        do: 'write',
        order,
        scan,
      }))
    case 'register': {
      const raw = {
        sender: text('sender'),
        letterNumber: text('letterNumber'),
        letterOn: text('letterOn'),
        receivedOn: text('receivedOn'),
        subject: text('subject'),
        attachments: count('attachments'),
        classification: text('classification'),
        urgency: text('urgency'),
        secrecy: text('secrecy'),
        forwardedTo: many('forwardedTo'),
        dossierNumber: text('dossierNumber'),
        remark: text('remark'),
        late: text('late'),
      }
      return shaped(incomingOrder, raw, (order) => ({ do: 'register', order }))
    }
  }
  if (of === null) return null
  const { entry, book } = of
  switch (first(form, 'do')) {
    case 'external': {
      const raw = { number: text('number') ?? '', link: text('link') ?? '' }
      return shaped(externalOrder, raw, (order) => ({ do: 'external', book, entry, order }))
    }
    case 'use':
      return shaped(paperOrder, paper, (order) => ({ do: 'use', entry, order, scan }))
    case 'cancel':
      return shaped(reasonOrder, { reason: text('reason') }, ({ reason }) => ({ do: 'cancel', entry, reason }))
    case 'sending': {
      const raw = {
        sentHow: text('sentHow'),
        sentOn: text('sentOn'),
        receivedOn: text('receivedOn'),
        receivedBy: text('receivedBy'),
      }
      return shaped(sendingOrder, raw, (order) => ({ do: 'sending', entry, order }))
    }
    case 'scan':
      return scan === null ? null : { ok: true, deed: { do: 'scan', entry, scan } }
  }
  return null
}

const scanOf = async (services: Services, form: Posted) => {
  const upload = form.files.find(({ field, name }) => field === 'scan' && name !== '')
  if (!upload) return { ok: true as const, scan: null }
  const looked = await lookInto(services, { paper: 'pindaian', accept: ANY_KIND }, upload)
  if (!looked.ok) return looked
  const { sha256, bytes, mime, name } = looked.paper
  return { ok: true as const, scan: { sha256, bytes, mime, name } }
}
