// Where people reach an agency, for mails, QR codes and links on the command line.
import type { Catalogue } from '../core/agency/catalogue.ts'
import { agencyNamed } from '../core/agency/catalogue.ts'
import type { Config } from './config.ts'

/** The agency's own address first, then the installation's; else this machine at the port it serves. No slash at the end. */
export const publicUrlOf =
  (config: Pick<Config, 'publicUrl'>, catalogue: Catalogue, port: () => number) =>
  (id: string): string => {
    const agency = agencyNamed(catalogue, id)?.agency
    if (!agency) throw new Error(`The catalogue has no agency "${id}"`)
    if (agency.publicUrl) return agency.publicUrl.replace(/\/+$/, '')
    const isAlone = catalogue.agencies.length === 1
    if (config.publicUrl && isAlone) return config.publicUrl
    return `http://${isAlone ? 'localhost' : (agency.hosts[0] ?? 'localhost')}:${port()}`
  }
