// Which version of MIPP this is.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from './root.ts'

const Package = z.object({ version: z.string() })

export const programVersion = async (): Promise<string> =>
  Package.parse(JSON.parse(await readFile(join(projectRoot(), 'package.json'), 'utf8'))).version
