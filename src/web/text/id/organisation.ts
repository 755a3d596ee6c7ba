// Kata-kata halaman organisasi dalam Bahasa Indonesia.
export const organisation = {
  closedClient: {
    title: 'Perangkat daerah ini sudah ditutup',
    message: 'Tidak ada permohonan baru atas namanya. Ajukan atas nama penerusnya, atau hubungi kantor.',
  },
}
