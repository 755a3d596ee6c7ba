// A small procedure in as many editions as a test wants.
export const aProcedure = (
  edition: string,
  over: { procedure?: string; title?: string; step?: string } = {},
): string => `
procedure: ${over.procedure ?? 'pinjam-alat'}
edition: '${edition}'
title: ${over.title ?? 'Peminjaman Alat'}
actors:
  pemohon: { label: Pemohon, is: applicant }
  loket: { label: Pelaksana, post: pelaksana }
form:
  - { group: alat, label: { id: Alat, en: Tool }, fields: [{ field: alat, type: text, label: { id: Alat, en: Tool } }] }
subject: '{alat}'
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: Mengajukan, makes: [surat-permohonan] }
  - { step: ${over.step ?? 'serahkan'}, actor: loket, act: do, activity: Menyerahkan alat, time: 1 jam, needs: [surat-permohonan], makes: [alat] }
`
