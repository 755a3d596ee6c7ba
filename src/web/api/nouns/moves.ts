// Moving a running dossier to the edition in force: what would change for it, and the act itself.
import { z } from 'zod'
import { openMainTasks } from '../../../core/dossier/dossier.ts'
import { sentence } from '../../../core/sentence.ts'
import { byOfficer } from '../../acting.ts'
import { mayMove, newerEdition, plannedMove } from '../../editions/moving.ts'
import { bad, type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { bilingual, id } from '../shapes/common.ts'
import { done } from '../shapes/done.ts'
import { onDossier } from './on-task.ts'
import { openDossier } from './open-dossier.ts'

const place = z.object({ dossier: id })
const steps = z.array(z.string())

const plan = z
  .strictObject({
    edition: z.string().meta(says('edisi berkas ini', 'the edition of this dossier')),
    inForce: z
      .string()
      .nullable()
      .meta(
        says(
          'edisi yang berlaku hari ini, bila lain dari edisi berkas ini',
          'the edition in force today, where it is another one',
        ),
      ),
    mayMove: z.boolean(),
    bar: bilingual.nullable().meta(says('yang menghalangi pemindahan', 'what stands in the way of a move')),
    tasks: z.array(
      z.strictObject({
        task: id,
        step: z.string(),
        becomes: z
          .string()
          .nullable()
          .meta(says('null bila harus dipilih di `steps`', 'null where it must be chosen in `steps`')),
      }),
    ),
    added: steps,
    removed: steps,
    missingFields: steps,
    missingPapers: steps,
  })
  .meta({ id: 'EditionPlan' })

const moving = z
  .strictObject({
    edition: z.string().max(100),
    steps: z
      .record(z.string().max(100), z.string().max(100))
      .default({})
      .meta(
        says(
          'langkah edisi baru yang menggantikan langkah yang sedang berjalan, bila namanya lain',
          'the step of the new edition that stands for one that is open, where its name is another',
        ),
      ),
    reason: z.string().trim().min(1).max(2000),
  })
  .meta({ id: 'MoveEdition' })

export const moveEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'getEditionPlan',
    path: '/dossiers/{dossier}/edition',
    tag: 'dossier',
    scope: 'read',
    params: place,
    summary: sentence(
      'Edisi berkas ini, dan rencana memindahkannya ke edisi yang berlaku',
      'The edition of a dossier, and the plan to move it to the one in force',
    ),
    answer: plan,
    problems: ['not-allowed'],
    handle: async (call) => {
      const opened = await openDossier(call, call.params.dossier, 'see-inside')
      if (!opened.ok) return opened
      const { procedure, dossier } = opened.found
      const running = { agency: call.agency, procedure, dossier }
      const to = newerEdition(running)
      const planned = to ? plannedMove(running, to, {}) : null
      const open = openMainTasks(dossier).map(({ task, step }) => ({
        task,
        step,
        becomes: planned ? (planned.plan.tasks.find((one) => one.task === task)?.step ?? null) : step,
      }))
      return good({
        edition: procedure.edition,
        inForce: to?.edition ?? null,
        mayMove: to !== null && mayMove(call.caller.actor, running),
        bar: planned?.bar?.sentence ?? null,
        tasks: open,
        added: planned?.plan.added.map((step) => step.step) ?? [],
        removed: planned?.plan.removed.map((step) => step.step) ?? [],
        missingFields: planned?.plan.missingFields ?? [],
        missingPapers: planned?.plan.missingPapers ?? [],
      })
    },
  }),
  endpoint('post', {
    id: 'moveEdition',
    path: '/dossiers/{dossier}/edition',
    tag: 'dossier',
    scope: 'work',
    isCommand: true,
    params: place,
    summary: sentence(
      'Pindahkan berkas ke edisi yang berlaku, dengan alasan',
      'Move a dossier to the edition in force, with a reason',
    ),
    body: moving,
    example: { edition: '2025-05', reason: 'SOP edisi baru berlaku' },
    answer: done,
    problems: ['not-allowed', 'not-open', 'already-done', 'effect-running'],
    handle: (call) =>
      onDossier(call, {
        act: 'see-inside',
        hats: (opened) => [byOfficer(call.caller, opened)],
        command: ({ procedure, dossier }) => {
          const running = { agency: call.agency, procedure, dossier }
          if (!mayMove(call.caller.actor, running)) return bad('not-allowed')
          // Sent again, or already there: the key, or the core, says so.
          const isThere = procedure.edition === call.body.edition
          if (!isThere && newerEdition(running)?.edition !== call.body.edition) return bad('not-allowed', NOT_IN_FORCE)
          return { type: 'move-edition', ...call.body }
        },
      }),
  }),
]

const NOT_IN_FORCE = sentence(
  'Berkas hanya dapat dipindahkan ke edisi yang berlaku hari ini. Lihat `inForce` pada `GET /dossiers/{dossier}/edition`.',
  'A dossier can only be moved to the edition in force today. See `inForce` of `GET /dossiers/{dossier}/edition`.',
)
