// Behind TLS: it is demanded of every browser, and no cookie can come from another host.
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { startOffice } from '../support/office.ts'

describe('over TLS', () => {
  test('every answer demands TLS for a year, and every cookie is held to this host, TLS and its own pages', async () => {
    const env = { MIPP_PUBLIC_URL: 'https://mipp.example' }
    const secure = await startOffice({ works: false, env })
    try {
      const visit = secure.visitor()
      const first = await visit.post('/demo/sign-in', { role: 'pelaksana' })
      const shown = await visit.post('/preferences', { lang: 'en', theme: 'dark' })
      const page = await visit.get('/account')
      expect(page.status).toBe(200)
      visit.csrf = 'kunci lama'
      const parked = await visit.post('/account', { do: 'profile', name: 'Nama', key: randomUUID() })
      const set = [first, shown, page, parked].flatMap(({ headers }) => headers['set-cookie'] ?? [])
      expect(set.map((line) => line.split('=')[0])).toEqual(
        expect.arrayContaining(
          ['session', 'flash', 'language', 'theme', 'parked'].map((name) => `__Host-mipp_${name}`),
        ),
      )
      for (const line of set) {
        expect(line).toMatch(/^__Host-mipp_\w+=/)
        expect(line).toMatch(/; Secure/)
        expect(line).toMatch(/; Path=\/(;|$)/)
        expect(line).not.toMatch(/Domain/i)
        if (!/Max-Age=0/.test(line)) expect(line).toMatch(/; HttpOnly.*; SameSite=(Lax|Strict)/)
      }
      for (const path of ['/', '/tidak-ada', '/assets/tidak-ada.css', '/account', '/healthz'])
        expect((await visit.get(path)).headers['strict-transport-security']).toBe('max-age=31536000')
    } finally {
      await secure.stop()
    }
  })

  test('neither session nor message is taken from a cookie that another host of the regency could have planted', async () => {
    const secure = await startOffice({ works: false, env: { MIPP_PUBLIC_URL: 'https://mipp.example' } })
    try {
      const owner = secure.visitor()
      await owner.post('/demo/sign-in', { role: 'pelaksana' })
      const planted = secure.visitor()
      planted.cookies.set('mipp_session', owner.cookies.get('__Host-mipp_session') ?? '')
      const message = Buffer.from(JSON.stringify(['bad', 'Hubungi 0812 palsu'])).toString('base64url')
      planted.cookies.set('mipp_flash', message)
      planted.cookies.set('mipp_language', 'en')
      expect((await planted.get('/account')).status).toBe(303)
      const page = (await planted.get('/')).text
      expect(page).not.toContain('palsu')
      expect(page).toContain('lang="id"')
    } finally {
      await secure.stop()
    }
  })
})
