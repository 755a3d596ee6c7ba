// The gallery's chapter of forms: fields in their states, faults, buttons, pages of a form.
import { Button, ButtonRow, LinkButton } from './button.tsx'
import { Card } from './card.tsx'
import { Confirm } from './confirm.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Fieldset } from './fieldset.tsx'
import { Form } from './form.tsx'
import { Chapter } from './gallery-chapter.tsx'
import { ICON_NAMES, Icon } from './icon.tsx'
import { RatingInput } from './rating-input.tsx'
import { Steps } from './steps.tsx'

export const FormPieces = () => (
  <>
    <Chapter id="formulir" title="Formulir">
      <Steps
        label="Tahap permohonan"
        steps={[
          { label: 'Keperluan', state: 'done', href: '#1' },
          { label: 'Nama dan tujuan', state: 'current' },
          { label: 'Surat', state: 'later' },
          { label: 'Ringkasan', state: 'later' },
        ]}
        text={{ done: 'selesai', current: 'sedang diisi', later: 'belum' }}
      />
      <Card>
        <FaultyForm />
      </Card>
      <Card title="Penilaian">
        <RatingInput
          name="rating"
          label="Bagaimana pelayanan kami?"
          hint="Jawaban Anda tidak mencantumkan nama."
          required
          value={4}
          words={['Tidak baik', 'Kurang baik', 'Baik', 'Sangat baik']}
        />
      </Card>
    </Chapter>
    <Chapter id="dasar" title="Dasar">
      <Card title="Tombol">
        <ButtonRow>
          <Button kind="primary" icon="send">
            Kirim permohonan
          </Button>
          <Button>Simpan</Button>
          <Button kind="danger">Tolak</Button>
          <Button kind="quiet">Batal</Button>
          <Button disabled>Tidak tersedia</Button>
          <LinkButton href="#print" icon="printer">
            Cetak
          </LinkButton>
        </ButtonRow>
        <Confirm summary="Tarik permohonan" kind="danger" open>
          <p>Permohonan yang ditarik tidak dapat dilanjutkan lagi.</p>
          <ButtonRow>
            <Button kind="danger">Ya, tarik permohonan</Button>
          </ButtonRow>
        </Confirm>
      </Card>
      <Card title="Ikon">
        <p class="gallery-row">
          {ICON_NAMES.map((name) => (
            <Icon key={name} name={name} label={name} />
          ))}
        </p>
      </Card>
    </Chapter>
  </>
)

const FaultyForm = () => (
  <Form action="#send" csrf={null}>
    <ErrorSummary
      title="Ada dua isian yang perlu diperbaiki"
      faults={[
        { name: 'subdomain', message: 'Nama itu sudah dipakai' },
        { name: 'letter', message: 'Unggah surat permohonan' },
      ]}
    />
    <Field
      kind="radio"
      name="request"
      label="Jenis permohonan"
      required
      value="new"
      options={[
        { value: 'new', label: 'Permohonan baru' },
        { value: 'change', label: 'Perubahan', hint: 'Nama, tujuan, atau penanggung jawab.' },
        { value: 'removal', label: 'Penghapusan', disabled: true },
      ]}
    />
    <Fieldset legend="Nama dan tujuan" hint="Nama dipakai di alamat laman Anda." columns>
      <Field
        kind="text"
        name="subdomain"
        label="Nama yang diminta"
        hint="Huruf kecil, angka, dan tanda hubung."
        error="Nama itu sudah dipakai. Pilih nama lain."
        value="perizinan"
        suffix=".demakkab.go.id"
        required
        spellcheck={false}
        check={{ url: '/names', result: <p>Sedang diperiksa…</p> }}
      />
      <Field kind="text" name="ip" label="Alamat IP tujuan" mark="opsional" inputmode="decimal" width="short" />
      <Field
        kind="select"
        name="unit"
        label="Unit"
        placeholder="Pilih salah satu"
        options={[
          { value: 'a', label: 'Bidang Perizinan' },
          { value: 'b', label: 'Sekretariat' },
        ]}
      />
      <Field kind="date" name="wanted" label="Diperlukan mulai" value="2026-12-01" />
      <Field kind="email" name="mail" label="Surel penanggung jawab" value="ptsp@demakkab.go.id" disabled />
      <Field kind="password" name="password" label="Kata sandi" autocomplete="current-password" />
    </Fieldset>
    <Field kind="textarea" name="purpose" label="Keperluan" hint="Satu dua kalimat cukup." required />
    <Field
      kind="file"
      name="letter"
      label="Surat permohonan"
      hint="PDF, paling besar 5 MB."
      error="Unggah surat permohonan."
      required
    />
    <Field kind="checkbox" name="consent" label="Saya sudah membaca pemberitahuan privasi" required />
    <ButtonRow>
      <Button kind="primary" iconAfter="arrow-right">
        Lanjut
      </Button>
      <Button name="draft" value="yes">
        Simpan draf
      </Button>
    </ButtonRow>
  </Form>
)
