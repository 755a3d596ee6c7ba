// The gallery's chapter of states: notices, marks, times, facts, tables.
import { Badge, Code, StatusMark } from './badge.tsx'
import { LinkButton } from './button.tsx'
import { Card } from './card.tsx'
import { Definition } from './definition.tsx'
import { Chapter } from './gallery-chapter.tsx'
import * as sample from './gallery-samples.ts'
import { Notice } from './notice.tsx'
import { Grid } from './page-head.tsx'
import { Pager } from './pager.tsx'
import { Table } from './table.tsx'
import { TimeBar } from './time-bar.tsx'

export const StatePieces = () => (
  <Chapter id="keadaan" title="Keadaan">
    <Notice tone="info" word="Informasi">
      Permohonan yang masuk sesudah jam kerja mulai dihitung pada jam kerja berikutnya.
    </Notice>
    <Notice tone="good" word="Berhasil">
      Subdomain <Code>perizinan.demakkab.go.id</Code> sudah menjawab.
    </Notice>
    <Notice tone="warning" word="Perhatian">
      Berkas ini sudah berubah sejak Anda membukanya. Isian Anda tetap ada di bawah.
    </Notice>
    <Notice
      tone="bad"
      word="Belum berhasil"
      actions={
        <LinkButton href="#again" icon="refresh">
          Coba lagi
        </LinkButton>
      }
    >
      Server nama tidak menjawab dalam 10 detik. Tidak ada yang hilang.
    </Notice>
    <Card title="Tanda">
      <p class="gallery-row">
        <StatusMark tone="neutral">Draf</StatusMark>
        <StatusMark tone="info" icon="hourglass">
          Sedang diproses
        </StatusMark>
        <StatusMark tone="good">Selesai</StatusMark>
        <StatusMark tone="warning" icon="arrow-back-up">
          Dikembalikan
        </StatusMark>
        <StatusMark tone="bad" icon="ban">
          Ditolak
        </StatusMark>
        <StatusMark tone="neutral" icon="lock">
          Rahasia
        </StatusMark>
      </p>
      <p class="gallery-row">
        <Badge>12</Badge>
        <Badge tone="info">2025-05</Badge>
        <Badge tone="good">berlaku</Badge>
        <Badge tone="warning">segera</Badge>
        <Badge tone="bad">sangat segera</Badge>
        <Code>SDH-2026-0041</Code>
      </p>
    </Card>
    <Times />
    <Grid>
      <Card title="Rincian">
        <Definition facts={sample.facts} />
      </Card>
      <Card title="Rincian ringkas">
        <Definition facts={sample.taskFacts} strip />
      </Card>
    </Grid>
    <Register />
  </Chapter>
)

const Times = () => (
  <Grid>
    <Card title="Tenang">
      <TimeBar
        label="Langkah ini"
        usedMinutes={4}
        standardMinutes={10}
        used="terpakai 4 menit"
        standard="baku 10 menit"
        remark="sisa 6 menit"
      />
    </Card>
    <Card title="Hampir">
      <TimeBar
        label="Langkah ini"
        usedMinutes={9}
        standardMinutes={10}
        used="terpakai 9 menit"
        standard="baku 10 menit"
        remark="sisa 1 menit"
      />
    </Card>
    <Card title="Lewat">
      <TimeBar
        label="Langkah ini"
        usedMinutes={22}
        standardMinutes={10}
        used="terpakai 22 menit"
        standard="baku 10 menit"
        remark="lewat 12 menit"
      />
    </Card>
  </Grid>
)

const Register = () => (
  <>
    <Card title="Daftar subdomain" flush>
      <Table
        caption="Daftar subdomain"
        captionHidden
        columns={[
          { key: 'name', label: 'Nama', head: true, render: (item) => item.subject.split(' ').at(-1) },
          { key: 'client', label: 'Pemilik', render: (item) => item.client },
          {
            key: 'state',
            label: 'Keadaan',
            render: (item) => (
              <StatusMark tone={item.fresh ? 'good' : 'neutral'}>{item.fresh ? 'Aktif' : 'Draf'}</StatusMark>
            ),
          },
          { key: 'number', label: 'Nomor berkas', align: 'end', render: (item) => item.number },
        ]}
        rows={sample.workItems}
        rowKey={(item) => item.key}
      />
    </Card>
    <Pager
      label="Halaman daftar"
      summary="Menampilkan 5 dari 41"
      previous={{ href: '#previous', label: 'Sebelumnya' }}
      next={{ href: '#next', label: 'Berikutnya' }}
    />
  </>
)
