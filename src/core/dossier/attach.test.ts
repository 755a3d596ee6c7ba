// A file that no step asked for: who may add it, when, who sees it, and that it never passes for a paper of the form.
import { describe, expect, test } from 'vitest'
import { ATTACHMENTS_AT_MOST } from './attach.ts'
import { isInsidePaper, papersForApplicant } from './involved.ts'
import { DESK, POSTS, submitCommand } from './office.fixture.ts'
import { applicant, officer, paperOf, procedureFrom, system, type Trial, trialOf } from './trial.fixture.ts'

const ENTERED = { urgency: 'segera', secrecy: 'biasa' }
const begun = (): Trial => {
  const trial = trialOf(procedureFrom(DESK), { posts: POSTS })
  trial.must(applicant(), submitCommand())
  return trial
}
const attach = (id = 'kertas-peta', visibleToApplicant = true) => ({
  type: 'attach' as const,
  paper: paperOf('peta', id),
  note: ' Denah lokasi ',
  visibleToApplicant,
})

describe('an attachment', () => {
  test('may be added by the applicant and by officers, and says by whom', () => {
    const trial = begun()
    trial.must(applicant(), attach('satu'))
    trial.must(officer('arsiparis'), attach('dua', false))
    expect(trial.dossier().attachments).toMatchObject([
      { paper: { id: 'satu', paper: 'lampiran' }, note: 'Denah lokasi', by: { kind: 'client' } },
      { paper: { id: 'dua' }, visibleToApplicant: false, by: { post: 'arsiparis' } },
    ])
  })

  test('is hidden from the applicant only where an officer says so', () => {
    const trial = begun()
    trial.must(applicant(), attach('milik-pemohon', false))
    trial.must(officer('loket'), attach('rahasia-kantor', false))
    const dossier = trial.dossier()
    const seen = papersForApplicant(dossier).map(({ id }) => id)
    expect(seen).toContain('milik-pemohon')
    expect(seen).not.toContain('rahasia-kantor')
    expect([isInsidePaper(dossier, 'milik-pemohon'), isInsidePaper(dossier, 'rahasia-kantor')]).toEqual([false, true])
  })

  test('never takes the place of a paper that the form asks for', () => {
    const trial = begun()
    const { papers } = trial.dossier()
    for (const { paper } of papers) trial.must(applicant(), { ...attach(`lain-${paper}`), paper: paperOf(paper, 'x') })
    expect(trial.dossier().papers).toEqual(papers)
  })

  test('of a stranger or of a job is refused, and with a note that nobody reads', () => {
    const trial = begun()
    expect(trial.refusal(applicant('orang', 'dinas-lain'), attach()).code).toBe('not-allowed')
    expect(trial.refusal(system(), attach()).code).toBe('not-allowed')
    expect(trial.refusal(applicant(), { ...attach(), note: 'x'.repeat(2001) }).code).toBe('invalid-answer')
  })

  test('on a secret dossier is only for those through whose hands it goes', () => {
    const trial = begun()
    trial.finish('catat', { ...ENTERED, secrecy: 'rahasia' })
    expect(trial.refusal(officer('arsiparis'), attach()).code).toBe('not-allowed')
    trial.must(officer('loket'), attach())
  })

  test('comes too late for the applicant once the request has ended, not for the officers’ record', () => {
    const trial = begun()
    trial.must(applicant(), { type: 'withdraw', reason: 'Salah kirim' })
    expect(trial.refusal(applicant(), attach()).code).toBe('not-open')
    trial.must(officer('loket'), attach())
    expect(trial.dossier().status).toBe('withdrawn')
  })

  test('has an end: no dossier grows without measure', () => {
    const trial = begun()
    for (let count = 0; count < ATTACHMENTS_AT_MOST; count += 1) trial.must(applicant(), attach(`peta-${count}`))
    expect(trial.refusal(applicant(), attach('peta-lebih')).code).toBe('not-open')
  })
})
