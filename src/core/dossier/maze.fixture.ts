// An invented procedure that winds as much as any may. For tests.
import { DESK } from './office.fixture.ts'
import { procedureFrom } from './trial.fixture.ts'

/** Everything at once: a loop, a fork with a strand that leaves steps out, a join, a skipped step, and the acts of an office. */
export const MAZE = procedureFrom(
  DESK.replace(
    '  - { step: terima, actor: pemohon, act: receive, activity: Menerima, needs: [balasan] }\n',
    `  - step: nilai
    actor: kepala
    act: check
    activity: Menilai
    decides:
      question: Bagaimana?
      exits:
        - { answer: bagi, label: Bagi, to: [kabar, uji, lewat] }
        - { answer: ulang, label: Ulang, to: buat }
        - { answer: catat, label: Catat, to: catat }
        - { answer: selesai, label: Selesai, to: end }
  - { step: kabar, actor: [teknisi, loket], act: do, activity: Mengabari, then: terima }
  - step: uji
    actor: kabid
    act: check
    activity: Menguji
    decides:
      question: Baik?
      exits:
        - { answer: ya, label: Ya, to: terima }
        - { answer: lagi, label: Lagi, to: uji-lagi }
        - { answer: ulang, label: Ulang, to: nilai }
        - { answer: bagi, label: Bagi, to: [uji-kiri, uji-kanan] }
  - { step: uji-lagi, actor: kabid, act: do, activity: Menguji lagi, then: terima }
  - { step: uji-kiri, actor: kabid, act: do, activity: Kiri, then: uji-temu }
  - { step: uji-kanan, actor: teknisi, act: do, activity: Kanan, then: [uji-temu, kabar] }
  - { step: uji-temu, actor: kabid, act: do, activity: Bertemu, join: all, then: terima }
  - { step: lewat, actor: teknisi, act: do, activity: Lewat, when: { field: jenis, is: alamat }, then: terima }
  - step: terima
    actor: pemohon
    act: receive
    activity: Menerima
    needs: [balasan]
    join: all
    decides:
      question: Sudah?
      exits: [{ answer: ya, label: Ya, to: end }, { answer: ulang, label: Ulang, to: nilai }]
`,
  ).replace('from: [catat, buat]', 'from: [catat, buat, uji-kiri, uji, kirim]'),
)
