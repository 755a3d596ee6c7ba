// Which names and values a zone can take, checked before any server is asked.

import { isIPv4, isIPv6, SocketAddress } from 'node:net'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { lasting, type Trouble } from '../outcome.ts'
import type { DnsRecord, DnsType } from './port.ts'

export const allTypes: readonly DnsType[] = ['A', 'AAAA', 'CNAME']

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const longestTtl = 2_147_483_647

export const isHostName = (name: string): boolean =>
  name.length <= 253 && name.includes('.') && name.split('.').every((part) => label.test(part))

/** @returns why this zone cannot hold the name, or nothing; the top of the zone is not for sale */
export const faultOfName = (zone: string, name: string): Trouble | null => {
  if (!isHostName(name)) return lasting(isMalformed(name))
  if (name === zone) return lasting(isTopOfZone(zone))
  return name.endsWith(`.${zone}`) ? null : lasting(isOutside(zone, name))
}

/** @returns why this zone cannot hold the record, or nothing */
export const faultOfRecord = (zone: string, record: DnsRecord): Trouble | null => {
  const fault = faultOfName(zone, record.name)
  if (fault) return fault
  if (!isValueOf(record)) return lasting(isWrongValue(record))
  const { ttlSeconds: ttl } = record
  return Number.isInteger(ttl) && ttl >= 0 && ttl <= longestTtl ? null : lasting(isWrongTtl(ttl))
}

/** @returns why a record cannot stand beside what is there: an alias stands alone (RFC 1034, 3.6.2) */
export const faultBeside = (record: DnsRecord, present: readonly string[]): Trouble | null => {
  if (present.includes('NS')) return lasting(isDelegated(record.name))
  const others = present.filter((type) => type !== record.type)
  const clash = record.type === 'CNAME' ? others[0] : others.find((type) => type === 'CNAME')
  return clash === undefined ? null : lasting(isTaken(record, clash))
}

/** One spelling per value, so that two of them can be compared: `2001:DB8:0::1` and `2001:db8::1` are the same. */
export const plainValue = (type: DnsType, value: string): string => {
  if (type === 'AAAA' && isIPv6(value)) return new SocketAddress({ address: value, family: 'ipv6' }).address
  return plainName(value)
}

export const plainName = (name: string): string => name.toLowerCase().replace(/\.$/, '')

const isValueOf = ({ name, type, value }: DnsRecord): boolean => {
  if (type === 'A') return isIPv4(value)
  if (type === 'AAAA') return isIPv6(value) && !value.includes('%')
  return isHostName(value) && value !== name
}

const isMalformed = (name: string): Sentence =>
  sentence(`"${name}" bukan nama domain yang sah.`, `"${name}" is not a valid domain name.`)

const isTopOfZone = (zone: string): Sentence =>
  sentence(
    `${zone} adalah nama induk dan tidak dapat diubah melalui permohonan.`,
    `${zone} is the parent name and cannot be changed through a request.`,
  )

const isOutside = (zone: string, name: string): Sentence =>
  sentence(`${name} berada di luar zona ${zone}.`, `${name} is outside the zone ${zone}.`)

const isWrongValue = ({ type, value }: DnsRecord): Sentence =>
  sentence(
    `"${value}" bukan nilai yang sah untuk catatan ${type}.`,
    `"${value}" is not a valid value of a ${type} record.`,
  )

const isWrongTtl = (ttl: number): Sentence =>
  sentence(`Masa simpan (TTL) ${ttl} detik tidak sah.`, `A time to live of ${ttl} seconds is not valid.`)

const isDelegated = (name: string): Sentence =>
  sentence(
    `${name} sudah diserahkan ke server nama lain (catatan NS), jadi tidak dapat diisi di sini.`,
    `${name} is delegated to another name server (NS record), so it cannot be set here.`,
  )

const isTaken = ({ name, type }: DnsRecord, clash: string): Sentence =>
  sentence(
    `${name} sudah memiliki catatan ${clash}; catatan ${type} tidak dapat berdiri di sampingnya. Hapus atau ganti yang lama dahulu.`,
    `${name} already has a ${clash} record; a ${type} record cannot stand beside it. Remove or replace the old one first.`,
  )
