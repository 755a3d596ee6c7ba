// The tree of dispositions as it stands on the printed sheet: who passed it on to whom, each with initial and date, and what was answered.
import type { Day, Instant } from '../core/clock/instant.ts'
import { type SeatedBy, withNames } from '../core/person/title.ts'
import { longDate, longDateTime, titleOf } from './indonesian.ts'

export type SheetInitial = SeatedBy & { at: Instant }

export type SheetRecipient = {
  to: string
  /** The next step of the SOP: its own block of the sheet says what was done. */
  isOfPath: boolean
  state: 'unread' | 'read' | 'onward' | 'done' | 'recalled' | 'dropped'
  answer: string
  /** Of who answered. */
  initial: SheetInitial | null
}

export type SheetNode = {
  /** 1, 1.1, 1.1.2: the place in the tree. */
  number: string
  from: string
  initial: SheetInitial | null
  instructions: string[]
  note: string
  dueOn: Day | null
  isAgain: boolean
  closed: { note: string; at: Instant } | null
  recalled: { note: string; at: Instant } | null
  recipients: SheetRecipient[]
}

export const treeRows = (nodes: readonly SheetNode[], zone: string) =>
  nodes.map((node) => ({
    number: node.number,
    from: node.from,
    initial: initialOf(node.initial, zone),
    asked: [...(node.isAgain ? ['Ditanyakan lagi'] : []), ...node.instructions, ...(node.note ? [node.note] : [])],
    due: node.dueOn === null ? '' : longDate(node.dueOn),
    ended: endedOf(node, zone),
    recipients: node.recipients.map((one) => ({
      to: one.to,
      isOfPath: one.isOfPath,
      state: STATES[one.state],
      answer: one.answer,
      initial: initialOf(one.initial, zone),
    })),
  }))

const STATES: Record<SheetRecipient['state'], string> = {
  unread: 'belum dibuka',
  read: 'sudah dibuka',
  onward: 'diteruskan',
  done: 'selesai',
  recalled: 'ditarik kembali',
  dropped: 'ditutup tanpa tanggapan',
}

const initialOf = (initial: SheetInitial | null, zone: string) =>
  initial && { by: withNames(titleOf(initial.post, initial.capacity), initial), at: longDateTime(initial.at, zone) }

const endedOf = ({ closed, recalled }: SheetNode, zone: string): string[] => [
  ...(recalled ? [withNote(`Ditarik kembali ${longDateTime(recalled.at, zone)}`, recalled.note)] : []),
  ...(closed ? [withNote(`Dinyatakan selesai ${longDateTime(closed.at, zone)}`, closed.note)] : []),
]

const withNote = (words: string, note: string): string => (note === '' ? words : `${words}: ${note}`)
