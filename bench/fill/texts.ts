// Gives every dossier a letter of some hundred words and the index of them: a few words in most letters, thousands in few.
import type pg from 'pg'
import { wordsOfText } from '../../src/core/find/words.ts'
import { copyInto } from './copy.ts'
import { withoutIndexes } from './indexes.ts'
import { type Random, randomOf } from './random.ts'

/** Only where none is there yet. @param say what is going on */
export const fillTexts = async (
  client: pg.Client,
  { url, seed, say }: { url: string; seed: number; say: (line: string) => void },
): Promise<void> => {
  const { rows } = await client.query('select from text_entry limit 1')
  if (rows.length > 0) return
  const vocabulary = vocabularyOf(randomOf(seed, -2))
  const stems = await stemsOf(client, [...COMMON, ...vocabulary])
  await withoutIndexes(client, ['paper_text', 'text_entry'], {
    work: () => writeTexts(client, { url, seed, say, vocabulary, stems }),
    say: (name) => say(`indeks / index ${name}`),
  })
  await client.query("update text_backfill set done = total, finished_at = '2026-01-01T00:00:00Z'")
  await client.query('vacuum analyze paper_text, text_entry')
}

type Row = {
  dossier: string
  at: string
  week: string
  client: string
  procedure: string
  named: string
  paper: string
}

const DOSSIERS = `declare all_dossiers cursor with hold for
  select d.dossier, d.submitted_at::text as at, week_of(d.submitted_at) as week, d.client, d.procedure, d.search_text as named,
    (select p.paper::text from paper p where p.agency = d.agency and p.dossier = d.dossier limit 1) as paper
  from dossier d where d.agency = 'demak' order by d.submitted_at`

type Writing = {
  url: string
  seed: number
  say: (line: string) => void
  vocabulary: readonly string[]
  stems: ReadonlyMap<string, string>
}

const writeTexts = async (client: pg.Client, { url, seed, say, vocabulary, stems }: Writing): Promise<void> => {
  const texts = await copyInto(url, 'paper_text', [
    ...['agency', 'dossier', 'source', 'is_inside', 'state', 'text', 'pages', 'is_cut', 'read_at'],
  ])
  const entries = await copyInto(url, 'text_entry', ['agency', 'dossier', 'is_inside', 'submitted_at', 'words'])
  await client.query(DOSSIERS)
  for (let place = 0; ; ) {
    const { rows } = await client.query<Row>('fetch 5000 from all_dossiers')
    for (const row of rows) {
      const text = letterOf(randomOf(seed, place, 7), vocabulary)
      texts.write(`demak\t${row.dossier}\t${row.paper ?? 'answers'}\tf\tread\t${text}\t1\tf\t${row.at}\n`)
      entries.write(`demak\t${row.dossier}\tf\t${row.at}\t${vectorOf(row, text, stems)}\n`)
      place += 1
    }
    for (const copy of [texts, entries]) await copy.drained()
    if (rows.length === 0) break
    if (place % 50_000 === 0) say(`surat / letters: ${place}`)
  }
  for (const copy of [texts, entries]) await copy.end()
  await client.query('close all_dossiers')
}

/** As `text_words` of the database makes it, which would take twice the time. */
const vectorOf = (
  { week, named, client, procedure }: Row,
  text: string,
  stems: ReadonlyMap<string, string>,
): string => {
  const words = wordsOfText(named, text)
  const more = words.flatMap((word) => {
    const stem = stems.get(word)
    return stem === undefined || stem === word ? [] : [`~${stem}`]
  })
  return [...words, ...more, `=p${procedure}`, `=c${client}`].map((word) => `'${week}${word}'`).join(' ')
}

const COMMON =
  'dengan hormat sehubungan pelaksanaan kegiatan pelayanan kepada masyarakat bersama ini kami mengajukan permohonan mohon kiranya dapat ditindaklanjuti demikian atas perhatian dan kerjasamanya diucapkan terima kasih nomor lampiran perihal kepala surat tugas anggaran'.split(
    ' ',
  )
const SYLLABLES = 'ba ca da ga ha ja ka la ma na pa ra sa ta wa ya bu di ku lu mi nu pi ri su ti'.split(' ')
const BEGINNINGS = ['', '', '', 'me', 'pe', 'di', 'ber', 'ke']
const ENDINGS = ['', '', '', 'an', 'kan', 'nya', 'i']

const vocabularyOf = (chance: Random): string[] => {
  const part = (list: readonly string[]) => list[chance.below(list.length)] ?? ''
  const word = () =>
    `${part(BEGINNINGS)}${Array.from({ length: 2 + chance.below(2) }, () => part(SYLLABLES)).join('')}${part(ENDINGS)}`
  return [...new Set(Array.from({ length: 12_000 }, word))]
}

/** Most of the common words, a hundred others by Zipf's law, and a number. */
const letterOf = (chance: Random, vocabulary: readonly string[]): string => {
  const rank = () => Math.floor(vocabulary.length ** chance.next()) - 1
  const others = Array.from({ length: 100 }, () => vocabulary[Math.max(0, rank())] ?? '')
  const common = COMMON.filter(() => chance.isOnce(0.85))
  return `nomor 045/${chance.below(3000)}/${2020 + chance.below(7)} ${common.join(' ')} ${others.join(' ')}`
}

const stemsOf = async (client: pg.Client, words: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await client.query<{ word: string; stem: string }>(
    `select w.word, s.stem from unnest($1::text[]) as w (word), unnest(ts_lexize('pg_catalog.indonesian_stem', w.word)) as s (stem)
     where w.word ~ '^[a-z]{4,}$'`,
    [words],
  )
  return new Map(rows.map(({ word, stem }) => [word, stem]))
}
