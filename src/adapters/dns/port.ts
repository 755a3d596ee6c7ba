// What MIPP wants from a name server: to look a name up, set it, remove it, and ask for it as the world would.

import type { Outcome } from '../outcome.ts'

export type DnsType = 'A' | 'AAAA' | 'CNAME'

/** `name` is fully qualified, lower case, without the last dot; so is the `value` of a CNAME. */
export type DnsRecord = { name: string; type: DnsType; value: string; ttlSeconds: number }

/** What came back over DNS itself. */
export type DnsAnswer = {
  /** `host:port` that was asked. */
  server: string
  transport: 'UDP' | 'TCP'
  /** NXDOMAIN: the name does not exist; NOERROR without records: it exists with other types only. */
  code: 'NOERROR' | 'NXDOMAIN'
  /** The server says that it is itself responsible for the zone. */
  authoritative: boolean
  records: DnsRecord[]
}

export type Asked = {
  host: string
  port: number
  /** `authoritative`: the zone's own server, whose answer must carry AA; `resolver`: somebody who asks it for us. */
  role: 'authoritative' | 'resolver'
}

type Seen = {
  /** How people call it, e.g. `PowerDNS`. */
  name: string
  isStandIn: boolean
  zone: string
  asks: Asked
  /** Queries the server over DNS: the proof from outside. */
  ask: (name: string, type: DnsType, signal?: AbortSignal) => Promise<Outcome<DnsAnswer>>
}

export type AutomaticDns = Seen & {
  automatic: true
  /** The records that the server holds for exactly this name; none means that the name is free. */
  lookUp: (name: string, signal?: AbortSignal) => Promise<Outcome<DnsRecord[]>>
  /** Sets the one record of this name and type; refused beside a record that it cannot stand with. Safe to repeat. */
  put: (record: DnsRecord, signal?: AbortSignal) => Promise<Outcome<DnsRecord>>
  /** Afterwards the name carries this record and no other address or alias, in one move. Safe to repeat. */
  replace: (record: DnsRecord, signal?: AbortSignal) => Promise<Outcome<DnsRecord>>
  /** Takes addresses and alias of the name away and says which they were. Safe to repeat. */
  remove: (name: string, signal?: AbortSignal) => Promise<Outcome<DnsRecord[]>>
}

/** An agency whose officers keep their zone by hand: nothing can be set, everything can be asked. */
export type ByHandDns = Seen & { automatic: false }

export type DnsPort = AutomaticDns | ByHandDns
