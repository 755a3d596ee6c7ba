// Plausible names of a regency: clients, subdomains, purposes. Posts and offices only, never persons.

export type NewClient = { client: string; name: string; head: string; address: string; weight: number }

const OFFICES = [
  'Dinas Sosial',
  'Dinas Perhubungan',
  'Dinas Pertanian dan Pangan',
  'Dinas Kelautan dan Perikanan',
  'Dinas Pariwisata',
  'Dinas Lingkungan Hidup',
  'Dinas Pekerjaan Umum',
  'Dinas Perumahan dan Kawasan Permukiman',
  'Dinas Tenaga Kerja',
  'Dinas Penanaman Modal',
  'Dinas Kependudukan',
  'Dinas Pemuda dan Olahraga',
  'Dinas Perdagangan',
  'Dinas Perindustrian',
  'Dinas Koperasi',
  'Dinas Pemberdayaan Masyarakat',
  'Dinas Pengendalian Penduduk',
  'Inspektorat',
  'Sekretariat DPRD',
  'Badan Keuangan Daerah',
  'Badan Kepegawaian',
  'Badan Kesatuan Bangsa',
  'Badan Penanggulangan Bencana',
  'Satuan Polisi Pamong Praja',
  'Bagian Hukum',
  'Bagian Organisasi',
  'Bagian Umum',
  'Bagian Pengadaan',
  'Bagian Protokol',
  'Rumah Sakit Umum Daerah',
]
const DISTRICTS = [
  'Mranggen',
  'Karangawen',
  'Guntur',
  'Sayung',
  'Karangtengah',
  'Bonang',
  'Demak',
  'Wonosalam',
  'Dempet',
  'Kebonagung',
  'Gajah',
  'Karanganyar',
  'Mijen',
  'Wedung',
]
const TOPICS = [
  'ppid',
  'ppdb',
  'posyandu',
  'arsip',
  'perpustakaan',
  'sipd',
  'antrean',
  'aduan',
  'jdih',
  'survei',
  'presensi',
  'wisata',
  'umkm',
  'bansos',
  'e-arsip',
  'inventaris',
  'magang',
  'agenda',
  'galeri',
  'statistik',
  'peta',
  'perizinan',
  'pasar',
  'irigasi',
  'tanggap-bencana',
  'parkir',
  'lowongan',
  'imunisasi',
  'stunting',
  'sampah',
  'ruang-baca',
  'kearsipan',
  'desa',
  'kelurahan',
  'sekolah',
  'literasi',
  'pajak',
  'retribusi',
  'aset',
  'e-kinerja',
  'rapat',
  'tamu',
  'disposisi',
  'monev',
  'renja',
  'data',
]
const PURPOSES = [
  'Laman informasi publik bagi masyarakat',
  'Pendaftaran layanan secara daring',
  'Pengelolaan arsip dinamis perangkat daerah',
  'Pelaporan kegiatan triwulan',
  'Antrean layanan tatap muka',
  'Pengaduan dan saran masyarakat',
  'Pendataan penerima manfaat',
  'Penyebaran agenda dan pengumuman',
  'Pemetaan sarana dan prasarana',
  'Survei kepuasan masyarakat',
]

/** Beside those of the catalogue: offices, districts and health centres. The first ones ask most. */
export const moreClients = (): NewClient[] =>
  [
    ...OFFICES.map((name) => ({ name, weight: 3 })),
    ...DISTRICTS.map((district) => ({ name: `Kecamatan ${district}`, weight: 2 })),
    ...DISTRICTS.map((district) => ({ name: `Puskesmas ${district}`, weight: 1 })),
  ].map(({ name, weight }) => ({
    client: name.toLowerCase().replaceAll(' ', '-'),
    name,
    head: `Kepala ${name}`,
    address: 'Demak',
    weight,
  }))

const KINDS = TOPICS.length * DISTRICTS.length

/** A label that no other place gets. */
export const labelAt = (place: number): string => {
  const topic = TOPICS[place % TOPICS.length]
  const district = DISTRICTS[Math.floor(place / TOPICS.length) % DISTRICTS.length]?.toLowerCase()
  const round = Math.floor(place / KINDS)
  return `${topic}-${district}${round === 0 ? '' : `-${round}`}`
}

export const purposeAt = (place: number): string =>
  `${PURPOSES[place % PURPOSES.length]} di ${DISTRICTS[Math.floor(place / 7) % DISTRICTS.length]}`

export const REASONS = [
  'Surat permohonan belum ditandatangani kepala perangkat daerah.',
  'Nama subdomain belum sesuai dengan pedoman penamaan.',
  'Penanggung jawab teknis belum diisi dengan lengkap.',
  'Layanan yang sama sudah tersedia pada laman perangkat daerah.',
] as const

export const NOTES = [
  'Mohon diproses',
  'Teruskan',
  'Kerjakan sesuai ketentuan',
  'Koordinasikan dengan pemohon',
  '',
] as const

export const COMMENTS = [
  'Mohon kabar perkembangan permohonan kami.',
  'Server tujuan sedang dipindahkan, mohon ditunggu.',
  'Data penanggung jawab akan kami perbarui pekan depan.',
] as const

export const PRAISE = ['Terima kasih, cepat dan jelas.', 'Baik.', 'Prosesnya agak lama.', ''] as const
