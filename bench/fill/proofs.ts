// What the outside systems would have said when a step was fulfilled, in the words of the real checks.

import type { Check, Proof } from '../../src/core/dossier/events.ts'
import { fulfilmentsOf } from '../../src/core/dossier/fulfilment.ts'
import type { Step } from '../../src/core/procedure/schema.ts'
import { sentence } from '../../src/core/sentence.ts'
import type { Walk } from './walk.ts'

const SILENT = sentence('Server tidak menjawab.', 'The server does not answer.')

export const proofsFor = (walk: Walk, step: Step): Proof[] => {
  const { fate, standIns } = walk
  const proofs = fulfilmentsOf(step, walk.dossier().form).map(({ fulfil, mode, with: given }): Proof => {
    const passed = fate.fails !== true
    const isNew = fulfil === 'hosting-space' && mode !== 'remove' && passed && !fate.byHand
    return {
      fulfil,
      passed,
      byHand: fate.byHand,
      checks: [fulfil === 'dns-record' ? dnsCheck(given.name ?? '', passed) : siteCheck(given.name ?? '', passed)],
      reason: passed ? null : SILENT,
      secret: isNew ? standIns.newId() : null,
    }
  })
  return fate.fails ? proofs.slice(0, 1) : proofs
}

const dnsCheck = (name: string, passed: boolean): Check => ({
  what: sentence('Nama menunjuk ke alamat yang diminta', 'The name points to the address asked for'),
  asked: `A ${name}`,
  expected: '192.0.2.80',
  got: passed ? '192.0.2.80' : '-',
  passed,
})

const siteCheck = (name: string, passed: boolean): Check => ({
  what: sentence('Situs menjawab', 'The site answers'),
  asked: `GET http://${name}/ @ 192.0.2.80:80`,
  expected: 'HTTP 200-399',
  got: passed ? 'HTTP 200, 312 byte, 14 ms' : '-',
  passed,
})
