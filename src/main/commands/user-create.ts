// mipp user create: an account made on the server, for the first administrator. Prints a one-time link, never a password.

import { randomBytes, randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { isMailAddress } from '../../adapters/mail/address.ts'
import { agencyNamed } from '../../core/agency/catalogue.ts'
import { oneLine } from '../../core/person/one-line.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { type Made, makeFirstAccount } from '../../store/first-account.ts'
import { withAppStore } from '../app-database.ts'
import { loadCatalogue } from '../catalogue.ts'
import { catalogueFolder } from '../catalogue-folder.ts'
import type { Command, Io } from '../command.ts'
import { readConfig } from '../config.ts'
import { publicUrlOf } from '../public-url.ts'
import { say, unknownAgency, wrongUse } from '../say.ts'

const usage = '--agency A --email E --name N [--admin] [--json]'
const LINK_DAYS = 7

export const userCreate: Command = {
  name: 'user create',
  usage,
  about:
    'Membuat akun, misalnya pengelola pertama, dan mencetak tautan sekali pakai untuk kata sandinya. / Makes an account, such as the first administrator, and prints a one-time link to set its password.',
  run: async (args, io) => {
    const asked = readArgs(args)
    if (asked === null) return wrongUse(io, 'user create', usage)
    const fault = faultIn(asked)
    if (fault) return say(io, 2, fault)
    const config = readConfig(io.env, io.env.MIPP_ROOT ?? io.cwd)
    const catalogue = await loadCatalogue(config.catalogueFolder ?? catalogueFolder(io))
    if (!agencyNamed(catalogue, asked.agency)) return say(io, 1, unknownAgency(asked.agency))
    const token = randomBytes(32).toString('base64url')
    const { json, ...account } = asked
    const made = await make(io, { ...account, token })
    if (made === 'known') return say(io, 1, known(asked.email))
    if (made === 'no-agency') return say(io, 1, noAgency(asked.agency))
    const home = publicUrlOf(config, catalogue, () => config.port)(asked.agency)
    const link = `${home}/invitation?token=${token}`
    if (json) io.out(JSON.stringify({ made, email: asked.email, link }, null, 2))
    else for (const line of [made === 'made' ? MADE : AGAIN, link]) io.out(line)
    return 0
  },
}

type Account = { agency: string; email: string; name: string; isAdministrator: boolean }
type Asked = Account & { json: boolean }

const options = {
  agency: { type: 'string' },
  email: { type: 'string' },
  name: { type: 'string' },
  admin: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

const readArgs = (args: string[]): Asked | null => {
  try {
    const { agency, email, name, admin, json } = parseArgs({ args, options, allowPositionals: false }).values
    if (agency === undefined || email === undefined || name === undefined) return null
    return { agency, email: email.trim(), name: oneLine(name), isAdministrator: admin, json }
  } catch {
    return null
  }
}

const faultIn = ({ email, name }: Account): Sentence | null => {
  if (!isMailAddress(email)) return sentence(`"${email}" bukan alamat surel.`, `"${email}" is not a mail address.`)
  if (name.length < 2 || name.length > 120)
    return sentence('Nama terdiri atas 2 sampai 120 huruf.', 'A name has 2 to 120 characters.')
  return null
}

const make = (io: Io, { agency, token, ...account }: Account & { token: string }): Promise<Made> =>
  withAppStore(io, (store) => {
    const at = Temporal.Now.instant()
    const now = at.toString({ fractionalSecondDigits: 3 })
    const expiresAt = at.add({ hours: 24 * LINK_DAYS }).toString({ fractionalSecondDigits: 3 })
    return makeFirstAccount(store, agency, { ...account, person: randomUUID(), token, now, expiresAt })
  })

const MADE =
  'Akun dibuat. Buka tautan ini dalam tujuh hari untuk membuat kata sandi; hanya dapat dipakai sekali. / The account is made. Open this link within seven days to set the password; it works once.'
const AGAIN =
  'Akun ini sudah diundang; tautan yang lama tidak berlaku lagi. Tautan baru: / This account has been invited before; its old link no longer works. The new link:'

const noAgency = (id: string) =>
  sentence(
    `Kantor "${id}" belum ada di pangkalan data. Jalankan dahulu: mipp agency create ${id}`,
    `The agency "${id}" is not in the database yet. First run: mipp agency create ${id}`,
  )

const known = (email: string) =>
  sentence(
    `Alamat ${email} sudah punya akun. Kata sandi baru diminta di halaman "Lupa kata sandi".`,
    `The address ${email} has an account. A new password is asked for on the page "Forgotten password".`,
  )
