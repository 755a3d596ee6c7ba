// A real PowerDNS keeps the contract, where the machine has one.

import { expect, test } from 'vitest'
import { findCommand } from '../../../test/support/servers/debian.ts'
import { isPowerDnsHere, startPowerDns } from '../../../test/support/servers/powerdns.ts'
import { describeDnsContract } from './contract.ts'
import { createPowerDns } from './powerdns.ts'

if (isPowerDnsHere()) {
  describeDnsContract('A real PowerDNS', async () => {
    const { apiUrl, apiKey, zone, dnsHost, dnsPort, stop } = await startPowerDns('uji.contoh.go.id')
    return { port: createPowerDns({ apiUrl, apiKey, zone, dns: { host: dnsHost, port: dnsPort } }), stop }
  })
} else {
  test('no PowerDNS was met on this machine: what is proved here is proved by the stand-in alone', () => {
    expect(findCommand('pdns_server')).toBeNull()
  })
}
