// The hosting server of the demo: keeps its spaces in a file and really answers to their names on a local port.

import { z } from 'zod'
import { type Sentence, sentence } from '../../core/sentence.ts'
import { isHostName } from '../dns/names.ts'
import { readJson, writeJson } from '../json-file.ts'
import { oneWriterOf } from '../one-writer.ts'
import { good, lasting } from '../outcome.ts'
import type { AutomaticHosting, Endpoint, Space } from './port.ts'
import { hashOf, makeSecret } from './secret.ts'
import { type SiteServer, startSiteServer } from './site-server.ts'

export type StandInHostingConfig = {
  /** The spaces; made at the first change. */
  file: string
  address?: string
  /** 0 takes a free port at `start`. */
  port?: number
  randomBytes: (size: number) => Uint8Array
}

export type StandInHosting = AutomaticHosting & { start: () => Promise<Endpoint>; stop: () => Promise<void> }

type Kept = z.infer<typeof shape>['spaces'][number]

export const createStandInHosting = ({
  file,
  address = '127.0.0.1',
  port = 0,
  randomBytes,
}: StandInHostingConfig): StandInHosting => {
  const answersAt = { address, port }
  const change = changesOf(file)
  const shown = ({ name, account }: Kept): Space => ({ name, account, ...answersAt })
  return {
    name: 'Server hosting peragaan',
    isStandIn: true,
    automatic: true,
    answersAt,
    createSpace: async (name) => {
      if (!isHostName(name)) return lasting(isMalformed(name))
      const secret = makeSecret(randomBytes)
      const hash = hashOf(secret)
      const kept = await change((spaces) => create(spaces, name, hash))
      return good({ ...shown(kept), secret: kept.secretHash === hash ? secret : null })
    },
    renewSecret: async (name) => {
      const secret = makeSecret(randomBytes)
      const kept = await change((spaces) => renew(spaces, name, hashOf(secret)))
      return kept ? good({ ...shown(kept), secret }) : lasting(isMissing(name))
    },
    removeSpace: async (name) => {
      const kept = await change((spaces) => remove(spaces, name))
      return good(kept && shown(kept))
    },
    describe: async (name) => {
      const kept = await find(file, name)
      return good(kept && shown(kept))
    },
    ...serving(answersAt, file),
  }
}

const serving = (answersAt: Endpoint, file: string): Pick<StandInHosting, 'start' | 'stop'> => {
  let server: SiteServer | null = null
  return {
    start: async () => {
      server ??= await startSiteServer(answersAt, (host) => find(file, host))
      answersAt.port = server.port
      return { ...answersAt }
    },
    stop: async () => {
      await server?.stop()
      server = null
    },
  }
}

const changesOf = (file: string) => {
  const queue = oneWriterOf(file)
  return <K extends Kept | null>(edit: (spaces: Kept[]) => Edit<K>): Promise<K> =>
    queue(async () => {
      const { kept, spaces } = edit(await load(file))
      if (spaces) await writeJson(file, { spaces })
      return kept
    })
}

/** `spaces` is missing where nothing is to be written. */
type Edit<K extends Kept | null> = { kept: K; spaces?: Kept[] }

const create = (spaces: Kept[], name: string, secretHash: string): Edit<Kept> => {
  const there = spaces.find((space) => space.name === name)
  if (there) return { kept: there }
  const made = { name, account: accountFor(name, spaces), secretHash }
  return { kept: made, spaces: [...spaces, made] }
}

const renew = (spaces: Kept[], name: string, secretHash: string): Edit<Kept | null> => {
  const there = spaces.find((space) => space.name === name)
  if (!there) return { kept: null }
  const changed = { ...there, secretHash }
  return { kept: changed, spaces: [...spaces.filter((space) => space !== there), changed] }
}

const remove = (spaces: Kept[], name: string): Edit<Kept | null> => {
  const there = spaces.find((space) => space.name === name)
  return there ? { kept: there, spaces: spaces.filter((space) => space !== there) } : { kept: null }
}

/** The first label of the name, numbered when another space took it first; short enough for a Unix account. */
const accountFor = (name: string, spaces: Kept[]): string => {
  const wish = (name.split('.')[0] ?? name).slice(0, 24)
  const isFree = (account: string): boolean => !spaces.some((space) => space.account === account)
  let account = wish
  for (let number = 2; !isFree(account); number += 1) account = `${wish}${number}`
  return account
}

const find = async (file: string, name: string): Promise<Kept | null> =>
  (await load(file)).find((space) => space.name === name) ?? null

const shape = z.object({ spaces: z.array(z.object({ name: z.string(), account: z.string(), secretHash: z.string() })) })

const load = async (file: string): Promise<Kept[]> => {
  const found = await readJson(file)
  return found === null ? [] : shape.parse(found).spaces
}

const isMalformed = (name: string): Sentence =>
  sentence(`"${name}" bukan nama domain yang sah.`, `"${name}" is not a valid domain name.`)

const isMissing = (name: string): Sentence =>
  sentence(`Belum ada ruang hosting untuk ${name}.`, `There is no hosting space for ${name} yet.`)
