// Sessions in wrong hands: what a stolen or planted cookie is worth, and what stays in a browser after signing out.
import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyFor } from '../support/apply.ts'
import { launchBrowser } from '../support/browser.ts'
import { startOffice, type TestOffice } from '../support/office.ts'
import { linkTo, makePerson, PASSWORD, signIn, tokenOf } from '../support/people.ts'
import { Visit } from '../support/visit.ts'

const NEW = 'kopi hujan sepeda merah'
const COOKIE = 'mipp_session'
const twice = { newPassword: NEW, newPasswordAgain: NEW }

let office: TestOffice
let browser: Browser
beforeAll(async () => {
  office = await startOffice({ works: false })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await office.stop()
})

/** The same cookie in another browser. */
const stolenFrom = (visit: Visit): Visit => {
  const thief = new Visit(visit.port, visit.host, null)
  thief.cookies.set(COOKIE, visit.cookies.get(COOKIE) ?? '')
  return thief
}

const person = async (email: string, more = {}): Promise<{ id: string; visit: Visit }> => {
  const id = await makePerson(office, { email, ...more })
  const visit = office.visitor()
  expect((await signIn(visit, email)).status).toBe(303)
  return { id, visit }
}
const isIn = async (visit: Visit): Promise<boolean> => (await visit.get('/account')).status === 200

describe('a stolen cookie', () => {
  test('is worth nothing once its owner has changed the password', async () => {
    const { visit } = await person('curi1@dinas.example')
    const elsewhere = office.visitor()
    await signIn(elsewhere, 'curi1@dinas.example')
    const thief = stolenFrom(elsewhere)
    expect(await isIn(thief)).toBe(true)
    await visit.post('/account', { do: 'password', oldPassword: PASSWORD, ...twice })
    expect([await isIn(thief), await isIn(elsewhere), await isIn(visit)]).toEqual([false, false, true])
  })

  test('is worth nothing once its owner has set a new password by mail', async () => {
    const { visit } = await person('curi2@dinas.example')
    const thief = stolenFrom(visit)
    await office.visitor().post('/reset', { email: 'curi2@dinas.example' })
    const token = tokenOf(await linkTo(office, 'curi2@dinas.example'))
    expect((await office.visitor().post('/reset/new', { token, ...twice })).status).toBe(303)
    expect(await isIn(thief)).toBe(false)
  })

  test('does not come back to life when a closed account is opened again', async () => {
    const { id, visit } = await person('curi3@dinas.example')
    const thief = stolenFrom(visit)
    const admin = await office.as('admin')
    expect((await admin.post(`/people/${id}`, { do: 'close', key: randomUUID() })).status).toBe(303)
    expect(await isIn(thief)).toBe(false)
    expect((await admin.post(`/people/${id}`, { do: 'reinvite', key: randomUUID() })).status).toBe(303)
    const token = tokenOf(await linkTo(office, 'curi3@dinas.example'))
    expect((await office.visitor().post('/invitation', { token, ...twice })).status).toBe(303)
    expect(await isIn(thief)).toBe(false)
    expect((await signIn(office.visitor(), 'curi3@dinas.example', NEW)).status).toBe(303)
  })

  test('cannot be made from what the database keeps: the hash of a session opens none', async () => {
    const { visit } = await person('curi4@dinas.example')
    const rows = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('session').select(['token_hash', 'csrf']).execute(),
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(visit.cookies.get(COOKIE))
    for (const value of rows.flatMap((row) => [row.token_hash, row.csrf])) {
      const thief = office.visitor()
      thief.cookies.set(COOKIE, value)
      expect(await isIn(thief)).toBe(false)
    }
  })
})

describe('a cookie', () => {
  test('planted before signing in is not the session afterwards, in the demo neither', async () => {
    for (const enter of [
      (visit: Visit) => signIn(visit, 'tanam@dinas.example'),
      (visit: Visit) => visit.post('/demo/sign-in', { role: 'pelaksana' }),
    ]) {
      if (!(await linkTo(office, 'tanam@dinas.example').catch(() => null))) await person('tanam@dinas.example')
      const visit = office.visitor()
      visit.cookies.set(COOKIE, 'ditanam-oleh-orang-lain')
      expect((await enter(visit)).status).toBe(303)
      expect(await isIn(visit)).toBe(true)
      const planter = office.visitor()
      planter.cookies.set(COOKIE, 'ditanam-oleh-orang-lain')
      expect(await isIn(planter)).toBe(false)
    }
  })

  test('that is nonsense is nobody, and breaks nothing', async () => {
    for (const value of ['', 'x', '%00', "'; drop table session --", 'a'.repeat(4000), 'é', '{}', '%']) {
      const visit = office.visitor()
      visit.cookies.set(COOKIE, value)
      expect([value, (await visit.get('/account')).status]).toEqual([value, 303])
      expect([value, (await visit.get('/')).status]).toEqual([value, 200])
    }
  })
})

describe('in a real browser', () => {
  test.each([true, false])(
    'the way back after signing out shows nothing of what was private (scripts: %s)',
    async (scripts) => {
      const name = scripts ? 'mundursatu' : 'mundurdua'
      const walk = await applyFor(office, await office.as('pemohon'), name)
      const context = await browser.newContext({
        javaScriptEnabled: scripts,
        locale: 'id-ID',
        baseURL: `http://${office.visitor().host}`,
      })
      try {
        const page = await context.newPage()
        await page.goto('/sign-in')
        await page.locator('main').getByRole('button', { name: 'Pemohon' }).first().click()
        await page.waitForURL('**/mine')
        await page.goto(`/mine/${walk.id}`)
        const secret = page.getByText(`${name}.demakkab.go.id`).first()
        await secret.waitFor()
        await page.locator('details.account > summary').click()
        await page.getByRole('button', { name: 'Keluar' }).click()
        await page.waitForURL('**/')
        for (let steps = 0; steps < 3; steps += 1) {
          await page.goBack()
          expect(await page.content()).not.toContain(`${name}.demakkab.go.id`)
        }
        expect((await context.cookies()).map((one) => one.name)).not.toContain(COOKIE)
      } finally {
        await context.close()
      }
    },
  )

  test('another site can neither show a page of ours in a frame nor send a form of ours with the session', async () => {
    const context = await browser.newContext({ locale: 'id-ID' })
    try {
      const page = await context.newPage()
      const home = `http://${office.visitor().host}`
      await page.goto(`${home}/sign-in`)
      await page.locator('main').getByRole('button', { name: 'Pelaksana' }).first().click()
      await page.waitForURL('**/work')
      await page.route('http://evil.localhost/**', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<iframe src="${home}/account"></iframe>
            <form method="post" action="${home}/account"><input name="do" value="profile"><input name="name" value="Nama palsu"><button>Kirim</button></form>`,
        }),
      )
      await page.goto('http://evil.localhost/')
      await page.waitForLoadState('networkidle')
      const framed = page.frames().find((one) => one !== page.mainFrame())
      expect(await framed?.content()).not.toContain('Petugas Pelaksana')
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST'),
        page.getByRole('button', { name: 'Kirim' }).click(),
      ])
      expect(answer.status()).toBe(403)
      await page.goto(`${home}/account`)
      expect(await page.content()).not.toContain('Nama palsu')
    } finally {
      await context.close()
    }
  })
})
