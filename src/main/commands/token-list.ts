// mipp token list: the access tokens of an agency or of one person, never their text.
import { parseArgs } from 'node:util'
import { type AccessToken, listTokens } from '../../store/access-tokens.ts'
import { personOfMail } from '../../store/persons.ts'
import { withAppStore } from '../app-database.ts'
import type { Command } from '../command.ts'
import { say, unknownAgency, wrongUse } from '../say.ts'
import { tokenData, tokenOffice, unknownPerson } from '../token-words.ts'

const name = 'token list'
const usage = '--agency A [--person E-MAIL] [--json]'

export const tokenList: Command = {
  name,
  usage,
  about: 'Mendaftar token akses, yang terbaru lebih dahulu. / Lists the access tokens, the newest first.',
  run: async (args, io) => {
    const asked = readArgs(args)
    if (asked === null) return wrongUse(io, name, usage)
    const { agency, person: email } = asked
    const office = await tokenOffice(io, agency)
    if (!office) return say(io, 1, unknownAgency(agency))
    const tokens = await withAppStore(io, async (store): Promise<AccessToken[] | null> => {
      if (email === undefined) return listTokens(store, agency, {})
      const person = await personOfMail(store, agency, email)
      return person ? listTokens(store, agency, { person: person.person }) : null
    })
    if (tokens === null) return say(io, 1, unknownPerson(email ?? ''))
    const rows = tokens.map((token) => tokenData(token, office))
    for (const line of asked.json ? [JSON.stringify(rows, null, 2)] : rows.map(lineOf)) io.out(line)
    return 0
  },
}

const options = {
  agency: { type: 'string' },
  person: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

const readArgs = (args: string[]): { agency: string; person?: string | undefined; json: boolean } | null => {
  try {
    const { agency, person, json } = parseArgs({ args, options, allowPositionals: false }).values
    return agency === undefined ? null : { agency, person: person?.trim(), json }
  } catch {
    return null
  }
}

const lineOf = ({ id, state, hint, person, scopes, expiresAt, lastUsedAt, name }: ReturnType<typeof tokenData>) =>
  [id, state, `${hint}…`, person, scopes.join(','), expiresAt, lastUsedAt ?? '-', plain(name)].join('  ')

/** Whoever named it: nothing that moves the cursor of a terminal. */
const plain = (text: string): string => text.replaceAll(/\p{C}/gu, ' ')
