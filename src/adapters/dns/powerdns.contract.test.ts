// A real PowerDNS keeps the contract, where the machine has one.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCommand } from '../../../test/support/servers/debian.ts'
import { isPowerDnsHere, type RunningPowerDns, startPowerDns } from '../../../test/support/servers/powerdns.ts'
import { describeDnsContract } from './contract.ts'
import type { AutomaticDns, DnsRecord } from './port.ts'
import { createPowerDns, type PowerDnsConfig } from './powerdns.ts'

const zone = 'uji.contoh.go.id'

const portOf = (real: RunningPowerDns, more: Partial<PowerDnsConfig> = {}): AutomaticDns => {
  const { apiUrl, apiKey, dnsHost, dnsPort } = real
  return createPowerDns({ apiUrl, apiKey, zone, dns: { host: dnsHost, port: dnsPort }, ...more })
}

if (isPowerDnsHere()) {
  describeDnsContract('A real PowerDNS', async () => {
    const real = await startPowerDns(zone)
    return { port: portOf(real), stop: real.stop }
  })
  describe('a real PowerDNS', describeRefusals)
} else {
  test('no PowerDNS was met on this machine: what is proved here is proved by the stand-in alone', () => {
    expect(findCommand('pdns_server')).toBeNull()
  })
}

function describeRefusals(): void {
  let real: RunningPowerDns
  beforeAll(async () => {
    real = await startPowerDns(zone)
  })
  afterAll(() => real.stop())
  const record: DnsRecord = { name: `dinas.${zone}`, type: 'A', value: '192.0.2.10', ttlSeconds: 300 }
  const lasting = (words: string) => ({ ok: false, retry: false, reason: { id: expect.stringContaining(words) } })

  test('refuses a wrong key', async () => {
    const port = portOf(real, { apiKey: 'kunci-lain' })
    expect(await port.lookUp(record.name)).toMatchObject(lasting('menolak kunci akses'))
    expect(await port.put(record)).toMatchObject(lasting('menolak kunci akses'))
  })

  test('does not know a zone that was never made', async () => {
    const port = portOf(real, { zone: 'lain.contoh.go.id' })
    expect(await port.put({ ...record, name: 'dinas.lain.contoh.go.id' })).toMatchObject(lasting('tidak mengenal zona'))
    expect(await port.ask('dinas.lain.contoh.go.id', 'A')).toMatchObject(lasting('tidak melayani zona'))
  })

  test('keeps a name that is delegated to others, and what else stands at a name', async () => {
    const content = (type: string, value: string) => ({
      type,
      ttl: 300,
      records: [{ content: value, disabled: false }],
    })
    const delegated = { ...record, name: `desa.${zone}` }
    await real.setByHand({ name: `${delegated.name}.`, ...content('NS', 'ns.contoh.org.') })
    expect(await portOf(real).put(delegated)).toMatchObject(lasting('diserahkan ke server nama lain'))
    expect(await portOf(real).replace(delegated)).toMatchObject(lasting('diserahkan ke server nama lain'))
    await real.setByHand({ name: `${record.name}.`, ...content('TXT', '"pemilik: dinas"') })
    expect(await portOf(real).put(record)).toEqual({ ok: true, value: record })
    const alias: DnsRecord = { ...record, type: 'CNAME', value: 'situs.contoh.go.id' }
    expect(await portOf(real).replace(alias)).toMatchObject(lasting('sudah memiliki catatan TXT'))
    expect(await portOf(real).lookUp(record.name)).toEqual({ ok: true, value: [record] })
  })
}
