// How whoever acts is called in the record.
import { expect, test } from 'vitest'
import { actingTitle, type SeatedBy, withNames } from './title.ts'

const TITLES: Record<string, string> = { kadin: 'Kepala Dinas', kabid: 'Kepala Bidang' }
const called = (by: SeatedBy): string =>
  withNames(
    actingTitle(by, (post) => TITLES[post] ?? post),
    by,
  )
const FOR = { name: 'Pejabat Sekretaris', actsFor: { person: 'k', name: 'Pejabat Kepala Dinas' } }

test.each<[string, SeatedBy, string]>([
  ['the holder, by the post', { post: 'kadin', capacity: 'definitive' }, 'Kepala Dinas'],
  [
    'a Plt. of a vacant post',
    { post: 'kadin', capacity: 'plt', name: 'Pejabat Sekretaris' },
    'Plt. Kepala Dinas (Pejabat Sekretaris)',
  ],
  ['a Plh. before names were kept', { post: 'kadin', capacity: 'plh' }, 'Plh. Kepala Dinas'],
  [
    'a Plh., with both names',
    { post: 'kadin', capacity: 'plh', ...FOR },
    'Plh. Kepala Dinas (Pejabat Sekretaris), mewakili Pejabat Kepala Dinas',
  ],
  [
    'who signs a.n.',
    { post: 'kadin', capacity: 'an', ...FOR },
    'a.n. Kepala Dinas (Pejabat Sekretaris), mewakili Pejabat Kepala Dinas',
  ],
  [
    'a substitute',
    { post: 'kabid', capacity: 'substitute', ...FOR },
    'Pengganti Kepala Bidang (Pejabat Sekretaris), mewakili Pejabat Kepala Dinas',
  ],
  [
    'who acts from above, by the post they hold',
    { post: 'kabid', capacity: 'superior', name: 'Pejabat Sekretaris', above: { post: 'kadin', capacity: 'plh' } },
    'Plh. Kepala Dinas selaku atasan Kepala Bidang (Pejabat Sekretaris)',
  ],
])('%s', (_, by, title) => {
  expect(called(by)).toBe(title)
})
