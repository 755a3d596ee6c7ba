// The tables in which an organisation comes and goes: their columns and words, in both languages.
import type { Duty, UnitKind } from '../../core/organisation/organisation.ts'
import type { Capacity } from '../../core/person/mandate.ts'
import { type Sentence, sentence } from '../../core/sentence.ts'

export const TABLE_KINDS = ['units', 'posts', 'clients', 'mandates', 'substitutes'] as const
export type TableKind = (typeof TABLE_KINDS)[number]

export type Column = { key: string; name: Sentence; required: boolean }

const must = (key: string, id: string, en: string): Column => ({ key, name: sentence(id, en), required: true })
const may = (key: string, id: string, en: string): Column => ({ key, name: sentence(id, en), required: false })

/** A file may leave out a column that is not required: then nothing of it changes. */
export const TABLES: Record<TableKind, readonly Column[]> = {
  units: [
    must('unit', 'satuan', 'unit'),
    must('name', 'nama', 'name'),
    must('kind', 'jenis', 'kind'),
    may('superior', 'atasan', 'superior'),
    may('calendar', 'kalender', 'calendar'),
  ],
  posts: [
    must('post', 'jabatan', 'post'),
    must('title', 'nama jabatan', 'title'),
    must('unit', 'satuan', 'unit'),
    may('superior', 'atasan', 'superior'),
    may('duties', 'tugas', 'duties'),
    may('closedOn', 'ditutup', 'closed'),
    may('successor', 'penerus', 'successor'),
  ],
  clients: [
    must('client', 'kode', 'key'),
    must('name', 'nama', 'name'),
    must('head', 'pimpinan', 'head'),
    must('address', 'alamat', 'address'),
    may('closedOn', 'ditutup', 'closed'),
  ],
  mandates: [
    must('email', 'surel', 'email'),
    must('name', 'nama', 'name'),
    must('post', 'jabatan', 'post'),
    must('capacity', 'kedudukan', 'capacity'),
    must('fromOn', 'mulai', 'from'),
    may('toOn', 'sampai', 'to'),
    may('decree', 'keputusan', 'decree'),
  ],
  substitutes: [
    must('absent', 'surel berhalangan', 'absent email'),
    must('post', 'jabatan', 'post'),
    must('person', 'surel pengganti', 'substitute email'),
    must('fromOn', 'mulai', 'from'),
    must('toOn', 'sampai', 'to'),
    may('procedures', 'sop', 'sops'),
    may('decree', 'keputusan', 'decree'),
  ],
}

/** What a file of this kind is called. */
export const FILE_NAMES: Record<TableKind, Sentence> = {
  units: sentence('satuan-kerja.csv', 'units.csv'),
  posts: sentence('jabatan.csv', 'posts.csv'),
  clients: sentence('perangkat-daerah.csv', 'agencies.csv'),
  mandates: sentence('orang-dan-masa-jabatan.csv', 'people-and-mandates.csv'),
  substitutes: sentence('pengganti.csv', 'substitutes.csv'),
}

export const KIND_WORDS: Record<UnitKind, Sentence> = {
  office: sentence('dinas', 'office'),
  secretariat: sentence('sekretariat', 'secretariat'),
  division: sentence('bidang', 'division'),
  team: sentence('tim', 'team'),
}

export const DUTY_WORDS: Record<Duty, Sentence> = {
  'front-office': sentence('loket', 'counter'),
  registers: sentence('register', 'registers'),
  procedures: sentence('sop', 'sops'),
  archive: sentence('arsip', 'archive'),
  destruction: sentence('pemusnahan', 'destruction'),
}

export const CAPACITY_WORDS: Record<Capacity, Sentence> = {
  definitive: sentence('definitif', 'definitive'),
  plt: sentence('Plt.', 'Plt.'),
  plh: sentence('Plh.', 'Plh.'),
  an: sentence('a.n.', 'a.n.'),
}

/** The key that is meant by a word of either language, however it is written. @returns null where there is none */
export const meantBy = <Key extends string>(
  words: Record<Key, Sentence>,
  keys: readonly Key[],
  typed: string,
): Key | null => {
  const bare = (text: string): string => text.toLowerCase().replaceAll(/[\s.]/g, '')
  return keys.find((key) => [key, words[key].id, words[key].en].some((word) => bare(word) === bare(typed))) ?? null
}

/** Several values in one cell. */
export const JOINED_BY = ' + '
export const apart = (cell: string): string[] =>
  cell
    .split(/[+,|]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
