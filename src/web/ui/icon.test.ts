// The icons that the pages may use.
import { expect, test } from 'vitest'
import { ICON_NAMES, strokesOf } from './icon.tsx'

test('Every icon that may be named exists and has lines to draw', () => {
  for (const name of ICON_NAMES) {
    // The empty ground with which the set begins each icon is not among them.
    expect(strokesOf(name).length, name).toBeGreaterThan(0)
  }
})
