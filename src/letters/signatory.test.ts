// Who stands under a letter: the post with its capacity, and both names where somebody signs for somebody else.
import { expect, test } from 'vitest'
import type { By } from '../core/dossier/events.ts'
import { waitingAt } from '../core/dossier/office.fixture.ts'
import type { Service } from '../core/person/service.ts'
import { letterDocument } from './from-dossier.ts'
import { signatoryOf } from './signatory.ts'

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

test('whoever signs in the name of another post signs as what they are; a post that passed the order on stands between', () => {
  const posts = [
    { post: 'kepala', title: 'Kepala Dinas', unit: 'dinas', duties: [] },
    { post: 'sekretaris', title: 'Sekretaris', unit: 'dinas', superior: 'kepala', duties: [] },
    { post: 'kasubag', title: 'Kepala Subbagian', unit: 'dinas', superior: 'sekretaris', duties: [] },
  ]
  const held = (post: string, service: Partial<Service>) => [
    {
      ...service,
      mandate: 'm',
      person: 'p',
      name: 'Pejabat',
      post,
      capacity: 'definitive' as const,
      fromOn: '2026-01-01',
      toOn: null,
      decree: null,
    },
  ]
  const signed = (post: string, service: Partial<Service> = {}) =>
    signatoryOf({
      office: { ...agency, posts },
      mandates: held(post, service),
      by: { kind: 'post', person: 'p', post: 'kepala', capacity: 'an' },
      at: '2026-11-20T02:00:00.000Z',
      signing: { kind: 'by-hand' },
    })
  expect(signed('sekretaris')).toMatchObject({
    onBehalfOf: 'Kepala Dinas',
    ordering: null,
    post: 'Sekretaris',
    holder: ['Pejabat'],
  })
  expect(signed('sekretaris', { rank: 'Pembina (IV/a)', nip: '000000000000000000' }).holder).toEqual([
    'Pejabat',
    'Pembina (IV/a)',
    'NIP 00000000 000000 0 000',
  ])
  expect(signed('kasubag')).toMatchObject({
    onBehalfOf: 'Kepala Dinas',
    ordering: 'Sekretaris',
    post: 'Kepala Subbagian',
  })
})
