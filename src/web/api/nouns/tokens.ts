// Access tokens of the caller: listed without their text, made no wider and no longer than the token that asks, revoked.
import { z } from 'zod'
import { MOST_TOKENS, readExpiry, tokenState, tokenText } from '../../../core/person/access-token.ts'
import { oneLine } from '../../../core/person/one-line.ts'
import { mayGrant, SCOPE_NAMES } from '../../../core/person/scopes.ts'
import { sentence } from '../../../core/sentence.ts'
import { type AccessToken, createToken, listTokens, revokeToken } from '../../../store/access-tokens.ts'
import { lettersOf } from '../../pages/account/letters.ts'
import { askAgainLater, TOKEN_BY_ACCOUNT, tryOnce } from '../../pages/account/limits.ts'
import { bad, type Call, type Caller, type Endpoint, endpoint, good, type Reply } from '../endpoint.ts'
import { says } from '../says.ts'
import { id, moment } from '../shapes/common.ts'

const scopes = z.array(z.enum(SCOPE_NAMES)).min(1).max(SCOPE_NAMES.length)

const token = z
  .strictObject({
    token: id,
    name: z.string(),
    hint: z.string().meta(says('huruf-huruf awalnya', 'its first characters')),
    scopes: z.array(z.enum(SCOPE_NAMES)),
    state: z.enum(['valid', 'expired', 'revoked']),
    createdAt: moment,
    expiresAt: moment,
    lastUsedAt: moment.nullable(),
    revokedAt: moment.nullable(),
  })
  .meta({ id: 'Token' })

const newToken = z
  .strictObject({
    name: z.string().overwrite(oneLine).min(2).max(120),
    scopes,
    expires: z
      .string()
      .max(20)
      .optional()
      .meta(
        says(
          'jumlah hari seperti `90d` (24 jam per hari), atau tanggal seperti `2027-01-31`: berlaku sampai pukul 24.00 hari itu menurut zona waktu kantor (WIB); tanpa ini 90 hari, atau sampai token yang meminta berakhir bila itu lebih dahulu',
          'days such as `90d` (of 24 hours each), or a day such as `2027-01-31`: valid until 24.00 of that day in the time zone of the office (WIB); without it 90 days, or the end of the token that asks where that comes first',
        ),
      ),
  })
  .meta({ id: 'NewToken' })

const madeToken = z
  .strictObject({
    token: id,
    text: z.string().meta(says('hanya ada di jawaban ini', 'shown in this answer and nowhere else')),
    scopes: z.array(z.enum(SCOPE_NAMES)),
    expiresAt: moment,
  })
  .meta({ id: 'MadeToken' })

export const tokenEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'listTokens',
    path: '/tokens',
    tag: 'access',
    scope: 'tokens',
    summary: sentence('Token akses Anda, yang terbaru di atas', 'Your access tokens, the newest first'),
    answer: z.strictObject({ tokens: z.array(token) }),
    handle: async ({ services, office, caller, now }) => {
      const found = await listTokens(services.store, office, { person: caller.person })
      return good({ tokens: found.map((one) => shown(one, now)) })
    },
  }),
  endpoint('post', {
    id: 'createToken',
    path: '/tokens',
    tag: 'access',
    scope: 'tokens',
    status: 201,
    summary: sentence('Buat token akses lain', 'Make another access token'),
    description: sentence(
      'Paling jauh seluas dan selama token yang meminta. Teksnya hanya ada di jawaban ini.',
      'No wider and no longer than the token that asks. Its text stands in this answer alone.',
    ),
    body: newToken,
    example: { name: 'Laporan bulanan', scopes: ['read'], expires: '30d' },
    problems: ['not-allowed', 'too-often', 'not-open'],
    answer: madeToken,
    handle: (call) => make(call),
  }),
  endpoint('delete', {
    id: 'revokeToken',
    path: '/tokens/{token}',
    tag: 'access',
    scope: 'tokens',
    summary: sentence('Cabut token akses', 'Revoke an access token'),
    description: sentence(
      'Milik sendiri. Token orang lain dicabut oleh pengelola server dengan baris perintah.',
      'One of your own. Those of others are revoked by whoever runs the server, on the command line.',
    ),
    params: z.object({ token: id }),
    answer: null,
    handle: async ({ services, office, caller, now, params }) => {
      const isDone = await revokeToken(services.store, office, { token: params.token, owner: caller.person, now })
      return isDone ? good(undefined) : bad('not-found')
    },
  }),
]

type Making = Call<unknown, unknown, z.output<typeof newToken>, Caller>

const make = async (call: Making): Promise<Reply<z.output<typeof madeToken>>> => {
  const { c, services, office, caller, now, body, visitor } = call
  if (!mayGrant(caller.scopes, body.scopes)) return bad('not-allowed', WIDER)
  const expiresAt = expiryOf(call)
  if (expiresAt === null) return bad('invalid', undefined, [{ in: 'body', path: '/expires', sentence: LONGER }])
  const tried = await tryOnce(c, services, TOKEN_BY_ACCOUNT, caller.person)
  if (!tried.isAllowed) {
    askAgainLater(c, tried)
    return bad('too-often')
  }
  const text = tokenText(services.newToken())
  const [key, { name }] = [services.newId(), body]
  const made = await createToken(services.store, office, {
    token: key,
    text,
    person: caller.person,
    name,
    scopes: body.scopes,
    now,
    expiresAt,
    mail: services.newId(),
    letter: (language) =>
      lettersOf(visitor, services).tokenMade(language, { name, text, scopes: body.scopes, expiresAt }),
  })
  switch (made) {
    case 'made':
      return good({ token: key, text, scopes: body.scopes, expiresAt })
    case 'too-many':
      return bad('not-open', TOO_MANY)
    case 'no-person':
      return bad('no-token')
    case 'repeated':
      throw new Error('A fresh id of a token was there already')
  }
}

/** Null for what nobody can be given; where none is asked for, the end of the token that asks comes first. */
const expiryOf = ({ caller, now, agency, body: { expires } }: Making): string | null => {
  const wanted = readExpiry(expires ?? USUAL, { now, zone: agency.agency.zone })
  if (wanted !== null && wanted <= caller.expiresAt) return wanted
  return expires === undefined ? caller.expiresAt : null
}

const USUAL = '90d'

const WIDER = sentence(
  'Token baru tidak boleh lebih luas daripada token ini.',
  'The new token cannot reach further than this one.',
)
const LONGER = sentence(
  'Isi jumlah hari seperti 90d atau tanggal seperti 2027-01-31, paling lama sampai token ini berakhir.',
  'Give days such as 90d or a day such as 2027-01-31, no later than the end of this token.',
)
const TOO_MANY = sentence(
  `Anda sudah punya ${MOST_TOKENS} token yang berlaku. Cabut yang tidak dipakai.`,
  `You have ${MOST_TOKENS} valid tokens. Revoke those that are not used.`,
)

const shown = (one: AccessToken, now: string): z.output<typeof token> => ({
  token: one.token,
  name: one.name,
  hint: one.hint,
  scopes: one.scopes,
  state: tokenState(one, now),
  createdAt: one.createdAt,
  expiresAt: one.expiresAt,
  lastUsedAt: one.lastUsedAt,
  revokedAt: one.revokedAt,
})
