// mipp serve: the pages, and the worker beside them unless it runs elsewhere.
import { parseArgs } from 'node:util'
import { backUpBeforeUpgrade } from '../backup/before-upgrade.ts'
import type { Command, Io } from '../command.ts'
import { type Config, readConfig } from '../config.ts'
import { openDatabase } from '../database.ts'
import { createLog } from '../log.ts'
import { OperatorError } from '../operator-error.ts'
import { checkPortIsFree } from '../port.ts'
import { prepareDatabase } from '../prepare-database.ts'
import { startServer } from '../server.ts'
import { whenAskedToStop } from '../stop-signal.ts'
import { type Office, openOffice } from '../wiring.ts'
import { startWork, workOptionsOf } from '../work.ts'

export const serveCommand: Command = {
  name: 'serve',
  usage: '[--demo] [--no-work]',
  about:
    'Menjalankan halaman dan pekerja. / Runs the pages and the worker. --no-work: the worker runs elsewhere (mipp work).',
  run: async (args, io) => {
    const { values } = parseArgs({
      args,
      options: { demo: { type: 'boolean', default: false }, 'no-work': { type: 'boolean', default: false } },
    })
    const config = readConfig(io.env, io.env.MIPP_ROOT ?? io.cwd)
    for (const warning of config.warnings) io.err(`${warning.id} / ${warning.en}`)
    await checkPortIsFree(config)
    const stopped = whenAskedToStop()
    const closers: (() => Promise<void>)[] = []
    try {
      const died = await start(config, io, { wantsDemo: values.demo, works: !values['no-work'] }, closers)
      await Promise.race([stopped, ...died])
      io.out('Berhenti dengan tertib ... / Stopping ...')
    } finally {
      for (const close of closers.reverse()) await close()
    }
    return 0
  },
}

type Wish = { wantsDemo: boolean; works: boolean }

/** @returns parts whose end is the end of the office: whoever watches over it starts it again */
const start = async (
  config: Config,
  io: Io,
  wish: Wish,
  closers: (() => Promise<void>)[],
): Promise<Promise<never>[]> => {
  const say = (line: string) => io.out(line)
  const database = await openDatabase(config, { log: say })
  closers.push(database.stop)
  const backUp = backUpBeforeUpgrade(config, { url: database.url, say })
  await prepareDatabase(database.url, wish.wantsDemo, say, backUp)
  const log = createLog(wish.wantsDemo && !io.env.MIPP_LOG_LEVEL ? 'warn' : config.logLevel)
  const office = await openOffice({ config, databaseUrl: database.url, log })
  closers.push(office.close)
  if (wish.works) closers.push((await startWork(database.url, office.tools, log, workOptionsOf(config))).stop)
  const server = await startServer(office, config)
  closers.push(server.stop)
  announce(office, config, server.port, say)
  return database.ended ? [database.ended.then(databaseDied)] : []
}

const databaseDied = (): never => {
  throw new OperatorError(
    'PostgreSQL bawaan berhenti sendiri. Lihat postgres.log di folder data, lalu jalankan MIPP lagi.',
    'The built-in PostgreSQL ended by itself. See postgres.log in the data folder, then start MIPP again.',
  )
}

const announce = (office: Office, config: Config, port: number, say: (line: string) => void): void => {
  const hosts = office.catalogue.agencies.map(({ agency }) => ({
    name: agency.short,
    url: office.tools.publicUrl(agency.agency),
  }))
  say('')
  say('  MIPP siap. / MIPP is ready.')
  for (const { name, url } of hosts) say(`    ${name.padEnd(24)} ${url}`)
  if (office.isDemo) {
    say('')
    say('  Masuk: buka alamat di atas, pilih "Masuk", lalu pilih satu peran peragaan (tanpa kata sandi).')
    say('  Sign in: open an address above, choose "Masuk", then a demo role (no password).')
    for (const { agency } of office.catalogue.agencies) {
      const dns = office.tools.dns(agency.agency)
      if (dns?.isStandIn)
        say(
          `  DNS peragaan / demo DNS (${agency.short}): dig @${dns.asks.host} -p ${dns.asks.port} NAMA.${agency.names.zone}`,
        )
    }
  }
  say(
    `  Data: ${config.databaseUrl ? 'DATABASE_URL' : config.dataFolder}   Port: ${port}   Ctrl-C untuk berhenti / to stop`,
  )
  say('')
}
