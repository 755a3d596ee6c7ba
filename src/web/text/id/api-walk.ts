// Kata-kata untuk satu permohonan dari awal sampai akhir, di halaman acuan untuk program.
export const walk = {
  title: 'Satu permohonan dari awal sampai akhir',
  lead: 'Baris berikut diuji di kantor peraga Demak. Ganti layanan, perangkat daerah, dan isiannya dengan milik Anda, dan simpan nilai dari jawaban dalam variabel shell seperti disebut di bawah tiap baris.',
  tokenOfApplicant: 'pemohon: read, apply',
  tokenOfOfficer: 'petugas: read, work',
  answered: (status: number): string => `Jawaban ${status}; bentuk dan contohnya:`,
  keep: (name: string, place: string): string => `Simpan \`${place}\` sebagai \`${name}\``,
  steps: {
    services: 'Layanan yang dapat diminta. Nama layanannya ada di `procedure`.',
    form: 'Formulir layanan itu: setiap `field` dengan jenisnya, dan pilihan yang sah.',
    upload: 'Unggah surat permohonan. Tanpa surat, MIPP membuatnya dari formulir bila layanan mengizinkan.',
    check:
      'Periksa tanpa mengajukan. `faults` yang kosong berarti permohonan dapat diajukan. Nomor unggahan disebut di `files`, menurut nama isiannya.',
    file: 'Ajukan. Dengan kunci yang sama hanya ada satu berkas, juga bila baris ini diulang. Tajuk `Location` menyebut alamatnya.',
    follow: 'Ikuti: `status`, `position` dalam satu kalimat, dan `waits`: apa yang ditunggu, dari siapa.',
    tasks: 'Sebagai petugas: daftar kerja jabatan Anda. Cari baris dengan `dossier` tadi.',
    task: 'Baca tugasnya. `act` menentukan bentuk jawaban; bila ada `question`, jawab dengan `exit`. Tajuk `ETag` dapat dikirim sebagai `If-Match`, agar tidak ada yang dikerjakan bila tugas sudah berubah.',
    finish: 'Selesaikan, di sini untuk `act` `enter`: surat diagendakan.',
    poll: 'Menunggu sistem: ulangi baris ini sampai `waitsForEffect` false. Sesudah itu `outcome` berisi `finished`, atau `failure` menyebut sebabnya; bukti dari luar ada di `proofs`.',
    waits: 'Kembali sebagai pemohon: yang menunggu Anda bertanda `forApplicant`.',
    receive: 'Nyatakan sudah diterima. Ini langkah terakhir; `status` berkas menjadi `finished`.',
    papers:
      'Dokumen berkas, termasuk surat dari kantor. Isinya diambil di `GET /dossiers/{dossier}/papers/{paper}/content`.',
    track: 'Siapa pun yang memegang kode lacak dapat mengikutinya tanpa token.',
  },
  chain: 'Jabatan berikutnya mengulang tiga baris itu dengan tokennya sendiri, menurut SOP ini; contoh jawabannya:',
  thenWait: 'lalu tunggu sistem (baris berikut)',
}
