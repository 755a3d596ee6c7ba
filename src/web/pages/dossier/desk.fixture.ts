// For tests of the officers' pages: everybody of the demo signed in, and the forms of a dossier sent as a browser would.
import { randomUUID } from 'node:crypto'
import type { TestOffice } from '../../../../test/support/office.ts'
import type { Answer, FormFields, Visit } from '../../../../test/support/visit.ts'
import { subdomainForm, submitted, type Walk } from '../../../../test/support/walk.ts'

export type People = Record<'pemohon' | 'pelaksana' | 'kadin' | 'sekretaris' | 'kabid' | 'kasubag', Visit>

export const everybody = async (office: TestOffice): Promise<People> => ({
  pemohon: await office.as('pemohon'),
  pelaksana: await office.as('pelaksana'),
  kadin: await office.as('kepala-dinas'),
  sekretaris: await office.as('sekretaris'),
  kabid: await office.as('kabid'),
  kasubag: await office.as('admin'),
})

let count = 0
export const aRequest = (office: TestOffice): Promise<Walk> => submitted(office, subdomainForm(`berkas${++count}`))

export const address = (walk: Walk): string => `/dossiers/${walk.id}`

/** Sends a form of the open main task, or of the task named in the fields. */
export const deed = async (visit: Visit, walk: Walk, fields: FormFields): Promise<Answer> =>
  visit.post(address(walk), { task: fields.task ?? (await walk.task()).task, key: randomUUID(), ...fields })

export const entering: FormFields = {
  do: 'finish',
  urgency: 'segera',
  secrecy: 'biasa',
  receivedOn: '2026-01-05',
  note: 'Surat lengkap',
}

export const disposing: FormFields = { do: 'finish', instructions: ['Proses lebih lanjut'], note: 'Mohon diproses' }
