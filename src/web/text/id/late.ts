// Kata-kata tentang waktu yang hampir habis, keterlambatan, dan batas waktu yang dihitung ulang.

export const late = {
  promise: 'janji layanan',
  step: (activity: string): string => `langkah "${activity}"`,
  audience: {
    holder: 'pemegang pekerjaan',
    superior: 'atasannya',
    head: 'pimpinan',
    applicant: 'pemohon',
    administrator: 'pengelola',
  },
  events: {
    share: (share: string, what: string): string => `${share} waktu ${what} sudah terpakai`,
    due: (what: string): string => `Batas waktu ${what} terlewat`,
    after: (span: string, what: string): string => `Batas waktu ${what} sudah lewat ${span}`,
    told: (audiences: string): string => `Diberitahukan kepada ${audiences}`,
    explained: (what: string, reason: string): string => `Alasan keterlambatan ${what}: ${reason}`,
    acknowledged: (what: string): string => `Atasan mengetahui alasan keterlambatan ${what}`,
    moved: 'Batas waktu dihitung ulang',
    movedFrom: (what: string, from: string, to: string): string => `${what}: dari ${from} menjadi ${to}`,
    none: 'tanpa batas',
    movedForApplicant: 'Tanggal janji layanan dihitung ulang',
  },
}
