// The folder of the project: a bundled program cannot tell it from its own place, so its starter names it.

import { fileURLToPath } from 'node:url'

export function projectRoot(): string {
  return process.env.MIPP_ROOT ?? fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
}
