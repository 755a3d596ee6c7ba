// Kata-kata tentang waktu sebuah berkas: batas waktu dan asal-usulnya, jeda, perpanjangan, dan siapa yang ditunggu.

export const clocks = {
  extended: (length: string): string => `Batas waktu diperpanjang ${length}`,
}
