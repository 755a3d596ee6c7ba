// The seal of one agency, as the command line finds and shows it.
import { certificateFault } from '../adapters/signing/key-file.ts'
import { openSealOf, type SealPlace } from '../adapters/signing/key-folder.ts'
import type { SealCertificate } from '../adapters/signing/port.ts'
import type { Agency } from '../core/agency/agency.ts'
import { instantAt, withOffset } from '../core/clock/instant.ts'
import type { ExitCode, Io } from './command.ts'
import { say } from './say.ts'
import { sealPlaceOf } from './signing-ports.ts'
import { tokenOffice } from './token-words.ts'

export type SealOffice = { agency: Agency; place: SealPlace; now: string }

/** @returns null when the catalogue has no such agency */
export const sealOffice = async (io: Io, id: string): Promise<SealOffice | null> => {
  const office = await tokenOffice(io, id)
  if (!office) return null
  return { agency: office.data.agency, place: sealPlaceOf(office.config, id), now: office.now }
}

/** What it seals with from now on; a seal that cannot seal today ends with 1. */
export const showSeal = async (io: Io, { agency, place, now }: SealOffice, json: boolean): Promise<ExitCode> => {
  const opened = await openSealOf(place)
  if (!opened.ok) return say(io, 1, opened.reason)
  const { shown } = opened.value
  io.out(json ? JSON.stringify(shown, null, 2) : linesOf(shown, agency).join('\n'))
  const fault = certificateFault(shown, instantAt(Date.parse(now)))
  return fault ? say(io, 1, fault) : 0
}

const linesOf = (seal: SealCertificate, { zone }: Agency): string[] => [
  `Pemilik / Subject    ${seal.subject}`,
  `Penerbit / Issuer    ${seal.issuer}`,
  `Nomor seri / Serial  ${seal.serial}`,
  `Berlaku / Valid      ${withOffset(seal.startsAt, zone)} - ${withOffset(seal.endsAt, zone)}`,
  ...(seal.isDemo ? ['Hanya untuk peragaan. / For demonstration only.'] : []),
]
