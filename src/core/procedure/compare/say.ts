// Says the contents of a procedure file as an officer would: labels for keys, texts for values, in both languages.
import { type Sentence, sentence } from '../../sentence.ts'

/** Null where there is nothing to say. */
export const say = (value: unknown): Sentence | null => {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'boolean') return value ? sentence('ya', 'yes') : sentence('tidak', 'no')
  if (typeof value !== 'object') return sentence(String(value), String(value))
  if (Array.isArray(value)) return sayList(value)
  const entries = Object.entries(value)
  if (isBilingual(value)) return value.id === value.en ? sentence(value.id, value.id) : sayBoth(value)
  return joined(
    entries.map(([key, one]) => {
      const [label, said] = [wordFor(key), say(one)]
      return said && sentence(`${label.id}: ${said.id}`, `${label.en}: ${said.en}`)
    }),
    '; ',
  )
}

/** A thing of several facts stands in brackets, so that the next begins visibly. */
const sayList = (list: readonly unknown[]): Sentence | null =>
  joined(
    list.map((one) => {
      const said = say(one)
      const isThing = typeof one === 'object' && one !== null && !isBilingual(one)
      return said && isThing && list.length > 1 ? sentence(`(${said.id})`, `(${said.en})`) : said
    }),
    ', ',
  )

const sayBoth = ({ id, en }: Sentence): Sentence => sentence(`${id} / ${en}`, `${id} / ${en}`)

const joined = (parts: readonly (Sentence | null)[], between: string): Sentence | null => {
  const said = parts.filter((part) => part !== null)
  if (said.length === 0) return null
  return sentence(said.map(({ id }) => id).join(between), said.map(({ en }) => en).join(between))
}

const isBilingual = (value: object): value is Sentence =>
  Object.keys(value).length === 2 &&
  'id' in value &&
  'en' in value &&
  typeof value.id === 'string' &&
  typeof value.en === 'string'

/** The key itself where no word is known: a new key is shown, never hidden. */
export const wordFor = (key: string): Sentence => knownWord(key) ?? sentence(key, key)

export const knownWord = (key: string): Sentence | undefined => (Object.hasOwn(WORDS, key) ? WORDS[key] : undefined)

const w = sentence

const WORDS: Readonly<Record<string, Sentence>> = {
  about: w('tentang', 'about'),
  accept: w('jenis berkas', 'kinds of file'),
  act: w('tindakan', 'act'),
  activity: w('uraian kegiatan', 'activity'),
  actor: w('pelaksana', 'actor'),
  actors: w('pelaksana', 'actors'),
  after: w('sesudah', 'after'),
  answer: w('jawaban', 'answer'),
  area: w('kelompok layanan', 'area of services'),
  at: w('pada langkah', 'at step'),
  availability: w('nama harus bebas bila', 'the name must be free when'),
  before: w('sebelum', 'before'),
  by: w('oleh', 'by'),
  changeWhen: w('mengganti bila', 'replaces when'),
  columns: w('kolom', 'columns'),
  competence: w('kompetensi pelaksana', 'competence'),
  complaints: w('pengaduan', 'complaints'),
  confidential: w('hanya untuk yang menangani', 'for those who handle it alone'),
  cost: w('biaya', 'cost'),
  counter: w('dapat masuk lewat loket', 'may come over the counter'),
  created: w('tanggal pembuatan', 'made'),
  decides: w('keputusan', 'decision'),
  each: w('untuk setiap', 'for each'),
  edition: w('edisi', 'edition'),
  effective: w('tanggal efektif', 'effective'),
  equipment: w('peralatan/perlengkapan', 'equipment'),
  evaluation: w('evaluasi kinerja', 'evaluation'),
  every: w('setiap', 'every'),
  exits: w('pilihan', 'exits'),
  expected: w('nilai wajar', 'expected'),
  extension: w('perpanjangan waktu', 'extension of the promise'),
  facilities: w('sarana dan prasarana', 'facilities'),
  field: w('isian', 'field'),
  fields: w('isian', 'fields'),
  form: w('formulir', 'form'),
  forwardsTo: w('diteruskan kepada', 'forwarded to'),
  from: w('dari', 'from'),
  fulfil: w('yang dibuat', 'makes'),
  fulfils: w('dikerjakan pada sistem', 'done on systems'),
  group: w('bagian formulir', 'part of the form'),
  guarantee: w('jaminan pelayanan', 'guarantee'),
  hint: w('petunjuk', 'hint'),
  inferred: w('disimpulkan', 'inferred'),
  initials: w('paraf', 'initials'),
  is: w('bernilai', 'is'),
  join: w('menunggu cabang', 'waits for strands'),
  key: w('kunci', 'key'),
  label: w('tulisan', 'label'),
  legalBasis: w('dasar hukum', 'legal basis'),
  letter: w('surat', 'letter'),
  limits: w('batas isian', 'limits'),
  makes: w('dokumen yang dihasilkan', 'papers made'),
  max: w('paling banyak', 'at most'),
  most: w('paling lama', 'at most'),
  needs: w('dokumen yang diperlukan', 'papers needed'),
  next: w('berikutnya', 'next'),
  no: w('nomor tercetak', 'printed number'),
  number: w('nomor SOP', 'number'),
  options: w('pilihan', 'options'),
  orMade: w('atau dibuat dari formulir', 'or made from the form'),
  paper: w('menjadi dokumen', 'becomes paper'),
  pauses: w('menghentikan waktu', 'pauses the clock'),
  policy: w('kebijakan kantor', 'policy of the office'),
  post: w('jabatan', 'post'),
  printed: w('sel tercetak', 'printed cells'),
  printedMakes: w('output', 'output'),
  printedNeeds: w('kelengkapan', 'requirements'),
  printedNote: w('keterangan', 'note'),
  probe: w('pemantau', 'probe'),
  procedure: w('prosedur', 'procedure'),
  product: w('hasil layanan', 'product'),
  promise: w('batas waktu', 'limit'),
  qualifications: w('kualifikasi pelaksana', 'qualifications'),
  question: w('pertanyaan', 'question'),
  rating: w('dinilai pemohon', 'rated by the applicant'),
  reason: w('alasan', 'reason'),
  recordKeeping: w('pencatatan dan pendataan', 'record keeping'),
  records: w('register', 'registers'),
  register: w('register', 'register'),
  registers: w('pengisian register', 'what feeds registers'),
  reject: w('penolakan', 'rejection'),
  relatedTo: w('keterkaitan', 'related to'),
  remarks: w('catatan', 'remarks'),
  removeWhen: w('menghapus bila', 'takes away when'),
  replaces: w('menggantikan', 'replaces'),
  required: w('wajib', 'required'),
  requirements: w('persyaratan', 'requirements'),
  retireWhen: w('dihapus bila', 'retires when'),
  return: w('pengembalian', 'return'),
  revised: w('tanggal revisi', 'revised'),
  rows: w('jumlah baris', 'rows'),
  rule: w('aturan berulang', 'recurrence rule'),
  safety: w('jaminan keamanan', 'safety'),
  says: w('catatan', 'remark'),
  secrecy: w('kerahasiaan', 'secrecy'),
  fourEyes: w('pembuat bukan pemeriksa', 'maker is not checker'),
  ladder: w('tangga peringatan', 'ladder'),
  sendBack: w('kembali di dalam kantor', 'back inside the office'),
  service: w('standar pelayanan', 'service standard'),
  staff: w('jumlah pelaksana', 'staff'),
  starts: w('yang dapat memulai', 'who may begin'),
  step: w('nama langkah', 'name of the step'),
  steps: w('langkah', 'steps'),
  subject: w('hal', 'subject'),
  sum: w('jumlah waktu tercetak', 'sum of printed times'),
  summary: w('ringkasan', 'summary'),
  supervision: w('pengawasan internal', 'supervision'),
  terminal: w('penutup', 'end row'),
  terminalNo: w('nomor penutup', 'number of the end row'),
  time: w('waktu', 'time'),
  title: w('judul', 'title'),
  to: w('ke', 'to'),
  type: w('jenis isian', 'kind of field'),
  unit: w('satuan', 'unit'),
  value: w('nilai', 'value'),
  warning: w('peringatan', 'warning'),
  when: w('bila', 'when'),
  with: w('diisi dari', 'filled from'),
  withdraw: w('pencabutan', 'withdrawal'),
  words: w('kata yang dicari', 'words looked for'),
}
