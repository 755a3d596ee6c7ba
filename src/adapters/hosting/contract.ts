// What every automatic hosting port must keep, stand-in and real server alike.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHttpProbe } from '../probe/http.ts'
import type { AutomaticHosting } from './port.ts'

export type HostingUnderTest = { port: AutomaticHosting; stop: () => Promise<void> }

export const describeHostingContract = (server: string, make: () => Promise<HostingUnderTest>) =>
  describe(`${server} keeps the contract of a hosting server`, () => {
    let made: HostingUnderTest
    beforeAll(async () => {
      made = await make()
    })
    afterAll(() => made.stop())
    const statusOf = async (host: string): Promise<number> => {
      const seen = await createHttpProbe({ allowed: () => [made.port.answersAt] })({ host, ...made.port.answersAt })
      return seen.ok ? seen.value.status : 0
    }

    test('a space that was never made is unknown and does not answer', async () => {
      expect(await made.port.describe('belum-ada.uji.contoh.go.id')).toEqual({ ok: true, value: null })
      expect(await statusOf('belum-ada.uji.contoh.go.id')).toBe(404)
    })

    test('a new space answers to its name, and its password is said once', async () => {
      const name = 'baru.uji.contoh.go.id'
      const space = { name, account: 'baru', ...made.port.answersAt }
      expect(await made.port.createSpace(name)).toEqual({
        ok: true,
        value: { ...space, secret: expect.stringMatching(/^\S{20,}$/) },
      })
      expect(await statusOf(name)).toBe(200)
      expect(await made.port.describe(name)).toEqual({ ok: true, value: space })
      expect(await made.port.createSpace(name)).toEqual({ ok: true, value: { ...space, secret: null } })
    })

    test('a lost password is renewed, and differs from the first', async () => {
      const first = await made.port.createSpace('lupa.uji.contoh.go.id')
      const second = await made.port.renewSecret('lupa.uji.contoh.go.id')
      expect(second.ok && second.value.secret).toEqual(expect.any(String))
      expect(second.ok && second.value.secret).not.toBe(first.ok && first.value.secret)
      expect(await made.port.renewSecret('tidak-ada.uji.contoh.go.id')).toMatchObject({ ok: false, retry: false })
    })

    test('two spaces whose names begin alike get two accounts', async () => {
      const first = await made.port.createSpace('sama.satu.contoh.go.id')
      const second = await made.port.createSpace('sama.dua.contoh.go.id')
      expect(first.ok && second.ok && first.value.account !== second.value.account).toBe(true)
    })

    test('a removed space no longer answers, and removing it again does no harm', async () => {
      const name = 'hapus.uji.contoh.go.id'
      await made.port.createSpace(name)
      expect(await made.port.removeSpace(name)).toMatchObject({ ok: true, value: { name } })
      expect(await statusOf(name)).toBe(404)
      expect(await made.port.removeSpace(name)).toEqual({ ok: true, value: null })
    })

    test('a malformed name is refused for good', async () => {
      expect(await made.port.createSpace('<script>.contoh.go.id')).toMatchObject({ ok: false, retry: false })
    })
  })
