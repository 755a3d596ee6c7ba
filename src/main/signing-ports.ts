// How an agency signs here: its seal from the data folder, made on the spot for a demo; BSrE where the environment names it.
import { join } from 'node:path'
import { createBsre } from '../adapters/signing/bsre.ts'
import { STAND_IN_ACCOUNT, startBsreStandIn } from '../adapters/signing/bsre-stand-in.ts'
import { hasSeal, keepFirstSeal, keptOpen, type SealPlace } from '../adapters/signing/key-folder.ts'
import { makeKeyFile } from '../adapters/signing/make-key-file.ts'
import type { PersonalSigning, SealPort, SigningPorts } from '../adapters/signing/port.ts'
import { createSeal } from '../adapters/signing/seal.ts'
import { createTimeStamps } from '../adapters/signing/time-stamp.ts'
import type { Agency } from '../core/agency/agency.ts'
import type { Catalogue } from '../core/agency/catalogue.ts'
import { type Config, configOfAgency } from './config.ts'

export type OpenSigning = SigningPorts & { stop: () => Promise<void> }

type Of = { config: Config; agency: Pick<Agency, 'agency' | 'name'>; isDemo: boolean }
type Ways = { seal: SealPort; personal: PersonalSigning | undefined }

export const openSigningPorts = async (config: Config, catalogue: Catalogue, isDemo: boolean): Promise<OpenSigning> => {
  const byAgency = new Map<string, Ways>()
  const standIn = isDemo ? await startBsreStandIn({ now: () => new Date().toISOString() }) : null
  for (const { agency } of catalogue.agencies) {
    byAgency.set(agency.agency, {
      seal: sealOf({ config, agency, isDemo }),
      personal: personalOf(config, agency.agency, standIn?.url),
    })
  }
  return {
    seal: (agency) => byAgency.get(agency)?.seal,
    personal: (agency) => byAgency.get(agency)?.personal,
    stop: async () => standIn?.stop(),
  }
}

/** Where its seal lies, whether there is one or not. */
export const sealPlaceOf = (config: Config, agency: string): SealPlace => ({
  folder: join(config.dataFolder, 'seals'),
  agency,
  passphrase: configOfAgency(config, agency).seal?.passphrase,
})

const sealOf = ({ config, agency, isDemo }: Of): SealPort => {
  const set = configOfAgency(config, agency.agency)
  const place = sealPlaceOf(config, agency.agency)
  const stamps = set.seal?.stamps
  const open = keptOpen(place)
  return createSeal({
    key: async () => {
      if (isDemo && !(await hasSeal(place))) await makeDemoSeal(place, agency.name)
      return open()
    },
    timeStamps: stamps === undefined ? undefined : createTimeStamps({ url: stamps }),
  })
}

/** The service of the environment; in a demo a stand-in that says so. */
const personalOf = (config: Config, agency: string, standIn: string | undefined): PersonalSigning | undefined => {
  const { bsre } = configOfAgency(config, agency)
  if (bsre) return createBsre(bsre)
  return standIn === undefined ? undefined : createBsre({ url: standIn, ...STAND_IN_ACCOUNT, isStandIn: true })
}

const makeDemoSeal = (place: SealPlace, name: string): Promise<void> =>
  keepFirstSeal(place, (passphrase) =>
    makeKeyFile({ name, from: '2020-01-01T00:00:00.000Z', to: '2049-12-31T00:00:00.000Z', isDemo: true, passphrase }),
  )
