// Every command of the command line, one line each, in the order in which help lists them.

import type { Entry } from './dispatch.ts'

export const commandTable: Entry[] = [
  { name: 'clock due', load: async () => (await import('./commands/clock-due.ts')).clockDue },
]
