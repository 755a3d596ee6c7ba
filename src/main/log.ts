// The log: one JSON object per line on stderr, with the request id, and never a secret.

import { type DestinationStream, destination, type Logger, pino, stdSerializers } from 'pino'
import type { Config } from './config.ts'

export type Log = Logger

/** Whatever carries one of these names is not written, at any of the depths that our log lines have. */
const SECRETS = [
  'password',
  'secret',
  'secretKey',
  'token',
  'key',
  'cookie',
  'setCookie',
  'authorization',
  'csrf',
  'url',
]
const HEADERS = ['cookie', 'set-cookie', 'authorization', 'x-api-key'].map((name) => `["${name}"]`)

export function createLog(level: Config['logLevel'], to: DestinationStream = destination({ fd: 2, sync: true })): Log {
  const names = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  const headers = HEADERS.flatMap((name) => [name, `*${name}`, `*.*${name}`])
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: [...names, ...headers], censor: '[rahasia]' },
      serializers: { err: (fault) => withoutPasswords(stdSerializers.err(fault)) },
      hooks: { streamWrite: legible },
    },
    to,
  )
}

/**
 * JSON leaves these signs as they are, and they stand only inside its texts: those that command a terminal, end a line
 * elsewhere than we do, turn the writing around or cannot be seen. Whoever reads the log sees what was sent.
 */
const legible = (line: string): string =>
  line.replaceAll(/[\u007f-\u009f\u2028\u2029\p{Cf}]/gu, (sign) =>
    [...Array(sign.length).keys()].map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  )

/** All that one request (or one job) writes carries its id, which the page of a fault shows too. */
export const logOfRequest = (log: Log, requestId: string): Log => log.child({ requestId })

/** Addresses in messages, such as `postgres://mipp:...@server`, lose their password; access tokens all but their name. */
function withoutPasswords(fault: object): object {
  const text = JSON.stringify(fault)
    .replace(/(\w+:\/\/[^\s:/@"]*):[^\s@"]+@/g, '$1:[rahasia]@')
    .replace(/mipp_[\w-]{43}/g, 'mipp_[rahasia]')
  return JSON.parse(text)
}
