// The dispositions of a dossier as a program sees them: a list in the order of the tree, each recipient under the disposition that asks.
import { z } from 'zod'
import {
  type Branch,
  type DispositionNode,
  dispositionTree,
  flatTree,
} from '../../../core/dossier/dispositions/tree.ts'
import type { Dossier } from '../../../core/dossier/dossier.ts'
import { says } from '../says.ts'
import { by, byOf, type Reader } from './by.ts'
import { id, moment } from './common.ts'

const ended = z.strictObject({ by, at: moment, note: z.string() })

const recipient = z
  .strictObject({
    task: id,
    posts: z.array(z.string()),
    isOfPath: z
      .boolean()
      .meta(
        says('langkah SOP berikutnya; yang lain di luar jalur', 'the next step of the SOP; others are beside the path'),
      ),
    state: z.enum(['unread', 'read', 'onward', 'done', 'recalled', 'dropped']),
    readAt: moment.nullable(),
    closedAt: moment.nullable(),
    answer: z.string().meta(says('tanggapan penerima di luar jalur', 'what a recipient beside the path has answered')),
  })
  .meta({ id: 'DispositionRecipient' })

export const dispositionShape = z
  .strictObject({
    task: id.meta(says('tugas yang didisposisikan', 'the task that was disposed of')),
    depth: z.int().meta(says('0 untuk akar pohon', '0 at the root of the tree')),
    by,
    at: moment,
    instructions: z.array(z.string()),
    note: z.string(),
    dueOn: z.string().nullable().meta(says('dijawab paling lambat', 'to be answered by')),
    again: id.nullable().meta(says('tugas yang ditanyakan lagi', 'the task that is asked about again')),
    closed: ended.nullable(),
    recalled: ended.nullable(),
    recipients: z.array(recipient),
  })
  .meta({ id: 'DispositionNode' })

type Shaped = z.output<typeof dispositionShape>

export const dispositionsOf = (dossier: Dossier, reader: Reader): Shaped[] =>
  flatTree(dispositionTree(dossier)).map(({ node, depth }) => shaped(node, depth, reader))

const shaped = ({ disposition, branches }: DispositionNode, depth: number, reader: Reader): Shaped => {
  const { task, at, instructions, note, dueOn, again, closed, recalled } = disposition
  return {
    task,
    depth,
    by: byOf(disposition.by, reader),
    at,
    instructions,
    note,
    dueOn,
    again,
    closed: closed && { ...closed, by: byOf(closed.by, reader) },
    recalled: recalled && { by: byOf(recalled.by, reader), at: recalled.at, note: recalled.reason },
    recipients: branches.map(recipientOf),
  }
}

const recipientOf = ({ task, isOfPath, state }: Branch): Shaped['recipients'][number] => ({
  task: task.task,
  posts: task.posts,
  isOfPath,
  state,
  readAt: task.read?.at ?? null,
  closedAt: task.closedAt,
  answer: isOfPath ? '' : task.note,
})
