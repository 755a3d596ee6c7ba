import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { catalogueOf, startOffice, type TestOffice } from '../../../test/support/office.ts'
import { PASSWORD, signIn, tokenOf } from '../../../test/support/people.ts'
import { userCreate } from './user-create.ts'

let office: TestOffice
let empty: TestDatabase
let catalogue: string

beforeAll(async () => {
  office = await startOffice({ isDemo: false, works: false })
  empty = await createTestDatabase()
  catalogue = await catalogueOf(office.dataFolder, 'demak')
})
afterAll(async () => {
  await office.stop()
  await empty.drop()
})

const run = async (args: string[], databaseUrl = office.ownerUrl) => {
  const out: string[] = []
  const err: string[] = []
  const env = { DATABASE_URL: databaseUrl, MIPP_PUBLIC_URL: 'https://mipp.example', MIPP_CATALOGUE: catalogue }
  const code = await userCreate.run(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env,
    cwd: process.cwd(),
  })
  return { code, out, err: err.join('\n') }
}
const asked = (email: string) => ['--agency', 'demak', '--email', email, '--name', 'Pengelola Pertama', '--admin']

test('the first administrator gets a one-time link, sets the password, and manages people', async () => {
  const { code, out } = await run(asked('pertama@dinkominfo.example'))
  expect(code).toBe(0)
  expect(out.at(-1)).toMatch(/^https:\/\/mipp\.example\/invitation\?token=[\w-]{43}$/)
  const token = tokenOf(out.at(-1) ?? '')
  const set = await office.visitor().post('/invitation', { token, newPassword: PASSWORD, newPasswordAgain: PASSWORD })
  expect(set.status).toBe(303)
  expect((await signIn(office.visitor(), 'pertama@dinkominfo.example')).location).toBe('/people')
})

test('called again before the link was used it prints a new one; the old one is dead', async () => {
  const first = await run(asked('kedua@dinkominfo.example'))
  const second = await run(asked('kedua@dinkominfo.example'))
  expect(second.code).toBe(0)
  const open = async (line: string | undefined) =>
    (await office.visitor().get(`/invitation?token=${tokenOf(line ?? '')}`)).status
  expect(await open(first.out.at(-1))).toBe(404)
  expect(await open(second.out.at(-1))).toBe(200)
})

test('as data the link stands alone, to be read by a program', async () => {
  const { code, out } = await run([...asked('ketiga@dinkominfo.example'), '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out.join('\n'))).toEqual({
    made: 'made',
    email: 'ketiga@dinkominfo.example',
    link: expect.stringMatching(/^https:\/\/mipp\.example\/invitation\?token=/),
  })
})

test('an account in use is refused, in capitals too', async () => {
  const { code, out, err } = await run(asked('PERTAMA@dinkominfo.example'))
  expect({ code, out }).toEqual({ code: 1, out: [] })
  expect(err).toContain('sudah punya akun')
})

test('an office that is not in the catalogue, or not yet in the database, is refused', async () => {
  expect(await run(['--agency', 'gaib', '--email', 'a@dinas.example', '--name', 'Nama', '--admin'])).toMatchObject({
    code: 1,
  })
  const { code, err } = await run(asked('a@dinas.example'), empty.ownerUrl)
  expect(code).toBe(1)
  expect(err).toContain('mipp agency create demak')
})

test.each([
  ['nothing', []],
  ['no name', ['--agency', 'demak', '--email', 'a@dinas.example']],
  ['an address that is none', ['--agency', 'demak', '--email', 'bukan surel', '--name', 'Nama']],
  ['an empty name', ['--agency', 'demak', '--email', 'a@dinas.example', '--name', ' ']],
  ['a password on the command line', [...asked('a@dinas.example'), '--password', 'x']],
])('wrong use: %s', async (_, args) => {
  expect(await run(args)).toMatchObject({ code: 2, out: [] })
})
