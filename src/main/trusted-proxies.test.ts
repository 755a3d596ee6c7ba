import { expect, test } from 'vitest'
import { proxiesOf } from './trusted-proxies.ts'

test.each([
  [['127.0.0.1'], '127.0.0.1', true],
  [['127.0.0.1'], '::ffff:127.0.0.1', true],
  [['127.0.0.1'], '127.0.0.2', false],
  [['10.0.0.0/8', 'fd00::/8'], '10.9.8.7', true],
  [['10.0.0.0/8', 'fd00::/8'], 'fd00::1', true],
  [['10.0.0.0/8', 'fd00::/8'], '11.0.0.1', false],
  [[], '127.0.0.1', false],
  [['127.0.0.1'], 'unknown', false],
])('with the proxies %j a neighbour at %s is believed: %s', (named, address, isBelieved) => {
  expect(proxiesOf(named)(address)).toBe(isBelieved)
})
