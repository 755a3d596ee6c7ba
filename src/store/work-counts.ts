// How much stands in each view of a work list, and how much waits at a desk: counted no further than anybody reads.
import type { Store } from './connect.ts'
import { countElsewhere } from './work-elsewhere.ts'
import { countViews, type Whose } from './work-view.ts'

/** Of a hundred the page says "more than 99". */
export const MOST_COUNTED = 100

/** @returns in the order of the views, and then what lies elsewhere */
export const countWorkViews = (
  store: Store,
  agency: string,
  { views, posts }: { views: readonly Whose[]; posts: readonly string[] },
): Promise<{ views: number[]; elsewhere: number }> =>
  store.inAgency(agency, async (db) => ({
    views: await countViews(db, agency, { views, most: MOST_COUNTED }),
    elsewhere: await countElsewhere(db, agency, { posts, most: MOST_COUNTED }),
  }))

/** What somebody may begin or go on with: for the menu of every page, in one round trip. */
export const countDesk = async (
  { pool }: Pick<Store, 'pool'>,
  agency: string,
  { person, posts }: { person: string; posts: readonly string[] },
): Promise<number> => {
  const found = await pool.query<{ count: number }>({
    name: 'count_desk',
    text: 'select count_desk($1, $2, $3, $4) as count',
    values: [agency, person, posts, MOST_COUNTED],
  })
  return found.rows[0]?.count ?? 0
}
