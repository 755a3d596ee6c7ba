// Which outside systems each agency has: its real ones by the environment, stand-ins in a demo, or its own hands.
import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { AgencyData, Catalogue } from '../core/agency/catalogue.ts'
import { createByHandDns } from '../adapters/dns/by-hand.ts'
import type { DnsPort } from '../adapters/dns/port.ts'
import { createPowerDns } from '../adapters/dns/powerdns.ts'
import { createStandInDns } from '../adapters/dns/stand-in.ts'
import { createByHandHosting } from '../adapters/hosting/by-hand.ts'
import type { HostingPort } from '../adapters/hosting/port.ts'
import { createStandInHosting } from '../adapters/hosting/stand-in.ts'
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
  for (const data of catalogue.agencies) byAgency.set(data.agency.agency, await portsOf(config, data, isDemo))
  return {
    dns: (agency) => byAgency.get(agency)?.dns,
    hosting: (agency) => byAgency.get(agency)?.hosting,
    stop: async () => {
      for (const { stops } of byAgency.values()) for (const stop of stops) await stop()
    },
  }
}

const portsOf = async (config: Config, { agency }: AgencyData, isDemo: boolean): Promise<Ports> => {
  const set = configOfAgency(config, agency.agency)
  const { zone } = agency.names
  const stops: (() => Promise<void>)[] = []
  const folder = join(config.dataFolder, 'stand-in', agency.agency)
  if (isDemo) await mkdir(folder, { recursive: true })

  const dns = async (): Promise<DnsPort> => {
    if (set.dns) return createPowerDns({ apiUrl: set.dns.url, apiKey: set.dns.key, zone, dns: set.dns.server })
    if (!isDemo) return createByHandDns({ zone, asks: RESOLVER_OF_MACHINE })
    const standIn = createStandInDns({ zone, file: join(folder, 'dns.json') })
    await standIn.start()
    stops.push(standIn.stop)
    return standIn
  }
  const hosting = async (): Promise<HostingPort | null> => {
    if (set.hosting) return createByHandHosting(set.hosting)
    if (!isDemo) return agency.hosting ? createByHandHosting({ address: agency.hosting.address, port: 80 }) : null
    const standIn = createStandInHosting({ file: join(folder, 'hosting.json'), randomBytes: (size) => randomBytes(size) })
    await standIn.start()
    stops.push(standIn.stop)
    return standIn
  }
  const space = await hosting()
  return { dns: await dns(), ...(space ? { hosting: space } : {}), stops }
}
