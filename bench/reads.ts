// bench reads: what pages cost the server and the wire, with few and with very many dossiers stored, in the same run.
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { figuresOf, type Measured } from './reads/measure.ts'
import { type Kind, kindsOf } from './reads/pages.ts'
import { tellReads } from './reads/tell.ts'
import { filledOffice } from './support/filled-office.ts'
import { startProgram } from './support/running-server.ts'
import { signedIn } from './support/sessions.ts'

const { values } = parseArgs({
  options: {
    counts: { type: 'string', default: '1000,1000000' },
    rounds: { type: 'string', default: '200' },
    only: { type: 'string' },
  },
})

/** One office of each size, all at work at once, so that what else the machine does falls on all of them alike. */
const open = async (count: number) => {
  const office = await filledOffice({ count })
  const server = await startProgram(office)
  const kinds = await kindsOf(office, server.port, await signedIn(office.url))
  return { count, office, server, kinds }
}

const offices = []
try {
  for (const count of values.counts.split(',').map(Number)) offices.push(await open(count))
  const names = (offices[0]?.kinds ?? [])
    .map(({ name }: Kind) => name)
    .filter((name) => name.includes(values.only ?? ''))
  const measured: Measured[] = []
  const atRest = await Promise.all(offices.map(({ server }) => server.residentMiB()))
  for (const name of names) measured.push(await figuresOf(name, offices, Number(values.rounds)))
  console.log(
    await tellReads({
      measured,
      servers: await Promise.all(
        offices.map(async ({ count, server, office }, at) => ({
          count,
          startMs: server.startMs,
          restMiB: atRest[at] ?? 0,
          afterMiB: await server.residentMiB(),
          bytes: await office.bytes(),
        })),
      ),
      port: offices[0]?.server.port ?? 0,
      load: loadavg()[0] ?? 0,
    }),
  )
} finally {
  for (const { server, office } of offices) {
    await server.stop()
    await office.stop()
  }
}
