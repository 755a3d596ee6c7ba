// The office that a fill happens in: agencies, people and clients as the program seeds them, and more clients beside.
import type pg from 'pg'
import type { AgencyData, Catalogue, OfficeRules } from '../../src/core/agency/catalogue.ts'
import { readLetterSource } from '../../src/letters/letter-source.ts'
import { openStore } from '../../src/store/connect.ts'
import { createLiving } from '../../src/store/living.ts'
import { seedAgency, seedDemoPeople } from '../../src/store/seed.ts'
import { moreClients } from './names.ts'
import type { Random } from './random.ts'
import type { Asker } from './write.ts'

export type Opening = {
  url: string
  catalogue: Catalogue
  agency: string
  since: string
  until: string
  chance: Random
}

/** @returns the office on its last day, who asks, as often as they ask, and who holds which post */
export const openOfficeRows = async (client: pg.Client, { url, catalogue, agency, since, until, chance }: Opening) => {
  const files = catalogue.agencies.find((one) => one.agency.agency === agency)
  if (!files) throw new Error(`The catalogue has no agency "${agency}"`)
  const store = openStore(url, 'mipp_app', 1)
  const living = createLiving(store, readLetterSource, () => undefined)
  let data: AgencyData
  try {
    for (const data of catalogue.agencies) {
      await seedAgency(store, data, since)
      await seedDemoPeople(store, data, { now: since, today: since.slice(0, 10), newId: chance.uuid })
    }
    data = await living(files, `${until}T05:00:00.000Z`)
  } finally {
    await store.close()
  }
  const askers = await addAskers(client, data, { since, chance })
  const held = await client.query<{ post: string; person: string }>(
    'select post, person::text as person from mandate where agency = $1 order by post',
    [agency],
  )
  const personOf = (post: string): string => {
    const found = held.rows.find((row) => row.post === post)
    if (!found) throw new Error(`Nobody holds "${post}"`)
    return found.person
  }
  return { data, askers, personOf }
}

const addAskers = async (
  client: pg.Client,
  { agency: office }: Pick<OfficeRules, 'agency'>,
  { since, chance }: Pick<Opening, 'since' | 'chance'>,
): Promise<readonly [Asker, ...Asker[]]> => {
  const { agency } = office
  const fromCatalogue = office.clients.filter(({ kind }) => kind === 'agency').map((one) => ({ ...one, weight: 8 }))
  const more = moreClients().filter((one) => !office.clients.some(({ client: known }) => known === one.client))
  const all = [...fromCatalogue, ...more]
  const askers: Asker[] = []
  for (const { client: id, name, head, address, weight } of all) {
    await client.query('insert into client values ($1, $2, $3, $4, $5, $6) on conflict do nothing', [
      agency,
      id,
      name,
      head,
      address,
      since,
    ])
    const asker = { client: id, name, ...(await personFor(client, { agency, id, since, chance })) }
    for (let times = 0; times < weight; times += 1) askers.push(asker)
  }
  const [first, ...rest] = askers
  if (!first) throw new Error('Nobody asks')
  return [first, ...rest]
}

type Needed = { agency: string; id: string; since: string; chance: Random }

/** Who is seeded already, or a new applicant. */
const personFor = async (
  client: pg.Client,
  { agency, id, since, chance }: Needed,
): Promise<{ applicant: string; mail: string }> => {
  const known = await client.query<{ person: string; email: string }>(
    'select p.person::text as person, p.email from membership m join person p using (agency, person) where m.agency = $1 and m.client = $2',
    [agency, id],
  )
  const [member] = known.rows
  if (member) return { applicant: member.person, mail: member.email }
  const person = chance.uuid()
  const mail = `pemohon@${id}.example`
  await client.query(
    "insert into person (agency, person, name, email, state, created_at) values ($1, $2, 'Pengelola Laman', $3, 'active', $4)",
    [agency, person, mail, since],
  )
  await client.query("insert into membership values ($1, $2, $3, 'Pengelola Laman')", [agency, person, id])
  return { applicant: person, mail }
}
