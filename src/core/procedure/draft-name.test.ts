import { expect, test } from 'vitest'
import { draftName } from './draft-name.ts'

const BEFORE = { procedure: 'lama', edition: '2025' }

test.each([
  ['says both', 'procedure: baru\nedition: 2026-01\n', { procedure: 'baru', edition: '2026-01' }],
  ['is empty', '', BEFORE],
  ['says nothing of it', 'title: Alat\n', BEFORE],
  ['is broken below', 'procedure: baru\nsteps: [\n', { procedure: 'baru', edition: '2025' }],
  ['says what is no name', 'procedure: [a]\nedition: "Edisi Baru!"\n', BEFORE],
])('a draft that %s is called by what it says, and else as before', (_, source, name) => {
  expect(draftName(source, BEFORE)).toEqual(name)
})
