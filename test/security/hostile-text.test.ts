// Hostile text in every place where somebody may write: shown as it was typed, never read as part of a page or a head.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { downloadHeaders } from '../../src/web/request/headers.ts'
import { applyFor, typed, upload } from '../support/apply.ts'
import { startOffice, type TestOffice } from '../support/office.ts'
import { linkTo, mailsTo, makePerson } from '../support/people.ts'
import type { Visit } from '../support/visit.ts'
import { letterPdf, type Walk } from '../support/walk.ts'

const SEED = Number(process.env.SEED ?? Date.now() % 1e9)
/** None of our own pages says this. */
const MARK = 'zjahatz'
const HOSTILE = [
  `<script>${MARK}()</script>`,
  `"><img src=x onerror=${MARK}()>`,
  `' onmouseover=${MARK}() x='`,
  `</textarea></title></style></noscript><svg onload=${MARK}()>`,
  `<!--${MARK}--><a href="javascript:${MARK}()">x</a>`,
  `&lt;script&gt;${MARK}&#x28;&#x29;`,
  `{{${MARK}}} \${${MARK}} <%= ${MARK} %>`,
]

let office: TestOffice
let pemohon: Visit
let pelaksana: Visit
let admin: Visit
beforeAll(async () => {
  office = await startOffice({ works: false })
  pemohon = await office.as('pemohon')
  pelaksana = await office.as('pelaksana')
  admin = await office.as('admin')
})
afterAll(() => office.stop())

/** Tags and attributes that could only come from what was typed. */
const intrusions = (html: string): string[] => {
  const tags = [...html.matchAll(/<[a-z!/](?:[^>"]|"[^"]*")*>/gi)].map((one) => one[0])
  return tags.filter((tag) => {
    const bare = tag.replaceAll(/"[^"]*"/g, '""')
    return bare.includes(MARK) || /\son\w+=/i.test(bare) || /href="\s*(javascript|data):/i.test(tag)
  })
}

/** All pages that could show it, under the hats that may see them. */
const pagesOf = async (walk: Walk): Promise<[Visit, string][]> => {
  const { tasks, trackingCode } = await walk.see()
  const ours = ['', '/receipt'].map((part): [Visit, string] => [pemohon, `/mine/${walk.id}${part}`])
  const theirs = ['', ...tasks.map((one) => `/tasks/${one.task}`)]
  return [
    ...ours,
    [pemohon, '/mine'],
    [pemohon, '/account'],
    ...theirs.map((part): [Visit, string] => [pelaksana, `/dossiers/${walk.id}${part}`]),
    ...['/work', '/agenda', '/registers/subdomain', `/search?q=${MARK}`].map((one): [Visit, string] => [
      pelaksana,
      one,
    ]),
    [admin, '/people'],
    [admin, '/outbox'],
    [office.visitor(), `/track/${trackingCode}`],
  ]
}

describe('hostile text', () => {
  test.each(HOSTILE)(
    'in a form, a comment, a name and the name of a file is shown as text on every page: %s',
    async (text) => {
      await pemohon.post('/account', { do: 'profile', name: text, phone: '0291 685000', language: 'id' })
      const name = `h${randomUUID().slice(0, 8)}`
      const more = { keperluan: text, 'nomor-surat': text.slice(0, 60) }
      const file = upload(await letterPdf(), `${text.replaceAll(/["/\\]/g, '')}.pdf`)
      const walk = await applyFor(office, pemohon, name, more, [file])
      const key = randomUUID()
      await pemohon.post(`/mine/${walk.id}/comment`, { act: 'comment', key, text }, [], `/mine/${walk.id}`)
      const note = { do: 'comment', task: '', key: randomUUID(), text, visibleToApplicant: 'yes' }
      await pelaksana.post(`/dossiers/${walk.id}`, note)
      await walk.finish({ urgency: 'biasa', secrecy: 'biasa', receivedOn: '2026-01-05', note: text })
      let shown = 0
      for (const [visit, path] of await pagesOf(walk)) {
        const answer = await visit.get(path)
        expect([path, answer.status]).toEqual([path, 200])
        expect([path, intrusions(answer.text)]).toEqual([path, []])
        expect(String(answer.headers['content-security-policy'])).toContain("script-src 'self';")
        if (answer.text.includes(MARK)) shown += 1
      }
      expect(shown).toBeGreaterThan(3)
    },
  )

  test('typed wrongly comes back in the form as text', async () => {
    for (const text of HOSTILE) {
      const answers = [
        await pemohon.post('/services/subdomain-hosting/apply', {
          do: 'check',
          ...typed('x', { jenis: text, keperluan: text }),
        }),
        await office.visitor().post('/sign-in', { email: text, password: 'x' }),
        await office.visitor().post('/register', { name: text, email: text, phone: text, jobTitle: text }),
        await office.visitor().post('/reset', { email: text }),
        await office.visitor().get(`/track?code=${encodeURIComponent(text)}`),
        await office.visitor().get(`/sign-in?to=${encodeURIComponent(`/${text}`)}`),
        await office.visitor().get(`/reset/new?token=${encodeURIComponent(text)}`),
        await pelaksana.get(`/search?q=${encodeURIComponent(text)}`),
        await pelaksana.get(`/${encodeURIComponent(text)}`),
      ]
      for (const answer of answers) expect([answer.status, intrusions(answer.text)]).toEqual([answer.status, []])
    }
  })

  test(`of any kind leaves its place in no element and no attribute (seed ${SEED})`, () => {
    const sign = fc.constantFrom('<', '>', '"', "'", '&', '/', '`', '=', ' ', 'a', '\n', '\u2028', '\u0000', '😀')
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(sign, fc.string({ minLength: 1, maxLength: 1 })) }), (text) => {
        const html = render(h('p', { title: text, 'data-x': text }, text))
        // Only our own two tags stand outside of quotes; `>` in a text begins nothing.
        expect(html.replaceAll(/"[^"]*"/g, '""')).toMatch(/^<p title(="")? data-x(="")?>[^<]*<\/p>$/)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  test(`in the name of a file ends no line of a head and leaves no quotes (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (one, other) => {
        const name = `${one}\r\nset-cookie: x=1\u0000";${other}`.replaceAll(/\p{Cs}/gu, '')
        const value = downloadHeaders(name, 'application/pdf')['content-disposition'] ?? ''
        expect(value).toMatch(/^attachment; filename="[\w. -]*"; filename\*=UTF-8''[\w.!~%-]*$/)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })
})

describe('a download', () => {
  test.each([
    'a\r\nSet-Cookie: mipp_session=x.pdf',
    '../../../etc/passwd.pdf',
    '..\\..\\boot.pdf',
    'surat";filename="jahat.html',
    '\u202efdp.exe.pdf',
    '\u0000.pdf',
  ])('keeps a hostile name out of its head: %j', async (name) => {
    const safe = name.replaceAll('\r\n', '%0D%0A').replaceAll('"', '%22')
    const walk = await applyFor(office, pemohon, `u${randomUUID().slice(0, 8)}`, {}, [upload(await letterPdf(), safe)])
    const paper = (await walk.see()).papers[0]?.id
    for (const [visit, path] of [
      [pemohon, `/mine/${walk.id}/papers/${paper}`],
      [pelaksana, `/dossiers/${walk.id}/papers/${paper}`],
    ] as const) {
      const { status, headers } = await visit.get(path)
      expect(status).toBe(200)
      expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w. -]*"; filename\*=UTF-8''[\w.!~%-]*$/)
      expect(headers['content-disposition']).not.toMatch(/%2F|%5C|%E2%80%AE|\.\.\//i)
      expect(headers['set-cookie']).toBeUndefined()
      expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    }
  })

  test('leads to no other file by its address', async () => {
    const hash = 'a'.repeat(64)
    for (const path of [
      '/assets/..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets/....//package.json',
      '/assets/..%5cpackage.json',
      '/assets/package.json',
      '/assets/.css',
      '/assets/x%00.css',
      `/dossiers/..%2f${hash}/papers/${hash}`,
      `/mine/%2e%2e%2f%2e%2e/papers/..%2f..%2fsecret-key`,
      '/services/..%2f..%2fagency/upload/surat-permohonan',
      '/registers/..%2f..%2fetc',
    ])
      for (const visit of [office.visitor(), pemohon, pelaksana])
        expect([path, (await visit.get(path)).status]).toEqual([path, expect.toSatisfy((s) => s === 404 || s === 303)])
  })
})

describe('the name of a field', () => {
  test.each(['__proto__', 'constructor', 'prototype', 'toString', '__proto__[admin]', 'constructor.prototype.x'])(
    'that means something to the language changes nothing: %s',
    async (name) => {
      const visit = office.visitor()
      for (const [who, path] of [
        [visit, '/register'],
        [pemohon, '/account'],
        [pemohon, '/services/subdomain-hosting/apply'],
        [pelaksana, '/counter/subdomain-hosting?client=bappeda'],
      ] as const) {
        const answer = await who.post(path, { do: 'profile', [`${name}`]: 'x', isAdministrator: 'true' })
        expect(answer.status).toBeLessThan(500)
      }
      expect(({} as Record<string, unknown>).admin).toBeUndefined()
      expect(({} as Record<string, unknown>).x).toBeUndefined()
      expect((await pemohon.get('/people')).status).toBe(404)
    },
  )
})

describe('the host that a request names', () => {
  test('stands in no link of a mail: they lead to the public address of the office', async () => {
    const real = await startOffice({ works: false, isDemo: false, env: { MIPP_PUBLIC_URL: 'https://mipp.example' } })
    try {
      const email = 'tamu@dinas.example'
      await makePerson(real, { email })
      const visit = real.visitor()
      const body = Buffer.from(new URLSearchParams({ email }).toString())
      const headers = {
        host: 'evil.example',
        origin: 'http://evil.example',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'javascript',
        forwarded: 'host=evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      }
      expect((await visit.send('POST', '/reset', headers, body)).status).toBe(200)
      expect(await linkTo(real, email)).toMatch(/^\/reset\/new\?token=/)
      const mails = await mailsTo(real, email)
      expect(mails.at(-1)?.body).toContain('https://mipp.example/reset/new?token=')
      expect(JSON.stringify(mails)).not.toContain('evil')
      expect((await visit.get('/', { host: 'evil.example' })).text).not.toContain('evil.example')
    } finally {
      await real.stop()
    }
  })
})
