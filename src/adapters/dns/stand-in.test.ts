// What the stand-in name server does beyond the contract: it survives a restart and answers like a real one.

import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DecodedPacket, decode, encode, type Packet, type RecordType } from 'dns-packet'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DnsRecord } from './port.ts'
import { createStandInDns, type StandInDns } from './stand-in.ts'

const zone = 'uji.contoh.go.id'
const record = (label: string, value = '192.0.2.7'): DnsRecord => ({
  name: `${label}.${zone}`,
  type: 'A',
  value,
  ttlSeconds: 300,
})
const alias = (label: string, value: string): DnsRecord => ({
  name: `${label}.${zone}`,
  type: 'CNAME',
  value,
  ttlSeconds: 300,
})

let folder: string
let dns: StandInDns
const open = (): StandInDns => createStandInDns({ zone, file: join(folder, 'zone.json') })
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-dns-'))
  dns = open()
  await dns.start()
})
afterEach(async () => {
  await dns.stop()
  await rm(folder, { recursive: true })
})

const exchange = async (bytes: Buffer): Promise<DecodedPacket> => {
  const socket = createSocket('udp4')
  socket.send(bytes, dns.asks.port, dns.asks.host)
  const [reply] = (await once(socket, 'message')) as [Buffer]
  socket.close()
  return decode(reply)
}
const query = (name: string, type: RecordType, more: Packet = {}): Promise<DecodedPacket> =>
  exchange(encode({ type: 'query', id: 7, questions: [{ name, type }], ...more }))
const code = (packet: DecodedPacket): number => (packet.flags ?? 0) & 15

describe('the stand-in name server', () => {
  test('still knows every name after a restart', async () => {
    await dns.put(record('dinas'))
    await dns.stop()
    dns = open()
    await dns.start()
    expect(await dns.ask(`dinas.${zone}`, 'A')).toMatchObject({ ok: true, value: { records: [record('dinas')] } })
  })

  test('loses nothing when two of them write into the same zone at the same time', async () => {
    const both = [dns, open()]
    const labels = Array.from({ length: 40 }, (_, place) => `dinas-${place}`)
    const put = await Promise.all(labels.map((label, place) => both[place % 2]?.put(record(label))))
    expect(put.every((outcome) => outcome?.ok)).toBe(true)
    for (const label of labels)
      expect(await dns.lookUp(`${label}.${zone}`)).toEqual({ ok: true, value: [record(label)] })
  })

  test('answers what another process has put into the same zone', async () => {
    await open().put(record('dinas'))
    expect(await dns.ask(`dinas.${zone}`, 'A')).toMatchObject({ ok: true, value: { records: [record('dinas')] } })
    expect(await readdir(folder)).toEqual(['zone.json'])
  })

  test('loses none of many changes made at the same time', async () => {
    const labels = Array.from({ length: 20 }, (_, at) => `serentak-${at}`)
    await Promise.all(labels.map((label) => dns.put(record(label))))
    const found = await Promise.all(labels.map((label) => dns.lookUp(`${label}.${zone}`)))
    expect(found).toEqual(labels.map((label) => ({ ok: true, value: [record(label)] })))
  })

  test('can be started and stopped twice without harm, and when it is down the proof says so', async () => {
    await dns.start()
    await dns.stop()
    await dns.stop()
    expect(await dns.ask(`dinas.${zone}`, 'A')).toMatchObject({ ok: false, retry: true })
  })

  test('names the responsible server and the serial, which rises with every change', async () => {
    const serial = async (): Promise<unknown> => {
      const [soa] = (await query(zone, 'SOA')).answers ?? []
      return soa?.type === 'SOA' ? soa.data.serial : null
    }
    expect(await serial()).toBe(1)
    await dns.put(record('dinas'))
    expect(await serial()).toBe(2)
    expect((await query(zone, 'NS')).answers).toMatchObject([{ type: 'NS', data: `ns.${zone}` }])
  })

  test('tells with the SOA that a name does not exist, and how long to remember that', async () => {
    const answer = await query(`tidak-ada.${zone}`, 'A')
    expect([code(answer), answer.flag_aa, answer.answers]).toEqual([3, true, []])
    expect(answer.authorities).toMatchObject([{ type: 'SOA', name: zone, ttl: 60 }])
  })

  test('knows that a name exists when only something below it does', async () => {
    await dns.put(record('www.dinas'))
    expect(code(await query(`dinas.${zone}`, 'A'))).toBe(0)
  })

  test('follows an alias inside its zone and keeps the upper case of who asks', async () => {
    await dns.put(record('situs'))
    await dns.put(alias('dinas', `situs.${zone}`))
    const { answers, questions } = await query(`DINAS.${zone}`, 'A')
    expect(questions?.[0]?.name).toBe(`DINAS.${zone}`)
    expect(answers).toMatchObject([
      { type: 'CNAME', data: `situs.${zone}` },
      { type: 'A', data: '192.0.2.7' },
    ])
  })

  test('does not run in circles when two aliases point at each other', async () => {
    await dns.put(alias('kiri', `kanan.${zone}`))
    await dns.put(alias('kanan', `kiri.${zone}`))
    expect(code(await query(`kiri.${zone}`, 'A'))).toBe(0)
  })

  test('sends a long answer by TCP', async () => {
    const long = (at: number): string => `${'sangat-panjang-'.repeat(4)}${at}.${'bagian-'.repeat(8)}x`
    for (let at = 0; at < 5; at += 1) await dns.put(alias(long(at), `${long(at + 1)}.${zone}`))
    await dns.put(record(long(5)))
    const answer = await dns.ask(`${long(0)}.${zone}`, 'A')
    expect(answer).toMatchObject({ ok: true, value: { transport: 'TCP', authoritative: true } })
    expect(answer.ok && answer.value.records.at(-1)?.value).toBe('192.0.2.7')
  })

  test('refuses names of other zones and questions that are none', async () => {
    const elsewhere = await query('contoh.org', 'A')
    expect([code(elsewhere), elsewhere.flag_aa]).toEqual([5, false])
    expect(code(await query(`dinas.${zone}`, 'A', { questions: [] }))).toBe(1)
    expect(code(await query(`dinas.${zone}`, 'A', { flags: 2 << 11 }))).toBe(4)
  })

  test('is not brought down by noise', async () => {
    const socket = createSocket('udp4')
    await new Promise((sent) => socket.send(Buffer.from('<html>'), dns.asks.port, dns.asks.host, sent))
    socket.close()
    expect(code(await query(zone, 'SOA'))).toBe(0)
  })

  test('says SERVFAIL when its file cannot be read, and a change is a fault instead of an overwrite', async () => {
    await writeFile(join(folder, 'zone.json'), '{ "serial": "satu" }')
    expect(await dns.ask(`dinas.${zone}`, 'A')).toMatchObject({
      ok: false,
      retry: true,
      reason: { id: expect.stringContaining('SERVFAIL') },
    })
    await expect(dns.put(record('dinas'))).rejects.toThrow()
  })
})
