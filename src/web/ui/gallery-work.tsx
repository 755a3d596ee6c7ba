// The gallery's chapter of work: list, task, steps, sheet, papers.
import { StatusMark } from './badge.tsx'
import { Button, ButtonRow } from './button.tsx'
import { Card } from './card.tsx'
import { CheckList } from './check-list.tsx'
import { Confirm } from './confirm.tsx'
import { DispositionSheet } from './disposition-sheet.tsx'
import { EmptyState } from './empty-state.tsx'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { Chapter } from './gallery-chapter.tsx'
import * as sample from './gallery-samples.ts'
import { Split } from './page-head.tsx'
import { PaperViewer } from './paper-viewer.tsx'
import { StepPicture } from './step-picture.tsx'
import { TaskPanel } from './task-panel.tsx'
import { TimeBar } from './time-bar.tsx'
import { Timeline } from './timeline.tsx'
import { WorkList } from './work-list.tsx'

export const WorkPieces = () => (
  <>
    <Chapter id="berkas" title="Pekerjaan">
      <Card title="Menunggu Anda" aside={<StatusMark tone="bad">1 lewat waktu</StatusMark>} flush>
        <WorkList id="work" label="Menunggu Anda" items={sample.workItems} empty={null} />
      </Card>
      <Card title="Langkah permohonan">
        <StepPicture label="Langkah permohonan" steps={sample.steps} text={sample.stepText} />
      </Card>
      <Split
        main={
          <>
            <MyTask />
            <TaskPanel
              kicker="Langkah 4 dari 8"
              title="Menelaah dan meneruskan"
              mine={false}
              facts={sample.taskFacts}
              status={
                <StatusMark tone="warning" icon="clock-pause">
                  Jam berhenti
                </StatusMark>
              }
              time={<Bar used={3} />}
            />
          </>
        }
        aside={
          <>
            <Card title="Riwayat">
              <Timeline label="Riwayat" events={sample.events} />
            </Card>
            <Card title="Langkah">
              <StepPicture label="Langkah, di kolom sempit" steps={sample.steps} text={sample.stepText} />
            </Card>
          </>
        }
      />
    </Chapter>
    <Chapter id="kertas" title="Kertas dan bukti">
      <DispositionSheet {...sample.sheet} entries={sheetEntries()} />
      <PaperViewer
        title="Surat permohonan"
        src={null}
        openHref="#open"
        downloadHref="#download"
        text={{ open: 'Buka', download: 'Unduh', noPreview: 'Surat ini dapat dibuka atau diunduh.' }}
        facts="PDF, 2 halaman, 184 KB"
      />
      <Card title="Bukti pekerjaan">
        <CheckList
          label="Bukti pekerjaan"
          checks={sample.checks}
          text={{
            asked: 'Ditanyakan',
            expected: 'Diharapkan',
            got: 'Dijawab',
            states: { passed: 'Sesuai', failed: 'Belum sesuai', waiting: 'Sedang diperiksa' },
          }}
        />
      </Card>
      <Card title="Menunggu Anda">
        <EmptyState title="Tidak ada yang menunggu Anda">
          Berkas baru muncul di sini dengan sendirinya begitu sampai di meja Anda.
        </EmptyState>
      </Card>
    </Chapter>
  </>
)

const MyTask = () => (
  <TaskPanel
    kicker="Langkah 4 dari 8, giliran Anda"
    title="Disposisi kepada Kepala Bidang"
    mine
    facts={sample.taskFacts}
    time={<Bar used={8} />}
    status={<StatusMark tone="warning">Segera</StatusMark>}
    actions={
      <Confirm summary="Kembalikan" icon="arrow-back-up">
        <Form action="#return" csrf={null}>
          <Field kind="textarea" name="reason" label="Alasan" hint="Dibaca oleh pemohon." required rows={2} />
          <ButtonRow>
            <Button kind="danger">Kembalikan kepada pemohon</Button>
          </ButtonRow>
        </Form>
      </Confirm>
    }
  >
    <DispositionForm prefix="task" />
  </TaskPanel>
)

const Bar = ({ used }: { used: number }) => (
  <TimeBar
    label="Waktu langkah ini"
    usedMinutes={used}
    standardMinutes={10}
    used={`terpakai ${used} menit`}
    standard="baku 10 menit"
    remark={`sisa ${10 - used} menit`}
  />
)

const DispositionForm = ({ prefix }: { prefix: string }) => (
  <Form action="#dispose" csrf={null}>
    <Field
      kind="checks"
      name="to"
      id={`${prefix}-to`}
      label="Diteruskan kepada Sdr."
      required
      values={[sample.posts[0]]}
      options={sample.posts.map((post) => ({ value: post, label: post }))}
      inline
    />
    <Field
      kind="checks"
      name="instructions"
      id={`${prefix}-instructions`}
      label="Dengan hormat harap"
      values={['Proses lebih lanjut']}
      options={sample.instructions.map((label) => ({ value: label, label }))}
      inline
    />
    <Field kind="textarea" name="note" id={`${prefix}-note`} label="Catatan" mark="opsional" rows={2} />
    <ButtonRow>
      <Button kind="primary" icon="writing-sign" busy="Mengirim…">
        Paraf dan teruskan
      </Button>
      <Button kind="quiet">Simpan draf</Button>
    </ButtonRow>
  </Form>
)

const sheetEntries = () =>
  sample.sheet.entries.map((entry) =>
    entry.state === 'current' ? { ...entry, form: <DispositionForm prefix="sheet" /> } : entry,
  )
