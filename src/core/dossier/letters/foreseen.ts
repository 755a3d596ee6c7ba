// Which post will stand under a letter that is still a draft, whoever looks at it meanwhile.
import type { Procedure } from '../../procedure/schema.ts'
import { type Dossier, type Task, taskNamed } from '../dossier.ts'
import type { Letter } from './letter.ts'

/** Beside the path as it was chosen; on the path the post whose step signs it, or else sends it. */
export const foreseenSigner = (
  procedure: Procedure,
  { dossier, task, letter }: { dossier: Dossier; task: Task; letter: Letter },
): string => {
  if (letter.beside) return letter.beside.signer
  const written = taskNamed(dossier, task.kind === 'main' ? task.task : (task.parent ?? '')) ?? task
  return postAt(procedure, letter.letter, 'sign') ?? postAt(procedure, letter.letter, 'send') ?? written.posts[0] ?? ''
}

const postAt = ({ steps, actors }: Procedure, letter: string, act: 'sign' | 'send'): string | undefined => {
  const step = steps.findLast((one) => one.letter === letter && one.act === act)
  return step && [step.actor].flat().flatMap((actor) => actors[actor]?.post ?? [])[0]
}
