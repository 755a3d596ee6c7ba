// The writing side of an office on a real database: the catalogue seeded, commands handled, nothing else running.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Command } from '../../src/core/dossier/commands.ts'
import { type Dossier, openMainTasks } from '../../src/core/dossier/dossier.ts'
import type { By, PaperRef, Proof } from '../../src/core/dossier/events.ts'
import { readLetterSource } from '../../src/letters/letter-source.ts'
import { loadCatalogue } from '../../src/main/catalogue.ts'
import { projectRoot } from '../../src/main/root.ts'
import { openStore, type Role, type Store } from '../../src/store/connect.ts'
import { readDossier } from '../../src/store/dossiers.ts'
import { type Handled, type Handler, handle, type Order } from '../../src/store/handle.ts'
import { createLiving } from '../../src/store/living.ts'
import { seedAgency } from '../../src/store/seed.ts'
import type { TestDatabase } from './database.ts'

export type Handling = {
  store: Store
  agency: string
  /** A store of the same database; closed with the rest. */
  storeAs: (role: Role) => Store
  handle: (order: Order) => Promise<Handled>
  /** Submits the standard request; every call is a dossier of its own. */
  submit: (over?: Partial<Order>) => Promise<Extract<Handled, { ok: true }>>
  submitOrder: (over?: Partial<Order>) => Order
  /** One command on a dossier, under a fresh key unless one is given. */
  send: (dossier: string, by: By, command: Command, key?: string) => Promise<Handled>
  /** The same for the open task of a step, by whoever it waits for. */
  finish: (dossier: string, step: string, answer?: unknown) => Promise<Handled>
  read: (dossier: string) => Promise<Dossier>
  close: () => Promise<void>
}

const AGENCY = 'demak'
const CLIENT = 'dinas-arsip'
const NOW = '2026-11-20T02:12:00.000Z'
const APPLICANT = '11111111-1111-4111-8111-111111111111'

export const byClient: By = { kind: 'client', person: APPLICANT, client: CLIENT }
export const bySystem: By = { kind: 'system', job: 'fulfil' }
export const byPost = (post: string, person = randomUUID()): By => ({
  kind: 'post',
  person,
  post,
  capacity: 'definitive',
})

export const paperRef = (paper: string): PaperRef => ({
  id: randomUUID(),
  paper,
  sha256: 'b'.repeat(64),
  bytes: 3456,
  mime: 'application/pdf',
  name: `${paper}.pdf`,
})

export const passedProof = (fulfil: Proof['fulfil']): Proof => ({
  fulfil,
  passed: true,
  byHand: false,
  checks: [],
  reason: null,
  secret: null,
})

export const openHandling = async (database: TestDatabase): Promise<Handling> => {
  const catalogue = await loadCatalogue(join(projectRoot(), 'catalogue'))
  const stores: Store[] = []
  const storeAs = (role: Role): Store => {
    const store = openStore(database.ownerUrl, role, 8)
    stores.push(store)
    return store
  }
  const store = storeAs('mipp_app')
  for (const data of catalogue.agencies) await seedAgency(store, data, NOW)
  const agencyData = (id: string) => {
    const found = catalogue.agencies.find((one) => one.agency.agency === id)
    if (!found) throw new Error(`No agency ${id}`)
    return found
  }
  const living = createLiving(store, readLetterSource, (what) => {
    throw new Error(`${what} cannot be read`)
  })
  const handler: Handler = {
    store,
    now: () => NOW,
    newId: randomUUID,
    officeOf: (id, at, changes) => living(agencyData(id), at, changes),
    procedureOf: async (id, procedure, edition) => {
      const found = agencyData(id).editions.find(
        (one) => one.procedure.procedure === procedure && one.procedure.edition === edition,
      )
      if (!found) throw new Error(`No edition ${procedure}@${edition}`)
      return found.procedure
    },
  }
  const run = (order: Order): Promise<Handled> => handle(handler, order)
  const read = async (id: string): Promise<Dossier> => {
    const record = await readDossier(store, AGENCY, id)
    if (!record) throw new Error(`No dossier ${id}`)
    return record.dossier
  }
  const send: Handling['send'] = (dossier, by, command, key = randomUUID()) =>
    run({ agency: AGENCY, dossier, by, command, key })
  return {
    store,
    agency: AGENCY,
    storeAs,
    handle: run,
    submitOrder,
    submit: async (over) => {
      const handled = await run(submitOrder(over))
      if (!handled.ok) throw new Error(handled.refusal.sentence.en)
      return handled
    },
    send,
    finish: async (dossier, step, answer = {}) => {
      const task = openMainTasks(await read(dossier)).find((one) => one.step === step)
      if (!task) throw new Error(`Step ${step} is not open`)
      const post = task.posts[0]
      return send(dossier, post ? byPost(post) : byClient, { type: 'finish-step', task: task.task, answer })
    },
    read,
    close: async () => {
      for (const one of stores) await one.close()
    },
  }
}

const person = { nama: 'Pengelola Laman', jabatan: 'Pengelola', email: 'laman@arsip.example', telepon: '0291 000000' }

const submitOrder = (over: Partial<Order> = {}): Order => ({
  agency: AGENCY,
  dossier: randomUUID(),
  by: byClient,
  key: randomUUID(),
  edition: { procedure: 'subdomain-hosting', edition: '2025-05' },
  command: {
    type: 'submit',
    form: {
      jenis: 'baru',
      'nama-domain': 'arsip',
      keperluan: 'Katalog arsip daerah',
      tujuan: 'hosting',
      'pj-administratif': person,
      'pj-teknis': person,
      'nomor-surat': '045/77/2026',
      'tanggal-surat': '2026-11-19',
      persetujuan: 'ya',
    },
    papers: [paperRef('surat-permohonan')],
    client: CLIENT,
    applicant: APPLICANT,
    channel: 'online',
    trackingCode: randomUUID(),
  },
  ...over,
})
