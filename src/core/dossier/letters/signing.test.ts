// A letter between its number and its signed bytes, whatever happens on that way.
import { describe, expect, test } from 'vitest'
import type { Signature, SigningMethod } from '../../paper/signing.ts'
import { sentence } from '../../sentence.ts'
import { submitCommand } from '../office.fixture.ts'
import { reactions } from '../reactions.ts'
import { applicant, officer, paperOf, procedureFrom, system, type Trial, trialOf } from '../trial.fixture.ts'

const SHORT = procedureFrom(`
procedure: rekomendasi
edition: '1'
title: Rekomendasi
actors:
  pemohon: { label: Pemohon, is: applicant }
  staf: { label: Staf, post: staf }
  kadin: { label: Kadin, post: kadin }
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: Mengajukan }
  - { step: tanda-tangan, actor: kadin, act: sign, letter: rekomendasi, activity: Menandatangani }
  - { step: arsip, actor: staf, act: do, activity: Mengarsipkan }
policy:
  return: { from: [tanda-tangan], to: ajukan, pauses: true }
  reject: { by: [tanda-tangan], reason: required, letter: penolakan }
`)

const kadin = officer('kadin')
const job = system('make-letter')
const WHY = sentence('Sertifikat sudah berakhir.', 'The certificate has expired.')

const atSignature = (usual: SigningMethod = 'seal', methods: SigningMethod[] = ['wet', 'bsre']): Trial => {
  const trial = trialOf(SHORT, { posts: ['staf', 'kadin'], signing: { default: usual, methods } })
  trial.must(applicant(), submitCommand({}))
  return trial
}

const letterOf = (trial: Trial) => {
  const letter = trial.dossier().letters.findLast((one) => one.letter === 'rekomendasi')
  if (!letter) throw new Error('No letter yet')
  return letter
}

const named = (trial: Trial) => ({ task: letterOf(trial).task, letter: 'rekomendasi' })
const number = (trial: Trial): string => letterOf(trial).number ?? ''

const begun = (signing?: SigningMethod): Trial => {
  const trial = atSignature()
  trial.finish('tanda-tangan', { phase: 'send', ...(signing ? { signing } : {}) })
  return trial
}

const prepared = (signing: 'wet' | 'bsre'): Trial => {
  const trial = begun(signing)
  const paper = paperOf('rekomendasi', 'naskah')
  trial.must(job, { type: 'prepare-letter', ...named(trial), number: number(trial), paper })
  return trial
}

const signature = (method: Signature['method'], level: Signature['level']): Signature => ({
  method,
  level,
  at: '2026-11-20T03:00:00.000Z',
  preparedSha256: 'a'.repeat(64),
})

const fileSigned = (trial: Trial, method: Signature['method'] = 'seal') =>
  trial.must(job, {
    type: 'file-letter',
    ...named(trial),
    paper: paperOf('rekomendasi', 'surat'),
    number: number(trial),
    signature: signature(method, 'B-B'),
  })

describe('how a letter is signed', () => {
  test('is what the office usually does, or what the signer chooses among what it allows', () => {
    expect(letterOf(begun()).signing?.method).toBe('seal')
    expect(letterOf(begun('wet')).signing?.method).toBe('wet')
    const trial = atSignature('seal', ['wet'])
    const { task } = trial.task('tanda-tangan')
    const refusal = trial.refusal(kadin, {
      type: 'finish-step',
      task,
      answer: { phase: 'send', signing: 'bsre' },
    })
    expect(refusal.sentence.id).toContain('Pilih cara lain')
    expect(trial.types()).not.toContain('letter-numbered')
  })

  test('a letter that is to be sealed closes its step with its sealed bytes alone', () => {
    const trial = begun()
    trial.must(job, { type: 'file-letter', ...named(trial), paper: paperOf('rekomendasi'), number: number(trial) })
    expect(trial.open()).toEqual(['tanda-tangan'])
    fileSigned(trial)
    expect(trial.open()).toEqual(['arsip'])
    expect(letterOf(trial).signing?.signature).toMatchObject({ method: 'seal', level: 'B-B' })
  })
})

describe('a signature that does not come', () => {
  test('leaves the letter under its number, says why, and goes on under the same number', () => {
    const trial = begun()
    const before = number(trial)
    trial.must(job, { type: 'record-signing', ...named(trial), attempt: null, outcome: 'failed', reason: WHY })
    expect(letterOf(trial).signing?.trouble).toMatchObject({ kind: 'failed', reason: WHY })
    expect(trial.task('tanda-tangan').effectSince).toBeNull()
    const again = trial.must(kadin, { type: 'retry-letter', task: trial.task('tanda-tangan').task })
    expect(reactions('demak', trial.dossier(), again).map((one) => one.task)).toContain('make-letter')
    expect(number(trial)).toBe(before)
    fileSigned(trial)
    expect(trial.types().filter((type) => type === 'paper-filed')).toHaveLength(1)
  })

  test('may be made good in another way, under the same number', () => {
    const trial = begun()
    const before = number(trial)
    trial.must(job, { type: 'record-signing', ...named(trial), attempt: null, outcome: 'failed', reason: WHY })
    trial.must(kadin, { type: 'retry-letter', task: trial.task('tanda-tangan').task, signing: 'wet' })
    expect(letterOf(trial)).toMatchObject({ number: before, signing: { method: 'wet', prepared: null } })
  })

  test('is given up with a reason: the number is void, the text and its initials stay, the next number is another one', () => {
    const trial = prepared('wet')
    const { task } = trial.task('tanda-tangan')
    const before = number(trial)
    expect(trial.refusal(kadin, { type: 'void-letter', ...named(trial), reason: ' ' }).at).toEqual([['reason']])
    trial.must(kadin, { type: 'void-letter', ...named(trial), reason: 'Salah alamat' })
    expect(letterOf(trial)).toMatchObject({ number: null, checkCode: null, voided: [{ number: before }] })
    expect(trial.open()).toEqual(['tanda-tangan'])
    trial.must(kadin, { type: 'finish-step', task, answer: { phase: 'send' } })
    expect(number(trial)).not.toBe(before)
    const late = {
      type: 'file-letter' as const,
      ...named(trial),
      paper: paperOf('rekomendasi', 'terlambat'),
      number: before,
      signature: signature('seal', 'B-B'),
    }
    expect(trial.must(job, late)).toEqual([])
  })

  test.each(['return', 'reject'] as const)('a %s gives up the number that waits there, with its reason', (type) => {
    const trial = prepared('wet')
    const before = number(trial)
    trial.must(kadin, { type, task: trial.task('tanda-tangan').task, reason: 'Data belum benar' })
    expect(trial.events.find((one) => one.type === 'letter-voided')).toMatchObject({
      number: before,
      reason: 'Data belum benar',
    })
  })
})

describe('a letter that is signed by hand', () => {
  const scan = paperOf('rekomendasi', 'pindaian')

  test('waits for its scan; the scan closes the step and names the frozen page', () => {
    const trial = prepared('wet')
    expect(trial.task('tanda-tangan').effectSince).toBeNull()
    expect(
      trial.refusal(kadin, { type: 'finish-step', task: named(trial).task ?? '', answer: { phase: 'send' } }).sentence
        .id,
    ).toContain('menunggu tanda tangan')
    trial.must(kadin, { type: 'file-scan', ...named(trial), paper: scan, match: { by: 'code' } })
    expect(letterOf(trial)).toMatchObject({
      paper: scan,
      signing: {
        prepared: { id: 'naskah' },
        signature: { method: 'wet', level: null, preparedSha256: 'a'.repeat(64) },
      },
    })
    expect(trial.open()).toEqual(['arsip'])
  })

  test('by eye it is matched with a reason only', () => {
    const trial = prepared('wet')
    const byEye = (reason: string) =>
      ({ type: 'file-scan', ...named(trial), paper: scan, match: { by: 'eye', reason } }) as const
    expect(trial.refusal(kadin, byEye('')).code).toBe('invalid-answer')
    trial.must(kadin, byEye('Kode tertutup cap'))
    expect(letterOf(trial).signing?.signature?.match).toEqual({ by: 'eye', reason: 'Kode tertutup cap' })
  })

  test('nobody files a scan for a letter of another post, or in place of a seal', () => {
    const trial = prepared('wet')
    const filing = { type: 'file-scan', ...named(trial), paper: scan, match: { by: 'code' } } as const
    expect(trial.refusal(officer('staf'), filing).code).toBe('not-yours')
    const sealed = begun()
    sealed.must(job, { type: 'record-signing', ...named(sealed), attempt: null, outcome: 'failed', reason: WHY })
    expect(sealed.refusal(kadin, { ...filing, ...named(sealed) }).code).toBe('not-open')
  })
})

describe('a call to a signing service', () => {
  const trying = (): Trial => {
    const trial = prepared('bsre')
    trial.must(kadin, { type: 'begin-signing', ...named(trial), attempt: 'satu' })
    return trial
  }

  test('is written down before it is made: a second one is refused while nobody knows how it ends', () => {
    const trial = trying()
    const second = { type: 'begin-signing', ...named(trial), attempt: 'dua' } as const
    expect(trial.refusal(kadin, second).code).toBe('effect-running')
    const unknown = { ...named(trial), attempt: 'satu', outcome: 'unknown', reason: WHY } as const
    trial.must(job, { type: 'record-signing', ...unknown })
    expect(trial.refusal(kadin, second).sentence.id).toContain('Periksa dahulu')
    trial.must(kadin, { type: 'settle-signing', ...named(trial), reason: 'Tidak ada di dasbor penyedia' })
    trial.must(kadin, second)
  })

  test('that fails says why and may be made again at once', () => {
    const trial = trying()
    trial.must(job, { type: 'record-signing', ...named(trial), attempt: 'satu', outcome: 'failed', reason: WHY })
    trial.must(kadin, { type: 'begin-signing', ...named(trial), attempt: 'dua' })
    fileSigned(trial, 'bsre')
    expect(trial.open()).toEqual(['arsip'])
  })

  test('whose server died is settled by a person once it is certain that no answer comes', () => {
    const trial = trying()
    const settle = { type: 'settle-signing', ...named(trial), reason: 'Sudah diperiksa' } as const
    expect(trial.refusal(kadin, settle).code).toBe('effect-running')
    trial.tick(6)
    trial.must(kadin, settle)
    trial.must(kadin, { type: 'begin-signing', ...named(trial), attempt: 'dua' })
  })

  test('only the system says how it went, and only of the try that is under way', () => {
    const trial = trying()
    const outcome = { type: 'record-signing', ...named(trial), outcome: 'failed', reason: WHY } as const
    expect(trial.refusal(kadin, { ...outcome, attempt: 'satu' }).code).toBe('not-allowed')
    expect(trial.must(job, { ...outcome, attempt: 'lama' })).toEqual([])
  })
})

test('a letter of refusal, which has no task, waits for the hand of the post that refused', () => {
  const trial = atSignature('wet')
  trial.must(kadin, { type: 'reject', task: trial.task('tanda-tangan').task, reason: 'Tidak dapat dipenuhi' })
  const refusal = { task: null, letter: 'penolakan' }
  const letter = trial.dossier().letters.find((one) => one.letter === 'penolakan')
  const paper = paperOf('penolakan', 'naskah')
  trial.must(job, { type: 'prepare-letter', ...refusal, number: letter?.number ?? '', paper })
  const filing = {
    type: 'file-scan',
    ...refusal,
    paper: paperOf('penolakan', 'pindaian'),
    match: { by: 'code' },
  } as const
  expect(trial.refusal(officer('staf'), filing).code).toBe('not-yours')
  expect(trial.refusal(kadin, { type: 'void-letter', ...refusal, reason: 'Batal' }).sentence.id).toContain('memerlukan')
  trial.must(kadin, filing)
  expect(trial.dossier().letters.find((one) => one.letter === 'penolakan')?.paper?.id).toBe('pindaian')
})
