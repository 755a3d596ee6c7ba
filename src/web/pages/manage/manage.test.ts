// The menu and the page behind it: everybody finds what they may, and nothing else.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { wordsOf } from '../../../../test/support/visit.ts'

let office: TestOffice
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.stop())

const menuOf = (html: string): string[] => {
  const [menu = ''] = /<nav[\s\S]*?<\/nav>/.exec(html) ?? []
  return [...menu.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '')
}

describe('what is opened now and then', () => {
  test('stands on one page for administrators, and every address there can be opened', async () => {
    const admin = await office.as('admin')
    const page = await admin.get('/manage')
    expect(page.status).toBe(200)
    expect(menuOf(page.text)).toContain('/manage')
    const [, main = ''] = page.text.split('<main')
    const addresses = [...main.matchAll(/href="(\/[a-z-]+)"/g)].map(([, href]) => href ?? '')
    expect(addresses).toEqual(expect.arrayContaining(['/procedures', '/letters', '/people', '/storage', '/quarantine']))
    for (const address of addresses) expect([address, (await admin.get(address)).status]).toEqual([address, 200])
  })

  test('leaves the menu short: nobody has more than eleven entries', async () => {
    for (const role of ['admin', 'kepala-dinas', 'pelaksana', 'sekretariat', 'pemohon']) {
      const menu = menuOf((await (await office.as(role)).open('/')).text)
      expect(menu.length, `${role}: ${menu.join(' ')}`).toBeLessThanOrEqual(11)
    }
  })

  test('is not there for those who manage nothing', async () => {
    const officer = await office.as('staf-jaringan')
    expect((await officer.get('/manage')).status).toBe(404)
    expect(menuOf((await officer.get('/work')).text)).not.toContain('/manage')
    expect((await office.visitor().get('/manage')).location).toContain('/sign-in')
  })

  test('stands in the menu itself for those who have one such thing alone, as who keeps the archive', async () => {
    const keeper = await office.as('staf-jaringan')
    const before = menuOf((await keeper.get('/work')).text)
    expect(before.filter((href) => ['/retention', '/manage'].includes(href))).toEqual([])
    const owner = new pg.Client({ connectionString: office.ownerUrl })
    await owner.connect()
    await owner.query(`update post set duties = array['archive'] where agency = 'demak' and post = 'staf-jaringan'`)
    await owner.end()
    const page = await keeper.get('/work')
    expect(menuOf(page.text)).toContain('/retention')
    expect(wordsOf(page.text)).not.toContain('Kelola')
    expect((await keeper.get('/retention')).status).toBe(200)
  })

  test('has retention beside the rest for the head and for administrators', async () => {
    for (const role of ['kepala-dinas', 'admin']) {
      const visit = await office.as(role)
      expect(menuOf((await visit.get('/work')).text)).toContain('/manage')
      expect((await visit.get('/manage')).text).toContain('href="/retention"')
    }
  })
})
