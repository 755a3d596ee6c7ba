// Starts a real PowerDNS of the machine on free loopback ports, with a zone of its own in a temporary database.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { findCommand, powerDnsServer } from './debian.ts'

export type RunningPowerDns = {
  apiUrl: string
  apiKey: string
  zone: string
  dnsHost: string
  dnsPort: number
  /** As an administrator would, past the product. */
  setByHand: (recordSet: Record<string, unknown>) => Promise<void>
  /** At once and without a word, as in a power cut; its zone stays on disk. */
  kill: () => Promise<void>
  revive: () => Promise<void>
  stop: () => Promise<void>
}

const schemaFile = '/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql'
const dnsHost = '127.0.0.1'
const apiKey = 'kunci-untuk-uji'

export const isPowerDnsHere = (): boolean => findCommand(powerDnsServer.command) !== null

export const startPowerDns = async (zone: string): Promise<RunningPowerDns> => {
  const folder = await mkdtemp(join(tmpdir(), 'mipp-powerdns-'))
  await makeDatabase(join(folder, 'zones.sqlite3'))
  const [dnsPort, apiPort] = await freePorts()
  let child = launch(folder, dnsPort, apiPort)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null && child.kill(signal)) await once(child, 'exit')
  }
  const stop = async (): Promise<void> => {
    await end('SIGTERM')
    await rm(folder, { recursive: true, force: true })
  }
  const apiUrl = `http://${dnsHost}:${apiPort}`
  try {
    await untilReady(child, apiUrl)
    await makeZone(apiUrl, zone)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    apiUrl,
    apiKey,
    zone,
    dnsHost,
    dnsPort,
    setByHand: (recordSet) => setByHand(apiUrl, zone, recordSet),
    kill: () => end('SIGKILL'),
    revive: async () => {
      child = launch(folder, dnsPort, apiPort)
      await untilReady(child, apiUrl)
    },
    stop,
  }
}

const makeDatabase = async (file: string): Promise<void> => {
  const database = new DatabaseSync(file)
  database.exec(await readFile(schemaFile, 'utf8'))
  database.close()
}

const freePorts = async (): Promise<[number, number]> => {
  const servers = [createServer(), createServer()]
  const ports = await Promise.all(
    servers.map(async (server) => {
      await once(server.listen(0, dnsHost), 'listening')
      const address = server.address()
      return typeof address === 'object' && address ? address.port : 0
    }),
  )
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return [ports[0] ?? 0, ports[1] ?? 0]
}

const launch = (folder: string, dnsPort: number, apiPort: number): ChildProcess => {
  const settings = {
    launch: 'gsqlite3',
    'gsqlite3-database': join(folder, 'zones.sqlite3'),
    'local-address': dnsHost,
    'local-port': dnsPort,
    'socket-dir': folder,
    api: 'yes',
    'api-key': apiKey,
    'webserver-address': dnsHost,
    'webserver-port': apiPort,
    'webserver-allow-from': dnsHost,
    'security-poll-suffix': '',
    daemon: 'no',
    guardian: 'no',
  }
  const command = findCommand(powerDnsServer.command) ?? powerDnsServer.command
  const words = Object.entries(settings).map(([name, value]) => `--${name}=${value}`)
  return spawn(command, ['--no-config', ...words], { stdio: 'ignore' })
}

const untilReady = async (child: ChildProcess, apiUrl: string): Promise<void> => {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`pdns_server ended with ${child.exitCode} before it was ready`)
    const isUp = await fetch(`${apiUrl}/api/v1/servers/localhost`, { headers: { 'x-api-key': apiKey } }).then(
      (response) => response.ok,
      () => false,
    )
    if (isUp) return
    await pause(25)
  }
  throw new Error('pdns_server did not become ready')
}

const makeZone = (apiUrl: string, zone: string): Promise<void> =>
  call('POST', `${apiUrl}/api/v1/servers/localhost/zones`, {
    name: `${zone}.`,
    kind: 'Native',
    nameservers: [`ns.${zone}.`],
  })

const setByHand = (apiUrl: string, zone: string, recordSet: Record<string, unknown>): Promise<void> =>
  call('PATCH', `${apiUrl}/api/v1/servers/localhost/zones/${zone}.`, {
    rrsets: [{ ...recordSet, changetype: 'REPLACE' }],
  })

const call = async (method: string, url: string, body: unknown): Promise<void> => {
  const headers = { 'x-api-key': apiKey, 'content-type': 'application/json' }
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`PowerDNS refused ${method} ${url}: ${await response.text()}`)
}
