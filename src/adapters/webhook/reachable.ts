// Where a webhook may lead: never into the network of the office, unless whoever runs the server allows that network.
import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { type Sentence, sentence } from '../../core/sentence.ts'

export type Reach = {
  /** Addresses and networks that may be reached although they are private. */
  allowed: readonly string[]
  /** In the demo a receiver may stand on this machine, also without TLS. */
  isDemo: boolean
  resolve?: (host: string) => Promise<{ address: string; family: number }[]>
}

export type Target = { url: URL; address: string; family: 4 | 6 }

/** What can be said of an address before its name is looked up. */
export const faultOfUrl = (text: string, { isDemo }: Pick<Reach, 'isDemo'>): Sentence | null => {
  const url = URL.parse(text)
  if (url === null || text.length > 2000) return isNoAddress
  if (url.username !== '' || url.password !== '' || url.hash !== '') return isNoAddress
  if (url.protocol === 'https:') return null
  return url.protocol === 'http:' && isDemo && isLoopback(bare(url.hostname)) ? null : isNotTls
}

/** The address that was looked up and judged is the one to connect to. */
export const targetOf = async (
  text: string,
  reach: Reach,
): Promise<{ ok: true; target: Target } | { ok: false; reason: Sentence }> => {
  const fault = faultOfUrl(text, reach)
  if (fault) return { ok: false, reason: fault }
  const url = new URL(text)
  const host = bare(url.hostname)
  const found = await addressesOf(host, reach)
  const [first] = found
  if (!first) return { ok: false, reason: isUnknown(host) }
  if (found.some(({ address }) => !mayReach(address, reach))) return { ok: false, reason: isPrivate(host) }
  return { ok: true, target: { url, address: first.address, family: first.family === 6 ? 6 : 4 } }
}

const addressesOf = (host: string, { resolve = lookUp }: Reach): Promise<{ address: string; family: number }[]> =>
  isIP(host) ? Promise.resolve([{ address: host, family: isIP(host) }]) : resolve(host).catch(() => [])

const lookUp = (host: string) => lookup(host, { all: true })

/** "[::1]" as "::1". */
const bare = (host: string): string => host.replace(/^\[|\]$/g, '')

const mayReach = (address: string, { allowed, isDemo }: Reach): boolean => {
  const plain = withoutMapping(address)
  if (isDemo && isLoopback(plain)) return true
  if (isIn(plain, listOf(allowed))) return true
  return !isIn(plain, PRIVATE)
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)

/** "::ffff:10.0.0.1", also in hexadecimal, as the address that it stands for. */
const withoutMapping = (address: string): string => {
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (dotted) return dotted
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address) ?? []
  if (!high || !low) return address
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return [a >> 8, a & 255, b >> 8, b & 255].join('.')
}

const isIn = (address: string, list: BlockList): boolean =>
  isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

const listOf = (networks: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, kind)
    else list.addSubnet(address, Number(bits), kind)
  }
  return list
}

/** Private, local, shared, reserved, of several, or leading to another address in disguise (IANA's lists of special purposes). */
const PRIVATE = listOf([
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...[
    '224.0.0.0/4',
    '240.0.0.0/4',
    '::/127',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '100::/64',
    '2001::/23',
    '2001:db8::/32',
  ],
  ...['2002::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
])

const isNoAddress = sentence(
  'Isi alamat lengkap seperti https://contoh.go.id/mipp, tanpa nama pengguna dan tanpa #.',
  'Give a whole address such as https://example.go.id/mipp, without a user name and without #.',
)
const isNotTls = sentence(
  'Alamatnya harus dimulai dengan https://, supaya isinya tidak terbaca di jalan.',
  'The address must begin with https://, so that nobody reads along on the way.',
)
const isUnknown = (host: string): Sentence =>
  sentence(`Nama ${host} tidak ditemukan. Periksa alamatnya.`, `The name ${host} was not found. Check the address.`)
const isPrivate = (host: string): Sentence =>
  sentence(
    `${host} berada di jaringan dalam. Pengelola server dapat mengizinkannya dengan MIPP_WEBHOOK_ALLOW.`,
    `${host} stands in an inner network. Whoever runs the server may allow it by MIPP_WEBHOOK_ALLOW.`,
  )
