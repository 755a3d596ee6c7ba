// Which neighbours on the network may say for whom they ask: the proxies that the operator has named.
import { BlockList, isIP } from 'node:net'

/** @param named addresses and networks (`10.0.0.0/8`); @returns whether an address is one of them */
export const proxiesOf = (named: readonly string[]): ((address: string) => boolean) => {
  const list = new BlockList()
  for (const one of named) {
    const [address = '', bits] = one.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return (address) => {
    // A socket that listens on both families names its IPv4 visitors like this.
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
    const version = isIP(plain)
    return version !== 0 && list.check(plain, version === 6 ? 'ipv6' : 'ipv4')
  }
}
