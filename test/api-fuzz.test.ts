// Strange requests made from the published description: no address answers 500, and none outside its schema.
// More of them: FUZZ_REQUESTS=20000 FUZZ_SEED=... node node_modules/vitest/vitest.mjs run --project grounded test/api-fuzz.test.ts
import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Program, programOf } from './support/api.ts'
import { readDescription } from './support/described.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { makePerson } from './support/people.ts'
import { type Known, requestsOf } from './support/strange.ts'
import { subdomainForm, submitted, toTechnician } from './support/walk.ts'

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 600)
const SEED = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31))
const ROLES = ['pemohon', 'pelaksana', 'kepala-dinas', 'sekretaris', 'kabid', 'admin', null]

let office: TestOffice
let programs: Program[]

beforeAll(async () => {
  office = await startOffice({ env: { MIPP_API_PER_MINUTE: '1000000' } })
  programs = await Promise.all(ROLES.map((role) => programOf(office, role)))
})
afterAll(() => office.stop())

/** Dossiers at several steps, and people whose accounts may be closed without anybody missing them. */
const whatIsThere = async (): Promise<Known> => {
  const fresh = await Promise.all(
    ['satu', 'dua', 'tiga', 'empat'].map((name) => submitted(office, subdomainForm(name))),
  )
  const far = await submitted(office, subdomainForm('jauh'))
  await toTechnician(far)
  const walks = [...fresh, far]
  const dossiers = await Promise.all(walks.map((walk) => walk.see()))
  return {
    dossier: walks.map((walk) => walk.id),
    task: dossiers.flatMap((one) => one.tasks.map((task) => task.task)),
    paper: dossiers.flatMap((one) => one.papers.map((paper) => paper.id)),
    code: dossiers.map((one) => one.trackingCode),
    procedure: ['subdomain-hosting'],
    register: ['subdomain', 'hosting'],
    person: [await makePerson(office, { email: 'aneh@kominfo.example' })],
  }
}

test(`${REQUESTS} strange requests are all answered as described, and none with a fault (seed ${SEED})`, async () => {
  const { json } = await office
    .visitor()
    .get('/api/v1/openapi.json')
    .then(({ text }) => ({ json: JSON.parse(text) }))
  const requests = requestsOf(readDescription(json), json.paths, await whatIsThere())
  const statuses = new Map<number, number>()
  const asked = fc.asyncProperty(
    fc.nat(programs.length - 1),
    requests,
    async (who, { method, path, headers, body }) => {
      const program = programs[who]
      if (!program) return
      // Judges every answer by the description, and throws when one does not fit.
      const { status } = await program.send(method, path, { headers, ...(body === null ? {} : { body }) })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      expect(status, `${method} ${path}`).toBeLessThan(500)
    },
  )
  await fc.assert(asked, { numRuns: REQUESTS, seed: SEED, endOnFailure: true })
  console.log(`answers by status: ${JSON.stringify(Object.fromEntries([...statuses].toSorted(([a], [b]) => a - b)))}`)
  expect(statuses.get(200)).toBeGreaterThan(0)
  expect(statuses.get(422)).toBeGreaterThan(0)
}, 3_600_000)
