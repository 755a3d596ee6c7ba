// Looks at every letter that a decision touches before it is committed: what cannot be printed goes no further.
import type { OfficeFiles } from '../core/agency/catalogue.ts'
import { touchesLetter, unprintable } from '../letters/unprintable.ts'
import { readClient } from '../store/clients.ts'
import type { Store } from '../store/connect.ts'
import type { Handler } from '../store/handle.ts'
import { AS_SEEN, type Living } from '../store/living.ts'

type Parts = {
  store: Store
  living: Living
  officeNamed: (agency: string) => OfficeFiles
  publicUrl: (agency: string) => string
}

export const letterJudge =
  ({ store, living, officeNamed, publicUrl }: Parts): NonNullable<Handler['judgeLetters']> =>
  async ({ agency: name, procedure, before, events, now }) => {
    if (!before || !touchesLetter(events)) return null
    const [agency, client] = await Promise.all([
      living(officeNamed(name), now, AS_SEEN),
      readClient(store, name, before.client),
    ])
    return unprintable({ agency, procedure, client, publicUrl: publicUrl(name), before, events, at: now })
  }
