// Kata-kata tentang cara memulai: perintah di dalam kantor, laporan tanpa akun, dan akun perusahaan.
export const ways = {
  order: {
    title: 'Perintah baru',
    lead: 'Pekerjaan yang dimulai oleh jabatan Anda, tanpa surat dari luar.',
    formTitle: (service: string): string => `Perintah: ${service}`,
    formLead: 'Isian disimpan sebagai draf. Perintah berjalan setelah Anda periksa dan kirim.',
    back: 'Pekerjaan',
    draft: (when: string): string => `draf disimpan ${when}`,
    afterwards: 'Setelah diberikan',
    whatFollows: (promise: string): string =>
      `Perintah langsung sampai di meja berikutnya dan tercatat atas jabatan Anda. ${promise === '' ? '' : `Waktu layanan: ${promise} sejak diberikan. `}Selama belum dikerjakan, Anda dapat mencabutnya dengan alasan.`,
    send: 'Beri perintah',
    sending: 'Mengirim…',
    noDraft: 'Tidak ada draf perintah yang menunggu dikirim. Bila sudah diberikan, cari berkasnya di Pencarian.',
    given: (number: string): string => `Perintah diberikan dengan nomor berkas ${number}.`,
    from: (post: string, service: string): string => `Perintah oleh ${post}, ${service}`,
    event: 'Perintah diberikan',
    form: 'Isi perintah',
    ended: 'Perintah ini dicabut oleh yang memberikannya.',
    withdrawn: 'Perintah dicabut',
    withdraw: {
      open: 'Cabut perintah',
      lead: 'Perintah yang dicabut tidak dikerjakan lagi. Tugas yang menunggu di meja lain ikut ditutup.',
      reason: 'Alasan pencabutan',
      reasonHint: 'Dibaca oleh mereka yang sudah menerima perintah ini.',
      send: 'Ya, cabut perintah ini',
    },
    doneWithdrawn: (subject: string): string => `${subject}: perintah dicabut.`,
  },
  report: {
    event: 'Laporan dikirim tanpa akun',
    title: (service: string): string => `Laporkan: ${service}`,
    lead: 'Tanpa akun. Isian baru disimpan kantor setelah Anda menekan Kirim laporan.',
    whoReads: 'Siapa yang membaca laporan ini',
    noName:
      'Anda tidak diminta menyebut nama. Alamat sambungan hanya dihitung untuk menahan banjir laporan, terpisah dari laporannya, dan dilupakan dalam dua hari.',
    isSecret: 'Laporan bersifat rahasia sejak dikirim: hanya dibaca jabatan yang menanganinya.',
    confidential:
      'Kontak yang Anda isi hanya dilihat jabatan yang menangani laporan, dan tidak ditampilkan kepada umum.',
    oneCode: 'Setelah dikirim Anda mendapat kode lacak. Dengan kode itu terlihat statusnya saja, bukan isi laporan.',
    files: 'Paling banyak 5 berkas, masing-masing paling besar 5 MB. Berkas yang tidak jadi dikirim dihapus.',
    trap: 'Biarkan kolom ini kosong',
    questionHint: 'Jawab dengan kata atau angka. Ini untuk memastikan bahwa yang mengirim seorang manusia.',
    send: 'Kirim laporan',
    sending: 'Mengirim…',
    stale:
      'Formulir ini sudah lama terbuka, atau kuki dimatikan di peramban Anda. Isian masih ada: periksa, pilih lagi berkasnya bila ada, lalu kirim sekali lagi.',
    tooFast:
      'Formulir terkirim lebih cepat daripada orang dapat mengisinya. Isian masih ada: periksa sebentar, lalu kirim sekali lagi.',
    tooMany:
      'Saat ini terlalu banyak laporan masuk dari sambungan ini atau ke kantor ini. Isian masih ada di halaman ini: kirim lagi nanti, atau hubungi kantor lewat telepon.',
    asks: 'Laporan sedang masuk bertubi-tubi. Jawab satu pertanyaan singkat di bawah formulir, lalu kirim sekali lagi.',
    sentTitle: 'Laporan Anda sudah diterima',
    sent: 'Terima kasih. Laporan Anda sudah sampai di kantor.',
    code: 'Kode lacak',
    codeHint:
      'Catat atau salin sekarang: kode ini hanya ditampilkan satu kali. Dengan kode ini Anda dapat melihat status laporan tanpa akun.',
    copy: 'Salin kode',
    copied: 'Kode disalin.',
    copyByHand: 'Kode dipilih; salin dengan papan ketik.',
    track: 'Halaman lacak',
    shownTitle: 'Kode lacak sudah ditampilkan',
    shown:
      'Kode lacak hanya ditampilkan satu kali, segera setelah laporan dikirim. Bila Anda mencatatnya, masukkan pada halaman lacak.',
  },
  wrongKind: {
    title: 'Layanan ini tidak untuk akun Anda',
    company:
      'Layanan ini hanya dapat diajukan oleh perusahaan. Masuk dengan akun perusahaan, atau daftarkan perusahaan Anda dahulu.',
    client: 'Layanan ini hanya dapat diajukan oleh perangkat daerah. Akun perusahaan tidak dapat mengajukannya.',
    public: 'Layanan ini terbuka untuk siapa saja tanpa akun. Pakai tombol laporkan tanpa akun pada halaman layanan.',
    office: 'Layanan ini dimulai oleh kantor sendiri dan tidak dapat diajukan dari luar.',
  },
  offer: {
    company: 'Ajukan sebagai perusahaan',
    public: 'Laporkan tanpa akun',
    order: 'Beri perintah',
    office: 'Dimulai oleh kantor, tidak diajukan dari luar.',
    reports: 'Laporkan tanpa akun',
    reportsLead: 'Tidak perlu masuk dan tidak perlu menyebut nama.',
    whoTitle: 'Siapa yang dapat memulai',
    who: {
      client: 'Perangkat daerah dengan akunnya',
      company: 'Perusahaan dengan akunnya',
      public: 'Siapa saja, tanpa akun',
      post: 'Kantor, atas perintah jabatan pada langkah pertama',
      schedule: 'Kantor, menurut jadwal',
      monitor: 'Kantor, bila pemantauan menemukan sesuatu',
      counter: 'Surat kertas di loket',
    },
  },
}
