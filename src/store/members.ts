// The accounts of a client: people who may follow and confirm what is asked in its name.
import type { Store } from './connect.ts'

export type Member = { person: string; name: string; email: string; jobTitle: string }

export const membersOf = (store: Store, agency: string, client: string): Promise<Member[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('membership as m')
      .innerJoin('person as p', (join) => join.onRef('p.agency', '=', 'm.agency').onRef('p.person', '=', 'm.person'))
      .select(['p.person', 'p.name', 'p.email', 'm.job_title'])
      .where('m.agency', '=', agency)
      .where('m.client', '=', client)
      .where('p.state', '=', 'active')
      .orderBy('p.name')
      .execute()
    return rows.map(({ job_title, ...row }) => ({ ...row, jobTitle: job_title }))
  })
