// A program that works through the machine interface and gives up nothing: what was not answered is sent again, under its key.
import { Agent, request } from 'node:http'
import { z } from 'zod'
import type { Random } from '../fill/random.ts'
import { Contradiction } from './contradiction.ts'

export type Acknowledged = {
  /** As the program keeps it: with who sent it. */
  key: string
  dossier: string
  version: number
  /** The event that this command is, of which there must be one. */
  makes: string
}

export type Caller = {
  /** @returns what was acknowledged; it may have taken many tries */
  command: (wish: Wish) => Promise<Acknowledged>
  read: (role: string, path: string) => Promise<unknown>
  acknowledged: readonly Acknowledged[]
  /** Sent again because nobody answered, or a fault did. */
  retries: () => number
  /** Commands that had been done when they were sent again: they and their answer were parted by a kill. */
  answersLost: () => number
  /** Settles at the next acknowledgement. */
  next: () => Promise<void>
  close: () => void
}

export type Wish = { role: string; path: string; body: unknown; makes: string; chance: Random }

export type Ways = {
  ports: readonly number[]
  roles: ReadonlyMap<string, { person: string; token: string }>
  /** Told at every try, and stops a caller whose time is over. */
  goOn: () => void
}

const ANSWER_MS = 20_000
const AGAIN_MS = 120

const done = z.object({ dossier: z.string(), version: z.number(), repeated: z.boolean() })

export const openCaller = ({ ports, roles, goOn }: Ways): Caller => {
  const agent = new Agent({ keepAlive: true })
  const acknowledged: Acknowledged[] = []
  let retries = 0
  let answersLost = 0
  let asked = 0
  let heard: (() => void)[] = []
  const hatOf = (role: string) => {
    const found = roles.get(role)
    if (!found) throw new Error(`Nobody is ${role}`)
    return found
  }
  const untilAnswered = async (question: Omit<Question, 'port' | 'agent'>): Promise<unknown> => {
    for (;;) {
      goOn()
      asked += 1
      const answer = await ask({ ...question, port: ports[asked % ports.length] ?? 0, agent }).catch(() => null)
      if (answer && answer.status < 300) return JSON.parse(answer.text)
      if (answer && answer.status < 500) {
        throw new Contradiction(
          `${question.method} ${question.path} ${JSON.stringify(question.body ?? null)} was answered ${answer.status}: ${answer.text}`,
        )
      }
      retries += 1
      await new Promise((done) => setTimeout(done, AGAIN_MS))
    }
  }
  return {
    acknowledged,
    retries: () => retries,
    answersLost: () => answersLost,
    command: async ({ role, path, body, makes, chance }) => {
      const { person, token } = hatOf(role)
      const key = chance.uuid()
      const answer = await untilAnswered({ method: 'POST', path, token, key, body })
      const { dossier, version, repeated } = done.parse(answer)
      if (repeated) answersLost += 1
      const one = { key: `api:${person}:${key}`, dossier, version, makes }
      acknowledged.push(one)
      for (const tell of heard.splice(0)) tell()
      return one
    },
    read: (role, path) => untilAnswered({ method: 'GET', path, token: hatOf(role).token }),
    next: () => new Promise((resolve) => heard.push(resolve)),
    close: () => {
      heard = []
      agent.destroy()
    },
  }
}

type Question = {
  port: number
  agent: Agent
  method: 'GET' | 'POST'
  path: string
  token: string
  key?: string
  body?: unknown
}

const ask = ({ port, agent, method, path, token, key, body }: Question): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const text = body === undefined ? '' : JSON.stringify(body)
    const headers = {
      host: 'demak.localhost',
      authorization: `Bearer ${token}`,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(text === '' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    }
    const asking = request({ host: '127.0.0.1', port, method, path: `/api/v1${path}`, agent, headers }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      // A server that dies in the middle of its answer has not answered.
      answer.once('error', reject)
      answer.once('aborted', () => reject(new Error('cut off')))
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString('utf8') }),
      )
    })
    asking.setTimeout(ANSWER_MS, () => asking.destroy(new Error('no answer')))
    asking.once('error', reject)
    asking.end(text)
  })
