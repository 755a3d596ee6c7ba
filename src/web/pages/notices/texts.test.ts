// The office's own words: judged, kept by version, shown before they are kept, used from the next notice on.
import { randomUUID } from 'node:crypto'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { mailsTo } from '../../../../test/support/people.ts'
import { wordsOf } from '../../../../test/support/visit.ts'
import { subdomainForm, submitted } from '../../../../test/support/walk.ts'
import { mailHtml } from '../../../letters/mail/html.ts'

let office: TestOffice
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.stop())

const PATH = '/notices/texts/received'
const words = (id: Partial<Record<'headline' | 'body' | 'line', string>> = {}) => ({
  'id-headline': id.headline ?? 'Sudah kami catat',
  'id-body': id.body ?? 'Berkas {nomor} sudah kami catat.\n\nCatatan: {catatan}',
  'id-line': id.line ?? 'Dicatat: {nomor}',
  'en-headline': 'Noted',
  'en-body': 'We have noted {nomor}.',
  'en-line': 'Noted: {nomor}',
})
const lastMail = async () => {
  await submitted(office, subdomainForm(`kata${randomUUID().slice(0, 8)}`))
  await office.jobsDone()
  return (await mailsTo(office, 'pemohon@arsip.example')).at(-1)
}

test('an administrator writes the office’s own words, and the next mail has them; back to the default is one button', async () => {
  const admin = await office.as('admin')
  expect((await admin.post(PATH, { version: '0', ...words() })).location).toBe(PATH)
  const own = await lastMail()
  expect(own?.subject).toMatch(/^\[MIPP.*\] Sudah kami catat$/)
  expect(own?.body).toMatch(/Berkas MIPP\/2026\/\d+ sudah kami catat\./)
  // A paragraph whose placeholders are all empty is left out.
  expect(own?.body).not.toContain('Catatan:')
  expect(wordsOf((await admin.get(PATH)).text)).toContain('Versi 1')
  await admin.post(PATH, { do: 'default', version: '1' })
  expect((await lastMail())?.subject).toContain('Permohonan diterima')
})

test('a placeholder that means nothing is refused with a sentence, what was typed stays, and nothing is kept', async () => {
  const admin = await office.as('admin')
  const answer = await admin.post(PATH, { version: '2', ...words({ body: 'Halo {nama}, {nomor}' }) })
  expect(answer.status).toBe(422)
  expect(wordsOf(answer.text)).toContain('Isian ini tidak dikenal: {nama}')
  expect(answer.text).toContain('Halo {nama}, {nomor}')
  expect((await lastMail())?.body).not.toContain('Halo')
})

test('two who change the same words at the same time are told, and the later one writes nothing over', async () => {
  const admin = await office.as('admin')
  const version = /name="version" value="(\d+)"/.exec((await admin.get(PATH)).text)?.[1] ?? ''
  await admin.post(PATH, { version, ...words({ headline: 'Yang pertama' }) })
  const late = await admin.post(PATH, { version, ...words({ headline: 'Yang kedua' }) })
  expect(late.status).toBe(422)
  expect(wordsOf(late.text)).toContain('diubah orang lain')
  expect((await lastMail())?.subject).toContain('Yang pertama')
})

test('hostile words and values are shown as words: nothing of them runs or loads, in the preview neither', async () => {
  const admin = await office.as('admin')
  const evil = '<img src=x onerror=alert(1)><script>alert(1)</script> {nomor} {{nomor}}'
  const looked = await admin.post(PATH, { do: 'preview', version: '9', ...words({ body: evil }) })
  expect(looked.text).not.toMatch(/<script>alert|<img src=x/)
  expect(wordsOf(looked.text)).toContain('MIPP/2026/0042')
  const drawn = await admin.post(`${PATH}/mail`, { in: 'id', ...words({ body: evil, headline: '"><b>x' }) })
  expect(drawn.headers['content-security-policy']).toContain('sandbox')
  expect(drawn.text).not.toMatch(/<script|<img|<b>x/)
  expect(drawn.text).toContain('&lt;script&gt;')
})

test('is for administrators alone', async () => {
  for (const role of ['pemohon', 'pelaksana', 'kepala-dinas']) {
    const visit = await office.as(role)
    expect((await visit.get('/notices/texts')).status).toBe(404)
    expect((await visit.post(PATH, { version: '0', ...words() })).status).toBe(404)
    expect((await visit.post(`${PATH}/mail`, words())).status).toBe(404)
  }
  expect((await office.visitor().get(PATH)).location).toContain('/sign-in')
})

test('a mail’s page is read by mail programs as it was meant', async () => {
  const html = mailHtml({
    language: 'id',
    heading: 'A & <B>',
    greeting: 'Yth.',
    paragraphs: ['satu\ndua'],
    items: [{ title: 'T', detail: 'd', href: 'https://mipp.example/x?a=1&b="2"' }],
    facts: [{ label: 'Hal', value: "O'Reilly" }],
    links: [{ label: 'Buka', href: 'https://mipp.example/' }],
    office: ['Dinas'],
    small: [],
    choose: null,
  })
  const mail = await PostalMime.parse(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`)
  expect(mail.html).toContain('A &amp; &lt;B&gt;')
  expect(mail.html).toContain('href="https://mipp.example/x?a=1&amp;b=&quot;2&quot;"')
  expect(mail.html).not.toMatch(/ src=|url\(/)
})
