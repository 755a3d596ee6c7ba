// The office's own words in a letter: who asks, which dossier, which service, which letters went before.
import type { Agency, Client } from '../core/agency/agency.ts'
import { type Instant, inZone } from '../core/clock/instant.ts'
import type { ClientKind } from '../core/dossier/events.ts'
import type { Form } from '../core/procedure/form.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { formText } from '../core/register/feed.ts'
import { dateInWords, dayName, longDate } from './indonesian.ts'
import type { Reserved } from './reserved.ts'

export type WordsFrom = {
  office: Agency
  client: Client
  procedure: Procedure
  form: Form
  dossier: { number: string; subject: string; submittedAt: Instant; trackingCode: string }
  publicUrl: string
  letter: { number: string; on: string; note: string; reason: string }
  signer: { post: string; name: string }
}

export const officeWords = (from: WordsFrom): Record<Reserved, string> => {
  const { office, client, procedure, form, dossier, letter, signer } = from
  const incomingOn = formText(form['tanggal-surat'])
  return {
    'kantor.nama': office.name,
    'kantor.tempat': office.letterhead.place,
    'pemohon.nama': client.name,
    'pemohon.pimpinan': client.head,
    'pemohon.alamat': client.address,
    'berkas.nomor': dossier.number,
    'berkas.hal': dossier.subject,
    'berkas.tanggal': longDate(inZone(dossier.submittedAt, office.zone).toPlainDate().toString()),
    'berkas.kode-lacak': dossier.trackingCode,
    'berkas.laman-lacak': dossier.trackingCode === '' ? '' : `${from.publicUrl}/track/${dossier.trackingCode}`,
    'layanan.nama': procedure.title,
    'layanan.nomor-sop': procedure.number ?? '',
    'surat-masuk.nomor': formText(form['nomor-surat']),
    'surat-masuk.tanggal': incomingOn === '' ? '' : longDate(incomingOn),
    'surat.nomor': letter.number === '' ? NOT_YET : letter.number,
    'surat.tanggal': letter.on === '' ? '' : longDate(letter.on),
    'surat.hari': dayName(letter.on),
    'surat.tanggal-terbilang': dateInWords(letter.on),
    'surat.catatan': letter.note,
    'surat.alasan': letter.reason,
    'penanda-tangan.jabatan': signer.post,
    'penanda-tangan.nama': signer.name,
  }
}

/** A draft shows where its number will stand. */
const NOT_YET = '..........'

/** A company is written to by its name as well: a "Direktur" alone could be anybody's. */
export const addresseeOf = ({ head, name, address }: Client, asker: ClientKind): { name: string; place: string } => ({
  name: asker === 'company' && !head.includes(name) ? `${head} ${name}`.trim() : head,
  place: address,
})
