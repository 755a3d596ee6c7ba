// mipp seal make: a certificate that an agency makes for itself, until it has one of a certificate office.
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { hasSeal, keepSeal, passphraseOf } from '../../adapters/signing/key-folder.ts'
import { makeKeyFile } from '../../adapters/signing/make-key-file.ts'
import { sentence } from '../../core/sentence.ts'
import type { Command } from '../command.ts'
import { say, unknownAgency, wrongUse } from '../say.ts'
import { sealOffice, showSeal } from '../seal-words.ts'

const name = 'seal make'
const usage = '--agency A [--years N] [--replace] [--json]'

export const sealMake: Command = {
  name,
  usage,
  about:
    'Membuat segel bersertifikat buatan sendiri. / Makes a seal with a certificate of its own making; others trust it only when they were given it.',
  run: async (args, io) => {
    const { agency, years, replace, json } = parseArgs({ args, options }).values
    if (agency === undefined || !/^([1-9]|10)$/.test(years)) return wrongUse(io, name, usage)
    const office = await sealOffice(io, agency)
    if (!office) return say(io, 1, unknownAgency(agency))
    const { place, now } = office
    if (!replace && (await hasSeal(place))) return say(io, 1, isThere)
    const to = Temporal.Instant.from(now).add({ hours: 24 * 365 * Number(years) })
    const passphrase = (await passphraseOf(place)) ?? randomBytes(24).toString('base64url')
    const wanted = { name: office.agency.name, from: now, to: to.toString(), isDemo: false, passphrase }
    await keepSeal(place, await makeKeyFile(wanted), passphrase)
    return showSeal(io, office, json)
  },
}

const options = {
  agency: { type: 'string' },
  years: { type: 'string', default: '2' },
  replace: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

const isThere = sentence(
  'Kantor ini sudah mempunyai segel. Tambahkan --replace bila segel itu memang harus diganti.',
  'This agency has a seal. Add --replace if it shall really be replaced.',
)
