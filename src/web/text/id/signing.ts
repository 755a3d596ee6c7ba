// Kata-kata untuk penandatanganan surat.

export const signing = {
  methods: {
    none: 'Diterbitkan melalui MIPP',
    seal: 'Segel elektronik kantor',
    wet: 'Tanda tangan basah, lalu dipindai',
    bsre: 'Tanda tangan elektronik BSrE',
  },
  events: {
    prepared: 'Naskah surat dibekukan dan menunggu tanda tangan',
    begun: 'Surat dikirim ke layanan tanda tangan',
    failed: 'Surat belum dapat ditandatangani',
    unknown: 'Hasil penandatanganan belum diketahui',
    settled: 'Dinyatakan belum ada salinan yang ditandatangani',
    voided: (number: string): string => `Nomor ${number} dibatalkan`,
    signed: {
      seal: (level: string): string => `Disegel secara elektronik (PAdES ${level})`,
      bsre: (level: string): string => `Ditandatangani secara elektronik melalui BSrE (PAdES ${level})`,
      wet: 'Ditandatangani basah; hasil pindai dicocokkan dari kode QR-nya',
      wetByEye: (reason: string): string => `Ditandatangani basah; hasil pindai dicocokkan dengan mata: ${reason}`,
    },
  },
}
