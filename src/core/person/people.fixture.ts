// A small office in short words, for the tests of who does whose work.
import type { Holder, People } from './holders.ts'
import type { HeldMandate, Substitute } from './mandate.ts'

export const POSTS = [
  { post: 'kepala' },
  { post: 'sekretaris', superior: 'kepala' },
  { post: 'kabid', superior: 'kepala' },
  { post: 'ketua-tim', superior: 'kabid' },
  { post: 'pelaksana', superior: 'ketua-tim' },
  { post: 'lama', superior: 'kabid', closedOn: '2026-03-01' },
]

/** `P plh kabid 2026-03-02 2026-03-06` */
const mandate = (text: string): HeldMandate => {
  const [person = '', capacity = '', post = '', fromOn = '2020-01-01', toOn = ''] = text.split(' ')
  const known = (['definitive', 'plt', 'plh', 'an'] as const).find((one) => one === capacity)
  if (!known) throw new Error(`No capacity "${capacity}"`)
  return {
    mandate: text,
    person,
    name: person.toUpperCase(),
    post,
    capacity: known,
    fromOn,
    toOn: toOn || null,
    decree: null,
  }
}

/** `C for A at kabid 2026-03-02 2026-03-06 subdomain` */
const substitute = (text: string): Substitute => {
  const [person = '', , absent = '', , post = '', fromOn = '2020-01-01', toOn = '2099-12-31', ...procedures] =
    text.split(' ')
  const names = { name: person.toUpperCase(), absentName: absent.toUpperCase() }
  return { substitute: text, person, ...names, absent, post, fromOn, toOn, procedures, decree: null }
}

export const office = (mandates: string[], substitutes: string[] = []): People => ({
  agency: { posts: POSTS },
  mandates: mandates.map(mandate),
  substitutes: substitutes.map(substitute),
})

/** `P plh>A`: person, capacity, and for whom. */
export const told = (holders: readonly Holder[]): string =>
  holders
    .map(({ person, capacity, actsFor }) => `${person} ${capacity}${actsFor ? `>${actsFor.person}` : ''}`)
    .join(', ')

export const HEAD = 'K definitive kepala'
export const AWAY = ['A definitive kabid', 'P plh kabid 2026-03-02 2026-03-06']
export const SEATS = ['L1 definitive pelaksana', 'L2 definitive pelaksana']
