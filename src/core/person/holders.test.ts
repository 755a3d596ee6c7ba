// Who does the work of a post on a day, row by row.
import { describe, expect, test } from 'vitest'
import { coverOf, holdersOf, type People } from './holders.ts'
import { AWAY, HEAD, office, POSTS, SEATS, told } from './people.fixture.ts'

/** A post that was closed and whose work another took over. */
const MERGED: People = {
  ...office(['S definitive sekretaris', 'A definitive kabid']),
  agency: {
    posts: [...POSTS, { post: 'digabung', superior: 'kabid', closedOn: '2026-03-01', successor: 'sekretaris' }],
  },
}

type Row = [title: string, people: People, post: string, day: string, holders: string, gap?: string]

const ROWS: Row[] = [
  ['the holder', office(['A definitive kabid']), 'kabid', '2026-03-02', 'A definitive'],
  [
    'nobody before the first day',
    office(['A definitive kepala 2026-03-02']),
    'kepala',
    '2026-03-01',
    '',
    'vacant nobody',
  ],
  ['from the first day', office(['A definitive kepala 2026-03-02']), 'kepala', '2026-03-02', 'A definitive'],
  ['to the last day', office(['A definitive kepala 2026-03-02 2026-03-04']), 'kepala', '2026-03-04', 'A definitive'],
  [
    'nobody after the last day',
    office(['A definitive kepala 2026-03-02 2026-03-04']),
    'kepala',
    '2026-03-05',
    '',
    'vacant nobody',
  ],
  [
    'whoever holds the successor of a closed post, not the post above it',
    MERGED,
    'digabung',
    '2026-03-02',
    'S superior',
    'closed sekretaris',
  ],
  ['nobody of the successor on the day before', MERGED, 'digabung', '2026-02-28', 'A superior', 'vacant kabid'],
  ['every seat of a post with several', office(SEATS), 'pelaksana', '2026-03-02', 'L1 definitive, L2 definitive'],

  ['not the Plh. the day before', office(AWAY), 'kabid', '2026-03-01', 'A definitive'],
  ['the Plh. alone on the first day', office(AWAY), 'kabid', '2026-03-02', 'P plh>A'],
  ['the Plh. alone on the last day', office(AWAY), 'kabid', '2026-03-06', 'P plh>A'],
  ['the holder again on the day after', office(AWAY), 'kabid', '2026-03-07', 'A definitive'],
  ['the Plt. of a vacant post, for nobody', office(['T plt kabid']), 'kabid', '2026-03-02', 'T plt'],
  ['the Plt. and not the holder', office(['A definitive kabid', 'T plt kabid']), 'kabid', '2026-03-02', 'T plt>A'],
  ['the Plh. of a Plt.', office(['T plt kabid', 'P plh kabid']), 'kabid', '2026-03-02', 'P plh>T'],
  [
    'the Plh. before holder and Plt., for the holder',
    office(['A definitive kabid', 'T plt kabid', 'P plh kabid']),
    'kabid',
    '2026-03-02',
    'P plh>A',
  ],
  [
    'both, of two Plh. whose decrees overlap',
    office(['A definitive kabid', 'P plh kabid 2026-03-01 2026-03-10', 'Q plh kabid 2026-03-10']),
    'kabid',
    '2026-03-10',
    'P plh>A, Q plh>A',
  ],
  [
    'all seats and the Plh.: nobody knows whose seat is empty',
    office([...SEATS, 'P plh pelaksana']),
    'pelaksana',
    '2026-03-02',
    'L1 definitive, L2 definitive, P plh',
  ],
  [
    'the holder beside whoever signs a.n.',
    office(['A definitive kabid', 'S an kabid']),
    'kabid',
    '2026-03-02',
    'A definitive, S an>A',
  ],
  [
    'somebody once, who is named a Plh. of themselves',
    office(['A definitive kabid', 'A plh kabid']),
    'kabid',
    '2026-03-02',
    'A definitive',
  ],

  [
    'not the substitute the day before',
    office(['A definitive kabid'], ['S for A at kabid 2026-03-02 2026-03-06']),
    'kabid',
    '2026-03-01',
    'A definitive',
  ],
  [
    'the substitute and not the absent',
    office(['A definitive kabid'], ['S for A at kabid 2026-03-02 2026-03-06']),
    'kabid',
    '2026-03-06',
    'S substitute>A',
  ],
  [
    'the absent again on the day after',
    office(['A definitive kabid'], ['S for A at kabid 2026-03-02 2026-03-06']),
    'kabid',
    '2026-03-07',
    'A definitive',
  ],
  [
    'not the substitute of somebody who does not hold it',
    office(['A definitive kabid'], ['S for X at kabid']),
    'kabid',
    '2026-03-02',
    'A definitive',
  ],
  [
    'not the substitute for another post of the same person',
    office(['A definitive kabid', 'A definitive sekretaris'], ['S for A at sekretaris']),
    'kabid',
    '2026-03-02',
    'A definitive',
  ],
  [
    'the substitute of one seat beside the other seat',
    office(SEATS, ['S for L1 at pelaksana']),
    'pelaksana',
    '2026-03-02',
    'S substitute>L1, L2 definitive',
  ],
  [
    'the substitute of a Plh.',
    office(AWAY, ['S for P at kabid 2026-03-03 2026-03-03']),
    'kabid',
    '2026-03-03',
    'S substitute>P',
  ],
  [
    'two substitutes of one person',
    office(['A definitive kabid'], ['S for A at kabid', 'R for A at kabid']),
    'kabid',
    '2026-03-02',
    'S substitute>A, R substitute>A',
  ],
  [
    'the substitute of a substitute who is absent too, for the first',
    office(['A definitive kabid'], ['S for A at kabid', 'R for S at kabid']),
    'kabid',
    '2026-03-02',
    'R substitute>A',
  ],
  [
    'the superior, when the substitute is away from a post of their own',
    office([HEAD, 'A definitive kabid', 'S definitive sekretaris'], ['S for A at kabid', 'R for S at sekretaris']),
    'kabid',
    '2026-03-02',
    'K superior',
    'absent kepala',
  ],
  [
    'the superior, when the substitute has a Plh. in a post of their own',
    office([HEAD, 'A definitive kabid', 'S definitive sekretaris', 'P plh sekretaris'], ['S for A at kabid']),
    'kabid',
    '2026-03-02',
    'K superior',
    'absent kepala',
  ],
  [
    'the superior, when substitutes stand in for each other in a circle',
    office([HEAD, 'A definitive kabid'], ['B for A at kabid', 'C for B at kabid', 'A for C at kabid']),
    'kabid',
    '2026-03-02',
    'K superior',
    'absent kepala',
  ],
  [
    'the absent, when everybody is away up to the head',
    office(['A definitive kepala', 'B definitive kabid'], ['B for A at kepala', 'A for B at kabid']),
    'kepala',
    '2026-03-02',
    'A definitive',
    'absent nobody',
  ],

  [
    'the superior of a vacant post',
    office(['A definitive kabid']),
    'ketua-tim',
    '2026-03-02',
    'A superior',
    'vacant kabid',
  ],
  ['the nearest superior that has a holder', office([HEAD]), 'pelaksana', '2026-03-02', 'K superior', 'vacant kepala'],
  [
    'the Plh. of the superior, for the superior',
    office(AWAY),
    'ketua-tim',
    '2026-03-02',
    'P superior>A',
    'vacant kabid',
  ],
  ['nobody above the head', office(['A definitive kabid']), 'kepala', '2026-03-02', '', 'vacant nobody'],
  ['the holder of a post not closed yet', office([HEAD, 'O definitive lama']), 'lama', '2026-02-28', 'O definitive'],
  [
    'the superior of a closed post, whoever still has a mandate there',
    office([HEAD, 'O definitive lama'], ['S for O at lama']),
    'lama',
    '2026-03-01',
    'K superior',
    'closed kepala',
  ],
  ['nobody of a post that is not there', office([HEAD]), 'tidak-ada', '2026-03-02', '', 'vacant nobody'],
]

describe('the work of a post is done by', () => {
  test.each(ROWS)('%s', (_, people, post, day, holders, gap) => {
    const cover = coverOf(people, post, { day })
    expect(told(cover.holders)).toBe(holders)
    expect(cover.gap && `${cover.gap.reason} ${cover.gap.coveredBy ?? 'nobody'}`).toBe(gap ?? null)
  })
})

describe('a substitute for certain procedures', () => {
  const people = office(['A definitive kabid'], ['S for A at kabid 2026-03-02 2026-03-06 subdomain email'])

  test.each([
    ['does the work of one of them', 'email', '2026-03-02', 'S substitute>A'],
    ['does not do the work of others', 'helpdesk', '2026-03-02', 'A definitive'],
    ['does not do what belongs to no procedure', undefined, '2026-03-02', 'A definitive'],
    ['does nothing outside the dates', 'email', '2026-03-07', 'A definitive'],
  ])('%s', (_, procedure, day, holders) => {
    expect(told(holdersOf(people, 'kabid', day, procedure))).toBe(holders)
  })
})
