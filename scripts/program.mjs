// Builds the program when its sources changed, then runs its command line in this process.

import { pathToFileURL } from 'node:url'
import { buildProgram } from '../src/main/build.ts'

const program = await buildProgram().catch(() => {
  // The bundler has said above what is wrong, with file and line.
  console.error('Sumber MIPP tidak dapat dibangun. / The sources of MIPP cannot be built.')
  process.exit(1)
})
process.setSourceMapsEnabled(true)
await import(pathToFileURL(program).href)
