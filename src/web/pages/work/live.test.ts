// News of the work list: who may hold a stream open, and how many.
import { type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from '../../../../test/support/office.ts'
import type { Visit } from '../../../../test/support/visit.ts'

let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ works: false })
})
afterAll(() => office.stop())

type Stream = { status: number | undefined; stop: () => void }

const listen = (visit: Visit): Promise<Stream> =>
  new Promise((resolve, reject) => {
    const cookie = [...visit.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host: visit.host, ...(cookie ? { cookie } : {}) }
    const sent = request(
      { host: '127.0.0.1', port: visit.port, path: '/live', headers, agent: false },
      (answer: IncomingMessage) => {
        answer.on('error', () => undefined)
        answer.resume()
        resolve({ status: answer.statusCode, stop: () => sent.destroy() })
      },
    )
    sent.once('error', reject)
    sent.end()
  })

test('a stranger is told at once that there is nothing to wait for; an applicant waits for notices', async () => {
  expect((await listen(office.visitor())).status).toBe(204)
  const stream = await listen(await office.as('pemohon'))
  expect(stream.status).toBe(200)
  stream.stop()
})

test('one person holds twelve streams at most, over all sessions; others are not touched, and a closed one makes room', async () => {
  const [here, there] = [await office.as('pelaksana'), await office.as('pelaksana')]
  const held: Stream[] = []
  for (let count = 0; count < 12; count += 1) held.push(await listen(count % 2 === 0 ? here : there))
  expect(held.map(({ status }) => status)).toEqual(held.map(() => 200))
  expect((await listen(here)).status).toBe(204)
  const other = await listen(await office.as('kepala-dinas'))
  expect(other.status).toBe(200)
  held[0]?.stop()
  let again = await listen(there)
  while (again.status === 204) again = await listen(there)
  expect(again.status).toBe(200)
  for (const stream of [...held, other, again]) stream.stop()
})
