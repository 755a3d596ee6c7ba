// Surel tentang akun dalam Bahasa Indonesia. Nama pendaftar tidak ditulis: siapa pun dapat mengisinya dengan apa saja.
type Place = { office: string; contact: string }
type MadeToken = { name: string; hint: string; scopes: string; until: string }

const letter = (place: Place, ...parts: string[]): string =>
  ['Yth. Bapak/Ibu,', ...parts, `${place.office}\n${place.contact}`].join('\n\n')

export const mails = {
  invitation: {
    subject: (office: string) => `Undangan ke MIPP ${office}`,
    body: (place: Place, link: string, until: string) =>
      letter(
        place,
        `Akun Anda di MIPP ${place.office} sudah disiapkan. Buat kata sandi melalui tautan ini:`,
        link,
        `Tautan berlaku sampai ${until} dan hanya dapat dipakai sekali. Jangan teruskan surel ini.`,
      ),
  },
  approved: {
    subject: (office: string) => `Pendaftaran Anda di MIPP ${office} disetujui`,
    body: (place: Place, link: string, until: string) =>
      letter(
        place,
        'Pendaftaran Anda disetujui. Buat kata sandi melalui tautan ini, lalu Anda dapat mengajukan permohonan:',
        link,
        `Tautan berlaku sampai ${until} dan hanya dapat dipakai sekali. Jangan teruskan surel ini.`,
      ),
  },
  reset: {
    subject: (office: string) => `Kata sandi baru MIPP ${office}`,
    body: (place: Place, link: string, until: string) =>
      letter(
        place,
        'Ada permintaan kata sandi baru untuk akun Anda. Buat kata sandi baru melalui tautan ini:',
        link,
        `Tautan berlaku sampai ${until} dan hanya dapat dipakai sekali. Bila bukan Anda yang meminta, abaikan surel ini; kata sandi Anda tidak berubah.`,
      ),
  },
  registered: {
    subject: (office: string) => `Pendaftaran akun MIPP ${office}`,
    body: (place: Place) =>
      letter(
        place,
        `Kami menerima pendaftaran akun dengan alamat surel ini. ${place.office} memeriksanya dan memberi kabar melalui surel.`,
        'Bila bukan Anda yang mendaftar, abaikan surel ini.',
      ),
  },
  alreadyKnown: {
    subject: (office: string) => `Anda sudah punya akun MIPP ${office}`,
    body: (place: Place, link: string) =>
      letter(
        place,
        'Seseorang mendaftar dengan alamat surel ini, padahal alamat ini sudah punya akun. Akun Anda tidak berubah.',
        'Bila itu Anda dan lupa kata sandinya, mintalah tautan baru di:',
        link,
      ),
  },
  closed: {
    subject: (office: string) => `Akun MIPP ${office} Anda ditutup`,
    body: (place: Place) =>
      letter(
        place,
        'Seseorang mendaftar dengan alamat surel ini, tetapi akun dengan alamat ini sudah ditutup atau pendaftarannya ditolak.',
        'Bila Anda memerlukan akun lagi, hubungi kantor kami.',
      ),
  },
  refused: {
    subject: (office: string) => `Pendaftaran Anda di MIPP ${office} belum dapat disetujui`,
    body: (place: Place, reason: string) =>
      letter(
        place,
        'Pendaftaran akun Anda belum dapat disetujui, dengan alasan:',
        reason,
        'Untuk bertanya atau memperbaiki, hubungi kantor kami.',
      ),
  },
  tokenMade: {
    subject: (office: string) => `Token akses baru di akun MIPP ${office} Anda`,
    body: (place: Place, token: MadeToken, path: string) =>
      letter(
        place,
        'Sebuah token akses baru dibuat untuk akun Anda. Dengan token itu sebuah program dapat bekerja atas nama Anda.',
        `Nama: ${token.name}\nDimulai dengan: ${token.hint}…\nCakupan: ${token.scopes}\nBerlaku sampai: ${token.until}`,
        'Bila bukan Anda yang membuatnya, segera cabut token itu di halaman berikut dan ganti kata sandi Anda, atau hubungi kantor kami:',
        path,
      ),
  },
  waits: {
    subject: (office: string) => `Pendaftaran akun menunggu persetujuan (MIPP ${office})`,
    body: (place: Place, link: string) =>
      letter(place, 'Ada pendaftaran akun pemohon yang menunggu persetujuan Anda:', link),
  },
}
