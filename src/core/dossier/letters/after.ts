// What becomes of a letter apart from being written: dropped before it has a number; withdrawn, sent and received after.
import { postsAbove } from '../../agency/agency.ts'
import type { LivingOffice } from '../../agency/catalogue.ts'
import { mayDossier } from '../../person/may.ts'
import { type Context, type Facts, refuse } from '../commands.ts'
import type { Dossier, Task } from '../dossier.ts'
import type { By, Fact } from '../events.ts'
import { actorOf, factsOf, hasReader, isClientOf, isReadInMipp, sentOf } from '../involved.ts'
import { MAX_TEXT, readReason } from '../reason.ts'
import { writerOf } from './course.ts'
import type { LetterCommand } from './facts.ts'
import type { Letter } from './letter.ts'
import { letterNamed, letterOfTask } from './named.ts'

type Of<T extends LetterCommand['type']> = Extract<LetterCommand, { type: T }>

/** Somebody says what becomes of a letter that will not be signed. */
export const decideDrop = (
  dossier: Dossier,
  { letter: id, reason: typed }: Of<'drop-letter'>,
  context: Context,
): Facts => {
  const letter = letterNamed(dossier, id)
  if (!letter?.beside || letter.task === null) return noSuchLetter
  if (letter.dropped) return droppedBefore
  if (letter.number !== null) return hasNumber
  if (!holdsOneOf(context.by, dropPosts(context.office, letter))) return notYours
  const reason = readReason(typed)
  if (reason === null) return reasonMissing
  return { ok: true, facts: [{ type: 'letter-dropped', task: letter.task, letter: letter.letter, reason }] }
}

/** The post that began it, those above, and whoever signs. */
export const dropPosts = ({ agency }: Pick<LivingOffice, 'agency'>, letter: Letter): string[] => [
  writerOf(letter),
  ...postsAbove(agency, [writerOf(letter)]),
  ...(letter.beside ? [letter.beside.signer] : []),
]

/** A signed letter is never changed: it is withdrawn for all to see, and another comes in its place. */
export const decideWithdrawLetter = (
  dossier: Dossier,
  { letter: id, reason: typed }: Of<'withdraw-letter'>,
  context: Context,
): Facts => {
  const letter = letterNamed(dossier, id)
  if (!letter?.paper || letter.number === null) return notIssued
  if (letter.withdrawn) return withdrawnBefore
  if (!holdsOneOf(context.by, withdrawPosts(context.office, letter))) return notSigner
  const reason = readReason(typed)
  if (reason === null) return reasonMissing
  const { task, letter: name, number } = letter
  const inside = isReadInMipp(letter) ? {} : { inside: true as const }
  return { ok: true, facts: [{ type: 'letter-withdrawn', task, letter: name, number, reason, ...inside }] }
}

/** The post that signed, and those above. */
export const withdrawPosts = ({ agency }: Pick<LivingOffice, 'agency'>, { by }: Letter): string[] =>
  by?.kind === 'post' ? [by.post, ...postsAbove(agency, [by.post])] : []

/** What follows when its paper lies there: to the applicant it goes at once. */
export const besideFiled = (dossier: Dossier, task: Task): Fact[] => {
  const letter = letterOfTask(dossier, task)
  const closed: Fact = { type: 'side-task-closed', task: task.task }
  if (letter?.beside?.to.kind !== 'applicant' || !hasReader(dossier)) return [closed]
  return [closed, { type: 'letter-sent', task: task.task, letter: letter.letter, way: 'mipp', note: '' }]
}

export const decideSent = (dossier: Dossier, command: Of<'send-letter'>, context: Context): Facts => {
  const letter = letterNamed(dossier, command.letter)
  if (!letter?.paper) return notIssued
  if (!mayNote(dossier, context)) return notForYou
  if (letter.withdrawn) return withdrawnBefore
  if (sentOf(dossier, letter)) return sentBefore
  if (command.way === 'mipp' && !hasReader(dossier)) return nobodyReads
  const note = command.note.trim()
  if (note.length > MAX_TEXT) return tooLong
  if (command.way !== 'mipp' && note === '') return howMissing
  const { task, letter: name } = letter
  return { ok: true, facts: [{ type: 'letter-sent', task, letter: name, way: command.way, note }] }
}

/** Opened by the applicant, or noted by an officer: whatever comes first is kept. */
export const decideReceived = (dossier: Dossier, command: Of<'receive-letter'>, context: Context): Facts => {
  const letter = letterNamed(dossier, command.letter)
  if (!letter?.paper) return notIssued
  const { by, today } = context
  const { task, letter: name } = letter
  const of = { type: 'letter-received' as const, task, letter: name }
  if (isClientOf(dossier, by)) {
    const isNews = letter.received === null && isReadInMipp(letter)
    return { ok: true, facts: isNews ? [{ ...of, receiver: '', on: today, note: '' }] : [] }
  }
  if (!mayNote(dossier, context)) return notForYou
  if (letter.received) return receivedBefore
  if (!sentOf(dossier, letter)) return notSent
  const [receiver, note] = [command.receiver.trim(), command.note.trim()]
  if (receiver === '' || receiver.length > MAX_RECEIVER) return receiverMissing
  if (note.length > MAX_TEXT) return tooLong
  if (!/^\d{4}-\d{2}-\d{2}$/.test(command.on) || command.on > today || command.on < (letter.on ?? '')) return dayWrong
  return { ok: true, facts: [{ ...of, receiver, on: command.on, note }] }
}

export const MAX_RECEIVER = 200

const holdsOneOf = (by: By, posts: readonly string[]): boolean => by.kind === 'post' && posts.includes(by.post)

/** The front office notes deliveries also of letters that it never handled. */
const mayNote = (dossier: Dossier, { by, office }: Context): boolean => {
  const actor = actorOf(by)
  const held = office.agency.posts.filter(({ post }) => actor?.posts.includes(post))
  return mayDossier(actor && { ...actor, duties: held.flatMap((one) => one.duties) }, 'note-delivery', factsOf(dossier))
}

const noSuchLetter = refuse(
  'not-open',
  'Surat itu tidak ada pada berkas ini, atau mengikuti jalannya langkah.',
  'This dossier has no such letter, or it goes the way of the steps.',
)
const droppedBefore = refuse('already-done', 'Surat ini sudah dibatalkan.', 'This letter has been dropped already.')
const hasNumber = refuse(
  'not-allowed',
  'Surat ini sudah bernomor. Yang sudah terbit dicabut, bukan dibatalkan.',
  'This letter has its number. What was issued is withdrawn, not dropped.',
)
const notYours = refuse(
  'not-allowed',
  'Surat dibatalkan oleh penyusunnya, atasannya, atau penanda tangannya.',
  'A letter is dropped by the post that writes it, one above, or the one that signs.',
)
const reasonMissing = refuse(
  'invalid-answer',
  'Tulis alasannya (paling panjang 2.000 huruf).',
  'Write the reason (2,000 characters at most).',
  [['reason']],
)
const notIssued = refuse('not-open', 'Surat ini belum terbit.', 'This letter has not been issued.')
const withdrawnBefore = refuse('already-done', 'Surat ini sudah dicabut.', 'This letter has been withdrawn.')
const notSigner = refuse(
  'not-allowed',
  'Surat hanya dicabut oleh jabatan yang menandatanganinya atau atasannya.',
  'A letter is withdrawn only by the post that signed it or one above.',
)
const notForYou = refuse(
  'not-allowed',
  'Pengiriman dan penerimaan dicatat oleh loket atau jabatan yang menangani berkas ini.',
  'Sending and receipt are noted by the front office or a post that handles this dossier.',
)
const sentBefore = refuse('already-done', 'Pengiriman surat ini sudah dicatat.', 'The sending has been noted already.')
const nobodyReads = refuse(
  'invalid-answer',
  'Pemohon berkas ini tidak mempunyai akun. Pilih cara kirim yang lain.',
  'The applicant has no account here. Choose another way.',
  [['way']],
)
const howMissing = refuse(
  'invalid-answer',
  'Tulis nomor buku ekspedisi atau bagaimana surat dikirim.',
  'Write the number of the delivery note, or how it was sent.',
  [['note']],
)
const tooLong = refuse(
  'invalid-answer',
  'Catatan paling panjang 2.000 huruf. Persingkat lalu kirim lagi.',
  'A note has 2,000 characters at most. Make it shorter and send again.',
  [['note']],
)
const receivedBefore = refuse(
  'already-done',
  'Penerimaan surat ini sudah dicatat.',
  'The receipt has been noted already.',
)
const notSent = refuse('not-open', 'Catat dahulu bagaimana surat ini dikirim.', 'Note first how this letter was sent.')
const receiverMissing = refuse(
  'invalid-answer',
  'Tulis kantor atau jabatan yang menerima (paling panjang 200 huruf).',
  'Write the office or post that received it (200 characters at most).',
  [['receiver']],
)
const dayWrong = refuse(
  'invalid-answer',
  'Pilih tanggal terima antara tanggal surat dan hari ini.',
  'Choose a day between that of the letter and today.',
  [['on']],
)
