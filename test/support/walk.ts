// Takes a dossier along its procedure by commands, as the pages do, for tests that need one at a certain step.
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { PDFDocument } from 'pdf-lib'
import type { Command } from '../../src/core/dossier/commands.ts'
import type { Dossier, Task } from '../../src/core/dossier/dossier.ts'
import { openMainTasks, openTasks } from '../../src/core/dossier/dossier.ts'
import type { By } from '../../src/core/dossier/events.ts'
import { trackingCodeFrom } from '../../src/core/paper/code.ts'
import type { Form } from '../../src/core/procedure/form.ts'
import { readDossier } from '../../src/store/dossiers.ts'
import type { TestOffice } from './office.ts'

export const CONTACT = {
  nama: 'Pengelola Laman',
  jabatan: 'Pranata Komputer',
  email: 'laman@arsip.example',
  telepon: '0291 685000',
}

/** A complete and right form of SOP 03/13. */
export const subdomainForm = (name: string, more: Form = {}): Form => ({
  jenis: 'baru',
  'nama-domain': `${name}.demakkab.go.id`,
  keperluan: 'Laman arsip daerah untuk masyarakat',
  tujuan: 'hosting',
  'pj-administratif': CONTACT,
  'pj-teknis': CONTACT,
  'nomor-surat': '045/12/2026',
  'tanggal-surat': '2026-11-19',
  persetujuan: 'ya',
  ...more,
})

/** A real PDF of one page. */
export const letterPdf = async (text = 'Surat permohonan subdomain'): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create()
  pdf.addPage([595, 842]).drawText(text, { x: 72, y: 760, size: 14 })
  return pdf.save()
}

export type Walk = {
  id: string
  see: () => Promise<Dossier>
  /** The open main task, or of the step named. */
  task: (step?: string) => Promise<Task>
  send: (by: By, command: Command) => ReturnType<TestOffice['office']['tools']['handle']>
  /** Answers the open main task under the post that it waits for. */
  finish: (answer: unknown, step?: string) => Promise<void>
}

export const post = (name: string): By => ({ kind: 'post', person: randomUUID(), post: name, capacity: 'definitive' })
export const client = (name: string, person: string): By => ({ kind: 'client', person, client: name })

/** Submits a request of the demo's applicant. @param form of the procedure in force */
export const submitted = async (office: TestOffice, form: Form, agency = 'demak'): Promise<Walk> => {
  const { tools, store } = office.office
  const applicant = await store.inAgency(agency, (db) =>
    db
      .selectFrom('person')
      .select('person')
      .where('agency', '=', agency)
      .where('demo_role', '=', 'pemohon')
      .executeTakeFirstOrThrow(),
  )
  const kept = await tools.files.put(Readable.from([await letterPdf()]), { maxBytes: 1e7 })
  if (!kept.ok) throw new Error(kept.reason.en)
  const paper = {
    id: randomUUID(),
    paper: 'surat-permohonan',
    ...kept.value,
    mime: 'application/pdf',
    name: 'surat.pdf',
  }
  const id = randomUUID()
  const by = client('dinas-arsip', applicant.person)
  const command: Command = {
    type: 'submit',
    form,
    papers: [paper],
    client: 'dinas-arsip',
    applicant: applicant.person,
    channel: 'online',
    trackingCode: trackingCodeFrom(randomUUID()),
  }
  const done = await tools.handle({
    agency,
    dossier: id,
    by,
    command,
    key: randomUUID(),
    edition: { procedure: 'subdomain-hosting', edition: '2025-05' },
  })
  if (!done.ok) throw new Error(done.refusal.sentence.en)
  return walkOf(office, agency, id)
}

export const walkOf = (office: TestOffice, agency: string, id: string): Walk => {
  const { tools } = office.office
  const see = async () => {
    const record = await readDossier(tools.store, agency, id)
    if (!record) throw new Error('no such dossier')
    return record.dossier
  }
  const task = async (step?: string) => {
    const found = openMainTasks(await see()).find((one) => step === undefined || one.step === step)
    if (!found) throw new Error(`no open task ${step ?? ''}`)
    return found
  }
  const send: Walk['send'] = (by, command) => tools.handle({ agency, dossier: id, by, command, key: randomUUID() })
  const finish: Walk['finish'] = async (answer, step) => {
    const open = await task(step)
    const dossier = await see()
    const by = open.forApplicant ? client(dossier.client, dossier.applicant ?? randomUUID()) : post(open.posts[0] ?? '')
    const done = await send(by, { type: 'finish-step', task: open.task, answer })
    if (!done.ok) throw new Error(done.refusal.sentence.en)
  }
  return { id, see, task, send, finish }
}

/** Entered and disposed of by all three, so that the technician is next. */
export const toTechnician = async (walk: Walk): Promise<void> => {
  await walk.finish({ urgency: 'segera', secrecy: 'biasa', receivedOn: '2026-11-20' })
  await walk.finish({ instructions: ['Proses lebih lanjut'], note: 'Mohon diproses' })
  await walk.finish({ note: 'Teruskan' })
  await walk.finish({ note: 'Kerjakan' })
}

/** The side tasks that wait now. */
export const sideTasks = async (walk: Walk): Promise<Task[]> =>
  openTasks(await walk.see()).filter((one) => one.kind !== 'main')
