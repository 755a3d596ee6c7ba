// The commands about access tokens, on a real database: what they refuse first.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { catalogueOf, startOffice, type TestOffice } from '../../../test/support/office.ts'
import { mailsTo, makePerson, stateOf } from '../../../test/support/people.ts'
import { findToken, listTokens } from '../../store/access-tokens.ts'
import { closeAccount } from '../../store/people-changes.ts'
import type { Command } from '../command.ts'
import { commandTable } from '../command-table.ts'
import { dispatch } from '../dispatch.ts'
import { tokenCreate } from './token-create.ts'
import { tokenList } from './token-list.ts'
import { tokenRevoke } from './token-revoke.ts'

const EMAIL = 'petugas@dinkominfo.example'
let office: TestOffice
let empty: TestDatabase
let catalogue: string

beforeAll(async () => {
  office = await startOffice({ isDemo: false, works: false })
  empty = await createTestDatabase()
  catalogue = await catalogueOf(office.dataFolder, 'demak')
  await makePerson(office, { email: EMAIL })
})
afterAll(async () => {
  await office.stop()
  await empty.drop()
})

const run = async (command: Pick<Command, 'run'>, args: string[], databaseUrl = office.ownerUrl) => {
  const out: string[] = []
  const err: string[] = []
  const env = { DATABASE_URL: databaseUrl, MIPP_PUBLIC_URL: 'https://mipp.example', MIPP_CATALOGUE: catalogue }
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), env, cwd: process.cwd() }
  const code = await command.run(args, io)
  return { code, out, err: err.join('\n') }
}
const asked = (...more: string[]) => ['--agency', 'demak', '--person', EMAIL, '--name', 'Cadangan malam', ...more]
const create = async (...more: string[]) => {
  const { out } = await run(tokenCreate, asked('--json', ...more))
  return JSON.parse(out.join('\n')) as { id: string; token: string; expiresAt: string; scopes: string[] }
}
const list = async (...more: string[]) => {
  const { out } = await run(tokenList, ['--agency', 'demak', '--json', ...more])
  return JSON.parse(out.join('\n')) as { id: string; state: string; person: string; lastUsedAt: string | null }[]
}
const find = (text: string) => {
  const now = new Date().toISOString()
  return findToken(office.office.store, 'demak', text, { now, today: now.slice(0, 10) })
}

describe('token create', () => {
  test('takes marks that would turn a name about out of it, as the page does', async () => {
    const { out } = await run(tokenCreate, [
      '--agency',
      'demak',
      '--person',
      EMAIL,
      '--name',
      'Lapo\u202eran\n malam',
      '--json',
    ])
    const { id } = JSON.parse(out.join('\n'))
    const stored = await listTokens(office.office.store, 'demak', {})
    expect(stored.find(({ token }) => token === id)?.name).toBe('Laporan malam')
  })

  test.each([
    ['nothing', []],
    ['no name', ['--agency', 'demak', '--person', EMAIL]],
    ['a name of one letter', ['--agency', 'demak', '--person', EMAIL, '--name', 'x']],
    ['a scope that there is not', asked('--scopes', 'read,root')],
    ['no scope', asked('--scopes', '')],
    ['an expiry in the past', asked('--expires', '2020-01-01')],
    ['an expiry further off than a year', asked('--expires', '400d')],
    ['an expiry that is none', asked('--expires', 'selamanya')],
    ['a text of its own', asked('--token', 'mipp_x')],
  ])('is wrong use with %s', async (_, args) => {
    const { code, out, err } = await run(tokenCreate, args)
    expect({ code, out }).toEqual({ code: 2, out: [] })
    expect(err).not.toBe('')
  })

  test('is refused for nobody, for an office that is not in the catalogue, and before migrating', async () => {
    const nobody = await run(tokenCreate, ['--agency', 'demak', '--person', 'x@y.example', '--name', 'Nama'])
    expect(nobody).toMatchObject({ code: 1, out: [] })
    expect(nobody.err).toContain('Tidak ada akun dengan surel x@y.example')
    const gaib = await run(tokenCreate, ['--agency', 'gaib', '--person', EMAIL, '--name', 'Nama'])
    expect(gaib).toMatchObject({ code: 1, out: [] })
    const other = await run(tokenCreate, asked(), empty.ownerUrl)
    expect(other).toMatchObject({ code: 1, out: [] })
  })

  test('is refused for an account that is closed', async () => {
    const person = await makePerson(office, { email: 'tutup@dinkominfo.example' })
    const now = new Date().toISOString()
    await closeAccount(office.office.store, 'demak', { person, now, today: now.slice(0, 10) })
    expect(await stateOf(office, 'tutup@dinkominfo.example')).toBe('closed')
    const args = ['--agency', 'demak', '--person', 'tutup@dinkominfo.example', '--name', 'Nama']
    const { code, out, err } = await run(tokenCreate, args)
    expect({ code, out }).toEqual({ code: 1, out: [] })
    expect(err).toContain('tidak aktif')
  })

  test('prints the token once, as the last line, and it works; the owner is told by mail', async () => {
    const { code, out } = await run(tokenCreate, asked())
    const text = out.at(-1) ?? ''
    expect(code).toBe(0)
    expect(text).toMatch(/^mipp_[\w-]{43}$/)
    expect(await find(text)).toMatchObject({ email: EMAIL, scopes: ['read'] })
    const mail = (await mailsTo(office, EMAIL)).find(({ body }) => body.includes(text.slice(0, 11)))
    expect(mail?.body).toContain('https://mipp.example/account/tokens')
    expect(mail?.body).not.toContain(text.slice(11))
    const shown = await run(tokenList, ['--agency', 'demak'])
    expect(shown.out.join('\n')).toContain(`${text.slice(0, 11)}…`)
    expect(shown.out.join('\n')).not.toContain(text.slice(11))
  })

  test('as JSON tells scopes and expiry; the mail address may be typed in capitals', async () => {
    const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
    const made = await create('--scopes', 'work,read,work', '--expires', day, '--person', EMAIL.toUpperCase())
    expect(made.scopes).toEqual(['work', 'read'])
    expect(made.expiresAt).toMatch(/T00:00:00\+07:00$/)
    expect(await find(made.token)).toMatchObject({ token: made.id, scopes: ['work', 'read'] })
  })
})

describe('token list', () => {
  test('tells all of an agency or those of one person, with state and last use', async () => {
    const { id, token } = await create()
    expect((await list('--person', EMAIL)).find((one) => one.id === id)).toMatchObject({
      state: 'valid',
      person: EMAIL,
      lastUsedAt: null,
    })
    await find(token)
    expect((await list()).find((one) => one.id === id)?.lastUsedAt).toMatch(/\+07:00$/)
    await makePerson(office, { email: 'tanpa@dinkominfo.example' })
    expect(await list('--person', 'tanpa@dinkominfo.example')).toEqual([])
  })

  test('is refused for nobody, and wrong use without an agency', async () => {
    expect((await run(tokenList, ['--agency', 'demak', '--person', 'x@y.example'])).code).toBe(1)
    expect((await run(tokenList, ['--agency', 'gaib'])).code).toBe(1)
    expect((await run(tokenList, [])).code).toBe(2)
  })

  test('lets no name move the cursor of the terminal', async () => {
    await run(tokenCreate, asked('--name', 'Nama \u001b[2J jahat'))
    expect((await run(tokenList, ['--agency', 'demak'])).out.join('')).not.toContain('\u001b')
  })
})

describe('token revoke', () => {
  test('stops a token at once, and says so when there is none to stop', async () => {
    const { id, token } = await create()
    const revoke = (...args: string[]) => run(tokenRevoke, ['--agency', 'demak', ...args])
    expect((await revoke(randomUUID())).code).toBe(1)
    expect((await revoke('bukan-id')).err).toContain('mipp token list --agency demak')
    expect(await find(token)).not.toBeNull()
    expect(await revoke(id, '--json')).toMatchObject({ code: 0 })
    expect(await find(token)).toBeNull()
    expect((await revoke(id)).code).toBe(1)
    expect((await list()).find((one) => one.id === id)?.state).toBe('revoked')
  })

  test.each([['--agency', 'demak'], ['x'], ['--agency', 'demak', 'a', 'b']])('is wrong use: %j', async (...args) => {
    expect(await run(tokenRevoke, args)).toMatchObject({ code: 2, out: [] })
  })
})

test.each(['create', 'list', 'revoke'])('help explains token %s, with its --json', async (verb) => {
  const { out } = await run({ run: (words, io) => dispatch(words, commandTable, io) }, ['help', 'token', verb])
  expect(out.join('\n')).toMatch(new RegExp(`mipp token ${verb} --agency A .*--json`))
})
