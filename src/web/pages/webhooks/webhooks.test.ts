// The pages of webhooks and their twin of the API: for administrators alone, the secret once, deliveries seen and sent again.
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { programOf } from '../../../../test/support/api.ts'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import { type Visit, wordsOf } from '../../../../test/support/visit.ts'
import { subdomainForm, submitted } from '../../../../test/support/walk.ts'
import { answering, isGenuine, type Receiver, startReceiver } from '../../../adapters/webhook/receiver.fixture.ts'

let office: TestOffice
let receiver: Receiver
let admin: Visit

beforeAll(async () => {
  office = await startOffice()
  receiver = await startReceiver()
  admin = await office.as('admin')
})
afterAll(async () => {
  await office.stop()
  await receiver.stop()
})
beforeEach(() => {
  receiver.received.length = 0
  receiver.behave(answering(200))
})

const SECRET = /whsec_[A-Za-z0-9+/=]{40,}/
let count = 0
const wish = () => ({
  do: 'make',
  key: `kunci-${++count}-webhook`,
  label: 'Gerbang WA',
  url: receiver.url,
  events: ['submitted'],
})

const make = async () => {
  const made = await admin.post('/webhooks', wish())
  const secret = SECRET.exec(made.text)?.[0] ?? ''
  const address = /\/webhooks\/[0-9a-f-]{36}/.exec(made.text)?.[0] ?? ''
  return { made, secret, address }
}

describe('The page of webhooks', () => {
  test.each(['pemohon', 'pelaksana', 'kepala-dinas'])('is not there for %s', async (role) => {
    const visit = await office.as(role)
    expect((await visit.get('/webhooks')).status).toBe(404)
    expect((await visit.post('/webhooks', wish(), [], '/')).status).toBe(404)
    expect((await visit.get('/')).text).not.toContain('href="/webhooks"')
  })

  test('shows the secret once, keeps it sealed, and what arrives is signed with it', async () => {
    const { secret, address } = await make()
    expect(secret).not.toBe('')
    expect((await admin.get(address)).text).not.toMatch(SECRET)
    const kept = await office.office.store.inAgency('demak', (db) =>
      db.selectFrom('webhook').select('secret').execute(),
    )
    expect(
      kept.some((row) => row.secret.includes(secret) || row.secret.includes(Buffer.from(secret.slice(6), 'base64'))),
    ).toBe(false)
    const walk = await submitted(office, subdomainForm('dikabari'))
    await office.jobsDone()
    const got = receiver.received.find(({ body }) => body.includes(walk.id))
    if (!got) throw new Error('nothing came')
    expect(isGenuine(got, secret)).toBe(true)
    const page = wordsOf((await admin.get(address)).text)
    expect(page).toContain(`${(await walk.see()).number} Permohonan masuk`)
    expect(page).toMatch(/Terkirim 1 200/)
  })

  test('makes one of a form that is sent twice, and says that the secret is not shown again', async () => {
    const same = wish()
    await admin.post('/webhooks', same)
    const again = await admin.post('/webhooks', same)
    expect(again.status).toBe(303)
    expect(wordsOf((await admin.get(again.location ?? '')).text)).toContain('rahasianya hanya ditampilkan sekali')
  })

  test('tells beside the field what is wrong, and where word may not go', async () => {
    const { status, text } = await admin.post('/webhooks', {
      ...wish(),
      label: 'x',
      url: 'http://contoh.example/',
      events: [],
    })
    expect(status).toBe(422)
    for (const words of ['2 sampai 120 huruf', 'harus dimulai dengan https://', 'paling sedikit satu kejadian'])
      expect(wordsOf(text)).toContain(words)
  })

  test('shows why word did not arrive, sends it again by hand, and ends it for good', async () => {
    receiver.behave(answering(500))
    const { address } = await make()
    const walk = await submitted(office, subdomainForm('tertahan'))
    await office.jobsDone()
    const failing = await admin.get(address)
    expect(wordsOf(failing.text)).toMatch(/Menunggu 127\.0\.0\.1:\d+ menjawab 500\./)
    receiver.behave(answering(200))
    expect((await admin.post(address, { do: 'again', dossier: walk.id, seq: '1' })).status).toBe(303)
    await office.jobsDone()
    expect(wordsOf((await admin.get(address)).text)).toContain('Terkirim')
    for (const seq of ['x', '-1', '999999999999'])
      expect((await admin.post(address, { do: 'again', dossier: walk.id, seq })).status).toBe(303)
    await admin.post(address, { do: 'end' })
    expect(wordsOf((await admin.get(address)).text)).toContain('Diakhiri')
    expect(wordsOf((await admin.post(address, { do: 'rotate' })).text)).not.toMatch(SECRET)
  })

  test('gives out a new secret, and says until when the former one signs beside it', async () => {
    const { secret, address } = await make()
    const rotated = await admin.post(address, { do: 'rotate' })
    const other = SECRET.exec(rotated.text)?.[0] ?? ''
    expect([other !== '', other !== secret]).toEqual([true, true])
    expect(wordsOf(rotated.text)).toContain('masih ikut menandatangani sampai')
    expect(wordsOf((await admin.get(address)).text)).toContain('Rahasia lama berlaku sampai')
  })
})

describe('By a program', () => {
  test('the same can be done, by administrators alone', async () => {
    const other = await programOf(office, 'pelaksana')
    const body = { label: 'Dari program', url: receiver.url, events: ['submitted'], procedures: ['subdomain-hosting'] }
    expect((await other.get('/webhooks')).status).toBe(403)
    expect((await other.post('/webhooks', body)).status).toBe(403)
    const program = await programOf(office, 'admin')
    const made = await program.post('/webhooks', body)
    expect(made.status).toBe(201)
    const { webhook, secret } = made.json
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
    expect(createHmac('sha256', key).update('x').digest('hex')).toHaveLength(64)
    const walk = await submitted(office, subdomainForm('lewat-program'))
    await office.jobsDone()
    const { deliveries } = (await program.get(`/webhooks/${webhook}/deliveries`)).json
    expect(deliveries).toEqual([expect.objectContaining({ dossier: walk.id, seq: 1, state: 'delivered', status: 200 })])
    expect((await program.post(`/webhooks/${webhook}/deliveries/${walk.id}/1/again`)).status).toBe(204)
    expect((await program.post(`/webhooks/${webhook}/secret`)).json.secret).toMatch(SECRET)
    expect((await program.post(`/webhooks/${webhook}/switch-on`)).status).toBe(409)
    expect((await program.send('DELETE', `/webhooks/${webhook}`)).status).toBe(204)
    const listed = (await program.get('/webhooks')).json.webhooks
    expect(listed.find((one: { webhook: string }) => one.webhook === webhook)).toMatchObject({
      state: 'ended',
      failed: 0,
    })
    expect((await program.post('/webhooks', { ...body, url: 'http://x.example' })).status).toBe(422)
    expect((await program.post('/webhooks', { ...body, procedures: ['tidak-ada'] })).status).toBe(422)
  })
})
