// A dossier as a program sees it: in lists, and whole; what only officers know stands apart in `inside`.
import { z } from 'zod'
import { CHANNELS } from '../../../core/dossier/events.ts'
import { says } from '../says.ts'
import { by } from './by.ts'
import { bilingual, id, moment } from './common.ts'
import { paper } from './paper.ts'
import { SECRECY, STATUS, TASK_KINDS, URGENCY } from './words.ts'

const heading = {
  dossier: id,
  number: z.string(),
  trackingCode: z.string().meta(says('untuk `GET /tracking/{code}`', 'for `GET /tracking/{code}`')),
  subject: z.string(),
  client: z.string(),
  clientName: z.string(),
  status: z.enum(STATUS),
  procedure: z.string(),
  edition: z.string(),
  agendaNumber: z.string().nullable(),
  submittedAt: moment,
  endedAt: moment.nullable(),
  dueAt: moment.nullable().meta(says('janji waktu untuk seluruh permohonan', 'the promise for the whole request')),
}

export const dossierRow = z
  .strictObject({
    ...heading,
    urgency: z.string().nullable().meta(says('hanya untuk petugas', 'for officers only')),
    secrecy: z.string().nullable().meta(says('hanya untuk petugas', 'for officers only')),
  })
  .meta({ id: 'DossierRow' })

const person = z
  .strictObject({ nama: z.string(), jabatan: z.string(), email: z.string(), telepon: z.string() })
  .meta({ id: 'PersonKept' })

const standing = z.enum(['untimed', 'in-time', 'overdue'])

const step = z
  .strictObject({
    step: z.string(),
    activity: z.string(),
    act: z.string(),
    who: z.string(),
    isPolicy: z.boolean(),
    state: z.enum(['done', 'current', 'later', 'returned', 'skipped']),
    rounds: z.int(),
    openedAt: moment.nullable(),
    closedAt: moment.nullable(),
    dueAt: moment.nullable(),
    standing,
    usedMinutes: z.number().nullable(),
    standardMinutes: z.number().nullable(),
    task: id.nullable().meta(says('tugas yang sedang terbuka', 'the task that is open now')),
  })
  .meta({ id: 'StepStory' })

const wait = z
  .strictObject({
    task: id,
    step: z.string(),
    activity: z.string(),
    position: z.int(),
    of: z.int(),
    who: z.string(),
    forApplicant: z.boolean(),
    since: moment,
    dueAt: moment.nullable(),
    standing,
    effectSince: moment.nullable(),
  })
  .meta({ id: 'Wait' })

const task = z
  .strictObject({
    task: id,
    step: z.string(),
    kind: z.enum(TASK_KINDS),
    round: z.int(),
    posts: z.array(z.string()),
    forApplicant: z.boolean(),
    takenBy: id.nullable(),
    openedAt: moment,
    closedAt: moment.nullable(),
    outcome: z.enum(['finished', 'returned', 'rejected', 'dropped']).nullable(),
    note: z.string(),
  })
  .meta({ id: 'TaskHead' })

const letter = z
  .strictObject({
    letter: z.string(),
    task: id.nullable(),
    number: z.string().nullable(),
    on: z.string().nullable(),
    draft: z.string().meta(says('alinea di tengah surat', 'the paragraph in the middle of the letter')),
    initials: z.array(z.strictObject({ post: z.string(), by, at: moment })),
    sentBack: z.strictObject({ post: z.string(), remark: z.string(), at: moment }).nullable(),
    paper: id.nullable(),
    templateEdition: z
      .string()
      .nullable()
      .meta(says('naskah dan edisinya, ada sejak surat bernomor', 'its text and edition, known once it has a number')),
  })
  .meta({ id: 'Letter' })

const inside = z
  .strictObject({
    agenda: z
      .strictObject({
        number: z.string(),
        urgency: z.enum(URGENCY),
        secrecy: z.enum(SECRECY),
        receivedOn: z.string(),
        note: z.string(),
        classification: z.string().optional(),
        attachments: z.int().optional(),
        seq: z.string().optional().meta(says('urutan dalam buku', 'its place in the book')),
        sub: z.string().optional().meta(says('huruf sisipan surat susulan', 'letter of a late entry')),
        late: z.string().optional().meta(says('alasan surat susulan', 'why it was entered late')),
        by,
        at: moment,
      })
      .nullable(),
    dispositions: z.array(
      z.strictObject({
        task: id,
        by,
        at: moment,
        to: z.array(z.string()),
        instructions: z.array(z.string()),
        note: z.string(),
        dueOn: z.string().nullable(),
      }),
    ),
    tasks: z.array(task),
    letters: z.array(letter),
    items: z.array(
      z.strictObject({
        register: z.string(),
        key: z.string(),
        columns: z.record(z.string(), z.string()),
        retired: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Inside' })

export const dossierWhole = z
  .strictObject({
    ...heading,
    version: z.int(),
    channel: z.enum(CHANNELS),
    position: bilingual.meta(says('posisinya dalam satu kalimat', 'where it stands, in one sentence')),
    reason: z.string().meta(says('alasan berakhir sebelum waktunya', 'why it ended before its time')),
    form: z
      .record(z.string(), z.union([z.string(), person, z.array(z.record(z.string(), z.string()))]))
      .meta(says('jawaban menurut isian; nama domain lengkap', 'the answers by field; names of domains in full')),
    papers: z.array(paper),
    steps: z.array(step),
    waits: z.array(wait),
    returns: z.array(z.strictObject({ step: z.string(), to: z.string(), reason: z.string(), at: moment, by })),
    comments: z.array(z.strictObject({ by, at: moment, text: z.string(), visibleToApplicant: z.boolean() })),
    secrets: z
      .array(z.strictObject({ secret: id, label: z.string(), openedAt: moment.nullable() }))
      .meta(
        says(
          'kata sandi awal yang boleh dibuka pemohon satu kali; hanya untuk pemohon',
          'initial passwords that the applicant may open once; for the applicant only',
        ),
      ),
    rating: z.strictObject({ score: z.int(), comment: z.string(), at: moment }).nullable(),
    inside: inside
      .nullable()
      .meta(says('yang juga dilihat petugas; null untuk pemohon', 'what officers see besides; null for applicants')),
  })
  .meta({ id: 'Dossier' })

export type DossierWhole = z.output<typeof dossierWhole>
