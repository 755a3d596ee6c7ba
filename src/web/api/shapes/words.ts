// Closed lists of the dossier, as zod wants them; the compiler compares them with the core's own.
import type { Status, Task } from '../../../core/dossier/dossier.ts'
import type { Secrecy, Urgency } from '../../../core/dossier/events.ts'

export const STATUS = ['open', 'finished', 'rejected', 'withdrawn'] as const satisfies readonly Status[]
export const TASK_KINDS = ['main', 'attention', 'initial', 'write', 'sign'] as const satisfies readonly Task['kind'][]
export const URGENCY = ['biasa', 'segera', 'sangat-segera'] as const satisfies readonly Urgency[]
export const SECRECY = ['biasa', 'terbatas', 'rahasia'] as const satisfies readonly Secrecy[]
