// What every automatic DNS port must keep, stand-in and real server alike.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AutomaticDns, DnsRecord } from './port.ts'

export type DnsUnderTest = { port: AutomaticDns; stop: () => Promise<void> }

export const describeDnsContract = (server: string, make: () => Promise<DnsUnderTest>) =>
  describe(`${server} keeps the contract of a name server`, () => {
    let made: DnsUnderTest
    beforeAll(async () => {
      made = await make()
    })
    afterAll(() => made.stop())
    const inZone = (label: string): string => `${label}.${made.port.zone}`
    const a = (name: string, value = '192.0.2.10'): DnsRecord => ({ name, type: 'A', value, ttlSeconds: 300 })

    test('a free name holds nothing, and the world hears that it does not exist', async () => {
      const name = inZone('belum-ada')
      expect(await made.port.lookUp(name)).toEqual({ ok: true, value: [] })
      const answer = await made.port.ask(name, 'A')
      expect(answer).toMatchObject({ ok: true, value: { code: 'NXDOMAIN', authoritative: true, records: [] } })
    })

    test.each<Omit<DnsRecord, 'name'>>([
      { type: 'A', value: '192.0.2.10', ttlSeconds: 300 },
      { type: 'AAAA', value: '2001:db8::a', ttlSeconds: 600 },
      { type: 'CNAME', value: 'situs.contoh.go.id', ttlSeconds: 3600 },
    ])('a $type record that was put is held, and the world gets the same', async (rest) => {
      const record = { name: inZone(`punya-${rest.type.toLowerCase()}`), ...rest }
      expect(await made.port.put(record)).toEqual({ ok: true, value: record })
      expect(await made.port.lookUp(record.name)).toEqual({ ok: true, value: [record] })
      const answer = await made.port.ask(record.name, record.type)
      expect(answer).toMatchObject({ ok: true, value: { code: 'NOERROR', authoritative: true, records: [record] } })
    })

    test('an address may be spelled in any way and is kept in one', async () => {
      const record: DnsRecord = { name: inZone('ejaan'), type: 'AAAA', value: '2001:DB8:0:0::1', ttlSeconds: 300 }
      expect(await made.port.put(record)).toEqual({ ok: true, value: { ...record, value: '2001:db8::1' } })
      expect(await made.port.lookUp(record.name)).toEqual({ ok: true, value: [{ ...record, value: '2001:db8::1' }] })
    })

    test('a name with an IPv4 address only exists, but has no IPv6 address', async () => {
      const name = inZone('hanya-v4')
      await made.port.put(a(name))
      const answer = await made.port.ask(name, 'AAAA')
      expect(answer).toMatchObject({ ok: true, value: { code: 'NOERROR', authoritative: true, records: [] } })
    })

    test('putting the same record again changes nothing, and a new value takes the place of the old', async () => {
      const name = inZone('berubah')
      await made.port.put(a(name))
      expect(await made.port.put(a(name))).toMatchObject({ ok: true })
      expect(await made.port.put(a(name, '192.0.2.11'))).toMatchObject({ ok: true })
      expect(await made.port.lookUp(name)).toEqual({ ok: true, value: [a(name, '192.0.2.11')] })
      expect(await made.port.ask(name, 'A')).toMatchObject({ value: { records: [a(name, '192.0.2.11')] } })
    })

    test('IPv4 and IPv6 addresses stand beside each other', async () => {
      const name = inZone('dua-alamat')
      const six: DnsRecord = { name, type: 'AAAA', value: '2001:db8::2', ttlSeconds: 300 }
      await made.port.put(a(name))
      expect(await made.port.put(six)).toMatchObject({ ok: true })
      const held = await made.port.lookUp(name)
      expect(held.ok && held.value.map(({ type }) => type).sort()).toEqual(['A', 'AAAA'])
    })

    test('an alias is refused beside an address, and an address beside an alias, and nothing is lost', async () => {
      const [plain, alias] = [inZone('alamat'), inZone('alias')]
      const asAlias = (name: string): DnsRecord => ({
        name,
        type: 'CNAME',
        value: 'situs.contoh.go.id',
        ttlSeconds: 300,
      })
      await made.port.put(a(plain))
      await made.port.put(asAlias(alias))
      expect(await made.port.put(asAlias(plain))).toMatchObject({
        ok: false,
        retry: false,
        reason: { id: expect.stringMatching(/sudah memiliki catatan/) },
      })
      expect(await made.port.put(a(alias))).toMatchObject({
        ok: false,
        retry: false,
        reason: { en: expect.stringMatching(/already has/) },
      })
      expect(await made.port.lookUp(plain)).toEqual({ ok: true, value: [a(plain)] })
      expect(await made.port.lookUp(alias)).toEqual({ ok: true, value: [asAlias(alias)] })
    })

    test('replacing turns an address into an alias and back in one move', async () => {
      const name = inZone('diganti')
      const alias: DnsRecord = { name, type: 'CNAME', value: 'situs.contoh.go.id', ttlSeconds: 300 }
      await made.port.put(a(name))
      expect(await made.port.replace(alias)).toEqual({ ok: true, value: alias })
      expect(await made.port.lookUp(name)).toEqual({ ok: true, value: [alias] })
      expect(await made.port.replace(a(name))).toEqual({ ok: true, value: a(name) })
      expect(await made.port.ask(name, 'A')).toMatchObject({ value: { records: [a(name)] } })
    })

    test('removing says what was there, the world no longer finds it, and removing again does no harm', async () => {
      const name = inZone('dihapus')
      await made.port.put(a(name))
      expect(await made.port.remove(name)).toEqual({ ok: true, value: [a(name)] })
      expect(await made.port.ask(name, 'A')).toMatchObject({ ok: true, value: { code: 'NXDOMAIN', records: [] } })
      expect(await made.port.remove(name)).toEqual({ ok: true, value: [] })
    })

    test.each([
      ['outside the zone', 'dinas.contoh.org', /di luar zona/],
      ['that only ends like the zone', 'jahatuji.contoh.go.id', /di luar zona/],
      ['with a space', 'di nas.uji.contoh.go.id', /bukan nama domain/],
      ['in capitals', 'DINAS.uji.contoh.go.id', /bukan nama domain/],
      ['with a wildcard', '*.uji.contoh.go.id', /bukan nama domain/],
      ['that is the zone itself', 'uji.contoh.go.id', /nama induk/],
    ])('a name %s is refused for good', async (_what, name, words) => {
      const refusal = { ok: false, retry: false, reason: { id: expect.stringMatching(words) } }
      expect(await made.port.put(a(name))).toMatchObject(refusal)
      expect(await made.port.replace(a(name))).toMatchObject(refusal)
      expect(await made.port.lookUp(name)).toMatchObject(refusal)
      expect(await made.port.remove(name)).toMatchObject(refusal)
      expect(await made.port.ask(name, 'A')).toMatchObject(refusal)
    })

    test.each<Omit<DnsRecord, 'name'>>([
      { type: 'A', value: '999.1.1.1', ttlSeconds: 300 },
      { type: 'A', value: '2001:db8::1', ttlSeconds: 300 },
      { type: 'AAAA', value: '192.0.2.1', ttlSeconds: 300 },
      { type: 'CNAME', value: 'bukan nama', ttlSeconds: 300 },
      { type: 'A', value: '192.0.2.1', ttlSeconds: -1 },
    ])('a $type record with the value $value and $ttlSeconds seconds is refused when it cannot be', async (rest) => {
      const refused = await made.port.put({ name: inZone('nilai-salah'), ...rest })
      expect(refused).toMatchObject({ ok: false, retry: false })
      expect(await made.port.lookUp(inZone('nilai-salah'))).toEqual({ ok: true, value: [] })
    })
  })
