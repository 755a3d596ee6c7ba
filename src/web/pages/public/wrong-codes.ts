// Guessing codes is slowed down: so many wrong ones from one place, then a pause.
import type { Context } from 'hono'
import { outageOf } from '../../../store/outage.ts'
import type { Services } from '../../services.ts'
import type { WebEnv } from '../../visitor.ts'
import { askAgainLater, type Limit, placeOf, tryOnce } from '../account/limits.ts'

const limitOf = (act: 'track' | 'check'): Limit => ({ act: `${act}:place`, tries: 20, minutes: 10 })

/**
 * Counts before looking, and takes it back when the code was right. While the database only reads nothing can be
 * counted: the codes are too many to be guessed in that time, and whoever has one may go on looking.
 */
export const findSlowly = async <Found>(
  c: Context<WebEnv>,
  services: Services,
  act: 'track' | 'check',
  find: () => Promise<Found | null>,
): Promise<Found | null | 'too-many'> => {
  const tried = await tryOnce(c, services, limitOf(act), placeOf(c, services)).catch((error: unknown) => {
    if (outageOf(error) === 'reading') return null
    throw error
  })
  if (tried && !tried.isAllowed) {
    askAgainLater(c, tried)
    return 'too-many'
  }
  const found = await find()
  if (found !== null) await tried?.forgive()
  return found
}
