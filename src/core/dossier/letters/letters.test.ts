// The life of a letter: versions and initials in order, letters beside the path, withdrawal, sending and receipt.
import { describe, expect, test } from 'vitest'
import { openTasks } from '../dossier.ts'
import type { Event } from '../events.ts'
import { fold } from '../evolve.ts'
import { askInitials, DESK, fileLetter, initial, prove, sideTask, waitingAt } from '../office.fixture.ts'
import { applicant, officer, system, type Trial } from '../trial.fixture.ts'

const finish = (trial: Trial, post: string, answer: unknown, person?: string) =>
  trial.must(officer(post, person), { type: 'finish-step', task: sideTask(trial, post), answer })

const refusedTo = (trial: Trial, post: string, answer: unknown) =>
  trial.refusal(officer(post), { type: 'finish-step', task: sideTask(trial, post), answer })

const open = (trial: Trial) => openTasks(trial.dossier()).filter((task) => task.kind !== 'main')
const asked = (trial: Trial) => open(trial).map((task) => [task.kind, task.posts.join()])
const letter = (trial: Trial, at = -1) => {
  const found = trial.dossier().letters.at(at)
  if (!found) throw new Error('There is no letter')
  return found
}

const beginning = {
  type: 'begin-letter' as const,
  letter: 'surat-tugas',
  draft: { note: 'Dua orang', values: { lokasi: 'Balai Desa' } },
  to: { kind: 'inside' as const },
  signer: 'kepala',
  initials: ['kabid', 'loket'],
}

/** A letter of the technician that rises to the head. */
const begun = (trial = waitingAt('buat'), more: object = {}): Trial => {
  trial.must(officer('teknisi'), { ...beginning, ...more })
  return trial
}

const risen = (trial = begun()): Trial => {
  finish(trial, 'teknisi', { phase: 'forward', version: 1 })
  for (const post of ['kabid', 'loket']) finish(trial, post, { verdict: 'initialed' })
  return trial
}

const issued = (trial = risen()): Trial => {
  const signing = sideTask(trial, 'kepala')
  finish(trial, 'kepala', { verdict: 'signed' })
  trial.must(system('make-letter'), fileLetter(signing, 'surat-tugas'))
  return trial
}

describe('initials of a letter of the path', () => {
  test('are asked for one after the other, in the order of the policy', () => {
    const trial = waitingAt('kirim')
    askInitials(trial, 'Isi')
    expect(asked(trial)).toEqual([['initial', 'kepala']])
    initial(trial, 'kepala')
    expect(asked(trial)).toEqual([['initial', 'kabid']])
    initial(trial, 'kabid')
    expect(asked(trial)).toEqual([])
  })

  test('a correction is a new version: what was initialed before stays with the version that was seen', () => {
    const trial = waitingAt('kirim')
    askInitials(trial, 'Isi surat')
    initial(trial, 'kepala')
    initial(trial, 'kabid', { verdict: 'initialed', draft: 'Isi surat yang benar', version: 1 })
    expect(letter(trial)).toMatchObject({
      draft: { note: 'Isi surat yang benar' },
      versions: [{ draft: { note: 'Isi surat' } }, { draft: { note: 'Isi surat yang benar' }, by: { post: 'kabid' } }],
      initials: [
        { post: 'kepala', version: 1 },
        { post: 'kabid', version: 2 },
      ],
    })
    trial.finish('kirim', { phase: 'send' })
    expect(letter(trial).number).not.toBeNull()
  })

  test('hold for the corrected text too where the policy says so', () => {
    const trial = waitingAt('kirim', `${DESK}  initialsAfterCorrection: hold\n`)
    askInitials(trial, 'Isi surat')
    initial(trial, 'kepala')
    initial(trial, 'kabid', { verdict: 'initialed', draft: 'Isi lain' })
    expect(letter(trial).initials.map(({ post, version }) => [post, version])).toEqual([
      ['kepala', 2],
      ['kabid', 2],
    ])
  })

  test('are all given anew after a letter went back; what was marked before is not forgotten', () => {
    const trial = waitingAt('kirim')
    askInitials(trial, 'Isi')
    initial(trial, 'kepala')
    initial(trial, 'kabid', { verdict: 'sent-back', note: 'Sebut tanggalnya' })
    expect(letter(trial)).toMatchObject({ initials: [], sentBack: { post: 'kabid', remark: 'Sebut tanggalnya' } })
    askInitials(trial, 'Isi tanggal 5')
    expect(asked(trial)).toEqual([['initial', 'kepala']])
    expect(letter(trial).marks.map(({ kind, post, version }) => [kind, post, version])).toEqual([
      ['initialed', 'kepala', 1],
      ['sent-back', 'kabid', 1],
    ])
  })

  test('are not given to a text that was not read', () => {
    const trial = waitingAt('kirim')
    askInitials(trial, 'Isi')
    initial(trial, 'kepala', { verdict: 'initialed', draft: 'Isi baru' })
    expect(refusedTo(trial, 'kabid', { verdict: 'initialed', version: 1 }).code).toBe('changed-meanwhile')
    initial(trial, 'kabid', { verdict: 'initialed', version: 2 })
  })

  test('of a dossier from before, asked of all at once, come in their order all the same', () => {
    const trial = waitingAt('kirim')
    askInitials(trial)
    const events = trial.events.map((event): Event[] =>
      event.type === 'side-task-opened' && event.letter === 'balasan'
        ? [event, { ...event, task: 'paraf-kabid', post: 'kabid' }]
        : [event],
    )
    const dossier = fold('berkas-1', events.flat())
    expect(dossier && openTasks(dossier).flatMap((task) => task.posts)).toEqual(['teknisi', 'kepala', 'kabid'])
    const old = waitingAt('kirim')
    old.resume(events.flat())
    const early = { type: 'finish-step' as const, task: 'paraf-kabid', answer: { verdict: 'initialed' } }
    expect(old.refusal(officer('kabid'), early).sentence.id).toContain('menunggu paraf kepala')
    initial(old, 'kepala')
    old.must(officer('kabid'), early)
    expect(asked(old)).toEqual([])
  })
})

describe('two who write one draft', () => {
  test('the later one is told, and may still say that theirs is meant', () => {
    const trial = waitingAt('kirim')
    trial.finish('kirim', { phase: 'save', draft: 'Punya satu', version: 0 })
    const task = trial.task('kirim').task
    const second = { phase: 'save', draft: 'Punya dua', version: 0 }
    expect(trial.refusal(officer('teknisi'), { type: 'finish-step', task, answer: second }).code).toBe(
      'changed-meanwhile',
    )
    expect(letter(trial).draft.note).toBe('Punya satu')
    trial.finish('kirim', { ...second, version: 1 })
    expect(letter(trial).versions.map((one) => one.draft.note)).toEqual(['Punya satu', 'Punya dua'])
  })

  test('who wrote the same is not troubled, and makes no new version', () => {
    const trial = waitingAt('kirim')
    trial.finish('kirim', { phase: 'save', draft: 'Sama', version: 0 })
    trial.finish('kirim', { phase: 'save', draft: 'Sama', version: 0 })
    expect(letter(trial).versions).toHaveLength(1)
  })
})

describe('a letter beside the path', () => {
  test('is written, initialed in order, signed, filed; the path goes its own way meanwhile', () => {
    const trial = begun()
    expect(asked(trial)).toEqual([['write', 'teknisi']])
    finish(trial, 'teknisi', { phase: 'forward' })
    expect(asked(trial)).toEqual([['initial', 'kabid']])
    prove(trial)
    expect(trial.open()).toEqual(['kirim'])
    finish(trial, 'kabid', { verdict: 'initialed' })
    finish(trial, 'loket', { verdict: 'initialed' })
    expect(asked(trial)).toEqual([['sign', 'kepala']])
    const signing = sideTask(trial, 'kepala')
    finish(trial, 'kepala', { verdict: 'signed' })
    expect(trial.dossier().tasks.find((task) => task.task === signing)?.effectSince).not.toBeNull()
    trial.must(system('make-letter'), fileLetter(signing, 'surat-tugas'))
    expect(asked(trial)).toEqual([])
    expect(letter(trial)).toMatchObject({
      draft: beginning.draft,
      paper: { paper: 'surat-tugas' },
      by: { post: 'kepala' },
    })
    expect(trial.open()).toEqual(['kirim'])
  })

  test('sent back it lies with its writer again, and rises anew from the first initial', () => {
    const trial = risen()
    finish(trial, 'kepala', { verdict: 'sent-back', note: 'Tambah satu orang' })
    expect(asked(trial)).toEqual([['write', 'teknisi']])
    finish(trial, 'teknisi', { phase: 'forward', draft: 'Tiga orang', version: 1 })
    expect(asked(trial)).toEqual([['initial', 'kabid']])
    for (const post of ['kabid', 'loket']) finish(trial, post, { verdict: 'initialed', version: 2 })
    issued(trial)
    expect(letter(trial).versions.map((one) => one.draft.note)).toEqual(['Dua orang', 'Tiga orang'])
    expect(new Set(trial.dossier().letters.map((one) => one.id)).size).toBe(1)
  })

  test('outlives the end of its dossier: nobody drops it but somebody who says why', () => {
    const trial = begun(waitingAt('terima'))
    trial.finish('terima')
    expect(trial.dossier().status).toBe('finished')
    expect(asked(trial)).toEqual([['write', 'teknisi']])
    expect(trial.refusal(officer('kabid'), { type: 'drop-letter', letter: letter(trial).id, reason: 'x' }).code).toBe(
      'not-allowed',
    )
    expect(trial.refusal(officer('teknisi'), { type: 'drop-letter', letter: letter(trial).id, reason: ' ' }).code).toBe(
      'invalid-answer',
    )
    trial.must(officer('teknisi'), { type: 'drop-letter', letter: letter(trial).id, reason: 'Tidak jadi berangkat' })
    expect(asked(trial)).toEqual([])
    expect(letter(trial)).toMatchObject({ number: null, dropped: { reason: 'Tidak jadi berangkat' } })
  })

  test('may be begun after the end too, and only by a post that handles the dossier', () => {
    const trial = waitingAt('end')
    expect(trial.refusal(officer('arsiparis'), beginning).code).toBe('not-allowed')
    expect(trial.refusal(applicant(), beginning).code).toBe('not-allowed')
    issued(risen(begun(trial)))
    expect(letter(trial).paper).not.toBeNull()
  })

  test('whoever wrote it does not initial it under another hat; whoever writes, signs or initials does it once', () => {
    const trial = begun()
    finish(trial, 'teknisi', { phase: 'forward' })
    const own = { type: 'finish-step' as const, task: sideTask(trial, 'kabid'), answer: { verdict: 'initialed' } }
    expect(trial.refusal(officer('kabid', 'orang-teknisi'), own).sentence.id).toContain('pembuat tidak boleh')
    for (const initials of [['kabid', 'kabid'], ['kepala'], ['teknisi']])
      expect(trial.refusal(officer('teknisi'), { ...beginning, initials }).at).toEqual([['initials']])
    expect(trial.refusal(officer('teknisi'), { ...beginning, signer: 'raja' }).at).toEqual([['signer']])
  })

  test('of the same kind as one of the path goes its own way', () => {
    const trial = begun(waitingAt('kirim'), { letter: 'balasan', initials: [] })
    askInitials(trial, 'Isi jawaban')
    for (const post of ['kepala', 'kabid']) initial(trial, post)
    trial.finish('kirim', { phase: 'send' })
    expect(trial.dossier().letters.map(({ number, beside }) => [number === null, beside === null])).toEqual([
      [true, false],
      [false, true],
    ])
  })

  test('that could not be made is made again under its number', () => {
    const trial = risen()
    const task = sideTask(trial, 'kepala')
    finish(trial, 'kepala', { verdict: 'signed' })
    const { number } = letter(trial)
    const reason = { id: 'Gagal', en: 'Failed' }
    trial.must(system('make-letter'), { type: 'record-failure', task, effect: 'make-letter', reason, final: true })
    trial.must(officer('kepala'), { type: 'retry-letter', task })
    expect(letter(trial).number).toBe(number)
    expect(trial.refusal(officer('kepala'), { type: 'drop-letter', letter: letter(trial).id, reason: 'x' }).code).toBe(
      'not-allowed',
    )
  })
})

describe('a letter that was issued', () => {
  const withdraw = (trial: Trial, reason = 'Salah nama') => ({
    type: 'withdraw-letter' as const,
    letter: letter(trial).id,
    reason,
  })

  test('is withdrawn by the post that signed it or one above, with a reason, and another comes in its place', () => {
    const trial = issued()
    expect(trial.refusal(officer('teknisi'), withdraw(trial)).code).toBe('not-allowed')
    expect(trial.refusal(officer('kepala'), withdraw(trial, '')).code).toBe('invalid-answer')
    const { paper, id } = letter(trial)
    trial.must(officer('kepala'), withdraw(trial))
    expect(letter(trial)).toMatchObject({ paper, withdrawn: { reason: 'Salah nama' } })
    issued(risen(begun(trial, { replaces: id })))
    expect(letter(trial).replaces).toBe(id)
    expect(letter(trial).number).not.toBe(letter(trial, 0).number)
    expect(trial.refusal(officer('teknisi'), { ...beginning, replaces: id }).code).toBe('already-done')
    expect(trial.refusal(officer('kepala'), { ...withdraw(trial), letter: id }).code).toBe('already-done')
  })

  test('is not withdrawn before it was issued, and takes no other in its place while it stands', () => {
    expect(risen().refusal(officer('kepala'), withdraw(risen())).code).toBe('not-open')
    const trial = issued()
    expect(trial.refusal(officer('teknisi'), { ...beginning, replaces: letter(trial).id }).code).toBe('not-open')
  })

  test('inside the office is none of the applicant: sent by hand it is noted, with who received it', () => {
    const trial = issued()
    const { id } = letter(trial)
    const received = { type: 'receive-letter' as const, letter: id, receiver: 'Camat', on: '2026-11-20', note: '' }
    expect(trial.refusal(officer('teknisi'), received).code).toBe('not-open')
    const sent = { type: 'send-letter' as const, letter: id, way: 'by-hand' as const, note: 'Ekspedisi 7' }
    expect(trial.refusal(officer('arsiparis'), sent).code).toBe('not-allowed')
    expect(trial.refusal(officer('teknisi'), { ...sent, note: '' }).code).toBe('invalid-answer')
    trial.must(officer('teknisi'), sent)
    expect(trial.refusal(officer('teknisi'), { ...received, on: '2027-01-01' }).at).toEqual([['on']])
    trial.must(officer('teknisi'), received)
    expect(letter(trial)).toMatchObject({ sent: { way: 'by-hand' }, received: { receiver: 'Camat' } })
    expect(trial.refusal(officer('teknisi'), received).code).toBe('already-done')
  })

  test('to the applicant is sent by being filed, and received when the applicant first opens it', () => {
    const trial = issued(risen(begun(waitingAt('buat'), { to: { kind: 'applicant' } })))
    expect(letter(trial).sent).toMatchObject({ way: 'mipp' })
    const opened = { type: 'receive-letter' as const, letter: letter(trial).id, receiver: '', on: '', note: '' }
    expect(trial.must(applicant(), opened).map((event) => event.type)).toEqual(['letter-received'])
    expect(trial.must(applicant(), opened)).toEqual([])
    expect(trial.refusal(applicant('orang-lain', 'dinas-lain'), opened).code).toBe('not-allowed')
  })
})
