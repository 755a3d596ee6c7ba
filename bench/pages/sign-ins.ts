// Sign-ins a second, through the page; and what of it is the password: argon2id is slow on purpose, for whoever guesses.
import { randomUUID } from 'node:crypto'
import { hashPassword, verifyPassword } from '../../src/adapters/password.ts'
import { median, table } from '../support/figures.ts'
import { openLine } from '../support/keep-alive.ts'
import type { Standing } from './rates.ts'

const EACH = 6
const PASSWORD = 'kata sandi untuk pengukuran'
const EMAIL = 'ukur@mipp.example'

export const measureSignIns = async (standing: Standing, rounds: number): Promise<string> => {
  const { database } = standing
  const hash = await hashPassword(PASSWORD)
  const person = randomUUID()
  await database.ask(
    `insert into person (agency, person, name, email, is_administrator, state, password_hash, created_at)
       values ('demak', $1, 'Pengukuran', $2, false, 'active', $3, now())`,
    [person, EMAIL, hash],
  )
  try {
    const rows: string[][] = []
    for (const clients of [1, 4, 8]) {
      const through: number[] = []
      const alone: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        through.push(await perSecond(clients, () => session(standing.server.port)))
        alone.push(await perSecond(clients, async () => () => verifyPassword(PASSWORD, hash)))
      }
      rows.push([`${clients}`, median(through).toFixed(1), median(alone).toFixed(1)])
    }
    return table(['sign-ins at once', 'through the page /s', 'the password alone /s'], rows)
  } finally {
    await database.ask('delete from session where person = $1', [person])
    await database.ask('delete from person where person = $1', [person])
  }
}

const perSecond = async (clients: number, open: () => Promise<() => Promise<unknown>>): Promise<number> => {
  const begun = performance.now()
  const client = async () => {
    const act = await open()
    for (let turn = 0; turn < EACH; turn += 1) await act()
  }
  await Promise.all(Array.from({ length: clients }, client))
  return (clients * EACH * 1000) / (performance.now() - begun)
}

const session = async (port: number): Promise<() => Promise<void>> => {
  const line = await openLine(port)
  const body = new URLSearchParams({ email: EMAIL, password: PASSWORD }).toString()
  return async () => {
    const headers = {
      origin: 'http://demak.localhost',
      'content-type': 'application/x-www-form-urlencoded',
    }
    const { status, head } = await line.ask({ method: 'POST', path: '/sign-in', headers, body })
    if (status !== 303 || !/\r\nset-cookie: mipp_session=/i.test(head))
      throw new Error(`Sign-in was answered ${status}`)
  }
}
