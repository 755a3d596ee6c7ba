// Maker is not checker: steps that the policy puts together are not done by one person, under whatever hat.
import { holdersOf } from '../person/holders.ts'
import type { Procedure } from '../procedure/schema.ts'
import { type Context, type Refusal, refuse } from './commands.ts'
import type { Dossier, Task } from './dossier.ts'
import { personOf } from './events.ts'

type Work = { procedure: Pick<Procedure, 'procedure' | 'policy'>; dossier: Pick<Dossier, 'tasks'>; task: Task }

/** Why this person may not do this step although the post may; null where they may. */
export const fourEyesBar = (work: Work, context: Pick<Context, 'by' | 'office' | 'today'>): Refusal | null => {
  const makers = makersBefore(work)
  const person = personOf(context.by)
  if (context.by.kind !== 'post' || person === null || !makers.includes(person)) return null
  const { office, today } = context
  const others = work.task.posts
    .flatMap((post) => holdersOf(office, post, today, work.procedure.procedure))
    .filter((one) => !makers.includes(one.person))
    .map(({ name }) => name)
  const barred = others.length > 0 ? namedOthers([...new Set(others)].join(', ')) : nobodyElse()
  return barred.refusal
}

/** Whoever last finished the steps that this one stands together with. */
export const makersBefore = ({ procedure, dossier, task }: Work): string[] => {
  if (task.kind === 'initial') return writersOf(dossier, task)
  if (task.kind !== 'main') return []
  return apartFrom(procedure, task.step).flatMap((step) => {
    const made = dossier.tasks.findLast((one) => one.kind === 'main' && one.step === step && one.outcome === 'finished')
    return (made?.closedBy ? personOf(made.closedBy) : null) ?? []
  })
}

/** An initial is a check: beside the path nobody gives it to what they wrote themselves under another hat. */
const writersOf = ({ tasks }: Work['dossier'], { parent }: Task): string[] => {
  const written = tasks.find((one) => one.task === parent && one.kind === 'write')
  const writer = written?.closedBy ? personOf(written.closedBy) : null
  return writer === null ? [] : [writer]
}

/** The other steps of each group that names this one. */
export const apartFrom = ({ policy }: Pick<Procedure, 'policy'>, step: string): string[] =>
  (policy.fourEyes ?? [])
    .filter((group) => group.includes(step))
    .flatMap((group) => group.filter((one) => one !== step))

const namedOthers = (names: string) =>
  refuse(
    'not-allowed',
    `Anda sudah mengerjakan langkah pasangannya; pembuat tidak boleh menjadi pemeriksa. Yang dapat mengerjakan langkah ini: ${names}.`,
    `You have done the step that this one checks; maker is not checker. This step can be done by: ${names}.`,
  )

const nobodyElse = () =>
  refuse(
    'not-allowed',
    'Anda sudah mengerjakan langkah pasangannya; pembuat tidak boleh menjadi pemeriksa. Tidak ada orang lain pada jabatan ini hari ini: minta pengelola menunjuk pengganti.',
    'You have done the step that this one checks; maker is not checker. Nobody else does the work of this post today: ask the administrator to name a substitute.',
  )
