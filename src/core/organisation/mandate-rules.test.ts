// Giving posts: what is refused, what is only said.
import { describe, expect, test } from 'vitest'
import { held, judged, OFFICE, post, said, standsIn } from './office.fixture.ts'
import type { MandateRow, Organisation } from './organisation.ts'

const give = (row: Partial<MandateRow>, more: Partial<Organisation> = {}) =>
  judged(
    {
      type: 'mandate',
      isNew: true,
      row: { ...held('baru', 'kepala', { fromOn: '2026-03-16', mandate: 'm' }), ...row },
    },
    more,
  )

describe('a post is not given', () => {
  test.each<[string, Partial<MandateRow>, string]>([
    ['where there is none of this name', { post: 'camat' }, 'post: Pilih jabatan dari daftar.'],
    ['to nobody', { person: 'siapa' }, 'person: Pilih orang dari daftar pengguna.'],
    ['to a closed account', { person: 'pergi' }, 'person: Akun Orang pergi ditutup'],
    ['from a day that does not exist', { fromOn: '2026-02-30' }, 'fromOn: Tulis tanggal mulai yang benar.'],
    ['with an end before its beginning', { toOn: '2026-03-15' }, 'toOn: Tulis hari terakhir yang benar'],
  ])('%s', (_, row, says) => {
    expect(said(give(row))).toContain(says)
  })

  test('twice to the same person for the same days', () => {
    expect(said(give({ person: 'kepala', capacity: 'plt' }))).toContain('Orang kepala sudah memegang Jabatan kepala')
    expect(said(give({ person: 'kepala' }, { mandates: [held('kepala', 'kepala', { toOn: '2026-03-15' })] }))).toBe(
      'ya',
    )
  })

  test('beyond the day on which it is closed', () => {
    const posts = [...OFFICE.posts, post('lama', { closedOn: '2026-06-01' })]
    expect(said(give({ post: 'lama' }, { posts }))).toContain('toOn: Jabatan Jabatan lama ditutup mulai 2026-06-01')
    expect(said(give({ post: 'lama', fromOn: '2026-06-01' }, { posts }))).toContain('post: Jabatan')
    expect(said(give({ post: 'lama', toOn: '2026-05-31' }, { posts }))).toBe('ya')
  })
})

describe('what is unusual is said and done', () => {
  const vacant = { mandates: [] }

  test('a second definitive holder of a post that leads others', () => {
    expect(said(give({}))).toContain('juga dipegang Orang kepala secara definitif')
  })
  test('but not of a post of staff, which many hold', () => {
    expect(said(give({ post: 'staf' }))).toBe('ya')
  })
  test('a Plt. beside a definitive holder', () => {
    expect(said(give({ capacity: 'plt' }))).toContain('Plt. mengisi jabatan yang lowong')
    expect(said(give({ capacity: 'plt' }, vacant))).toBe('ya')
  })
  test('a Plh. of a vacant post', () => {
    expect(said(give({ capacity: 'plh' }, vacant))).toContain('biasanya diangkat Plt.')
  })
  test('a Plh. without an end while the holder is there', () => {
    expect(said(give({ capacity: 'plh' }))).toContain('belum punya hari terakhir')
    expect(said(give({ capacity: 'plh', toOn: '2026-03-20' }))).toBe('ya')
    expect(said(give({ capacity: 'plh' }, { substitutes: [standsIn('kepala', 'kabid')] }))).toBe('ya')
  })
  test('a mandate may begin next year', () => {
    expect(said(give({ fromOn: '2027-01-01' }, { mandates: [held('kepala', 'kepala', { toOn: '2026-12-31' })] }))).toBe(
      'ya',
    )
  })
})

describe('a mandate', () => {
  test('that has begun is ended and not taken back', () => {
    expect(said(judged({ type: 'drop-mandate', mandate: 'kepala-kepala' }))).toContain('sudah berjalan')
    expect(judged({ type: 'end-mandate', mandate: 'kepala-kepala', toOn: '2026-03-31' })).toMatchObject({
      ok: true,
      writes: [{ kind: 'mandate', before: { toOn: null }, after: { toOn: '2026-03-31' } }],
    })
    expect(said(judged({ type: 'end-mandate', mandate: 'kepala-kepala', toOn: '2024-12-31' }))).toContain('toOn: ')
  })
  test('that has not begun is taken back', () => {
    const mandates = [held('kepala', 'kepala', { fromOn: '2026-04-01' })]
    expect(judged({ type: 'drop-mandate', mandate: 'kepala-kepala' }, { mandates })).toMatchObject({
      ok: true,
      writes: [{ after: null }],
    })
  })
  test('that is not there any more changes nothing', () => {
    for (const change of [
      { type: 'drop-mandate', mandate: 'x' } as const,
      { type: 'end-mandate', mandate: 'x', toOn: '2026-04-01' } as const,
      { type: 'mandate', isNew: false, row: held('staf', 'staf', { mandate: 'x' }) } as const,
    ])
      expect(said(judged(change))).toContain('sudah tidak ada')
  })
})
