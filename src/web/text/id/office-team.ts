// Kata-kata kerja tim: menyerahkan, membagi, dan mendisposisi beberapa surat sekaligus.
export const team = {
  handOver: {
    open: 'Serahkan kepada rekan',
    lead: 'Tugas ini pindah ke tangan rekan yang Anda pilih dan tampil di daftar pekerjaannya. Batas waktunya tetap.',
    to: 'Kepada',
    choose: 'Pilih rekan',
    note: 'Pesan untuk rekan',
    send: 'Serahkan',
    missing: 'Pilih rekan yang menerima tugas ini.',
    nobody: 'Hari ini tidak ada rekan lain yang memegang jabatan ini.',
    done: (subject: string): string => `${subject} diserahkan kepada rekan Anda.`,
    event: (name: string): string => `Diserahkan kepada ${name}`,
  },
  choose: (subject: string): string => `Pilih ${subject}`,
  bar: 'Yang dipilih',
  chosen: 'dipilih',
  deeds: { dispose: 'Disposisi', take: 'Ambil', share: 'Bagikan', release: 'Kembalikan ke keranjang' },
  nothing: 'Belum ada yang dipilih. Centang dahulu tugasnya di daftar.',
  tooMany: (most: number): string => `Pilih paling banyak ${most} tugas sekaligus.`,
  gone: 'Tugas ini tidak ada, atau bukan untuk Anda.',
  back: 'Kembali ke daftar',
  dispose: {
    title: (count: number): string => `Disposisi ${count} surat`,
    lead: 'Petunjuk dan catatan yang sama berlaku untuk setiap surat di bawah. Masing-masing dicatat sendiri.',
    letters: 'Surat yang didisposisi',
    send: (count: number, next: string): string =>
      next === '' ? `Disposisi ${count} surat` : `Disposisi ${count} surat ke ${next}`,
    leftOut: 'Tidak ikut didisposisi',
    notDispose: 'Langkah ini bukan disposisi. Buka berkasnya untuk mengerjakannya.',
    notMine: 'Bukan tugas jabatan Anda.',
    taken: 'Sedang dikerjakan rekan Anda.',
    closed: 'Sudah dikerjakan.',
    mixedTitle: 'Surat yang dipilih tidak dapat didisposisi bersama',
    mixed:
      'Surat-surat ini menuju meja yang berbeda atau menanyakan hal yang berbeda. Satu petunjuk hanya dapat dipakai untuk yang sama: pilih salah satu kelompok.',
    group: (count: number, next: string, asks: string): string =>
      [`${count} surat${next === '' ? '' : ` ke ${next}`}`, asks].filter((part) => part !== '').join(', '),
    asks: (question: string): string => `dengan pertanyaan "${question}"`,
    none: 'Tidak ada surat yang dapat didisposisi di antara yang dipilih.',
  },
  share: {
    title: (count: number): string => `Bagikan ${count} tugas`,
    lead: 'Pilih satu rekan untuk semuanya, atau beberapa rekan: tugas lalu dibagikan bergiliran menurut urutan di bawah.',
    tasks: 'Tugas yang dibagikan',
    to: 'Kepada',
    note: 'Pesan',
    send: (count: number): string => `Bagikan ${count} tugas`,
    missing: 'Pilih sedikitnya satu rekan.',
    nobody:
      'Tidak ada orang yang hari ini memegang jabatan semua tugas ini. Pilih tugas dari satu jabatan saja, atau minta pengelola menetapkan pemegangnya.',
    mayNot: 'Hanya pemegang jabatannya atau atasannya yang dapat membagikan tugas ini.',
  },
  results: {
    title: (done: number, all: number): string =>
      done === all ? `${all} tugas selesai dicatat` : `${done} dari ${all} tugas dicatat`,
    lead: 'Setiap tugas dicatat sendiri. Yang ditolak tidak berubah dan tetap di daftar Anda.',
    done: { dispose: 'Didisposisi', take: 'Anda ambil', release: 'Dikembalikan ke keranjang', share: 'Diserahkan' },
    toWhom: (name: string): string => `Diserahkan kepada ${name}`,
    refused: 'Ditolak',
    again: (count: number): string => `Coba lagi ${count} yang ditolak`,
  },
}
