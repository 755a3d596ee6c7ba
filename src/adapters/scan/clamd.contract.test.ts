// A real ClamAV keeps the contract over TCP and over a socket of the machine, where the machine has one.
import { expect, test } from 'vitest'
import { isClamdHere, startClamd } from '../../../test/support/servers/clamd.ts'
import { findCommand } from '../../../test/support/servers/debian.ts'
import { createClamd } from './clamd.ts'
import { describeScanContract } from './contract.ts'

if (isClamdHere()) {
  describeScanContract('A real ClamAV over TCP', async () => {
    const { host, port, mostBytes, kill, revive, stop } = await startClamd()
    return { port: createClamd({ address: { host, port } }), mostBytes, pause: kill, resume: revive, stop }
  })
  describeScanContract('A real ClamAV over a socket of the machine', async () => {
    const { socketPath, mostBytes, kill, revive, stop } = await startClamd()
    return { port: createClamd({ address: { path: socketPath } }), mostBytes, pause: kill, resume: revive, stop }
  })
} else {
  test('no ClamAV was met on this machine: what is proved here is proved by the stand-in alone', () => {
    expect(findCommand('clamd')).toBeNull()
  })
}
