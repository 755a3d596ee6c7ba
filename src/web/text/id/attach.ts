// Kata-kata untuk berkas yang dilampirkan di luar formulir.

export const attach = {
  title: 'Lampirkan berkas',
  lead: 'Untuk berkas tambahan: PDF, JPEG atau PNG, paling besar 10 MB.',
  file: 'Berkas',
  note: 'Keterangan',
  visible: 'Perlihatkan kepada pemohon',
  visibleHint: 'Tanpa tanda ini lampiran hanya dilihat petugas.',
  send: 'Lampirkan',
  again: 'Pilih berkasnya sekali lagi; peramban tidak menyimpannya.',
  done: 'Berkas sudah dilampirkan.',
  attached: (name: string): string => `Berkas dilampirkan: ${name}`,
  named: (name: string): string => `Lampiran: ${name}`,
  by: (who: string, when: string): string => `Dilampirkan ${who}, ${when}`,
  inside: 'hanya untuk petugas',
  forApplicant: 'juga untuk pemohon',
}
