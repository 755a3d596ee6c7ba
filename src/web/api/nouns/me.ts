// Who the token speaks for, and what it reaches: the first thing a program asks.
import { z } from 'zod'
import { SCOPE_NAMES } from '../../../core/person/scopes.ts'
import { sentence } from '../../../core/sentence.ts'
import type { Hat } from '../../visitor.ts'
import { type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'

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
          capacity: z.enum(['definitive', 'plt', 'plh', 'an', 'substitute', 'superior']),
          actsFor: z
            .strictObject({ person: z.uuid(), name: z.string() })
            .nullable()
            .meta(says('yang diwakili', 'who is represented')),
          does: z
            .enum(['all', 'some', 'nothing'])
            .meta(
              says(
                'some: pengganti untuk sebagian layanan; nothing: sedang tidak di tempat, pekerjaannya pada orang lain',
                'some: a substitute for some services; nothing: away, others do the work',
              ),
            ),
          only: z.array(z.string()).meta(says('hanya layanan ini', 'these procedures alone')),
          except: z.array(z.string()).meta(says('semua layanan selain ini', 'all procedures but these')),
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
      good({ person, name, email, isAdministrator, scopes: [...scopes], hats: hats.map(hatOf) }),
  }),
]

const hatOf = (hat: Hat): z.output<typeof me>['hats'][number] => {
  if (hat.kind === 'client') return hat
  const { kind, post, title, capacity, actsFor, scope } = hat
  const only = 'only' in scope ? [...scope.only] : []
  const except = 'except' in scope ? [...scope.except] : []
  const does = 'only' in scope ? (only.length > 0 ? 'some' : 'nothing') : except.length > 0 ? 'some' : 'all'
  return { kind, post, title, capacity, actsFor, does, only, except }
}
