// Who may see or do what, row by row; who may not comes first.
import { describe, expect, test } from 'vitest'
import type { Secrecy } from '../dossier/events.ts'
import {
  type Actor,
  type DossierAct,
  type DossierFacts,
  inProcedure,
  mayDossier,
  mayOffice,
  type OfficeAct,
} from './may.ts'

const NOBODY: Actor = { person: 'x', isAdministrator: false, posts: [], duties: [], clients: [] }

const PEOPLE = {
  'nobody signed in': null,
  'somebody without post or client': NOBODY,
  'the administrator without a post': { ...NOBODY, isAdministrator: true },
  'an applicant of another client': { ...NOBODY, clients: ['dinas-lain'] },
  'an applicant of the client': { ...NOBODY, clients: ['dinas-arsip'] },
  'an officer beside the way': { ...NOBODY, posts: ['arsiparis'] },
  'an officer on the way': { ...NOBODY, posts: ['loket'] },
  'the officer who gave the order': { ...NOBODY, posts: ['kabid'] },
  'the front office beside the way': { ...NOBODY, posts: ['arsiparis'], duties: ['front-office'] },
  'an officer who keeps the procedures': { ...NOBODY, posts: ['arsiparis'], duties: ['procedures'] },
  'an officer who keeps the archive': { ...NOBODY, posts: ['arsiparis'], duties: ['archive'] },
  'an officer who decides what is destroyed': { ...NOBODY, posts: ['arsiparis'], duties: ['destruction'] },
  'a superior of whose turn it is': { ...NOBODY, posts: ['sekretaris'] },
  'the administrator with a post': { ...NOBODY, isAdministrator: true, posts: ['arsiparis'] },
  'the substitute for other procedures alone': { ...NOBODY, limited: [{ post: 'loket', procedures: ['lain'] }] },
  'the substitute for this procedure alone': inProcedure(
    { ...NOBODY, limited: [{ post: 'loket', procedures: ['ini'] }] },
    'ini',
  ),
  'the head beside the way': { ...NOBODY, posts: ['kepala-dinas'], isHead: true, isSuperior: true },
  'an officer who is also of the client': { ...NOBODY, posts: ['arsiparis'], clients: ['dinas-arsip'] },
} satisfies Record<string, Actor | null>

type Who = keyof typeof PEOPLE
const EVERYBODY = Object.keys(PEOPLE) as Who[]

const dossier = (secrecy: Secrecy | null): DossierFacts => ({
  client: 'dinas-arsip',
  secrecy,
  posts: ['loket', 'kepala', 'kabid'],
  orderedBy: 'kabid',
  above: ['sekretaris'],
})

const OF_CLIENT: Who[] = ['an applicant of the client', 'an officer who is also of the client']
const OFFICERS: Who[] = [
  'an officer beside the way',
  'an officer on the way',
  'the officer who gave the order',
  'the front office beside the way',
  'an officer who keeps the procedures',
  'an officer who keeps the archive',
  'an officer who decides what is destroyed',
  'a superior of whose turn it is',
  'the administrator with a post',
  'the substitute for other procedures alone',
  'the substitute for this procedure alone',
  'the head beside the way',
  'an officer who is also of the client',
]
const ORDERER: Who = 'the officer who gave the order'
const ON_THE_WAY: Who[] = ['an officer on the way', ORDERER, 'the substitute for this procedure alone']

/** Who may; everybody else may not. */
const OPEN: [DossierAct, Who[]][] = [
  ['see-dossier', [...OF_CLIENT, ...OFFICERS]],
  ['see-inside', OFFICERS],
  ['see-confidential', ON_THE_WAY],
  ['comment', [...OF_CLIENT, ...OFFICERS]],
  ['attach', [...OF_CLIENT, ...OFFICERS]],
  ['begin-letter', ON_THE_WAY],
  ['note-delivery', [...ON_THE_WAY, 'the front office beside the way']],
  ['see-as-applicant', OF_CLIENT],
  ['withdraw', [...OF_CLIENT, ORDERER]],
  ['rate', OF_CLIENT],
  ['open-secret', OF_CLIENT],
  [
    'move-edition',
    ['an officer who keeps the procedures', 'a superior of whose turn it is', 'the administrator with a post'],
  ],
]

const SECRET: [DossierAct, Who[]][] = [
  ['see-dossier', [...OF_CLIENT, ...ON_THE_WAY]],
  ['see-inside', ON_THE_WAY],
  ['see-confidential', ON_THE_WAY],
  ['comment', [...OF_CLIENT, ...ON_THE_WAY]],
  ['attach', [...OF_CLIENT, ...ON_THE_WAY]],
  ['begin-letter', ON_THE_WAY],
  ['note-delivery', ON_THE_WAY],
  ['see-as-applicant', OF_CLIENT],
  ['withdraw', [...OF_CLIENT, ORDERER]],
  ['rate', OF_CLIENT],
  ['open-secret', OF_CLIENT],
  ['move-edition', []],
]

const OFFICE: [OfficeAct, Who[]][] = [
  ['apply', [...OF_CLIENT, 'an applicant of another client']],
  ['see-work', OFFICERS],
  ['give-order', OFFICERS],
  ['file-at-counter', ['the front office beside the way']],
  [
    'see-companies',
    ['the administrator without a post', 'the front office beside the way', 'the administrator with a post'],
  ],
  ['see-registers', OFFICERS],
  ['see-agenda', OFFICERS],
  ['keep-books', ['the front office beside the way']],
  ['see-organisation', ['the administrator without a post', ...OFFICERS]],
  ['name-substitute', ['the administrator without a post', ...OFFICERS]],
  ['manage-organisation', ['the administrator without a post', 'the administrator with a post']],
  ['manage-people', ['the administrator without a post', 'the administrator with a post']],
  [
    'edit-procedures',
    ['the administrator without a post', 'the administrator with a post', 'an officer who keeps the procedures'],
  ],
  [
    'ratify-procedures',
    ['the administrator without a post', 'the administrator with a post', 'an officer who keeps the procedures'],
  ],
  [
    'edit-letters',
    ['the administrator without a post', 'the administrator with a post', 'an officer who keeps the procedures'],
  ],
  [
    'ratify-letters',
    ['the administrator without a post', 'the administrator with a post', 'an officer who keeps the procedures'],
  ],
  ['see-calendar', EVERYBODY.filter((who) => who !== 'nobody signed in')],
  [
    'edit-calendar',
    ['the administrator without a post', 'the administrator with a post', 'an officer who keeps the procedures'],
  ],
  ['see-board', ['the administrator without a post', 'the administrator with a post', 'the head beside the way']],
  ['see-access-log', ['the administrator without a post', 'the administrator with a post', 'the head beside the way']],
  ['see-outbox', ['the administrator without a post', 'the administrator with a post']],
  ['see-storage', ['the administrator without a post', 'the administrator with a post']],
  ['decide-quarantine', ['the administrator without a post', 'the administrator with a post']],
  [
    'see-retention',
    [
      'the administrator without a post',
      'the administrator with a post',
      'the head beside the way',
      'an officer who keeps the archive',
      'an officer who decides what is destroyed',
    ],
  ],
  [
    'keep-archive',
    ['the administrator without a post', 'the administrator with a post', 'an officer who keeps the archive'],
  ],
  ['decide-destruction', ['the head beside the way', 'an officer who decides what is destroyed']],
  ['manage-webhooks', ['the administrator without a post', 'the administrator with a post']],
  ['edit-notice-texts', ['the administrator without a post', 'the administrator with a post']],
]

const rows = <Act>(table: [Act, Who[]][]): [act: Act, who: Who, may: boolean][] =>
  table
    .flatMap(([act, allowed]) => EVERYBODY.map((who): [Act, Who, boolean] => [act, who, allowed.includes(who)]))
    .toSorted((a, b) => Number(a[2]) - Number(b[2]))

describe.each<Secrecy | null>([null, 'biasa'])('a dossier of secrecy %s', (secrecy) => {
  test.each(rows(OPEN))('%s, %s: %s', (act, who, may) => {
    expect(mayDossier(PEOPLE[who], act, dossier(secrecy))).toBe(may)
  })
})

describe.each<Secrecy>(['terbatas', 'rahasia'])('a dossier of secrecy %s', (secrecy) => {
  test.each(rows(SECRET))('%s, %s: %s', (act, who, may) => {
    expect(mayDossier(PEOPLE[who], act, dossier(secrecy))).toBe(may)
  })
})

describe('the office', () => {
  test.each(rows(OFFICE))('%s, %s: %s', (act, who, may) => {
    expect(mayOffice(PEOPLE[who], act)).toBe(may)
  })
})
