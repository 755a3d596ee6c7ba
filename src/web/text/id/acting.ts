// Kata tentang jabatan yang dipakai seseorang saat bertindak.
export const acting = {
  label: 'Anda bertindak sebagai',
  any: 'Menurut tugasnya',
  chosen: (hat: string) => `Jabatan yang didahulukan sekarang: ${hat}.`,
  noneChosen: 'Setiap tugas dikerjakan menurut jabatannya masing-masing.',
  represents: (name: string) => `mewakili ${name}`,
  only: (count: number) => `hanya ${count} layanan`,
  notChosen: (chosen: string) => `bukan ${chosen}, karena langkah ini menunggu jabatan tersebut`,
  away: (hat: string) => `${hat}: Anda sedang tidak di tempat`,
  coveredBy: (who: string) => `Pekerjaannya dijalankan oleh ${who}. Anda tetap dapat melihatnya.`,
  released: 'Tugas dilepaskan oleh sistem',
  fourEyes: 'Pembuat bukan pemeriksa',
}
