// Whether a wished name is still free, for the form: from the server's own list, or by asking the world.

import { good, type Outcome } from '../outcome.ts'
import { allTypes } from './names.ts'
import type { DnsPort } from './port.ts'

/** A name that the zone cannot hold at all is a lasting trouble that says why. */
export const isNameTaken = async (dns: DnsPort, name: string, signal?: AbortSignal): Promise<Outcome<boolean>> => {
  if (dns.automatic) {
    const held = await dns.lookUp(name, signal)
    return held.ok ? good(held.value.length > 0) : held
  }
  const answers = await Promise.all(allTypes.map((type) => dns.ask(name, type, signal)))
  const trouble = answers.find((answer) => !answer.ok)
  return trouble ?? good(answers.some((answer) => answer.ok && answer.value.records.length > 0))
}
