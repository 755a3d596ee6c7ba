// Letters of a dossier: to read with all their versions; begun beside the path, dropped, withdrawn, sent, received.
import { z } from 'zod'
import { filing } from '../../../core/dossier/letter-filing.ts'
import { LETTER_WAYS, type LetterCommand } from '../../../core/dossier/letters/facts.ts'
import { letterNamed } from '../../../core/dossier/letters/named.ts'
import { noteText } from '../../../core/dossier/letters/writing.ts'
import { type Sentence, sentence } from '../../../core/sentence.ts'
import { readClient } from '../../../store/clients.ts'
import { byOfficer } from '../../acting.ts'
import { hatFor, type LetterDeed } from '../../letter-deeds.ts'
import { letterKind, letterKinds } from '../../letter-desk.ts'
import { bad, type Call, type Caller, type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { id } from '../shapes/common.ts'
import { done } from '../shapes/done.ts'
import { draftFaults, draftParts } from '../shapes/draft-parts.ts'
import { formGroup, groupOf } from '../shapes/form-field.ts'
import { addressee, letterWhole, letterWholeOf } from '../shapes/letter.ts'
import { onDossier } from './on-task.ts'
import { findDossier, type OpenDossier, openDossier } from './open-dossier.ts'

const PATH = '/dossiers/{dossier}/letters'
const place = z.object({ dossier: id })
const letterPlace = z.object({ dossier: id, letter: z.string().max(100) })
const reading = { tag: 'dossier', scope: ['read', 'work'] } as const
const acting = { tag: 'dossier', scope: 'work', answer: done, isCommand: true } as const
const reason = z.strictObject({ reason: z.string().trim().min(1).max(2000) })
const post = z.string().max(100)

const beginning = z
  .strictObject({
    kind: z.string().max(100).meta(says('dari `GET /letter-kinds`', 'from `GET /letter-kinds`')),
    to: addressee,
    signer: post.meta(says('kunci jabatan penanda tangan', 'key of the post that signs')),
    initials: z
      .array(post)
      .default([])
      .meta(says('jabatan pemaraf, menurut urutannya', 'posts that initial it, in their order')),
    note: noteText.default(''),
    ...draftParts,
    replaces: z
      .string()
      .max(100)
      .optional()
      .meta(says('surat dicabut yang digantikannya', 'the withdrawn letter in whose place it comes')),
  })
  .meta({ id: 'BeginLetter' })

export const letterEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    ...reading,
    id: 'listLetterKinds',
    path: '/letter-kinds',
    summary: sentence(
      'Jenis surat yang ada templatnya, dan isian masing-masing',
      'Kinds of letters that have a template, and what each asks',
    ),
    answer: z.strictObject({
      kinds: z.array(z.strictObject({ kind: z.string(), title: z.string(), asks: z.array(formGroup) })),
    }),
    handle: async ({ agency }) =>
      good({
        kinds: letterKinds(agency).map(({ kind, title, fields }) => ({
          kind,
          title,
          asks: fields.length === 0 ? [] : [groupOf({ group: 'isi-surat', label: sentence(title, title), fields })],
        })),
      }),
  }),
  endpoint('get', {
    ...reading,
    id: 'listLetters',
    path: PATH,
    params: place,
    summary: sentence(
      'Surat sebuah berkas, dengan semua versinya',
      'The letters of a dossier, with all their versions',
    ),
    answer: z.strictObject({ letters: z.array(letterWhole) }),
    problems: ['not-allowed'],
    handle: async (call) => {
      const opened = await openDossier(call, call.params.dossier, 'see-inside')
      if (!opened.ok) return opened
      const { dossier, procedure } = opened.found
      const client = await readClient(call.services.store, call.office, dossier.client)
      const reader = { agency: call.agency.agency, clientName: client.name, isInside: true }
      const seen = { agency: call.agency, procedure, dossier }
      return good({
        letters: dossier.letters.map((letter) => letterWholeOf(seen, letter, { reader, caller: call.caller })),
      })
    },
  }),
  endpoint('post', {
    ...acting,
    id: 'beginLetter',
    path: PATH,
    params: place,
    summary: sentence('Mulai surat di luar jalannya langkah', 'Begin a letter beside the path of the steps'),
    description: sentence(
      'Surat ditulis pada tugas `write-letter`, diparaf berurutan, lalu ditandatangani pada tugas `sign-letter`; jalannya langkah tidak ditahan.',
      'It is written at a task `write-letter`, initialed one post after the other, and signed at a task `sign-letter`; it never holds the path.',
    ),
    body: beginning,
    example: {
      kind: 'surat-balasan',
      to: { kind: 'inside' },
      signer: 'kepala-dinas',
      initials: ['kabid-aptika'],
      note: 'Mohon ditindaklanjuti.',
    },
    problems: ['not-allowed', 'already-done'],
    handle: (call) =>
      onDossier(call, {
        act: 'begin-letter',
        hats: (opened) => [byOfficer(call.caller, opened)],
        command: (opened) => begin(call, opened),
      }),
  }),
  deed('drop', sentence('Batalkan surat yang belum bernomor', 'Drop a letter that has no number yet'), {
    body: reason,
    example: { reason: 'Tidak jadi berangkat' },
    command: (letter, body): LetterCommand => ({ type: 'drop-letter', letter, ...body }),
  }),
  deed('withdraw', sentence('Cabut surat yang sudah terbit', 'Withdraw a letter that was issued'), {
    body: reason,
    example: { reason: 'Salah tulis nama' },
    command: (letter, body): LetterCommand => ({ type: 'withdraw-letter', letter, ...body }),
  }),
  deed('sent', sentence('Catat bagaimana surat dikirim', 'Note how a letter was sent'), {
    body: z.strictObject({ way: z.enum(LETTER_WAYS), note: z.string().max(2000).default('') }),
    example: { way: 'by-hand', note: 'Buku ekspedisi nomor 7' },
    command: (letter, body): LetterCommand => ({ type: 'send-letter', letter, ...body }),
  }),
  deed('received', sentence('Catat siapa yang menerima surat, dan kapan', 'Note who received a letter, and when'), {
    body: z.strictObject({
      receiver: z.string().trim().min(1).max(200),
      on: z.iso.date(),
      note: z.string().max(2000).default(''),
    }),
    example: { receiver: 'Sekretariat Dinas', on: '2026-01-05', note: '' },
    command: (letter, body): LetterCommand => ({ type: 'receive-letter', letter, ...body }),
  }),
]

type DeedOf<Body> = { body: z.ZodType<Body>; example: object; command: (letter: string, body: Body) => LetterCommand }

function deed<Body extends object>(
  name: LetterDeed,
  summary: Sentence,
  { body, example, command }: DeedOf<Body>,
): Endpoint {
  return endpoint('post', {
    ...acting,
    id: `${name}Letter`,
    path: `${PATH}/{letter}/${name}`,
    params: letterPlace,
    summary,
    body,
    example,
    problems: ['not-allowed', 'already-done'],
    handle: async (call) => {
      const opened = await findDossier(call, call.params.dossier, 'see-inside')
      if (!opened.ok) return opened
      const letter = letterNamed(opened.found.dossier, call.params.letter)
      if (!letter) return bad('not-found')
      return onDossier(call, {
        act: 'see-inside',
        hats: (found) => [
          hatFor(call.caller, { ...found, agency: call.agency, letter }, name),
          byOfficer(call.caller, found),
        ],
        command: () => command(letter.id, call.body),
      })
    },
  })
}

type Begin = Call<{ dossier: string }, unknown, z.output<typeof beginning>, Caller>

const begin = (call: Begin, { procedure }: OpenDossier) => {
  const { kind: name, note, values, text, to, signer, initials, replaces, ...chosen } = call.body
  const kind = letterKind(call.agency, name)
  if (!kind) return bad('invalid', undefined, [{ in: 'body', path: '/kind', sentence: UNKNOWN }])
  const judged = draftFaults({ agency: call.agency, procedure, kind }, { values: values ?? {}, text })
  if (!judged.ok) return judged
  const draft = { note, values: judged.values, ...(text ? { text } : {}), ...filing(chosen) }
  return {
    type: 'begin-letter' as const,
    letter: kind.kind,
    draft,
    to,
    signer,
    initials,
    ...(replaces === undefined ? {} : { replaces }),
  }
}

const UNKNOWN = sentence(
  'Tidak ada templat untuk jenis surat ini. Pilih dari `GET /letter-kinds`.',
  'There is no template for this kind of letter. Choose one of `GET /letter-kinds`.',
)
