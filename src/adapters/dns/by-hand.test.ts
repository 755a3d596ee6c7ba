// An agency that keeps its zone by hand: nothing can be set, everything can be looked at.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findNobody } from '../../../test/support/servers/weather.ts'
import { createByHandDns } from './by-hand.ts'
import { isNameTaken } from './is-taken.ts'
import type { DnsPort, DnsRecord } from './port.ts'
import { createStandInDns, type StandInDns } from './stand-in.ts'

const zone = 'uji.contoh.go.id'
const record: DnsRecord = { name: `dinas.${zone}`, type: 'CNAME', value: 'situs.contoh.go.id', ttlSeconds: 300 }

let folder: string
let zoneServer: StandInDns
let byHand: DnsPort
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-dns-'))
  zoneServer = createStandInDns({ zone, file: join(folder, 'zone.json') })
  byHand = createByHandDns({ zone, asks: { ...(await zoneServer.start()), role: 'authoritative' } })
  await zoneServer.put(record)
})
afterAll(async () => {
  await zoneServer.stop()
  await rm(folder, { recursive: true })
})

describe('an agency without a DNS adapter', () => {
  test('says so in its type: there is nothing to set a record with', () => {
    expect(byHand.automatic).toBe(false)
    expect('put' in byHand).toBe(false)
  })

  test('still sees what the officer has put into the zone', async () => {
    expect(await byHand.ask(record.name, 'CNAME')).toMatchObject({
      ok: true,
      value: { authoritative: true, records: [record] },
    })
  })

  test.each<[string, () => DnsPort]>([
    ['by hand', () => byHand],
    ['with an adapter', () => zoneServer],
  ])('%s: a name that is in use is taken, another is free, and one outside the zone is refused', async (_how, dns) => {
    expect(await isNameTaken(dns(), record.name)).toEqual({ ok: true, value: true })
    expect(await isNameTaken(dns(), `lain.${zone}`)).toEqual({ ok: true, value: false })
    expect(await isNameTaken(dns(), 'dinas.contoh.org')).toMatchObject({ ok: false, retry: false })
  })

  test('does not call a name free when the server cannot be asked', async () => {
    const { host, port } = await findNobody()
    const lost = createByHandDns({ zone, asks: { host, port, role: 'resolver' } })
    expect(await isNameTaken(lost, `lain.${zone}`)).toMatchObject({ ok: false, retry: true })
  })
})
