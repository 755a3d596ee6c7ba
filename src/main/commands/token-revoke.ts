// mipp token revoke: a token stops at once, whoever's it is.
import { parseArgs } from 'node:util'
import { sentence } from '../../core/sentence.ts'
import { revokeToken } from '../../store/access-tokens.ts'
import { withAppStore } from '../app-database.ts'
import type { Command } from '../command.ts'
import { say, unknownAgency, wrongUse } from '../say.ts'
import { tokenOffice } from '../token-words.ts'

const name = 'token revoke'
const usage = '--agency A [--json] ID'

export const tokenRevoke: Command = {
  name,
  usage,
  about:
    'Mencabut token akses; program yang memakainya langsung tidak dapat masuk. / Revokes an access token; programs that use it are locked out at once.',
  run: async (args, io) => {
    const asked = readArgs(args)
    if (asked === null) return wrongUse(io, name, usage)
    const { agency, id } = asked
    const office = await tokenOffice(io, agency)
    if (!office) return say(io, 1, unknownAgency(agency))
    const revoking = { token: id, owner: null, now: office.now }
    const isDone = await withAppStore(io, (store) => revokeToken(store, agency, revoking))
    if (!isDone) return say(io, 1, notThere(id, agency))
    io.out(asked.json ? JSON.stringify({ id, revokedAt: office.now }, null, 2) : done(id))
    return 0
  },
}

const options = { agency: { type: 'string' }, json: { type: 'boolean', default: false } } as const

const readArgs = (args: string[]): { agency: string; id: string; json: boolean } | null => {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [id, ...more] = positionals
    return values.agency === undefined || id === undefined || more.length > 0
      ? null
      : { agency: values.agency, id, json: values.json }
  } catch {
    return null
  }
}

const done = (id: string): string => `Token ${id} dicabut. / The token ${id} is revoked.`

const notThere = (id: string, agency: string) =>
  sentence(
    `Tidak ada token "${id}" yang masih dapat dicabut. Lihat daftarnya: mipp token list --agency ${agency}`,
    `There is no token "${id}" that could still be revoked. See the list: mipp token list --agency ${agency}`,
  )
