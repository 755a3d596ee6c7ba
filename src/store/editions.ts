// The editions of procedures that a database holds, byte for byte, as the owner reads them on the command line.
import type { OwnerStore } from './owner.ts'

export type EditionRow = {
  agency: string
  procedure: string
  edition: string
  source: string
  inForceFrom: string | null
  inForceTo: string | null
}

export const storedEditions = (store: OwnerStore): Promise<EditionRow[]> =>
  store.inSnapshot((db) =>
    db
      .selectFrom('procedure_edition')
      .select(['agency', 'procedure', 'edition', 'source', 'in_force_from as inForceFrom', 'in_force_to as inForceTo'])
      .orderBy('agency')
      .orderBy('procedure')
      .orderBy('edition')
      .execute(),
  )

/** By agency, the posts that procedures may name. */
export const postsOf = (store: OwnerStore): Promise<{ agency: string; post: string }[]> =>
  store.inSnapshot((db) => db.selectFrom('post').select(['agency', 'post']).execute())
