// Under which hats a person may act on a day, and how far each reaches.
import { describe, expect, test } from 'vitest'
import { hatsOf, isInScope } from './hats.ts'
import { holdersOf, type People } from './holders.ts'
import { AWAY, HEAD, office, POSTS, SEATS, told } from './people.fixture.ts'

describe('the hats of a person', () => {
  const hats = (people: People, person: string, day: string): string[] =>
    hatsOf(people, person, day).map(({ post, capacity, actsFor, scope, coveredBy }) => {
      const kinds = 'only' in scope ? `only [${scope.only}]` : `all but [${scope.except}]`
      const covered = coveredBy.length > 0 ? ` covered by ${told(coveredBy)}` : ''
      return `${post} ${capacity}${actsFor ? `>${actsFor.person}` : ''} ${kinds}${covered}`
    })

  test('are none for somebody without a post', () => {
    expect(hats(office(['A definitive kabid']), 'X', '2026-03-02')).toEqual([])
  })

  test('are all posts they do the work of, from above last', () => {
    expect(hats(office(['A definitive kabid', 'A plh sekretaris 2026-03-02 2026-03-02']), 'A', '2026-03-02')).toEqual([
      'sekretaris plh all but []',
      'kabid definitive all but []',
      'ketua-tim superior all but []',
      'pelaksana superior all but []',
      'lama superior all but []',
    ])
  })

  test('of whoever is away show who does the work, and do none', () => {
    const people = office([...AWAY, 'B definitive ketua-tim', 'C definitive pelaksana'])
    expect(hats(people, 'A', '2026-03-02')).toEqual(['kabid definitive only [] covered by P plh>A'])
    expect(hats(people, 'A', '2026-03-07')).toEqual(['kabid definitive all but []', 'lama superior all but []'])
  })

  test('are shared by procedure between the absent and their substitute', () => {
    const people = office(
      ['A definitive kabid', 'B definitive ketua-tim', 'C definitive pelaksana'],
      ['S for A at kabid 2026-03-02 2026-03-06 subdomain'],
    )
    expect(hats(people, 'A', '2026-02-01')[0]).toBe('kabid definitive all but []')
    expect(hats(people, 'A', '2026-03-02')[0]).toBe('kabid definitive all but [subdomain]')
    expect(hats(people, 'S', '2026-03-02')).toEqual([
      'kabid substitute>A only [subdomain]',
      'lama superior>A only [subdomain]',
    ])
  })

  test('reach exactly as far as who does the work of each post', () => {
    const people = office(
      [HEAD, ...AWAY, ...SEATS, 'S an kepala'],
      ['S for L1 at pelaksana 2026-03-01 2026-03-09 email', 'L2 for K at kepala 2026-03-03 2026-03-03 email'],
    )
    const persons = [...new Set([...people.mandates, ...people.substitutes].map((one) => one.person))]
    for (const day of ['2026-03-01', '2026-03-03', '2026-03-06', '2026-03-07', '2026-03-10'])
      for (const { post } of POSTS)
        for (const procedure of [undefined, 'email', 'helpdesk']) {
          const byHats = persons.filter((person) =>
            hatsOf(people, person, day).some((hat) => hat.post === post && isInScope(hat.scope, procedure)),
          )
          const byPost = holdersOf(people, post, day, procedure).map((one) => one.person)
          expect([day, post, procedure, byHats.toSorted()]).toEqual([day, post, procedure, byPost.toSorted()])
        }
  })
})
