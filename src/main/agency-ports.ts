// Which outside systems each agency has: its real ones by the environment, stand-ins in a demo, or its own hands.
import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createByHandDns } from '../adapters/dns/by-hand.ts'
import type { DnsPort } from '../adapters/dns/port.ts'
import { createPowerDns } from '../adapters/dns/powerdns.ts'
import { createStandInDns } from '../adapters/dns/stand-in.ts'
import { createByHandHosting } from '../adapters/hosting/by-hand.ts'
import type { HostingPort } from '../adapters/hosting/port.ts'
import { createStandInHosting } from '../adapters/hosting/stand-in.ts'
import type { Catalogue, OfficeFiles } from '../core/agency/catalogue.ts'
import { type Config, configOfAgency } from './config.ts'

export type AgencyPorts = {
  dns: (agency: string) => DnsPort | undefined
  hosting: (agency: string) => HostingPort | undefined
  stop: () => Promise<void>
}

type Ports = { dns?: DnsPort; hosting?: HostingPort; stops: (() => Promise<void>)[] }

/** A public resolver of the country's registry would do as well; the office sets its own in MIPP_DNS_<AGENCY>_SERVER. */
const RESOLVER_OF_MACHINE = { host: '127.0.0.1', port: 53, role: 'resolver' as const }

export const openAgencyPorts = async (config: Config, catalogue: Catalogue, isDemo: boolean): Promise<AgencyPorts> => {
  const byAgency = new Map<string, Ports>()
  for (const [place, data] of catalogue.agencies.entries())
    byAgency.set(data.agency.agency, await portsOf(config, data, isDemo ? place : null))
  return {
    dns: (agency) => byAgency.get(agency)?.dns,
    hosting: (agency) => byAgency.get(agency)?.hosting,
    stop: async () => {
      for (const { stops } of byAgency.values()) for (const stop of stops) await stop()
    },
  }
}

const portsOf = async (
  config: Config,
  { agency }: Pick<OfficeFiles, 'agency'>,
  demoPlace: number | null,
): Promise<Ports> => {
  const set = configOfAgency(config, agency.agency)
  const { zone } = agency.names
  const stops: (() => Promise<void>)[] = []
  const isDemo = demoPlace !== null
  const folder = join(config.dataFolder, 'stand-in', agency.agency)
  if (isDemo) await mkdir(folder, { recursive: true })

  const dns = async (): Promise<DnsPort> => {
    if (set.dns) return createPowerDns({ apiUrl: set.dns.url, apiKey: set.dns.key, zone, dns: set.dns.server })
    if (!isDemo) return createByHandDns({ zone, asks: RESOLVER_OF_MACHINE })
    return started(
      (port) => createStandInDns({ zone, file: join(folder, 'dns.json'), port }),
      demoPort(config, 10, demoPlace ?? 0),
      stops,
    )
  }
  const hosting = async (): Promise<HostingPort | null> => {
    if (set.hosting) return createByHandHosting(set.hosting)
    if (!isDemo) return agency.hosting ? createByHandHosting({ address: agency.hosting.address, port: 80 }) : null
    const file = join(folder, 'hosting.json')
    return started(
      (port) => createStandInHosting({ file, port, randomBytes: (size) => randomBytes(size) }),
      demoPort(config, 20, demoPlace ?? 0),
      stops,
    )
  }
  const space = await hosting()
  return { dns: await dns(), ...(space ? { hosting: space } : {}), stops }
}

/** The same port at every start, so that people can ask it themselves; any free one where it is taken. */
const demoPort = (config: Config, offset: number, place: number): number =>
  config.port === 0 ? 0 : (config.port + offset + place) % 65536

type StandIn = { start: () => Promise<unknown>; stop: () => Promise<void> }

const started = async <T extends StandIn>(
  make: (port: number) => T,
  wanted: number,
  stops: (() => Promise<void>)[],
): Promise<T> => {
  const standIn = make(wanted)
  const running = await standIn.start().then(
    () => standIn,
    () => null,
  )
  const used = running ?? make(0)
  if (!running) await used.start()
  stops.push(used.stop)
  return used
}
