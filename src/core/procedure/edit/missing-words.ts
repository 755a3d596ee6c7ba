// What is missing in a draft that is still being written, in the words of whoever answers the editor's questions.
import { type Sentence, sentence } from '../../sentence.ts'
import type { Path } from '../fault.ts'

const WORDS: Readonly<Record<string, Sentence>> = {
  title: sentence('Tuliskan judul SOP.', 'Write the title of the SOP.'),
  actors: sentence('Tambahkan pelaksana.', 'Add an actor.'),
  steps: sentence('Tambahkan sedikitnya satu langkah.', 'Add one step at least.'),
  actor: sentence('Pilih pelaksana langkah ini.', 'Choose who does this step.'),
  act: sentence('Pilih jenis tindakan langkah ini.', 'Choose the kind of act of this step.'),
  activity: sentence('Tuliskan uraian kegiatan langkah ini.', 'Write the activity of this step.'),
  question: sentence('Tuliskan pertanyaan yang dijawab di langkah ini.', 'Write the question that this step answers.'),
  exits: sentence('Beri pertanyaan ini sedikitnya dua jawaban.', 'Give this question two answers at least.'),
  to: sentence('Pilih ke mana jalan ini berlanjut.', 'Choose where this way leads.'),
  from: sentence('Pilih dari langkah mana.', 'Choose from which step.'),
  fields: sentence('Tambahkan sedikitnya satu isian pada kelompok ini.', 'Add one field at least to this group.'),
  type: sentence('Pilih jenis isian ini.', 'Choose the kind of this field.'),
  label: sentence('Tuliskan judulnya.', 'Write what it is called.'),
  options: sentence('Beri isian ini sedikitnya satu pilihan.', 'Give this field one option at least.'),
  columns: sentence('Beri tabel ini sedikitnya satu kolom.', 'Give this table one column at least.'),
  paper: sentence('Beri nama berkas yang diunggah.', 'Name the paper that is uploaded.'),
  accept: sentence('Pilih jenis berkas yang boleh diunggah.', 'Choose which kinds of files may be uploaded.'),
  key: sentence('Pilih isian yang menamai butir register.', 'Choose the field that names the item.'),
  by: sentence('Pilih siapa atau apa yang memulai.', 'Choose who or what begins.'),
  says: sentence('Tuliskan isi catatan.', 'Write what is remarked.'),
}

/** Null where the thing is there and wrong: then what is wrong has to be said. */
export const missingWords = (path: Path, value: unknown): Sentence | null => {
  const isThere = Array.isArray(value) ? value.length > 1 : value !== undefined && value !== null && value !== ''
  const key = path.at(-1)
  return isThere || typeof key !== 'string' || !Object.hasOwn(WORDS, key) ? null : (WORDS[key] ?? null)
}
