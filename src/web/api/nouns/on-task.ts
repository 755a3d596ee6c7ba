// A command upon one task or upon the whole dossier: opened, under the right hat, within the scope, and done once.
import type { z } from 'zod'
import type { Command } from '../../../core/dossier/commands.ts'
import { type Task, taskNamed } from '../../../core/dossier/dossier.ts'
import type { By } from '../../../core/dossier/events.ts'
import type { DossierAct } from '../../../core/person/may.ts'
import { scopeOfCommand } from '../../../core/person/scopes.ts'
import type { DossierRecord } from '../../../store/dossiers.ts'
import { byForTask } from '../../acting.ts'
import { runCommand } from '../command.ts'
import { bad, type Call, type Caller, good, narrow, type Reply } from '../endpoint.ts'
import type { ProblemFacts } from '../problem.ts'
import type { done } from '../shapes/done.ts'
import { findDossier, type OpenDossier } from './open-dossier.ts'

type On<P> = Call<P, unknown, unknown, Caller>
type Wanted = Command | { ok: false; problem: ProblemFacts }
type Done = Promise<Reply<z.output<typeof done>>>

type Wearing = {
  /** What no page offers to applicants. */
  isForOfficers?: boolean
  /** Where it is not the hat that the task waits for. */
  hat?: (opened: OpenDossier, task: Task) => By | null
}

/** Under the hat that the task waits for, unless told otherwise. */
export const onTask = async (
  call: On<{ dossier: string; task: string }>,
  commandOf: (opened: OpenDossier, task: Task) => Wanted | Promise<Wanted>,
  { isForOfficers = false, hat }: Wearing = {},
): Done => {
  const opened = await findDossier(call, call.params.dossier)
  if (!opened.ok) return opened
  const task = taskNamed(opened.found.dossier, call.params.task)
  // Of the office's own tasks an applicant learns nothing, not even that there is one.
  if (!task || !(opened.found.isInside || task.forApplicant)) return bad('not-found')
  const by = hat ? hat(opened.found, task) : byForTask(call.caller, { ...opened.found, task })
  if (!by || (isForOfficers && by.kind !== 'post')) return bad('not-yours')
  return under(call, { by, known: opened.found.record }, () => commandOf(opened.found, task))
}

type OnDossier = {
  /** What the caller must be allowed by the table that the pages go by too. */
  act: DossierAct
  /** The hats that this takes, the likelier first: one that the token reaches is worn. */
  hats: (opened: OpenDossier) => readonly (By | null)[]
  command: (opened: OpenDossier) => Wanted | Promise<Wanted>
}

export const onDossier = async (call: On<{ dossier: string }>, { act, hats, command }: OnDossier): Done => {
  const opened = await findDossier(call, call.params.dossier, act)
  if (!opened.ok) return opened
  const worn = hats(opened.found).filter((by) => by !== null)
  const by = worn.find((one) => reaches(call, one)) ?? worn[0]
  return by ? under(call, { by, known: opened.found.record }, () => command(opened.found)) : bad('not-allowed')
}

const reaches = ({ caller }: { caller: Caller }, by: By): boolean =>
  (by.kind === 'post' || by.kind === 'client') && caller.scopes.includes(scopeOfCommand(by.kind))

const under = async (
  call: On<{ dossier: string }>,
  { by, known }: { by: By; known: DossierRecord },
  commandOf: () => Wanted | Promise<Wanted>,
): Done => {
  if ((by.kind === 'post' || by.kind === 'client') && !reaches(call, by)) return narrow([scopeOfCommand(by.kind)])
  const command = await commandOf()
  if ('problem' in command) return command
  const ran = await runCommand(call, { dossier: call.params.dossier, known, by, command }, call.body ?? null)
  return ran.ok
    ? good({ dossier: ran.dossier, number: ran.number, version: ran.version, repeated: ran.isRepeated })
    : ran
}
