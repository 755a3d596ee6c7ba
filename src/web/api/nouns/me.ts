// Who the token speaks for, and what it reaches: the first thing a program asks.
import { z } from 'zod'
import { SCOPE_NAMES } from '../../../core/person/scopes.ts'
import { sentence } from '../../../core/sentence.ts'
import { type Endpoint, endpoint, good } from '../endpoint.ts'

const me = z
  .strictObject({
    person: z.uuid(),
    name: z.string(),
    email: z.string(),
    isAdministrator: z.boolean(),
    scopes: z.array(z.enum(SCOPE_NAMES)),
    hats: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('post'),
          post: z.string(),
          title: z.string(),
          capacity: z.enum(['definitive', 'plt', 'plh', 'an']),
        }),
        z.strictObject({
          kind: z.literal('client'),
          client: z.string(),
          name: z.string(),
          clientKind: z.enum(['agency', 'company', 'public', 'office']),
        }),
      ]),
    ),
  })
  .meta({ id: 'Me' })

export const meEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'getMe',
    path: '/me',
    tag: 'access',
    scope: SCOPE_NAMES,
    summary: sentence('Siapa pemegang token ini', 'Who this token speaks for'),
    answer: me,
    handle: async ({ caller: { person, name, email, isAdministrator, scopes, hats } }) =>
      good({ person, name, email, isAdministrator, scopes: [...scopes], hats }),
  }),
]
