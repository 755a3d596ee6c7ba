// A new name never lands on somebody else's site.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimName } from './claim.ts'
import type { DnsRecord } from './port.ts'
import { createStandInDns, type StandInDns } from './stand-in.ts'

const zone = 'uji.contoh.go.id'
const record: DnsRecord = { name: `dinas.${zone}`, type: 'AAAA', value: '2001:db8::1', ttlSeconds: 300 }

let folder: string
let dns: StandInDns
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-dns-'))
  dns = createStandInDns({ zone, file: join(folder, 'zone.json') })
})
afterEach(() => rm(folder, { recursive: true }))

test('a free name is set, and trying again after a crash finds its own work', async () => {
  expect(await claimName(dns, record)).toEqual({ ok: true, value: record })
  expect(await claimName(dns, { ...record, value: '2001:DB8:0::1' })).toEqual({ ok: true, value: record })
})

test.each<Omit<DnsRecord, 'name'>>([
  { type: 'AAAA', value: '2001:db8::2', ttlSeconds: 300 },
  { type: 'A', value: '192.0.2.1', ttlSeconds: 300 },
  { type: 'CNAME', value: 'situs.contoh.go.id', ttlSeconds: 300 },
])('a name that was given away meanwhile ($type $value) is left alone, and the officer reads to whom', async (rest) => {
  const theirs = { name: record.name, ...rest }
  await dns.put(theirs)
  const refused = {
    ok: false,
    retry: false,
    reason: { id: expect.stringContaining(`sudah dipakai (${rest.type} ${rest.value})`) },
  }
  expect(await claimName(dns, record)).toMatchObject(refused)
  expect(await dns.lookUp(record.name)).toEqual({ ok: true, value: [theirs] })
})

test('a name outside the zone is refused', async () => {
  expect(await claimName(dns, { ...record, name: 'dinas.contoh.org' })).toMatchObject({ ok: false, retry: false })
})
