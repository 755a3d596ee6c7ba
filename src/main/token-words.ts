// A token as the command line tells of it, and the office it belongs to.
import { agencyNamed, type Catalogue, type OfficeFiles } from '../core/agency/catalogue.ts'
import { type Instant, instantAt, withOffset } from '../core/clock/instant.ts'
import { tokenState } from '../core/person/access-token.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import type { AccessToken } from '../store/access-tokens.ts'
import { loadCatalogue } from './catalogue.ts'
import { catalogueFolder } from './catalogue-folder.ts'
import type { Io } from './command.ts'
import { type Config, readConfig } from './config.ts'

export type TokenOffice = { config: Config; catalogue: Catalogue; data: OfficeFiles; zone: string; now: Instant }

/** @returns null when the catalogue has no such agency */
export const tokenOffice = async (io: Io, agency: string): Promise<TokenOffice | null> => {
  const config = readConfig(io.env, io.env.MIPP_ROOT ?? io.cwd)
  const catalogue = await loadCatalogue(config.catalogueFolder ?? catalogueFolder(io))
  const data = agencyNamed(catalogue, agency)
  return data ? { config, catalogue, data, zone: data.agency.zone, now: instantAt(Date.now()) } : null
}

export const tokenData = (token: AccessToken, { zone, now }: Pick<TokenOffice, 'zone' | 'now'>) => {
  const at = (instant: Instant | null) => (instant === null ? null : withOffset(instant, zone))
  return {
    id: token.token,
    name: token.name,
    hint: token.hint,
    person: token.email,
    scopes: token.scopes,
    state: tokenState(token, now),
    createdAt: at(token.createdAt),
    expiresAt: at(token.expiresAt),
    lastUsedAt: at(token.lastUsedAt),
    revokedAt: at(token.revokedAt),
  }
}

export const unknownPerson = (email: string): Sentence =>
  sentence(
    `Tidak ada akun dengan surel ${email}. Buat dahulu: mipp user create, atau undang lewat halaman Pengguna.`,
    `There is no account with the address ${email}. Make one first: mipp user create, or invite on the page People.`,
  )
