// A disposition: standard instructions, a note, the initial; the next post gets the step, others get side tasks.
import { z } from 'zod'
import type { Procedure, Step } from '../../procedure/schema.ts'
import { type Place, refuse } from '../commands.ts'
import type { Fact } from '../events.ts'
import { act, exit, note } from './rule.ts'

export const disposeAnswer = z.object({
  instructions: z.array(z.string()).default([]),
  alsoTo: z.array(z.string()).default([]),
  note,
  exit,
})

export const dispose = act(
  disposeAnswer,
  ({ procedure, step, task, context }, { instructions, alsoTo, note, exit }) => {
    const { agency, by, newId } = context
    const wrong = [
      ...unlisted('instructions', instructions, agency.instructions),
      ...unlisted('alsoTo', alsoTo, agency.posts),
    ]
    if (wrong.length > 0) {
      return refuse(
        'invalid-answer',
        'Pilih petunjuk dan penerima dari daftar yang tersedia.',
        'Choose instructions and recipients from the list.',
        wrong,
      )
    }
    const next = nextPost(procedure, step) ?? []
    const own = by.kind === 'post' ? by.post : undefined
    const others = furtherPosts({ procedure, step, own, posts: [...new Set(alsoTo)] })
    const disposed: Fact = { type: 'disposed', task: task.task, to: [next, others].flat(), instructions, note }
    const sides = others.map(
      (post): Fact => ({
        type: 'side-task-opened',
        task: newId(),
        parent: task.task,
        step: step.step,
        purpose: 'attention',
        post,
        letter: null,
      }),
    )
    return { ok: true, facts: [disposed, ...sides], closing: { closes: 'step', exit, note } }
  },
)

const unlisted = (name: string, chosen: readonly string[], listed: readonly string[]): Place[] =>
  chosen.flatMap((one, index) => (listed.includes(one) ? [] : [[name, index]]))

type Further = { procedure: Procedure; step: Step; own: string | undefined; posts: readonly string[] }

/** Whoever gets the step next, and whoever disposes, needs no side task. */
export const furtherPosts = ({ procedure, step, own, posts }: Further): string[] =>
  posts.filter((post) => post !== own && post !== nextPost(procedure, step))

const nextPost = (procedure: Procedure, { forwardsTo }: Step): string | undefined =>
  forwardsTo === undefined ? undefined : procedure.actors[forwardsTo]?.post
