// Which messages can be sent at all: nothing in them may end a header line and begin another.

import { sentence } from '../../core/sentence.ts'
import { isHostName } from '../dns/names.ts'
import { lasting, type Trouble } from '../outcome.ts'
import type { MailMessage } from './port.ts'

const localPart = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/i

export const isMailAddress = (address: string): boolean => {
  const [local = '', host = '', ...more] = address.split('@')
  return more.length === 0 && localPart.test(local) && (isHostName(host.toLowerCase()) || host === 'localhost')
}

export const faultOfMessage = ({ to, messageId, references = [] }: MailMessage): Trouble | null => {
  if (!isMailAddress(to)) {
    return lasting(
      sentence(`"${oneLine(to)}" bukan alamat surel yang sah.`, `"${oneLine(to)}" is not a valid mail address.`),
    )
  }
  for (const id of [messageId, ...references])
    if (!isMailAddress(id)) throw new Error(`Not a message id: ${oneLine(id)}`)
  return null
}

/** For headers and for words of a foreign server: line ends and other control signs become a space. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
