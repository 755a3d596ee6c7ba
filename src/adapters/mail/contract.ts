// What every mail port must keep: it takes a good message, and refuses what could smuggle in another.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MailMessage, MailPort } from './port.ts'

export type MailUnderTest = { port: MailPort; stop: () => Promise<void> }

export const goodMessage: MailMessage = {
  to: 'pemohon@dinas.contoh.go.id',
  subject: 'Permohonan Anda sudah diterima',
  text: 'Nomor berkas: 12.\n',
  messageId: 'berkas-12-1@mipp.contoh.go.id',
}

export const describeMailContract = (server: string, make: () => Promise<MailUnderTest>) =>
  describe(`${server} keeps the contract of a mail server`, () => {
    let made: MailUnderTest
    beforeAll(async () => {
      made = await make()
    })
    afterAll(() => made.stop())

    test('a good message is taken, and the same may be sent again', async () => {
      const taken = { ok: true, value: { acceptedBy: made.port.name, reply: expect.any(String) } }
      expect(await made.port.send(goodMessage)).toEqual(taken)
      expect(await made.port.send(goodMessage)).toEqual(taken)
    })

    test.each([
      'pemohon',
      'pemohon@',
      '@dinas.contoh.go.id',
      'satu@contoh.go.id, dua@contoh.go.id',
      'Nama <satu@contoh.go.id>',
      'satu@contoh.go.id\r\nBcc: semua@contoh.go.id',
      '',
    ])('the address %j is refused for good', async (to) => {
      const refused = await made.port.send({ ...goodMessage, to })
      expect(refused).toMatchObject({
        ok: false,
        retry: false,
        reason: { id: expect.stringContaining('bukan alamat surel') },
      })
      expect(JSON.stringify(refused)).not.toMatch(/\\r|\\n/)
    })

    test('a message id that is none is a mistake of the caller', async () => {
      await expect(made.port.send({ ...goodMessage, messageId: 'x>\r\nBcc: semua@contoh.go.id' })).rejects.toThrow(
        'Not a message id',
      )
    })
  })
