// The values that stand in a template where every dossier has its own: each is unlike any other text, so that it can be
// found again in whatever the real code made of it.
import { checkCodeFrom } from '../../src/core/paper/code.ts'

/** What a place in a template is filled with. `at` names the commit whose moment counts. */
export type Slot =
  | { kind: 'id' | 'code' | 'number' | 'seq'; of: number }
  | { kind: 'at' | 'day' | 'year'; at: number }
  | { kind: 'due'; at: number; limit: string; pauses: readonly PausedCommits[] }
  | { kind: Personal }

/** From the commit that began a pause to the one that ended it; null while it lasts. */
export type PausedCommits = { from: number; to: number | null }

const PERSONAL = {
  dossier: '5e47d055-0000-4000-8000-000000000000',
  tracking: 'ZQZQZQZQZQ',
  label: 'zqlabelqz',
  purpose: 'zqpurposeqz',
  letterNumber: 'zqletternumberqz',
  letterOn: '1950-05-05',
  ip: '203.0.113.222',
  client: 'zqclientqz',
  clientName: 'zqclientnameqz',
  applicant: '5e47a991-0000-4000-8000-000000000000',
  applicantMail: 'zqmailqz@zq.example',
  contactMail: 'zqcontactqz@zq.example',
  phone: '0291 999999',
  head: 'zqheadqz',
  since: 'zqsinceqz',
} as const

export type Personal = keyof typeof PERSONAL

export type StandIns = {
  personal: typeof PERSONAL
  newId: () => string
  at: (commit: number) => string
  day: (commit: number) => string
  year: (commit: number) => string
  due: (commit: number, limit: string, pauses?: readonly PausedCommits[]) => string
  /** This id is a token for a number, taken at this commit. */
  isNumber: (token: string) => void
  /** This id stands for the place of that number in its series. */
  isSeq: (seqToken: string, token: string) => void
  slots: () => Map<string, Slot>
}

export const standIns = (): StandIns => {
  const slots = new Map<string, Slot>(
    Object.entries(PERSONAL).map(([kind, text]) => [text, { kind: kind as Personal }]),
  )
  let ids = 0
  const known = (text: string, slot: Slot): string => {
    slots.set(text, slot)
    return text
  }
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    personal: PERSONAL,
    newId: () => {
      ids += 1
      const id = `5e47${String(ids).padStart(4, '0')}-0000-4000-8000-${String(ids * 7_919).padStart(12, '0')}`
      known(checkCodeFrom(id), { kind: 'code', of: ids })
      return known(id, { kind: 'id', of: ids })
    },
    at: (at) => known(`1951-01-01T01:${two(Math.floor(at / 60))}:${two(at % 60)}.007Z`, { kind: 'at', at }),
    day: (at) => known(`1952-${two(1 + Math.floor(at / 28))}-${two(1 + (at % 28))}`, { kind: 'day', at }),
    year: (at) => known(`zqyear${at}qz`, { kind: 'year', at }),
    due: (at, limit, pauses = []) => {
      const places = pauses.map(({ from, to }) => `-${from}to${to ?? ''}`).join('')
      return known(`zqdue${at}-${limit.replaceAll(' ', '-')}${places}qz`, { kind: 'due', at, limit, pauses })
    },
    isNumber: (token) => {
      const slot = slots.get(token)
      if (slot?.kind === 'id') slots.set(token, { kind: 'number', of: slot.of })
    },
    isSeq: (seqToken, token) => {
      const slot = slots.get(token)
      if (slot?.kind === 'number') slots.set(seqToken, { kind: 'seq', of: slot.of })
    },
    slots: () => slots,
  }
}
