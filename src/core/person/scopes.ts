// How far a token reaches: a closed list. A scope opens a door for a program; what lies behind it the person must be allowed anyway.
import { type Sentence, sentence } from '../sentence.ts'
import { type Actor, mayOffice } from './may.ts'

export type Scope = 'read' | 'apply' | 'work' | 'people' | 'tokens'

export const SCOPES: Record<Scope, { label: Sentence; explains: Sentence }> = {
  read: {
    label: sentence('Membaca', 'Read'),
    explains: sentence(
      'Melihat berkas, tugas, dokumen, dan register yang boleh Anda lihat.',
      'See the dossiers, tasks, papers and registers that you may see.',
    ),
  },
  apply: {
    label: sentence('Mengajukan', 'Apply'),
    explains: sentence(
      'Sebagai pemohon: mengajukan, memperbaiki, menarik, mengomentari, melampirkan, dan menilai.',
      'As an applicant: file, correct, withdraw, comment, attach and rate.',
    ),
  },
  work: {
    label: sentence('Mengerjakan', 'Work'),
    explains: sentence(
      'Sebagai petugas: mengerjakan tugas, memberi catatan, dan mencatat permohonan di loket.',
      'As an officer: act on tasks, comment, and enter requests at the counter.',
    ),
  },
  people: {
    label: sentence('Mengelola pengguna', 'Manage people'),
    explains: sentence(
      'Sebagai pengelola: mengundang orang, menutup akun, dan mengatur siapa memegang jabatan.',
      'As an administrator: invite people, close accounts, and set who holds which post.',
    ),
  },
  tokens: {
    label: sentence('Mengelola token', 'Manage tokens'),
    explains: sentence(
      'Membuat token Anda yang lain, paling jauh seluas dan selama token ini, dan mencabutnya.',
      'Make other tokens of yours, at most as wide and as long as this one, and revoke them.',
    ),
  },
}

export const SCOPE_NAMES: readonly Scope[] = ['read', 'apply', 'work', 'people', 'tokens']

export const isScope = (text: string): text is Scope => SCOPE_NAMES.some((scope) => scope === text)

/** The scopes that would open anything for this person today. */
export const usefulScopes = (actor: Actor): Scope[] => SCOPE_NAMES.filter((scope) => isUseful(scope, actor))

const isUseful = (scope: Scope, actor: Actor): boolean => {
  switch (scope) {
    case 'apply':
      return mayOffice(actor, 'apply')
    case 'work':
      return mayOffice(actor, 'see-work')
    case 'people':
      return mayOffice(actor, 'manage-people')
    case 'read':
    case 'tokens':
      return true
  }
}

/** What a command needs of a token: the same one (submit, comment, return ...) may be given by an applicant or by a post. */
export const scopeOfCommand = (by: 'client' | 'post'): Scope => (by === 'client' ? 'apply' : 'work')

/** Otherwise a token that only reads could make itself one that acts. @param holder scopes of the token that asks */
export const mayGrant = (holder: readonly Scope[], wanted: readonly Scope[]): boolean =>
  holder.includes('tokens') && wanted.every((scope) => holder.includes(scope))
