// Is a procedure sound? Errors: it cannot run. Warnings: odd, and quiet once a remark names the step.
import type { Found } from './found.ts'
import { actFaults } from './lint-acts.ts'
import { clockFaults } from './lint-clock.ts'
import { confidentialFaults } from './lint-confidential.ts'
import { flowFaults } from './lint-flow.ts'
import { formFaults } from './lint-form.ts'
import { sizeFaults } from './lint-form-size.ts'
import { meetingFaults } from './lint-meeting.ts'
import { nameFaults } from './lint-names.ts'
import { oddities } from './lint-oddities.ts'
import { startFaults } from './lint-starts.ts'
import { type Fault, readProcedure } from './read.ts'
import type { Procedure } from './schema.ts'

/** All faults of one file at once, by line. */
export const lintProcedure = (source: string): Fault[] => {
  const read = readProcedure(source)
  if (!read.ok) return byLine(read.faults)
  return byLine(
    soundness(read.procedure).map(({ path, severity, sentence }) => ({ line: read.lineOf(path), severity, sentence })),
  )
}

export const soundness = (procedure: Procedure): Found[] => {
  const names = [
    ...nameFaults(procedure),
    ...formFaults(procedure),
    ...sizeFaults(procedure),
    ...startFaults(procedure),
    ...confidentialFaults(procedure),
    ...clockFaults(procedure),
  ]
  return [
    ...names,
    ...actFaults(procedure),
    ...(names.length > 0 ? [] : [...flowFaults(procedure), ...meetingFaults(procedure)]),
    ...oddities(procedure),
  ]
}

const byLine = (faults: Fault[]): Fault[] => [...faults].sort((a, b) => a.line - b.line)
