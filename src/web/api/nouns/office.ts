// The posts of the office, and the clients that ask.
import { z } from 'zod'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { listClients } from '../../../store/clients.ts'
import { type Endpoint, good, openEndpoint } from '../endpoint.ts'
import { says } from '../says.ts'

const post = z
  .strictObject({
    post: z.string(),
    title: z.string(),
    unit: z.string(),
    superior: z.string().nullable(),
  })
  .meta({ id: 'Post' })

const client = z
  .strictObject({
    client: z.string(),
    name: z.string(),
    kind: z
      .enum(['agency', 'company'])
      .meta(
        says(
          'perusahaan hanya mengajukan layanan yang menyebutkannya',
          'a company asks only for the services that say so',
        ),
      ),
  })
  .meta({ id: 'Client' })

export const officeEndpoints: readonly Endpoint[] = [
  openEndpoint('get', {
    id: 'listPosts',
    path: '/posts',
    tag: 'people',
    summary: sentence('Jabatan di kantor ini dan atasannya', 'The posts of this office and their superiors'),
    answer: z.strictObject({ posts: z.array(post) }),
    handle: async ({ agency }) =>
      good({
        posts: agency.agency.posts.map(({ post: name, title, unit, superior }) => ({
          post: name,
          title,
          unit,
          superior: superior ?? null,
        })),
      }),
  }),
  openEndpoint('get', {
    id: 'listClients',
    path: '/clients',
    tag: 'people',
    summary: sentence('Perangkat daerah yang dapat mengajukan', 'The clients that may ask'),
    answer: z.strictObject({ clients: z.array(client) }),
    description: sentence(
      'Perusahaan hanya ditunjukkan kepada loket, pengelola, dan orang perusahaan itu sendiri.',
      'Companies are shown to the counter, to administrators, and to people of that company only.',
    ),
    handle: async ({ services, office, caller }) => {
      const actor = caller?.actor ?? null
      const seesAll = mayOffice(actor, 'see-companies')
      const all = await listClients(services.store, office)
      const clients = all.filter((one) => seesAll || one.kind === 'agency' || actor?.clients.includes(one.client))
      return good({
        clients: clients.flatMap(({ client: key, name, kind }) =>
          kind === 'agency' || kind === 'company' ? [{ client: key, name, kind }] : [],
        ),
      })
    },
  }),
]
