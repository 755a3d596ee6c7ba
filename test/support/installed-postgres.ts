// PostgreSQL as Debian installs it, in the versions that MIPP also supports: 15 to 17 beside the 18 from npm.

import { existsSync } from 'node:fs'
import type { Binaries } from '../../src/main/embedded-postgres/binaries.ts'

export const OLDER_VERSIONS = ['15', '16', '17']

export function installedPostgres(major: string | undefined): Binaries | undefined {
  const folder = `/usr/lib/postgresql/${major}/bin`
  if (major === undefined || !existsSync(`${folder}/postgres`)) return undefined
  return { major, initdb: `${folder}/initdb`, postgres: `${folder}/postgres` }
}
