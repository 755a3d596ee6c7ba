// The histories that dossiers are made after: every way that a request can go, in the proportions of a working office.
import { stepNamed } from '../../src/core/procedure/flow.ts'
import type { Procedure } from '../../src/core/procedure/schema.ts'
import { COMMENTS, PRAISE, REASONS } from './names.ts'
import { type Random, randomOf } from './random.ts'
import {
  applicantOf,
  askInitials,
  complete,
  type Fate,
  fileLetter,
  formOf,
  type History,
  nextTask,
  type Office,
  officerOf,
  paperOf,
  type Walk,
  walkOf,
} from './walk.ts'

export type Way = Pick<Fate, 'kind' | 'target' | 'comes'> & Pick<Partial<Fate>, 'stopAt' | 'fails' | 'withdrawAt'>

/** @param seed of the fill; the same way and place give the same history */
export const historyOf = (office: Office, way: Way, { seed, place }: { seed: number; place: number }): History => {
  const chance = randomOf(seed, place, 1)
  const walk = walkOf(office, fateOf(way, chance), chance)
  submit(walk)
  for (let moves = 0; walk.dossier().status === 'open'; moves += 1) {
    const task = nextTask(walk)
    if (!task || moves > 40) throw new Error('A history of the fill does not come to its end')
    // A returned one has been through this step before: it stops when it comes round again.
    if (task.step === way.stopAt && (way.comes !== 'returned' || task.round > 1 || task.step === 'ajukan')) {
      if (way.stopAt === 'surat-akun' && chance.isOnce(0.5)) askInitials(walk, task)
      break
    }
    if (turnAside(walk, task.task, task.step)) continue
    complete(walk, task)
    if (way.fails && task.step === 'buat') break
    if (task.round === 1) maybeComment(walk)
  }
  if (walk.dossier().status === 'finished') rate(walk)
  return walk
}

const fateOf = (way: Way, chance: Random): Fate => ({
  ...way,
  channel: chance.isOnce(0.12) ? 'counter' : 'online',
  urgency: chance.isOnce(0.7) ? 'biasa' : chance.isOnce(0.85) ? 'segera' : 'sangat-segera',
  secrecy: chance.isOnce(0.9) ? 'biasa' : chance.isOnce(0.7) ? 'terbatas' : 'rahasia',
  byHand: chance.isOnce(0.2),
  alsoTo: chance.isOnce(0.15),
  comments: chance.isOnce(0.15) ? 1 + chance.below(2) : 0,
  rating: chance.isOnce(0.45) ? chance.pick([4, 4, 4, 3, 3, 2, 1]) : null,
})

const submit = (walk: Walk): void => {
  const { personal } = walk.standIns
  const isOnline = walk.fate.channel === 'online'
  walk.give('submit', isOnline ? applicantOf(walk) : officerOf(walk, 'pelaksana'), {
    type: 'submit',
    form: formOf(walk),
    papers: [paperOf(walk, 'surat-permohonan', 'surat-permohonan.pdf')],
    client: personal.client,
    applicant: isOnline ? personal.applicant : null,
    channel: walk.fate.channel,
    trackingCode: personal.tracking,
  })
}

/** Returned, refused or withdrawn, when this is the place for it. */
const turnAside = (walk: Walk, task: string, step: string): boolean => {
  const { fate, office } = walk
  const { policy } = office.procedure
  const reason = walk.chance.pick(REASONS)
  if (fate.comes === 'returned' && policy.return?.from.includes(step) && walk.dossier().returns.length === 0) {
    walk.give('officer', officerOf(walk, postAt(office.procedure, step)), { type: 'return', task, reason })
    return true
  }
  if (fate.comes === 'rejected' && policy.reject?.by.includes(step)) {
    walk.give('officer', officerOf(walk, postAt(office.procedure, step)), { type: 'reject', task, reason })
    if (policy.reject.letter) fileLetter(walk, null, policy.reject.letter)
    return true
  }
  if (fate.comes === 'withdrawn' && fate.withdrawAt === step) {
    walk.give('applicant', applicantOf(walk), {
      type: 'withdraw',
      reason: 'Kebutuhan sudah terpenuhi dengan cara lain.',
    })
    return true
  }
  return false
}

const postAt = (procedure: Procedure, step: string): string =>
  stepNamed(procedure, step)?.actor.flatMap((key) => procedure.actors[key]?.post ?? [])[0] ?? ''

const maybeComment = (walk: Walk): void => {
  const { fate, chance } = walk
  if (walk.dossier().comments.length >= fate.comments || walk.dossier().status !== 'open') return
  const isClient = fate.channel === 'online' && chance.isOnce(0.5)
  const text = chance.pick(COMMENTS)
  const by = isClient ? applicantOf(walk) : officerOf(walk, 'pelaksana')
  walk.give(isClient ? 'applicant' : 'officer', by, { type: 'comment', text, visibleToApplicant: chance.isOnce(0.5) })
}

const rate = (walk: Walk): void => {
  const { rating } = walk.fate
  if (rating === null || walk.fate.channel === 'counter') return
  walk.give('applicant', applicantOf(walk), { type: 'rate', score: rating, comment: walk.chance.pick(PRAISE) })
}
