// The text that a new kind of letter begins with, and that of the next edition of one that there is.
import { slugFrom } from '../../core/procedure/edit/slug.ts'

export const blankTemplate = (title: string, taken: readonly string[]): { letter: string; source: string } => {
  const letter = slugFrom(title, [...taken, 'new'], 'surat')
  return {
    letter,
    source: `---\nletter: ${letter}\ntitle: ${JSON.stringify(title)}\nsubject: ${JSON.stringify(title)}\n---\n${BODY}`,
  }
}

const BODY = `Menindaklanjuti permohonan Saudara tanggal {berkas.tanggal} dengan nomor berkas {berkas.nomor}, dengan hormat kami
sampaikan hal berikut:

Layanan : {layanan.nama}
Hal     : {berkas.hal}
Pemohon : {pemohon.nama}

{surat.catatan}

Demikian disampaikan, atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.
`
