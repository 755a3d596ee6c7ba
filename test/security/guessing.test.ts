// What a stranger can find out by trying: who has an account, a password, a code; and that nobody is locked out by it.
import { createHook } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../support/office.ts'
import { linkTo, mailsTo, makePerson, PASSWORD, signIn, stateOf, tokenOf } from '../support/people.ts'
import type { Visit } from '../support/visit.ts'

const OWNER = 'pemilik@dinkominfo.example'
const STRANGER = 'tidakada@dinas.example'
const NEW = 'kopi hujan sepeda merah'
const PROXY = { MIPP_TRUSTED_PROXY: '127.0.0.1,10.0.0.0/8' }

let office: TestOffice
let now = '2026-11-20T02:00:00.000Z'
const later = (minutes: number) => {
  now = new Date(Date.parse(now) + minutes * 60_000).toISOString()
}
/** Pauses that were asked for, and end when the test says so. */
let pauses: { ms: number; end: () => void }[] = []
let holds = false
const pause = (ms: number): Promise<void> =>
  holds ? new Promise((resolve) => pauses.push({ ms, end: resolve })) : Promise.resolve()

beforeAll(async () => {
  office = await startOffice({ isDemo: false, works: false, now: () => now, pause, env: PROXY })
  await makePerson(office, { email: OWNER })
})
afterAll(() => office.stop())
beforeEach(() => later(24 * 60))

const try_ = (email: string, password = 'salah salah salah', from = '203.0.113.1', visit = office.visitor()) => {
  const body = Buffer.from(new URLSearchParams({ email, password }).toString())
  const type = 'application/x-www-form-urlencoded'
  const headers = { origin: `http://${visit.host}`, 'content-type': type, 'x-forwarded-for': from }
  return visit.send('POST', '/sign-in', headers, body)
}

const ownBrowser = async (): Promise<Visit> => {
  const own = office.visitor()
  expect((await signIn(own, OWNER)).status).toBe(303)
  return own
}

/** How often a password was really hashed meanwhile: the work itself is counted, not its time. */
const hashesOf = async (work: () => Promise<unknown>): Promise<number> => {
  let count = 0
  const hook = createHook({
    init: (_, type) => {
      if (/argon2/i.test(type)) count += 1
    },
  }).enable()
  try {
    await work()
  } finally {
    hook.disable()
  }
  return count
}

describe('whether somebody has an account', () => {
  test('is not told by the work of a sign-in: each try hashes one password, known address or not', async () => {
    await makePerson(office, { email: 'tutup@dinas.example' })
    await makePerson(office, { email: 'tanpa@dinas.example' })
    const { store } = office.office
    await store.inAgency('demak', async (db) => {
      await db.updateTable('person').set({ state: 'closed' }).where('email', '=', 'tutup@dinas.example').execute()
      await db.updateTable('person').set({ password_hash: null }).where('email', '=', 'tanpa@dinas.example').execute()
    })
    for (const email of [OWNER, STRANGER, 'tutup@dinas.example', 'tanpa@dinas.example', 'bukan alamat'])
      expect([email, await hashesOf(() => try_(email))]).toEqual([email, 1])
    expect(await hashesOf(() => try_(OWNER, PASSWORD))).toBe(1)
  })

  test.each([
    ['a forgotten password', '/reset', {}],
    [
      'a registration',
      '/register',
      { name: 'Nama Orang', phone: '0291 685000', client: 'dinas-arsip', jobTitle: 'Staf', consent: 'yes' },
    ],
  ])(
    'is not told by the time of %s: the answer waits for the same pause, whatever there was to do',
    async (_, path, more) => {
      holds = true
      try {
        for (const email of [OWNER, `baru-${randomUUID()}@dinas.example`]) {
          pauses = []
          let answered = false
          const sent = office
            .visitor()
            .post(path, { email, ...more })
            .then((answer) => {
              answered = true
              return answer
            })
          await expect.poll(() => pauses.length).toBe(1)
          // The work is done, and still nothing is said.
          const isKnown = email === OWNER || path === '/register'
          await expect.poll(async () => (await mailsTo(office, email)).length > 0).toBe(isKnown)
          expect(answered).toBe(false)
          expect(pauses[0]?.ms).toBe(400)
          pauses[0]?.end()
          expect((await sent).status).toBe(200)
        }
      } finally {
        holds = false
      }
    },
  )

  test('is not told by an invitation or a new password: a link that is no link answers alike for everybody', async () => {
    for (const path of ['/invitation', '/reset/new']) {
      const answers = await Promise.all(
        [OWNER, STRANGER].map((email) =>
          office.visitor().post(path, { token: 'x'.repeat(43), email, newPassword: NEW }),
        ),
      )
      expect(new Set(answers.map((one) => `${one.status} ${one.text}`)).size).toBe(1)
      expect(answers[0]?.status).toBe(404)
    }
  })
})

describe('guesses from elsewhere', () => {
  const attack = async (email: string) => {
    for (let n = 0; n < 12; n += 1) await try_(email, `tebakan ${n}`, `198.51.100.${n}`)
    expect((await try_(email, PASSWORD, '198.51.100.99')).status).toBe(429)
  }

  test('do not lock the owner out of the browser that they use, however long they go on', async () => {
    const own = await ownBrowser()
    for (let round = 0; round < 3; round += 1) {
      later(16)
      await own.post('/sign-out', {})
      await attack(OWNER)
      expect((await try_(OWNER, PASSWORD, '198.51.100.7', own)).status).toBe(303)
    }
  })

  test('do not lock the owner out of a new browser for ever: a link to the mailbox opens it', async () => {
    await attack(OWNER)
    await office.visitor().post('/reset', { email: OWNER })
    const fresh = office.visitor()
    const link = await linkTo(office, OWNER)
    await fresh.post('/reset/new', { token: tokenOf(link), newPassword: NEW, newPasswordAgain: NEW }, [], link)
    expect((await try_(OWNER, NEW, '198.51.100.7', fresh)).status).toBe(303)
    later(1)
    await office.visitor().post('/reset', { email: OWNER })
    const token = tokenOf(await linkTo(office, OWNER))
    await office.visitor().post('/reset/new', { token, newPassword: PASSWORD, newPasswordAgain: PASSWORD })
  })

  test('gain nothing by a browser that is known: it has its own few tries, for its own accounts', async () => {
    const own = await ownBrowser()
    await own.post('/sign-out', {})
    for (let n = 0; n < 10; n += 1) expect((await try_(OWNER, `tebakan ${n}`, '203.0.113.1', own)).status).toBe(422)
    expect((await try_(OWNER, PASSWORD, '203.0.113.1', own)).status).toBe(429)
    await makePerson(office, { email: 'lain@dinkominfo.example' })
    await attack('lain@dinkominfo.example')
    expect((await try_('lain@dinkominfo.example', PASSWORD, '203.0.113.1', own)).status).toBe(429)
  })

  test.each([
    ['made up', () => Buffer.from(JSON.stringify({ kind: 'known-browser', emails: [OWNER] })).toString('base64url')],
    ['cut short', (real: string) => real.slice(0, 40)],
    ['with one sign changed', (real: string) => `${real[0] === 'A' ? 'B' : 'A'}${real.slice(1)}`],
    ['empty', () => 'x'],
  ])('are not counted apart by a mark of a browser that was %s', async (_, forge) => {
    const own = await ownBrowser()
    const forged = office.visitor()
    forged.cookies.set('mipp_known', forge(own.cookies.get('mipp_known') ?? ''))
    await attack(OWNER)
    expect((await try_(OWNER, PASSWORD, '203.0.113.1', forged)).status).toBe(429)
  })

  test('are not counted apart by the mark of a browser of another office, or of half a year ago', async () => {
    const own = await ownBrowser()
    const abroad: Visit = office.visitor('tulungagung')
    abroad.cookies.set('mipp_known', own.cookies.get('mipp_known') ?? '')
    for (let n = 0; n < 10; n += 1) await try_(OWNER, `tebakan ${n}`, `198.51.100.${n}`, office.visitor('tulungagung'))
    expect((await try_(OWNER, PASSWORD, '198.51.100.50', abroad)).status).toBe(429)
    later(181 * 24 * 60)
    await attack(OWNER)
    expect((await try_(OWNER, PASSWORD, '203.0.113.1', own)).status).toBe(429)
  })

  test('name nobody in the mark that a browser keeps', async () => {
    const own = await ownBrowser()
    const mark = own.cookies.get('mipp_known') ?? ''
    expect(mark.length).toBeGreaterThan(40)
    for (const text of [mark, Buffer.from(mark, 'base64url').toString('latin1')]) expect(text).not.toContain('pemilik')
  })
})

describe('a stored password', () => {
  test('is argon2id of 19 MiB, two passes, its own salt, and shown on no page', async () => {
    const rows = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('person').select('password_hash').where('password_hash', 'is not', null).execute(),
    )
    const hashes = rows.map((one) => one.password_hash ?? '')
    expect(hashes.length).toBeGreaterThan(1)
    for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(await stateOf(office, OWNER)).toBe('active')
  })
})
