// Sets a record for a name that was promised as new, and never over one that already belongs to somebody.

import { type Sentence, sentence } from '../../core/sentence.ts'
import { lasting, type Outcome } from '../outcome.ts'
import { plainValue } from './names.ts'
import type { AutomaticDns, DnsRecord } from './port.ts'

/**
 * Days lie between the check in the form and the work: the name may have been given away by hand meanwhile.
 * Safe to repeat: what stands there already just as wished is ours.
 */
export const claimName = async (
  dns: AutomaticDns,
  record: DnsRecord,
  signal?: AbortSignal,
): Promise<Outcome<DnsRecord>> => {
  const held = await dns.lookUp(record.name, signal)
  if (!held.ok) return held
  const wished = plainValue(record.type, record.value)
  const others = held.value.filter(({ type, value }) => type !== record.type || value !== wished)
  const [other] = others
  return other ? lasting(belongsToOthers(other)) : dns.put(record, signal)
}

const belongsToOthers = ({ name, type, value }: DnsRecord): Sentence =>
  sentence(
    `${name} sudah dipakai (${type} ${value}) dan tidak ditimpa. Sepakati nama lain dengan pemohon, atau ajukan sebagai perubahan.`,
    `${name} is already in use (${type} ${value}) and is not overwritten. Agree on another name with the applicant, or ask for a change.`,
  )
