// Kata-kata tentang kedudukan berkas: langkah, siapa yang ditunggu, sejak kapan.
export type PositionWords = {
  position: number
  of: number
  who: string
  isApplicant: boolean
  since: string
  until: string
}

export const story = {
  ended: { finished: 'Selesai', rejected: 'Ditolak', withdrawn: 'Dicabut' },
  status: { open: 'Dalam proses', finished: 'Selesai', rejected: 'Ditolak', withdrawn: 'Dicabut' },
  position: ({ position, of, who, isApplicant, since, until }: PositionWords): string =>
    `Langkah ${position} dari ${of}, ${isApplicant ? `menunggu ${who}` : `di meja ${who}`} sejak ${since}${until === '' ? '' : `, batas ${until}`}`,
  place: (position: number, of: number): string => `Langkah ${position} dari ${of}`,
  picture: {
    label: 'Perjalanan berkas',
    states: {
      done: 'Selesai',
      current: 'Sedang dikerjakan',
      later: 'Menunggu giliran',
      returned: 'Dikembalikan',
      skipped: 'Tidak dijalankan',
    },
    standard: 'Standar',
    used: 'Terpakai',
  },
}
