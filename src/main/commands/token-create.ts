// mipp token create: a key with which a program acts for a person. Printed once; the person is told by mail.
import { randomBytes, randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type Instant, withOffset } from '../../core/clock/instant.ts'
import { MOST_DAYS, MOST_TOKENS, readExpiry, tokenText } from '../../core/person/access-token.ts'
import { oneLine } from '../../core/person/one-line.ts'
import { isScope, SCOPE_NAMES, type Scope } from '../../core/person/scopes.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { createToken, type TokenMade } from '../../store/access-tokens.ts'
import { personOfMail } from '../../store/persons.ts'
import { lettersOf } from '../../web/pages/account/letters.ts'
import { withAppStore } from '../app-database.ts'
import type { Command, ExitCode, Io } from '../command.ts'
import { publicUrlOf } from '../public-url.ts'
import { say, unknownAgency, wrongUse } from '../say.ts'
import { type TokenOffice, tokenOffice, unknownPerson } from '../token-words.ts'

const name = 'token create'
const usage = '--agency A --person E-MAIL --name N [--scopes read,work] [--expires 90d|YYYY-MM-DD] [--json]'

export const tokenCreate: Command = {
  name,
  usage,
  about: `Membuat token akses bagi program dan mencetaknya sekali; pemiliknya diberi tahu lewat surel. / Makes an access token for a program and prints it once; its owner is told by mail. (scopes: ${SCOPE_NAMES.join(', ')})`,
  run: async (args, io) => {
    const asked = readArgs(args)
    if (asked === null) return wrongUse(io, name, usage)
    const office = await tokenOffice(io, asked.agency)
    if (!office) return say(io, 1, unknownAgency(asked.agency))
    const expiresAt = readExpiry(asked.expires, office)
    const scopes = asked.scopes.filter(isScope)
    const fault = faultIn(asked, scopes, expiresAt)
    if (fault || expiresAt === null) return say(io, 2, fault ?? badExpiry(asked.expires))
    return create(io, office, { ...asked, scopes, expiresAt })
  },
}

type Asked = { agency: string; person: string; name: string; scopes: string[]; expires: string; json: boolean }
type Good = Omit<Asked, 'scopes'> & { scopes: Scope[]; expiresAt: Instant }

const options = {
  agency: { type: 'string' },
  person: { type: 'string' },
  name: { type: 'string' },
  scopes: { type: 'string', default: 'read' },
  expires: { type: 'string', default: '90d' },
  json: { type: 'boolean', default: false },
} as const

const readArgs = (args: string[]): Asked | null => {
  try {
    const { agency, person, name, ...more } = parseArgs({ args, options, allowPositionals: false }).values
    if (agency === undefined || person === undefined || name === undefined) return null
    const scopes = [...new Set(more.scopes.split(',').map((scope) => scope.trim()))]
    return { ...more, agency, person: person.trim(), name: oneLine(name), scopes }
  } catch {
    return null
  }
}

const faultIn = (asked: Asked, scopes: Scope[], expiresAt: Instant | null): Sentence | null => {
  if (asked.name.length < 2 || asked.name.length > 120)
    return sentence('Nama token terdiri atas 2 sampai 120 huruf.', 'The name of a token has 2 to 120 characters.')
  if (scopes.length < asked.scopes.length) return badScopes(asked.scopes.filter((scope) => !isScope(scope)))
  return expiresAt === null ? badExpiry(asked.expires) : null
}

const create = async (io: Io, { config, catalogue, data, zone, now }: TokenOffice, asked: Good): Promise<ExitCode> => {
  const { agency, name, scopes, expiresAt } = asked
  const text = tokenText(randomBytes(32).toString('base64url'))
  const token = randomUUID()
  const publicUrl = publicUrlOf(config, catalogue, () => config.port)
  const letters = lettersOf({ agency: data }, { publicUrl })
  const made = await withAppStore(io, async (store): Promise<TokenMade | 'unknown'> => {
    const person = await personOfMail(store, agency, asked.person)
    if (!person) return 'unknown'
    return createToken(store, agency, {
      token,
      text,
      person: person.person,
      name,
      scopes,
      now,
      expiresAt,
      mail: randomUUID(),
      letter: (language) => letters.tokenMade(language, { name, text, scopes, expiresAt }),
    })
  })
  if (made !== 'made') return say(io, 1, refusal(made, asked.person))
  const until = withOffset(expiresAt, zone)
  const told = { id: token, token: text, name, person: asked.person, scopes, expiresAt: until }
  for (const line of asked.json ? [JSON.stringify(told, null, 2)] : [MADE(token, until), text]) io.out(line)
  return 0
}

const MADE = (id: string, until: string): string =>
  `Token ${id} dibuat, berlaku sampai ${until}. Simpan baris berikut; tidak dapat ditampilkan lagi. / The token ${id} is made, valid until ${until}. Keep the next line; it cannot be shown again.`

const refusal = (made: Exclude<TokenMade, 'made'> | 'unknown', email: string): Sentence => {
  switch (made) {
    case 'unknown':
      return unknownPerson(email)
    case 'no-person':
      return sentence(
        `Akun ${email} tidak aktif, jadi tidak ada program yang boleh bekerja atas namanya. Undang orangnya, atau buka lagi akunnya, di halaman Pengguna.`,
        `The account ${email} is not active, so no program may act for it. Invite the person, or open the account again, on the page People.`,
      )
    case 'too-many':
      return sentence(
        `Akun ${email} sudah punya ${MOST_TOKENS} token yang berlaku. Cabut yang tidak dipakai: mipp token revoke`,
        `The account ${email} has ${MOST_TOKENS} valid tokens already. Revoke those that are not used: mipp token revoke`,
      )
    case 'repeated':
      return sentence(
        'Token ini sudah ada. Jalankan perintahnya sekali lagi.',
        'This token exists. Run the command again.',
      )
  }
}

const badScopes = (wrong: string[]): Sentence =>
  sentence(
    `Cakupan "${wrong.join(', ')}" tidak ada. Pilih dari: ${SCOPE_NAMES.join(', ')}.`,
    `There is no scope "${wrong.join(', ')}". Choose from: ${SCOPE_NAMES.join(', ')}.`,
  )

const badExpiry = (text: string): Sentence =>
  sentence(
    `"${text}" bukan masa berlaku. Tulis misalnya 90d atau 2027-01-31: belum lewat, dan paling lama ${MOST_DAYS} hari lagi.`,
    `"${text}" is no expiry. Write for example 90d or 2027-01-31: not yet over, and at most ${MOST_DAYS} days from now.`,
  )
