// An agency without a DNS adapter: the officer edits the zone by hand, the system looks from outside.

import type { Asked, ByHandDns } from './port.ts'
import { createAsk } from './query.ts'

export type ByHandDnsConfig = { zone: string; asks: Asked; timeoutMs?: number }

export const createByHandDns = ({ zone, asks, timeoutMs }: ByHandDnsConfig): ByHandDns => ({
  name: 'DNS (dikerjakan petugas)',
  isStandIn: false,
  automatic: false,
  zone,
  asks,
  ask: createAsk(zone, asks, timeoutMs),
})
