import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test.each(['/', '/work', '/people/invite?restore=1', '/mine/123#langkah', '/a//b'])(
  '%s leads back as it is',
  (path) => {
    expect(localPath(path, '/fallback')).toBe(path)
  },
)

test.each([
  undefined,
  '',
  'work',
  'https://evil.example/',
  '//evil.example/',
  '///evil.example/',
  '/\\evil.example/',
  '\\\\evil.example',
  '/\t/evil.example/',
  '/\n/evil.example',
  'javascript:alert(1)',
  '/../..//evil.example',
  '/.//evil.example',
])('%j leads to the fallback, never to another place', (path) => {
  expect(localPath(path, '/fallback')).toBe('/fallback')
})

test('whatever is written there, the browser stays on this site', () => {
  const here = 'http://mipp.example'
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('/', '\\', '.', ':', '@', '?', '#', '\t', 'a', 'e', '%2f', ' ') }),
      (text) => {
        expect(new URL(localPath(`/${text}`, '/'), here).origin).toBe(here)
      },
    ),
  )
})
