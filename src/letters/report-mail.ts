// What somebody who reported without an account is told by mail, if they gave an address: that, and never about what.
import type { AgencyData } from '../core/agency/catalogue.ts'
import { showCode } from '../core/paper/code.ts'
import { type Sentence, sentence } from '../core/sentence.ts'

type Told = { agency: AgencyData['agency']; number: string; trackingCode: string; publicUrl: string }

/** In both languages: nobody knows which one the reader speaks. */
export const reportMail = (
  turn: 'received' | 'ended',
  { agency, number, trackingCode, publicUrl }: Told,
): { subject: string; body: string } => {
  const { subject, body } = TURNS[turn]
  const lines = [
    body.id,
    body.en,
    `${number}\n${showCode(trackingCode)}\n${publicUrl}/track/${trackingCode}`,
    [agency.name, agency.contact.phone, agency.contact.email].join('\n'),
  ]
  return { subject: `[${number}] ${subject.id} / ${subject.en}`, body: `${lines.join('\n\n')}\n` }
}

const TURNS: Record<'received' | 'ended', { subject: Sentence; body: Sentence }> = {
  received: {
    subject: sentence('Laporan Anda sudah diterima', 'Your report has been received'),
    body: sentence(
      'Laporan yang Anda kirim tanpa akun sudah diterima. Isinya tidak disebut dalam surel ini; statusnya dapat dilihat dengan kode lacak.',
      'The report that you sent without an account has been received. This mail says nothing of what is in it; the tracking code shows how it stands.',
    ),
  },
  ended: {
    subject: sentence('Penanganan laporan Anda sudah berakhir', 'Your report has been dealt with'),
    body: sentence(
      'Penanganan laporan yang Anda kirim tanpa akun sudah berakhir. Isinya tidak disebut dalam surel ini.',
      'The report that you sent without an account has been dealt with. This mail says nothing of what is in it.',
    ),
  },
}
