// What the environment says, read once and typed ever after. docs/operations.md explains every name.

import { resolve } from 'node:path'
import { z } from 'zod'
import { type ClamdAddress, clamdAddress } from '../adapters/scan/clamd.ts'
import { nearest } from '../core/nearest.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { type AgencyConfig, readAgencies } from './config-agency.ts'
import { OperatorError } from './operator-error.ts'

export type Config = {
  /** Nothing: the built-in database, in the data folder. */
  databaseUrl: string | undefined
  /** A login that may only take on our two roles; the owner steps down to them where none is given. */
  appDatabaseUrl: string | undefined
  host: string
  port: number
  dataFolder: string
  catalogueFolder: string | undefined
  /** Nothing: mail goes to the outbox page of the demo. */
  smtpUrl: string | undefined
  mailFrom: string | undefined
  publicUrl: string | undefined
  /** Addresses or networks of the proxies whose X-Forwarded headers are believed. */
  trustedProxies: string[]
  /** Private addresses or networks that word may be sent to. */
  webhookAllow: string[]
  /** Nothing: a key is made and kept in the data folder. */
  secretKey: string | undefined
  /** Nothing: files are not scanned, and the pages of administrators say so. */
  clamd: ClamdAddress | undefined
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
  /** How often one access token may ask in a minute. */
  apiPerMinute: number
  /** How often the worker looks for jobs whose worker has died; what two looks find is taken back. */
  takeBackSeconds: number
  /** By the id of the agency in capitals, with `_` for `-`. */
  agencies: Map<string, AgencyConfig>
  /** Names that begin like ours and mean nothing: most likely misspelt. */
  warnings: Sentence[]
}

type Env = Record<string, string | undefined>

/** @throws OperatorError that names every variable that is wrong, and says what it should be */
export function readConfig(env: Env, cwd: string): Config {
  // An empty value, as a unit file or a compose file writes it, means "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Variables.safeParse(given)
  const { agencies, faults } = readAgencies(given)
  const all = [...(parsed.success ? [] : parsed.error.issues.map(explain)), ...faults]
  if (!parsed.success || all.length > 0) throw wrong(all)
  const values = parsed.data
  return {
    databaseUrl: values.DATABASE_URL,
    appDatabaseUrl: values.MIPP_APP_DATABASE_URL,
    host: values.MIPP_HOST,
    port: values.MIPP_PORT,
    dataFolder: resolve(cwd, values.MIPP_DATA),
    catalogueFolder: values.MIPP_CATALOGUE === undefined ? undefined : resolve(cwd, values.MIPP_CATALOGUE),
    smtpUrl: values.MIPP_SMTP_URL,
    mailFrom: values.MIPP_MAIL_FROM,
    publicUrl: values.MIPP_PUBLIC_URL?.replace(/\/+$/, ''),
    trustedProxies: values.MIPP_TRUSTED_PROXY,
    webhookAllow: values.MIPP_WEBHOOK_ALLOW,
    secretKey: values.MIPP_SECRET_KEY,
    clamd: values.MIPP_CLAMD,
    logLevel: values.MIPP_LOG_LEVEL,
    apiPerMinute: values.MIPP_API_PER_MINUTE,
    takeBackSeconds: values.MIPP_TAKE_BACK_SECONDS,
    agencies,
    warnings: Object.keys(given).filter(isMisspelt).map(warn),
  }
}

/** What the environment says about one agency; nothing when it is silent. */
export function configOfAgency(config: Config, agency: string): AgencyConfig {
  return config.agencies.get(agency.toUpperCase().replaceAll('-', '_')) ?? {}
}

const url = (protocol: RegExp) => z.url({ protocol })

const networks = z
  .string()
  .default('')
  .transform((list) => list.split(/[\s,]+/).filter((part) => part !== ''))
  .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])))

const Variables = z.object({
  DATABASE_URL: url(/^postgres(ql)?$/).optional(),
  MIPP_APP_DATABASE_URL: url(/^postgres(ql)?$/).optional(),
  MIPP_PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  MIPP_HOST: z.string().default('127.0.0.1'),
  MIPP_DATA: z.string().default('data'),
  MIPP_CATALOGUE: z.string().optional(),
  MIPP_SMTP_URL: url(/^smtps?$/).optional(),
  MIPP_MAIL_FROM: z
    .string()
    .regex(/^[^<>]*<?[^\s@<>]+@[^\s@<>]+>?$/)
    .optional(),
  MIPP_PUBLIC_URL: url(/^https?$/).optional(),
  MIPP_TRUSTED_PROXY: networks,
  MIPP_WEBHOOK_ALLOW: networks,
  MIPP_SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
  MIPP_API_PER_MINUTE: z.coerce.number().int().min(1).max(10_000_000).default(1200),
  MIPP_TAKE_BACK_SECONDS: z.coerce.number().min(0.1).max(3600).default(15),
  MIPP_CLAMD: z
    .string()
    .transform((text, context): ClamdAddress => {
      const address = clamdAddress(text)
      if (address) return address
      context.addIssue({ code: 'custom' })
      return z.NEVER
    })
    .optional(),
  MIPP_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

type Variable = keyof z.infer<typeof Variables>

const DATABASE_ADDRESS = sentence(
  'alamat postgres://pengguna:sandi@server/nama',
  'an address postgres://user:password@server/name',
)

const NETWORKS = sentence('alamat IP atau jaringan, dipisah koma', 'IP addresses or networks, separated by commas')

const SHOULD_BE: Record<Variable, Sentence> = {
  DATABASE_URL: DATABASE_ADDRESS,
  MIPP_APP_DATABASE_URL: DATABASE_ADDRESS,
  MIPP_PORT: sentence('bilangan 1 sampai 65535', 'a number from 1 to 65535'),
  MIPP_HOST: sentence('alamat mesin ini', 'an address of this machine'),
  MIPP_DATA: sentence('nama folder', 'the name of a folder'),
  MIPP_CATALOGUE: sentence('nama folder', 'the name of a folder'),
  MIPP_SMTP_URL: sentence('alamat smtp://server:port atau smtps://...', 'an address smtp://server:port or smtps://...'),
  MIPP_MAIL_FROM: sentence(
    'alamat surel, misalnya MIPP <mipp@contoh.go.id>',
    'a mail address, such as MIPP <mipp@contoh.go.id>',
  ),
  MIPP_PUBLIC_URL: sentence('alamat https://...', 'an address https://...'),
  MIPP_TRUSTED_PROXY: NETWORKS,
  MIPP_WEBHOOK_ALLOW: NETWORKS,
  MIPP_SECRET_KEY: sentence(
    '64 angka heksadesimal (openssl rand -hex 32)',
    '64 hexadecimal digits (openssl rand -hex 32)',
  ),
  MIPP_API_PER_MINUTE: sentence('bilangan 1 sampai 10000000', 'a number from 1 to 10000000'),
  MIPP_TAKE_BACK_SECONDS: sentence('bilangan 0,1 sampai 3600', 'a number from 0.1 to 3600'),
  MIPP_CLAMD: sentence(
    'letak ClamAV: /run/clamav/clamd.ctl atau server:3310',
    'where ClamAV is: /run/clamav/clamd.ctl or server:3310',
  ),
  MIPP_LOG_LEVEL: sentence(
    'trace, debug, info, warn, error, fatal, atau silent',
    'trace, debug, info, warn, error, fatal or silent',
  ),
}

/** The value is not repeated: it may hold a password. */
function explain(issue: z.core.$ZodIssue): Sentence {
  const name = String(issue.path[0])
  const should = Object.entries(SHOULD_BE).find(([variable]) => variable === name)?.[1] ?? sentence('lain', 'different')
  return sentence(`${name} harus berupa ${should.id}.`, `${name} must be ${should.en}.`)
}

function wrong(sentences: Sentence[]): OperatorError {
  return new OperatorError(sentences.map((one) => one.id).join('\n'), sentences.map((one) => one.en).join('\n'))
}

/** Read by the starter or the tests, not by the program. */
const ELSEWHERE = ['MIPP_ROOT', 'MIPP_BROWSER', 'MIPP_TEST_DATABASE_URL', 'MIPP_TEST_POSTGRES', 'MIPP_BENCH_DATA']
const KNOWN = [...Object.keys(SHOULD_BE), ...ELSEWHERE]

function isMisspelt(name: string): boolean {
  return name.startsWith('MIPP_') && !KNOWN.includes(name) && !/^MIPP_(DNS|HOSTING|SEAL|BSRE)_/.test(name)
}

function warn(name: string): Sentence {
  const guess = nearest(name, KNOWN)
  return sentence(
    `${name} tidak dikenal.${guess === undefined ? '' : ` Maksud Anda ${guess}?`}`,
    `${name} means nothing here.${guess === undefined ? '' : ` Did you mean ${guess}?`}`,
  )
}
