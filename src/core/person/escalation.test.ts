// Whom an escalation reaches: nobody may be left waiting because nobody stands above, or nobody sits there.
import { expect, test } from 'vitest'
import { escalationGap, postsBelow, postsWithoutHolder } from './escalation.ts'

const DAY = '2026-11-20'
const posts = [
  { post: 'kepala', title: 'Kepala', unit: 'dinas', duties: [] },
  { post: 'kabid', title: 'Kabid', unit: 'dinas', duties: [], superior: 'kepala' },
  { post: 'loket', title: 'Loket', unit: 'dinas', duties: [], superior: 'kabid' },
]
const held = (post: string) => ({
  mandate: `m-${post}`,
  person: `p-${post}`,
  name: post,
  post,
  capacity: 'definitive' as const,
  fromOn: '2026-01-01',
  toOn: null,
  decree: null,
})
const office = (...holders: string[]) => ({ agency: { posts }, mandates: holders.map(held), substitutes: [] })
const told = (post: string, ...tell: ('holder' | 'superior' | 'head')[]) => ({ posts: [post], tell, day: DAY })

test('somebody stands above and sits there: it is delivered', () => {
  expect(escalationGap(office('kepala', 'kabid', 'loket'), told('loket', 'holder', 'superior', 'head'))).toBeNull()
})

test('above the head stands nobody', () => {
  expect(escalationGap(office('kepala', 'kabid', 'loket'), told('kepala', 'superior'))).toBe('nobody-above')
})

test('a vacant superior post is covered by the one above it; where nobody is left it is told', () => {
  expect(escalationGap(office('kepala', 'loket'), told('loket', 'superior'))).toBeNull()
  expect(escalationGap(office('loket'), told('loket', 'superior'))).toBe('nobody-holds')
  expect(escalationGap(office('kabid', 'loket'), told('loket', 'head'))).toBe('nobody-holds')
})

test('a warning to the holder alone needs nobody above', () => {
  expect(escalationGap(office('loket'), told('kepala', 'holder'))).toBeNull()
})

test('below a post is everything that leads up to it', () => {
  expect(postsBelow({ posts }, ['kabid'])).toEqual(['loket'])
  expect(postsBelow({ posts }, ['kepala'])).toEqual(['kabid', 'loket'])
  expect(postsBelow({ posts }, ['loket'])).toEqual([])
})

test('a post without a holder is named with the one that does its work', () => {
  const names = ['kepala', 'kabid', 'loket']
  expect(postsWithoutHolder(office('kepala', 'loket'), names, DAY)).toEqual([{ post: 'kabid', coveredBy: 'kepala' }])
  expect(postsWithoutHolder(office(), ['loket'], DAY)).toEqual([{ post: 'loket', coveredBy: null }])
})
