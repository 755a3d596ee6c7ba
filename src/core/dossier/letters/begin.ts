// An officer who handles a dossier begins a letter beside its path: what kind, to whom, who initials it and who signs it.
import { postsAbove } from '../../agency/agency.ts'
import { mayDossier } from '../../person/may.ts'
import { type Context, type Facts, type Place, refuse } from '../commands.ts'
import type { Dossier } from '../dossier.ts'
import type { Fact } from '../events.ts'
import { actorOf, factsOf } from '../involved.ts'
import { filingFault } from '../letter-filing.ts'
import { MAX_TEXT } from '../reason.ts'
import type { Addressee, LetterCommand } from './facts.ts'
import { letterNamed, successorOf } from './named.ts'

type Begin = Extract<LetterCommand, { type: 'begin-letter' }>

/** Every command folds the whole dossier: it stays small enough for that. */
export const LETTERS_AT_MOST = 100
export const INITIALS_AT_MOST = 10
const MAX_NAME = 200

/** Also after the end: an official record of hand-over is often written then. */
export const decideBegin = (dossier: Dossier, command: Begin, context: Context): Facts => {
  const { by, newId } = context
  if (by.kind !== 'post' || !mayDossier(actorOf(by), 'begin-letter', factsOf(dossier))) return notForYou
  if (dossier.letters.length >= LETTERS_AT_MOST) return tooMany
  const fault = faultOf(dossier, command, context)
  if (fault) return fault
  const task = newId()
  const { letter, signer, initials, draft, replaces } = command
  const facts: Fact[] = [
    {
      type: 'side-task-opened',
      task,
      parent: null,
      step: stepNow(dossier),
      purpose: 'write',
      post: by.post,
      letter,
    },
    {
      type: 'letter-begun',
      task,
      letter,
      to: command.to,
      signer,
      initials: [...initials],
      replaces: replaces ?? null,
    },
    { type: 'letter-drafted', task, letter, draft },
    { type: 'task-taken', task },
  ]
  return { ok: true, facts }
}

/** Each post below the signer, from the writer's superior up; nobody where the writer stands above or beside. */
export const proposedInitials = (
  agency: Parameters<typeof postsAbove>[0],
  { writer, signer }: { writer: string; signer: string },
): string[] => {
  const above = postsAbove(agency, [writer])
  const upTo = above.indexOf(signer)
  return upTo < 0 ? [] : above.slice(0, upTo)
}

const faultOf = (dossier: Dossier, command: Begin, context: Context): Facts | null => {
  const { to, signer, initials, draft, replaces } = command
  const wrong: Place[] = [
    ...(context.agency.posts.includes(signer) ? [] : [['signer']]),
    ...initials.flatMap((post, index) => (context.agency.posts.includes(post) ? [] : [['initials', index]])),
  ]
  if (wrong.length > 0) return unknownPost(wrong)
  const own = context.by.kind === 'post' ? context.by.post : ''
  if (new Set(initials).size !== initials.length || initials.includes(signer) || initials.includes(own)) return twice
  if (initials.length > INITIALS_AT_MOST) return tooManyInitials
  if (!isAddressee(to)) return nobody
  if (draft.note.length > MAX_TEXT) return tooLong
  const misfiled = filingFault(context, draft)
  if (misfiled) return misfiled
  return replaces === undefined ? null : replacingFault(dossier, replaces)
}

const replacingFault = (dossier: Dossier, replaces: string): Facts | null => {
  const old = letterNamed(dossier, replaces)
  if (!old?.withdrawn) return notWithdrawn
  return successorOf(dossier, replaces) ? replacedBefore : null
}

const isAddressee = (to: Addressee): boolean =>
  to.kind !== 'other' || (to.name.trim() !== '' && to.name.length <= MAX_NAME && to.place.length <= MAX_NAME)

/** Where the dossier stands: a letter beside the path is shown with the step of its day. */
const stepNow = ({ tasks }: Dossier): string =>
  (tasks.find((task) => task.kind === 'main' && task.closedAt === null) ?? tasks.at(-1))?.step ?? ''

const notForYou = refuse(
  'not-allowed',
  'Surat dimulai oleh jabatan yang menangani berkas ini.',
  'A letter is begun by a post that handles this dossier.',
)
const tooMany = refuse(
  'not-open',
  `Berkas ini sudah memuat ${LETTERS_AT_MOST} surat, dan lebih dari itu tidak dapat ditampung.`,
  `This dossier has ${LETTERS_AT_MOST} letters, and no more can be taken.`,
)
const unknownPost = (wrong: readonly Place[]) =>
  refuse(
    'invalid-answer',
    'Pilih penanda tangan dan pemaraf dari jabatan yang ada.',
    'Choose who signs and who initials from the posts of the office.',
    wrong,
  )
const twice = refuse(
  'invalid-answer',
  'Setiap jabatan memaraf satu kali; penyusun dan penanda tangan tidak ikut memaraf.',
  'Each post initials once; whoever writes and whoever signs does not initial.',
  [['initials']],
)
const tooManyInitials = refuse(
  'invalid-answer',
  `Pemaraf paling banyak ${INITIALS_AT_MOST} jabatan.`,
  `${INITIALS_AT_MOST} posts at most initial a letter.`,
  [['initials']],
)
const nobody = refuse(
  'invalid-answer',
  'Tulis kepada siapa surat ini (nama paling panjang 200 huruf).',
  'Write to whom the letter goes (200 characters at most).',
  [['to']],
)
const tooLong = refuse(
  'invalid-answer',
  'Catatan paling panjang 2.000 huruf. Persingkat lalu kirim lagi.',
  'A note has 2,000 characters at most. Make it shorter and send again.',
  [['draft']],
)
const notWithdrawn = refuse(
  'not-open',
  'Surat pengganti hanya untuk surat yang sudah dicabut.',
  'Only a letter that was withdrawn gets another in its place.',
  [['replaces']],
)
const replacedBefore = refuse(
  'already-done',
  'Surat pengganti untuk surat ini sudah dimulai.',
  'A letter in its place has been begun already.',
  [['replaces']],
)
