// The stand-in hosting server: the contract, and that it survives a restart without keeping a password.

import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeHostingContract } from './contract.ts'
import { createStandInHosting, type StandInHosting } from './stand-in.ts'

const name = 'dinas.uji.contoh.go.id'
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-hosting-'))
})
afterAll(() => rm(folder, { recursive: true }))

describeHostingContract('The stand-in of the demo', async () => {
  const port = createStandInHosting({ file: join(folder, 'contract.json'), randomBytes })
  await port.start()
  return { port, stop: port.stop }
})

const get = async (hosting: StandInHosting, path: string, headers: Record<string, string>) => {
  const { address, port } = hosting.answersAt
  const asked = Promise.withResolvers<{ status: number | undefined; body: string }>()
  request({ host: address, port, path, headers, agent: false }, async (response) => {
    asked.resolve({ status: response.statusCode, body: await text(response) })
  })
    .on('error', asked.reject)
    .end()
  return asked.promise
}

describe('the stand-in hosting server', () => {
  const open = (): StandInHosting => createStandInHosting({ file: join(folder, 'spaces.json'), randomBytes })

  test('shows a page in Indonesian that names the site, however the name is spelled', async () => {
    const hosting = open()
    await hosting.start()
    await hosting.createSpace(name)
    for (const host of [name, 'Dinas.UJI.contoh.go.id', `${name}:8080`]) {
      const page = await get(hosting, '/', { host })
      expect(page).toMatchObject({ status: 200, body: expect.stringContaining(`<h1>Situs ${name} siap</h1>`) })
    }
    await hosting.stop()
  })

  test('still answers after a restart, and the account opens with its password only, which is nowhere kept', async () => {
    const before = open()
    const renewed = await before.renewSecret(name)
    const secret = (renewed.ok && renewed.value.secret) || ''
    expect(secret).not.toBe('')
    expect(await readFile(join(folder, 'spaces.json'), 'utf8')).not.toContain(secret)
    const hosting = open()
    await hosting.start()
    const basic = (password: string): string => `Basic ${Buffer.from(`dinas:${password}`).toString('base64')}`
    expect((await get(hosting, '/', { host: name })).status).toBe(200)
    expect((await get(hosting, '/masuk', { host: name })).status).toBe(401)
    expect((await get(hosting, '/masuk', { host: name, authorization: basic('salah') })).status).toBe(401)
    expect((await get(hosting, '/masuk', { host: name, authorization: basic(secret) })).status).toBe(200)
    await hosting.stop()
  })
})
