// Builds the program when its sources changed, then runs its command line in this process.

import { pathToFileURL } from 'node:url'
import { buildProgram } from '../src/main/build.ts'

const program = await buildProgram()
process.setSourceMapsEnabled(true)
await import(pathToFileURL(program).href)
