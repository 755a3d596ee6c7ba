// Says who has the tables that a migration needs.
import { type Sentence, sentence } from '../core/sentence.ts'
import type { TablesInUse } from '../store/hold-tables.ts'

export const inUseSentence = ({ holders }: Pick<TablesInUse, 'holders'>): Sentence => {
  const who = (since: string) =>
    holders.map((one) => `${one.name} (pid ${one.pid}, ${since} ${one.since})`).join(', ') || '?'
  return sentence(
    `Skema belum dapat diperbarui: tabelnya terus dipakai oleh ${who('sejak')}. Tunggu sampai selesai atau hentikan proses itu, lalu ulangi. Yang sudah diterapkan tidak hilang, dan program lama tetap berjalan.`,
    `The schema cannot be brought up to date yet: its tables are in use by ${who('since')}. Wait until that is done or stop it, then try again. What was applied stays, and the old program goes on.`,
  )
}
