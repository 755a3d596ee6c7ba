// One request of SOP 03/13, taken in by the program as at the counter of every day.
import { randomUUID } from 'node:crypto'
import type { Form } from '../../src/core/procedure/form.ts'
import { readConfig } from '../../src/main/config.ts'
import { createLog } from '../../src/main/log.ts'
import { projectRoot } from '../../src/main/root.ts'
import { openOffice } from '../../src/main/wiring.ts'
import { readDossier } from '../../src/store/dossiers.ts'
import { AGENCY, mustFind } from '../support/office.ts'

const PERSON = { nama: 'Pengelola Laman', jabatan: 'Pranata', email: 'laman@arsip.example', telepon: '0291 685000' }

const FORM: Form = {
  jenis: 'baru',
  'nama-domain': 'ukur.demakkab.go.id',
  keperluan: 'Laman arsip daerah',
  tujuan: 'hosting',
  'pj-administratif': PERSON,
  'pj-teknis': PERSON,
  'nomor-surat': '045/12/2026',
  'tanggal-surat': '2026-11-19',
  persetujuan: 'ya',
}

export const takeIn = async (url: string, folder: string, now: string): Promise<{ dossier: string; task: string }> => {
  const config = readConfig({ MIPP_DATA: folder, MIPP_LOG_LEVEL: 'error' }, projectRoot())
  const office = await openOffice({ config, databaseUrl: url, log: createLog('error'), now: () => now })
  const dossier = randomUUID()
  const paper = { id: randomUUID(), sha256: 'a'.repeat(64), bytes: 900, mime: 'application/pdf', name: 'surat.pdf' }
  const person = randomUUID()
  const handled = await office.tools.handle({
    agency: AGENCY,
    dossier,
    by: { kind: 'client', person, client: 'dinas-arsip' },
    key: randomUUID(),
    edition: { procedure: 'subdomain-hosting', edition: '2025-05' },
    command: {
      type: 'submit',
      form: FORM,
      papers: [{ ...paper, paper: 'surat-permohonan' }],
      client: 'dinas-arsip',
      applicant: person,
      channel: 'online',
      trackingCode: 'UKUR',
    },
  })
  if (!handled.ok) throw new Error(handled.refusal.sentence.en)
  const record = mustFind((await readDossier(office.store, AGENCY, dossier)) ?? undefined)
  await office.close()
  const { task } = mustFind(record.dossier.tasks.find(({ closedAt }) => closedAt === null))
  return { dossier, task }
}
