// What the environment says about the servers of one agency: names with the agency in the middle, MIPP_DNS_DEMAK_URL.

import { z } from 'zod'
import { type Sentence, sentence } from '../core/sentence.ts'

export type HostAndPort = { host: string; port: number }

export type AgencyConfig = {
  /** The PowerDNS API, its key, and the authoritative server that is asked for proof. */
  dns?: { url: string; key: string; server: HostAndPort }
  hosting?: { address: string; port: number }
  /** The passphrase of its seal, where it is not kept in a file; the address of its time-stamp service. */
  seal?: { passphrase?: string; stamps?: string }
  /** The eSign client service of the national provider, and how it is called. */
  bsre?: { url: string; user: string; password: string }
}

type Reading = { agencies: Map<string, AgencyConfig>; faults: Sentence[] }
type Env = Record<string, string | undefined>

export function readAgencies(env: Env): Reading {
  const agencies = new Map<string, AgencyConfig>()
  const faults: Sentence[] = []
  for (const [agency, values] of groupByAgency(env, faults)) {
    const parsed = Variables.safeParse(values)
    if (parsed.success) agencies.set(agency, assemble(parsed.data))
    else faults.push(...parsed.error.issues.map((issue) => explain(agency, issue)))
  }
  return { agencies, faults }
}

function groupByAgency(env: Env, faults: Sentence[]): Map<string, Record<string, string>> {
  const groups = new Map<string, Record<string, string>>()
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined || !/^MIPP_(DNS|HOSTING|SEAL|BSRE)_/.test(name)) continue
    const [, group, agency, part] = /^MIPP_(DNS|HOSTING|SEAL|BSRE)_([A-Z0-9_]+)_([A-Z]+)$/.exec(name) ?? []
    const key = `${group}_${part}`
    if (agency === undefined || !Object.hasOwn(SHOULD_BE, key)) faults.push(unknown(name))
    else groups.set(agency, { ...groups.get(agency), [key]: value })
  }
  return groups
}

/** A host name, an IPv4 or a bracketed IPv6 address; 53 unless a port is named. */
const Server = z
  .string()
  .regex(/^(\[[0-9a-f:]+\]|[\w.-]+)(:\d{1,5})?$/i)
  .transform((text): HostAndPort => {
    const port = /:(\d+)$/.exec(text.replace(/^\[.*\]/, 'ipv6'))?.[1]
    const host = port === undefined ? text : text.slice(0, -port.length - 1)
    return { host: host.replace(/^\[|\]$/g, ''), port: Number(port ?? 53) }
  })

const Variables = z
  .object({
    DNS_URL: z.url({ protocol: /^https?$/ }).optional(),
    DNS_KEY: z.string().optional(),
    DNS_SERVER: Server.optional(),
    HOSTING_ADDRESS: z.union([z.ipv4(), z.ipv6()]).optional(),
    HOSTING_PORT: z.coerce.number().int().min(1).max(65535).optional(),
    SEAL_PASSPHRASE: z.string().optional(),
    SEAL_STAMPS: z.url({ protocol: /^https?$/ }).optional(),
    BSRE_URL: z.url({ protocol: /^https?$/ }).optional(),
    BSRE_USER: z.string().optional(),
    BSRE_PASSWORD: z.string().optional(),
  })
  .check(({ value, issues }) => {
    const isPresent = (name: keyof typeof value) => value[name] !== undefined
    for (const group of [
      ['DNS_URL', 'DNS_KEY', 'DNS_SERVER'],
      ['HOSTING_ADDRESS'],
      ['BSRE_URL', 'BSRE_USER', 'BSRE_PASSWORD'],
    ] as const) {
      const isWanted = group.some(isPresent) || (group[0] === 'HOSTING_ADDRESS' && isPresent('HOSTING_PORT'))
      for (const name of group) {
        if (isWanted && !isPresent(name))
          issues.push({ code: 'custom', input: value, path: [name], message: 'missing' })
      }
    }
  })

function assemble(values: z.infer<typeof Variables>): AgencyConfig {
  const { SEAL_PASSPHRASE: passphrase, SEAL_STAMPS: stamps, BSRE_URL, BSRE_USER, BSRE_PASSWORD } = values
  const { DNS_URL: url, DNS_KEY: key, DNS_SERVER: server, HOSTING_ADDRESS: address, HOSTING_PORT: port = 80 } = values
  return {
    ...(url !== undefined && key !== undefined && server !== undefined && { dns: { url, key, server } }),
    ...(address !== undefined && { hosting: { address, port } }),
    ...((passphrase ?? stamps) !== undefined && {
      seal: { ...(passphrase !== undefined && { passphrase }), ...(stamps !== undefined && { stamps }) },
    }),
    ...(BSRE_URL !== undefined &&
      BSRE_USER !== undefined &&
      BSRE_PASSWORD !== undefined && { bsre: { url: BSRE_URL, user: BSRE_USER, password: BSRE_PASSWORD } }),
  }
}

const SHOULD_BE: Record<keyof z.infer<typeof Variables>, Sentence> = {
  DNS_URL: sentence('alamat http(s):// dari API PowerDNS', 'the http(s):// address of the PowerDNS API'),
  DNS_KEY: sentence('kunci API PowerDNS', 'the key of the PowerDNS API'),
  DNS_SERVER: sentence('server:port dari DNS otoritatif', 'server:port of the authoritative DNS'),
  HOSTING_ADDRESS: sentence('alamat IP server hosting', 'the IP address of the hosting server'),
  HOSTING_PORT: sentence('bilangan 1 sampai 65535', 'a number from 1 to 65535'),
  SEAL_PASSPHRASE: sentence('kata sandi segel', 'the passphrase of the seal'),
  SEAL_STAMPS: sentence('alamat http(s):// layanan waktu RFC 3161', 'the http(s):// address of an RFC 3161 service'),
  BSRE_URL: sentence('alamat http(s):// layanan eSign BSrE', 'the http(s):// address of the eSign service of BSrE'),
  BSRE_USER: sentence('nama pengguna layanan eSign', 'the user name at the eSign service'),
  BSRE_PASSWORD: sentence('kata sandi layanan eSign', 'the password at the eSign service'),
}

/** The value is not repeated: it may be a key. */
function explain(agency: string, issue: z.core.$ZodIssue): Sentence {
  const key = String(issue.path[0])
  const name = `MIPP_${key.replace('_', `_${agency}_`)}`
  const should = Object.entries(SHOULD_BE).find(([one]) => one === key)?.[1] ?? sentence('lain', 'different')
  if (issue.message === 'missing')
    return sentence(`${name} belum diisi: ${should.id}.`, `${name} is missing: ${should.en}.`)
  return sentence(`${name} harus berupa ${should.id}.`, `${name} must be ${should.en}.`)
}

const unknown = (name: string) =>
  sentence(
    `${name} tidak dikenal; yang dikenal: MIPP_DNS_<INSTANSI>_URL, _KEY, _SERVER, MIPP_HOSTING_<INSTANSI>_ADDRESS, _PORT, MIPP_SEAL_<INSTANSI>_PASSPHRASE, _STAMPS, MIPP_BSRE_<INSTANSI>_URL, _USER, _PASSWORD.`,
    `${name} means nothing here; known are MIPP_DNS_<AGENCY>_URL, _KEY, _SERVER, MIPP_HOSTING_<AGENCY>_ADDRESS, _PORT, MIPP_SEAL_<AGENCY>_PASSPHRASE, _STAMPS, MIPP_BSRE_<AGENCY>_URL, _USER, _PASSWORD.`,
  )
