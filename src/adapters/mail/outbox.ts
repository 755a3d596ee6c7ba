// The mail of the demo: nothing leaves the house; people read the messages on the outbox page.

import { good } from '../outcome.ts'
import { faultOfMessage } from './address.ts'
import type { MailPort } from './port.ts'

export const createOutboxMail = (): MailPort => ({
  name: 'Kotak keluar peragaan',
  isStandIn: true,
  send: async (message) => faultOfMessage(message) ?? good({ acceptedBy: 'Kotak keluar peragaan', reply: 'outbox' }),
})
