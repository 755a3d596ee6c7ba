// The stand-in name server keeps the contract.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeDnsContract } from './contract.ts'
import { createStandInDns } from './stand-in.ts'

describeDnsContract('The stand-in of the demo', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mipp-dns-'))
  const port = createStandInDns({ zone: 'uji.contoh.go.id', file: join(folder, 'zone.json') })
  await port.start()
  return {
    port,
    stop: async () => {
      await port.stop()
      await rm(folder, { recursive: true })
    },
  }
})
