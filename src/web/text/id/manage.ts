// Kata halaman yang mengumpulkan hal-hal yang jarang dibuka: menata kantor dan merawat sistemnya.
export const manage = {
  title: 'Kelola',
  lead: 'Yang diatur sekali-sekali: aturan kerja, orang, dan keadaan sistem.',
  about: {
    procedures: 'Edisi SOP: menyusun, mengesahkan, memberlakukan.',
    letters: 'Naskah surat kantor: menulis, melihat hasil cetak, memberlakukan.',
    people: 'Akun orang dan perangkat daerah yang boleh mengajukan.',
    retention: 'Berkas yang sudah selesai: masa simpan dan pemusnahannya.',
    outbox: 'Surel yang sudah dan belum terkirim.',
    webhooks: 'Program lain yang diberi kabar.',
    storage: 'Dokumen yang tersimpan dan keutuhannya.',
    quarantine: 'Dokumen yang ditahan karena dicurigai berbahaya.',
    access: 'Siapa membuka berkas rahasia.',
  },
}
