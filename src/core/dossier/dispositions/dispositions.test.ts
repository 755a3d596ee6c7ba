// A disposition goes on beside the path, its answers climb, and it comes back as long as nobody has opened it.
import { describe, expect, test } from 'vitest'
import { agencySchema } from '../../agency/agency.ts'
import { DESK, deskTrial, ENTERED, FORM, POSTS, sideTask, submitCommand, waitingAt } from '../office.fixture.ts'
import { applicant, CLIENT, officer, procedureFrom, type Trial, trialOf } from '../trial.fixture.ts'
import { dispositionTree, flatTree } from './tree.ts'

const DAY = '2026-11-24'

const withSide = (alsoTo = ['kabid']): Trial => {
  const trial = waitingAt('disposisi')
  trial.finish('disposisi', { note: 'Tindak lanjuti', alsoTo })
  return trial
}

const onward = (task: string, to: string[], rest: object = {}) => ({
  type: 'dispose-onward' as const,
  task,
  to,
  instructions: [],
  note: 'Tolong dipelajari',
  dueOn: null,
  ...rest,
})

const taskOf = (trial: Trial, id: string) => trial.dossier().tasks.find((one) => one.task === id)
const states = (trial: Trial) =>
  flatTree(dispositionTree(trial.dossier())).flatMap(({ node, depth }) =>
    node.branches.map((branch) => `${depth} ${branch.task.posts[0]} ${branch.state}`),
  )

describe('a disposition goes onward', () => {
  test('to several posts at once, each with a task of its own and the same due day', () => {
    const trial = withSide()
    const side = sideTask(trial, 'kabid')
    trial.must(officer('kabid'), onward(side, ['arsiparis', 'teknisi'], { dueOn: DAY }))
    expect(states(trial)).toEqual(['0 teknisi unread', '0 kabid onward', '1 arsiparis unread', '1 teknisi unread'])
    expect(flatTree(dispositionTree(trial.dossier()))[1]?.node.branches[0]?.dueOn).toBe(DAY)
  })

  test('and the path goes on without any of them', () => {
    const trial = withSide()
    trial.must(officer('kabid'), onward(sideTask(trial, 'kabid'), ['arsiparis']))
    expect(trial.open()).toEqual(['buat'])
  })

  test('never to whoever waits for the answer above, has it already, or to nobody', () => {
    const trial = withSide()
    const side = sideTask(trial, 'kabid')
    expect(trial.refusal(officer('kabid'), onward(side, ['kepala']))).toMatchObject({ at: [['to', 0]] })
    expect(trial.refusal(officer('kabid'), onward(side, ['kabid']))).toMatchObject({ at: [['to', 0]] })
    expect(trial.refusal(officer('kabid'), onward(side, []))).toMatchObject({ at: [['to']] })
    trial.must(officer('kabid'), onward(side, ['arsiparis']))
    expect(trial.refusal(officer('kabid'), onward(side, ['arsiparis']))).toMatchObject({ at: [['to', 0]] })
    const below = sideTask(trial, 'arsiparis')
    expect(trial.refusal(officer('arsiparis'), onward(below, ['kabid']))).toMatchObject({ at: [['to', 0]] })
  })

  test('only with something asked, and by no day that has passed', () => {
    const trial = withSide()
    const side = sideTask(trial, 'kabid')
    expect(trial.refusal(officer('kabid'), onward(side, ['arsiparis'], { note: ' ' })).code).toBe('invalid-answer')
    expect(trial.refusal(officer('kabid'), onward(side, ['arsiparis'], { dueOn: '2026-11-19' })).at).toEqual([
      ['dueOn'],
    ])
    expect(trial.refusal(officer('kabid'), onward(side, ['arsiparis'], { dueOn: 'besok' })).at).toEqual([['dueOn']])
    expect(trial.refusal(officer('kabid'), onward(side, ['arsiparis'], { instructions: ['Karang'] })).at).toEqual([
      ['instructions', 0],
    ])
  })

  test('only by whoever got it beside the path', () => {
    const trial = withSide()
    expect(trial.refusal(officer('loket'), onward(sideTask(trial, 'kabid'), ['arsiparis'])).code).toBe('not-yours')
    expect(trial.refusal(officer('teknisi'), onward(trial.task('buat').task, ['arsiparis'])).code).toBe('not-allowed')
  })

  test('as far down as the office lets it go', () => {
    const posts = [
      { post: 'kepala', title: 'Kepala', unit: 'dinas' },
      { post: 'kabid', title: 'Kabid', unit: 'dinas', superior: 'kepala' },
      { post: 'loket', title: 'Loket', unit: 'dinas', superior: 'kepala' },
      { post: 'teknisi', title: 'Teknisi', unit: 'dinas', superior: 'loket' },
      { post: 'arsiparis', title: 'Arsiparis', unit: 'dinas', superior: 'kabid' },
    ]
    const of = (dispositions: object): Trial => {
      const base = deskTrial().living
      const agency = agencySchema.parse({ ...base.agency, posts, dispositions })
      const trial = trialOf(procedureFrom(DESK), { posts: POSTS, living: { ...base, agency } })
      trial.must(applicant(), submitCommand())
      trial.finish('catat', ENTERED)
      trial.finish('disposisi', { alsoTo: ['kabid'] })
      return trial
    }
    const below = of({ onward: ['below'] })
    const side = sideTask(below, 'kabid')
    expect(below.refusal(officer('kabid'), onward(side, ['loket'])).at).toEqual([['to', 0]])
    below.must(officer('kabid'), onward(side, ['arsiparis']))
    const beside = of({ onward: ['beside'] })
    expect(beside.refusal(officer('kabid'), onward(sideTask(beside, 'kabid'), ['arsiparis'])).at).toEqual([['to', 0]])
    beside.must(officer('kabid'), onward(sideTask(beside, 'kabid'), ['loket']))
    const any = of({ onward: ['any'] })
    any.must(officer('kabid'), onward(sideTask(any, 'kabid'), ['teknisi']))
  })

  test('gives nobody the right to vouch for work that cannot be proven', () => {
    const trial = withSide()
    trial.must(officer('kabid'), onward(sideTask(trial, 'kabid'), ['arsiparis']))
    const override = { type: 'override-proof' as const, task: trial.task('buat').task, reason: 'Sudah dilihat' }
    expect(trial.refusal(officer('kabid'), override).code).toBe('not-allowed')
  })
})

describe('answers climb', () => {
  const passedOn = (): { trial: Trial; side: string; below: string } => {
    const trial = withSide()
    const side = sideTask(trial, 'kabid')
    trial.must(officer('kabid'), onward(side, ['arsiparis', 'teknisi']))
    return { trial, side, below: sideTask(trial, 'arsiparis') }
  }
  const answer = (trial: Trial, post: string, note: string) =>
    trial.must(officer(post), { type: 'finish-step', task: sideTask(trial, post), answer: { note } })

  test('whoever passed it on answers once all below have, or closes the branch with a word', () => {
    const { trial, side } = passedOn()
    answer(trial, 'arsiparis', 'Arsip lengkap')
    const early = trial.refusal(officer('kabid'), { type: 'finish-step', task: side, answer: { note: 'Selesai' } })
    expect(early.code).toBe('not-allowed')
    const silent = sideTask(trial, 'teknisi')
    trial.must(officer('kabid'), { type: 'close-disposition', task: side, note: 'Cukup dari arsip' })
    expect(taskOf(trial, side)).toMatchObject({ outcome: 'finished', note: 'Cukup dari arsip' })
    expect(taskOf(trial, silent)).toMatchObject({ outcome: 'dropped' })
    expect(states(trial)).toEqual(['0 teknisi unread', '0 kabid done', '1 arsiparis done', '1 teknisi dropped'])
  })

  test('a branch is closed with a word, once, and by whoever disposed', () => {
    const { trial, side } = passedOn()
    expect(trial.refusal(officer('kabid'), { type: 'close-disposition', task: side, note: ' ' }).at).toEqual([['note']])
    const stranger = { type: 'close-disposition' as const, task: side, note: 'Selesai' }
    expect(trial.refusal(officer('loket'), stranger).code).toBe('not-yours')
    trial.must(officer('kabid'), stranger)
    expect(trial.refusal(officer('kabid'), stranger).code).toBe('already-done')
  })

  test('the one who disposed on the path closes out what hangs beside it, and the path stays where it is', () => {
    const { trial } = passedOn()
    const { task } = trial.dossier().dispositions[0] ?? { task: '' }
    trial.must(officer('kepala'), { type: 'close-disposition', task, note: 'Tidak diperlukan lagi' })
    expect(trial.dossier().tasks.filter((one) => one.kind === 'attention' && one.closedAt === null)).toEqual([])
    expect(trial.open()).toEqual(['buat'])
  })

  test('a recipient who answered is asked again, and answers anew', () => {
    const { trial, below } = passedOn()
    const again = { type: 'ask-again' as const, task: below, note: 'Tahun berapa?', dueOn: DAY }
    expect(trial.refusal(officer('kabid'), again).code).toBe('not-allowed')
    answer(trial, 'arsiparis', 'Arsip lengkap')
    expect(trial.refusal(officer('loket'), again).code).toBe('not-yours')
    expect(trial.refusal(officer('kabid'), { ...again, note: '' }).at).toEqual([['note']])
    trial.must(officer('kabid'), again)
    expect(trial.refusal(officer('kabid'), again).code).toBe('not-allowed')
    const second = sideTask(trial, 'arsiparis')
    expect(second).not.toBe(below)
    answer(trial, 'arsiparis', 'Tahun 2020')
    expect(taskOf(trial, second)).toMatchObject({ note: 'Tahun 2020', outcome: 'finished' })
  })

  test('nothing is asked in a dossier that has ended', () => {
    const trial = withSide(['kabid'])
    trial.must(officer('kabid'), { type: 'finish-step', task: sideTask(trial, 'kabid'), answer: { note: 'Ya' } })
    const side = trial.dossier().tasks.find((one) => one.kind === 'attention')?.task ?? ''
    trial.must(applicant('orang-pemohon', CLIENT), { type: 'withdraw', reason: '' })
    const again = { type: 'ask-again' as const, task: side, note: 'Lagi?', dueOn: null }
    expect(trial.refusal(officer('kepala'), again).code).toBe('not-open')
  })
})

describe('a disposition is recalled', () => {
  const recall = (task: string, reason = 'Salah alamat') => ({ type: 'recall-disposition' as const, task, reason })
  const disposed = (trial: Trial): string => trial.dossier().dispositions[0]?.task ?? ''

  test('beside the path while its recipient has not opened it, and not after', () => {
    const trial = withSide(['kabid', 'loket'])
    const [kabid, loket] = [sideTask(trial, 'kabid'), sideTask(trial, 'loket')]
    trial.must(officer('loket'), { type: 'read-task', task: loket })
    expect(trial.refusal(officer('kepala'), recall(loket)).sentence.id).toContain('sudah membukanya')
    trial.must(officer('kepala'), recall(kabid))
    expect(taskOf(trial, kabid)).toMatchObject({ outcome: 'dropped', recalled: { reason: 'Salah alamat' } })
    expect(states(trial)).toEqual(['0 teknisi unread', '0 kabid recalled', '0 loket read'])
    expect(trial.refusal(officer('kabid'), { type: 'read-task', task: kabid }).code).toBe('already-done')
  })

  test('only by whoever disposed', () => {
    const trial = withSide()
    expect(trial.refusal(officer('loket'), recall(sideTask(trial, 'kabid'))).code).toBe('not-yours')
    expect(trial.refusal(officer('teknisi'), recall(disposed(trial))).code).toBe('not-yours')
    expect(trial.refusal(applicant(), recall(disposed(trial))).code).toBe('not-yours')
  })

  test('on the path as a whole: the step comes back, and goes out again', () => {
    const trial = withSide()
    trial.must(officer('kepala'), recall(disposed(trial)))
    expect(trial.open()).toEqual(['disposisi'])
    expect(trial.dossier().tasks.filter((one) => one.kind === 'attention' && one.closedAt === null)).toEqual([])
    expect(trial.refusal(officer('kepala'), recall(disposed(trial))).code).toBe('not-allowed')
    trial.finish('disposisi', { note: 'Sekarang benar' })
    expect(trial.open()).toEqual(['buat'])
    expect(trial.task('buat').round).toBe(2)
    expect(states(trial)).toEqual(['0 teknisi recalled', '0 kabid recalled', '0 teknisi unread'])
  })

  test('on the path not once the next officer has opened or taken it, nor when somebody beside it has', () => {
    const opened = withSide([])
    opened.must(officer('teknisi'), { type: 'read-task', task: opened.task('buat').task })
    expect(opened.refusal(officer('kepala'), recall(disposed(opened))).sentence.id).toContain(
      'teknisi sudah membukanya',
    )
    const taken = withSide([])
    taken.must(officer('teknisi'), { type: 'take', task: taken.task('buat').task })
    expect(taken.refusal(officer('kepala'), recall(disposed(taken))).code).toBe('not-allowed')
    const beside = withSide(['kabid'])
    beside.must(officer('kabid'), { type: 'read-task', task: sideTask(beside, 'kabid') })
    expect(beside.refusal(officer('kepala'), recall(disposed(beside))).sentence.id).toContain('kabid sudah membukanya')
  })

  test('still while only the one who disposed has looked at it again', () => {
    const trial = withSide([])
    const next = trial.task('buat').task
    const same = officer('teknisi', 'orang-kepala')
    expect(trial.must(same, { type: 'read-task', task: next })).toEqual([])
    trial.must(officer('kepala'), recall(disposed(trial)))
    expect(trial.open()).toEqual(['disposisi'])
  })

  test('opening is noted once, and only of what was disposed', () => {
    const trial = withSide([])
    const next = trial.task('buat').task
    expect(trial.must(officer('teknisi'), { type: 'read-task', task: next })).toHaveLength(1)
    expect(trial.must(officer('teknisi'), { type: 'read-task', task: next })).toEqual([])
    const entering = deskTrial()
    entering.must(applicant(), submitCommand(FORM))
    expect(entering.must(officer('loket'), { type: 'read-task', task: entering.task('catat').task })).toEqual([])
  })

  test('an applicant may still withdraw what was recalled before the work began', () => {
    const trial = withSide([])
    trial.must(officer('kepala'), recall(disposed(trial)))
    trial.must(applicant(), { type: 'withdraw', reason: '' })
    expect(trial.dossier().status).toBe('withdrawn')
  })
})
