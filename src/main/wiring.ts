// Puts the office together: the only place where clock, random, database and outside systems are chosen.
import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { MailPort } from '../adapters/mail/port.ts'
import { createPdfPictures } from '../adapters/pdf-pictures/pdf-pictures.ts'
import { createPdfText } from '../adapters/pdf-text/pdf-text.ts'
import { createHttpProbe } from '../adapters/probe/http.ts'
import { createReadQr } from '../adapters/qr/read-qr.ts'
import type { ScanPort } from '../adapters/scan/port.ts'
import { createPreviewPrinter } from '../adapters/typst/preview.ts'
import { createTypst } from '../adapters/typst/typst.ts'
import { createHttpWebhook } from '../adapters/webhook/http.ts'
import type { Catalogue } from '../core/agency/catalogue.ts'
import { type Instant, inZone } from '../core/clock/instant.ts'
import { readProcedure } from '../core/procedure/read.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import type { JobTools } from '../jobs/tools.ts'
import { filingOf } from '../letters/filing.ts'
import { readLetterSource } from '../letters/letter-source.ts'
import { type DatabasePatience, openStore, type Store } from '../store/connect.ts'
import { fileHealth } from '../store/file-troubles.ts'
import { handle, type Order } from '../store/handle.ts'
import { createLiving } from '../store/living.ts'
import { migrationFiles } from '../store/migrate.ts'
import { isDemoDatabase, seedAgency, seedDemoPeople, storedEdition } from '../store/seed.ts'
import { unknownMigrations } from '../store/unknown-migrations.ts'
import { startLive } from '../web/live.ts'
import type { Services } from '../web/services.ts'
import { type AgencyPorts, openAgencyPorts } from './agency-ports.ts'
import type { Assets } from './build.ts'
import { loadCatalogue } from './catalogue.ts'
import { catalogueFolder } from './catalogue-folder.ts'
import { checkLogin } from './check-login.ts'
import type { Config } from './config.ts'
import { pictureFolderOf } from './file-places.ts'
import { letterJudge } from './letter-judge.ts'
import type { Log } from './log.ts'
import { mailOf } from './mail-of.ts'
import { OperatorError } from './operator-error.ts'
import { openPhotographs } from './photographs.ts'
import { publicUrlOf } from './public-url.ts'
import { projectRoot } from './root.ts'
import { createSealer, installationKey } from './seal.ts'
import { type OpenSigning, openSigningPorts } from './signing-ports.ts'
import { openStoredPorts } from './stored-ports.ts'
import { proxiesOf } from './trusted-proxies.ts'

export type OfficeOptions = {
  config: Config
  databaseUrl: string
  log: Log
  /** One that was read already, in place of the folder. */
  catalogue?: Catalogue
  /** The one injected clock: facts take their time from here, never from SQL. */
  now?: () => Instant
  /** Stand-ins or real systems of a test, in place of those of the environment. */
  ports?: AgencyPorts
  signing?: OpenSigning
  mail?: MailPort
  scanner?: ScanPort
  /** How long a pause really takes. */
  pause?: (ms: number) => Promise<void>
  /** How long the pages wait for the database. */
  databasePatience?: DatabasePatience
  version?: string
}

export type Office = {
  isDemo: boolean
  catalogue: Catalogue
  store: Store
  tools: JobTools
  services: (assets: Assets, port: () => number) => Promise<Services>
  close: () => Promise<void>
}

const POOL_SIZE = 10

const systemNow = (): Instant => new Date().toISOString()

export const openOffice = async (options: OfficeOptions): Promise<Office> => {
  const { config, databaseUrl, log, now = systemNow, pause = (ms) => setTimeout(ms) } = options
  const catalogue =
    options.catalogue ??
    (await loadCatalogue(config.catalogueFolder ?? catalogueFolder({ env: process.env, cwd: projectRoot() })))
  const appUrl = config.appDatabaseUrl ?? databaseUrl
  if (config.appDatabaseUrl) await checkLogin(appUrl)
  const store = openStore(appUrl, 'mipp_app', POOL_SIZE, options.databasePatience)
  const workerStore = openStore(appUrl, 'mipp_worker', 6)
  const isDemo = await isDemoDatabase(store)
  await seed(store, catalogue, { isDemo, now: now() })
  const sealer = createSealer(await installationKey(config.secretKey, config.dataFolder))
  const ports = options.ports ?? (await openAgencyPorts(config, catalogue, isDemo))
  const signing = options.signing ?? (await openSigningPorts(config, catalogue, isDemo))
  const typst = createTypst({ root: projectRoot() })
  const previews = createPreviewPrinter({ root: projectRoot() })
  const pictures = createPdfPictures({ root: projectRoot(), cacheFolder: pictureFolderOf(config) })
  const photographs = openPhotographs(config)
  const pdfText = createPdfText({ root: projectRoot() })
  const procedureOf = editionReader(store, catalogue)
  const living = createLiving(store, readLetterSource, (what) =>
    log.warn({ what }, 'an edition, a letter or a calendar that this program cannot read'),
  )
  for (const office of catalogue.agencies) await living(office, now())
  // As it was started: the folder of the program may be newer already.
  const known = await migrationFiles(projectRoot())
  let port = () => config.port
  const publicUrl = publicUrlOf(config, catalogue, () => port())
  const troubled = { catalogue, store: workerStore, now, newId: randomUUID, publicUrl, log }
  const { intake, ...stored } = openStoredPorts(config, { ...troubled, appStore: store, scanner: options.scanner })
  const officeOf = (id: string, at: Instant, changes: string) => living(mustFind(catalogue, id), at, changes)
  const handling = (one: Store) => (order: Order) =>
    handle(
      {
        store: one,
        now,
        newId: randomUUID,
        officeOf,
        procedureOf,
        filingOf,
        judgeLetters: letterJudge({ store: one, living, officeNamed: (id) => mustFind(catalogue, id), publicUrl }),
      },
      order,
    )
  const shared = {
    log,
    now,
    newId: randomUUID,
    isDemo,
    catalogue,
    living,
    procedureOf,
    ...stored,
    renderPdf: typst.renderPdf,
    dns: ports.dns,
    signing,
    publicUrl,
  }

  const tools: JobTools = {
    ...shared,
    files: intake,
    store: workerStore,
    handle: handling(workerStore),
    readPdf: pdfText.read,
    hosting: ports.hosting,
    probe: createHttpProbe({
      allowed: () => catalogue.agencies.flatMap(({ agency }) => ports.hosting(agency.agency)?.answersAt ?? []),
    }),
    mail: options.mail ?? mailOf(config, isDemo),
    webhook: createHttpWebhook({ allowed: config.webhookAllow, isDemo }),
    seal: sealer.seal,
    unseal: sealer.unseal,
  }
  const closers: (() => Promise<void>)[] = [
    ports.stop,
    signing.stop,
    typst.close,
    previews.close,
    pictures.close,
    photographs.close,
    pdfText.close,
    store.close,
    workerStore.close,
  ]
  return {
    isDemo,
    catalogue,
    store,
    tools,
    services: async (assets, actualPort) => {
      port = actualPort
      const live = await startLive(appUrl, (err) => log.warn({ err }, 'live news interrupted'))
      closers.unshift(live.close)
      return {
        ...shared,
        secureCookies: publicUrl(catalogue.agencies[0]?.agency.agency ?? '').startsWith('https:'),
        isProxy: proxiesOf(config.trustedProxies),
        version: options.version ?? '',
        apiPerMinute: config.apiPerMinute,
        newToken: () => randomBytes(32).toString('base64url'),
        store,
        handle: handling(store),
        pictures,
        readQr: createReadQr({ root: projectRoot() }),
        previewPdf: previews.preview,
        live,
        assets,
        pause,
        seal: sealer.seal,
        unseal: sealer.unseal,
        mark: sealer.mark,
        isReady: async () => (await store.pool.query('select 1')).rowCount === 1,
        fileHealth: () => fileHealth(store),
        intake,
        ...photographs.ports,
        isOutdated: async () => (await unknownMigrations(store.pool, known)).length > 0,
      }
    },
    close: async () => {
      for (const close of closers) await close()
    },
  }
}

/** @throws OperatorError when a stored edition no longer has the bytes of its file */
const seed = async (
  store: Store,
  catalogue: Catalogue,
  { isDemo, now }: { isDemo: boolean; now: Instant },
): Promise<void> => {
  for (const data of catalogue.agencies) {
    const [fault] = await seedAgency(store, data, now)
    if (fault) {
      throw new OperatorError(
        `Edisi ${fault.agency}/${fault.procedure}@${fault.edition} sudah disahkan dan tersimpan, tetapi berkasnya kini berbeda: ${fault.file}. Kembalikan berkas itu, atau buat edisi baru.`,
        `Edition ${fault.agency}/${fault.procedure}@${fault.edition} is ratified and stored, but its file now differs: ${fault.file}. Put the file back, or make a new edition.`,
      )
    }
    const today = inZone(now, data.agency.zone).toPlainDate().toString()
    if (isDemo) await seedDemoPeople(store, data, { now, today, newId: randomUUID })
  }
}

/** The catalogue first; an edition that only the database still has is read once and kept. */
const editionReader = (store: Store, catalogue: Catalogue) => {
  const kept = new Map<string, Procedure>()
  return async (agency: string, name: string, edition: string): Promise<Procedure> => {
    const key = `${agency}/${name}@${edition}`
    const known =
      kept.get(key) ??
      mustFind(catalogue, agency).editions.find(
        ({ procedure }) => procedure.procedure === name && procedure.edition === edition,
      )?.procedure
    if (known) return known
    const source = await storedEdition(store, agency, name, edition)
    const read = source ? readProcedure(source) : null
    if (!read?.ok) throw new Error(`Edition ${key} is neither in the catalogue nor in the database`)
    kept.set(key, read.procedure)
    return read.procedure
  }
}

const mustFind = (catalogue: Catalogue, id: string) => {
  const found = catalogue.agencies.find((one) => one.agency.agency === id)
  if (!found) throw new Error(`The catalogue has no agency "${id}"`)
  return found
}
