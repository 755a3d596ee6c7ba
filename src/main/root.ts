// The folder of the project. The bundle keeps the meaning of `import.meta.url` (see build.ts), so this holds there too.

import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = (): string => dirname(dirname(dirname(fileURLToPath(import.meta.url))))
