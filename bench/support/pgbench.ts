// PostgreSQL's own load generator, saying to the database what `store/handle` said.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Transition } from './calls.ts'
import { type Call, mustFind } from './office.ts'
import type { Measured } from './server.ts'

/** From Debian's postgresql-contrib; the built-in binaries have none. It speaks to newer servers too. */
const PROGRAM = ['17', '16', '15'].map((major) => `/usr/lib/postgresql/${major}/bin/pgbench`).find(existsSync)

/** The arguments of every call, where pgbench finds them by number: unpacked, so that reading them costs little. */
export const storeCalls = async (server: Measured, transitions: readonly Transition[]): Promise<void> => {
  await server.ask('drop table if exists bench_call')
  await server.ask(
    'create table bench_call (n integer, name text, arguments text[] not null, primary key (n, name)) with (fillfactor = 100)',
  )
  await server.ask('alter table bench_call alter arguments set storage external')
  const calls = transitions.flatMap(({ calls }, n) => calls.map((call) => ({ n, ...call })))
  for (let from = 0; from < calls.length; from += 500) {
    const part = calls.slice(from, from + 500).map(({ n, name, values }) => ({
      n,
      name,
      arguments: values.map((value) => (value === null ? null : String(value))),
    }))
    await server.ask(
      `insert into bench_call select n, name, (select array_agg(a order by o) from jsonb_array_elements_text(arguments) with ordinality as x(a, o))
         from jsonb_to_recordset($1::jsonb) as r(n integer, name text, arguments jsonb)`,
      [JSON.stringify(part)],
    )
  }
  await server.ask('grant select on bench_call to mipp_app')
  await server.ask('vacuum analyze bench_call')
}

/** A script that makes the named calls of one transition after another. */
export const scriptOf = async (server: Measured, transition: Transition, names: readonly string[]): Promise<string> => {
  const statements = []
  for (const name of names)
    statements.push(await statementOf(server, mustFind(transition.calls.find((call) => call.name === name))))
  return `\\if :begun = 0
\\set n :client_id
\\set begun 1
\\else
\\set n :n + :clients
\\endif
${statements.join('\n')}
`
}

/** The very text that Node prepares, with its parameters read from the row of the call. */
const statementOf = async (server: Measured, { name, text }: Call): Promise<string> => {
  const [found] = await server.ask<{ types: string[] }>(
    `select array(select format_type(t, null) from unnest(proargtypes) as t) as types from pg_proc where proname = $1`,
    [name],
  )
  const types = mustFind(found).types
  const filled = text.replaceAll(
    /\$(\d+)/g,
    (_, place: string) => `(c.arguments[${place}])::${types[Number(place) - 1]}`,
  )
  return `${filled} from bench_call c where c.n = :n and c.name = '${name}';`
}

/** @returns transitions a second, without the time for connecting */
export const runPgbench = async (
  server: Measured,
  script: string,
  { clients, transitions }: { clients: number; transitions: number },
): Promise<number> => {
  if (PROGRAM === undefined) throw new Error('pgbench is missing: apt-get install postgresql-contrib')
  const folder = await mkdtemp(join(tmpdir(), 'mipp-pgbench-'))
  await writeFile(join(folder, 'script.sql'), script)
  const each = transitions / clients
  const words = [
    '-n',
    '-M',
    'prepared',
    '-c',
    `${clients}`,
    '-t',
    `${each}`,
    '-D',
    'begun=0',
    '-D',
    `clients=${clients}`,
  ]
  const said = await run(PROGRAM, [...words, '-f', join(folder, 'script.sql'), server.url], {
    ...process.env,
    PGOPTIONS: '-c role=mipp_app -c timezone=UTC',
  })
  await rm(folder, { recursive: true })
  const found = /tps = ([\d.]+)/.exec(said)
  if (!found) throw new Error(said)
  return Number(found[1])
}

const run = (program: string, words: string[], env: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve(said) : reject(new Error(said))))
  })
