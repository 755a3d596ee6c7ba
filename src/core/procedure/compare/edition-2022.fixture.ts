// The edition of 2022 of the SOP on subdomains as its sheet prints it; some steps bear other names in the file than in 2025.
export const EDITION_2022 = `procedure: subdomain-hosting
edition: 2022-02
number: Dinkominfo / 4 / 1 / 90
title: Permohonan Subdomain dan Hosting
created: 2022-02
revised: ~
promise: 7 hari
records: [subdomain, hosting]
legalBasis:
  - UU Nomor 25 Tahun 2009 tentang Pelayanan Publik
  - UU Nomor 19 Tahun 2016 tentang Perubahan Atas Undang-Undang Nomor 11 Tahun 2008 Tentang Informasi dan Transaksi Elektronik
  - Peraturan Presiden RI Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik
  - Peraturan Bupati Demak Nomor 74 Tahun 2021 tentang Kedudukan, Susunan Organisasi, Tugas dan Fungsi serta Tata Kerja Dinas Komunikasi dan Informatika Kabupaten Demak
qualifications: [Kepala Dinas, Sekretaris Dinas, Kepala Bidang Aplikasi Informatika, Sub Koordinator Sistem dan Program Aplikasi, Pelaksana / Pranata Komputer]
equipment: [Aplikasi MIPP, Komputer, Server, ATK, Lemari kartu kendali, Kartu kendali/Disposisi, Map Plastik, Filling kabinet]
actors:
  opd: { label: OPD, is: applicant }
  pelaksana: { label: Pelaksana / Pranata, post: pelaksana }
  sub-koor: { label: Sub Koor SPA, post: sub-koordinator }
  kabid: { label: Kabid Aptika, post: kabid-aptika }
  sekretaris: { label: Sekretaris, post: sekretaris }
  kadin: { label: Kepala Dinas, post: kepala-dinas }
steps:
  - step: ajukan
    actor: opd
    act: submit
    activity: Membuat surat permohonan subdomain dan hosting lalu mengunggahnya di MIPP
    time: ''
    makes: [surat-permohonan]
    printed: { needs: [Surat Permohonan OPD, Upload di MIPP], makes: [Surat Permohonan] }
  - step: catat
    actor: pelaksana
    act: enter
    activity: Memproses permohonan melalui MIPP dan meneruskan ke Kepala Dinas
    time: 5 Menit
    needs: [surat-permohonan]
    makes: [agenda-surat, lembar-disposisi]
    forwardsTo: kadin
    printed: { needs: [Surat Permohonan OPD, Lembar disposisi], makes: [Surat Permohonan & Lampiran disposisi, Agenda Surat, Lembar Disposisi] }
  - step: disposisi-kadin
    actor: kadin
    act: dispose
    activity: Mendisposisikan permohonan kepada Sekretaris
    time: 10 Menit
    makes: [catatan-disposisi, paraf-kadin]
    forwardsTo: sekretaris
    printed: { needs: [Disposisi Kadis], makes: [Surat Permohonan & Lampiran disposisi, Catatan disposisi dinas, Paraf Kadis] }
  - step: disposisi-sekretaris
    actor: sekretaris
    act: dispose
    activity: Mempelajari dan mendisposisikan kepada Kabid Aplikasi Informatika
    time: 10 Menit
    makes: [catatan-disposisi, paraf-sekretaris]
    forwardsTo: kabid
    printed: { needs: [Disposisi Sekretaris], makes: [Surat Permohonan & Lampiran disposisi, Catatan disposisi dinas, Paraf Sekretaris] }
  - step: teruskan
    actor: kabid
    act: dispose
    activity: Mempelajari surat dan meneruskan kepada Sub Koordinator Sistem dan Program Aplikasi
    time: 10 Menit
    makes: [catatan-disposisi, paraf-kabid]
    forwardsTo: sub-koor
    printed: { needs: [Pelajari Subdomain dan Hosting yang akan dibuat, Lembar disposisi], makes: [Surat Permohonan & Lampiran disposisi, Catatan disposisi dinas, Paraf kabid] }
  - step: analisis
    actor: [sub-koor, pelaksana]
    act: analyse
    activity: Menganalisis bentuk subdomain dan hosting yang dibutuhkan
    time: 30 Menit
    makes: [hasil-analisa]
    inferred: [actor]
    printed: { needs: [Pelajari dan analisa Subdomain dan Hosting, Dipelajari bersama staff/pranata komputer], makes: [Hasil Analisa Subdomain dan Hosting] }
  - step: pembuatan
    actor: pelaksana
    act: do
    activity: Membuat subdomain dan hosting
    time: 30 Menit
    needs: [hasil-analisa]
    makes: [hasil-pembuatan]
    printed: { needs: [Pembuatan Subdomain dan Hosting], makes: [Hasil Pembuatan Subdomain dan Hosting] }
  - step: kirim-akun
    actor: pelaksana
    act: send
    activity: Membuat surat akun subdomain dan hosting dan mengirimkannya kepada OPD melalui MIPP
    time: 1 hari
    needs: [hasil-pembuatan]
    makes: [surat-akun]
    letter: surat-akun
    printed: { needs: [Surat balasan penerbitan akun Subdomain dan Hosting, Upload di MIPP], makes: [Surat akun Subdomain dan Hosting yang ditujukan ke OPD pemohon] }
terminal: Selesai
`
