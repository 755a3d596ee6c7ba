// Who stands under a letter: the post with its capacity, and both names where somebody signs for somebody else.
import { expect, test } from 'vitest'
import type { By } from '../core/dossier/events.ts'
import { waitingAt } from '../core/dossier/office.fixture.ts'
import { letterDocument } from './from-dossier.ts'

const trial = waitingAt('terima')
const [letter] = trial.dossier().letters
const { agency, calendar } = trial.living

const TEXT = '---\nletter: balasan\ntitle: Surat balasan\nsubject: Balasan\n---\nDengan hormat.\n\nTerima kasih.\n'

const signedBy = (by: By): string => {
  if (!letter) throw new Error('No letter was written')
  return JSON.stringify(
    letterDocument({
      agency: { agency, calendar, letters: { balasan: TEXT } },
      procedure: trial.procedure,
      dossier: trial.dossier(),
      letter: { ...letter, by, initials: [{ post: 'kabid', by, at: '2026-11-20T02:00:00.000Z', version: 1 }] },
      client: { client: 'dinas-arsip', name: 'Dinas Arsip', head: 'Kepala', address: 'Demak' },
      by,
      publicUrl: 'https://mipp.example',
      at: '2026-11-20T02:00:00.000Z',
    }),
  )
}

test('a Plh. signs and initials with both names', () => {
  const printed = signedBy({
    kind: 'post',
    person: 'p',
    post: 'kepala',
    capacity: 'plh',
    name: 'Pejabat Sekretaris',
    actsFor: { person: 'k', name: 'Pejabat Kepala' },
  })
  for (const words of [
    'Plh. kepala,',
    'mewakili Pejabat Kepala',
    'Plh. kepala (Pejabat Sekretaris), mewakili Pejabat Kepala',
  ])
    expect(printed).toContain(words)
})

test('the holder signs by the post alone', () => {
  const printed = signedBy({ kind: 'post', person: 'k', post: 'kepala', capacity: 'definitive' })
  expect(printed).toContain('"kepala,"')
  expect(printed).not.toContain('mewakili')
})
