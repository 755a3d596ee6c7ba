// A procedure may ask for as much as its linter lets pass: the server takes it all, and no more than a little beyond.
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { MOST_CONTROLS } from '../../core/procedure/lint-form-size.ts'
import { type ReadBody, readBody } from './body.ts'

const nowhere = {
  files: { put: async () => ({ ok: true as const, value: { sha256: 'a'.repeat(64), bytes: 0 } }) },
  log: { error: () => undefined },
}
const pairs = (count: number): [string, string][] =>
  Array.from({ length: count }, (_, at) => [`titik.${at}.nama`, 'Tiang'])

const typed = (count: number): Promise<ReadBody> =>
  readBody('application/x-www-form-urlencoded', Readable.from([String(new URLSearchParams(pairs(count)))]), nowhere)

const withFiles = (count: number): Promise<ReadBody> => {
  const parts = pairs(count).map(
    ([name, value]) => `--batas\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const body = Readable.from([Buffer.from(`${parts.join('')}--batas--\r\n`)])
  return readBody('multipart/form-data; boundary=batas', body, nowhere)
}

test.each([
  ['typed', typed],
  ['with files', withFiles],
])('a full form %s arrives whole', async (_, send) => {
  const read = await send(MOST_CONTROLS)
  expect(read.ok && Object.keys(read.posted.values).length).toBe(MOST_CONTROLS)
  expect(await send(MOST_CONTROLS + 200)).toEqual({ ok: false, fault: 'too-big' })
})
