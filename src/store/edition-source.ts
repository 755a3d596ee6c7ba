// The text of one ratified edition, byte for byte as it was ratified.
import type { Store } from './connect.ts'

export const editionSource = (
  store: Store,
  agency: string,
  { procedure, edition }: { procedure: string; edition: string },
): Promise<string | null> =>
  store.inAgency(agency, async (db) => {
    const found = await db
      .selectFrom('procedure_edition')
      .select('source')
      .where('agency', '=', agency)
      .where('procedure', '=', procedure)
      .where('edition', '=', edition)
      .executeTakeFirst()
    return found?.source ?? null
  })
