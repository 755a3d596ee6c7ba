// Which passwords are too weak to guard an account. Length counts; signs and digits are not demanded (NIST SP 800-63B).
import { type Sentence, sentence } from '../sentence.ts'

export const MIN_PASSWORD_LENGTH = 12
const MAX_PASSWORD_LENGTH = 200

/** What is wrong with a new password, or null. */
export const passwordFault = (password: string, email: string): Sentence | null => {
  const length = [...password].length
  if (length === 0) return EMPTY
  if (length < MIN_PASSWORD_LENGTH) return TOO_SHORT
  if (length > MAX_PASSWORD_LENGTH) return TOO_LONG
  const plain = password.normalize('NFKC').toLowerCase().trim()
  if (isOwnAddress(plain, email.toLowerCase())) return OWN_ADDRESS
  return isCommon(plain) ? COMMON : null
}

const isOwnAddress = (plain: string, email: string): boolean =>
  email !== '' &&
  (plain.includes(email) || plain.replaceAll(/[^\p{L}\p{N}]/gu, '') === email.replaceAll(/[^\p{L}\p{N}]/gu, ''))

/** One of the commonest words, once or over and over, with whatever digits around it; or a row of keys. */
const isCommon = (plain: string): boolean => {
  const core = plain.replaceAll(/^[^\p{L}@$]+|[^\p{L}]+$/gu, '')
  const readings = [plain, core.replaceAll('0', 'o').replaceAll('1', 'i').replaceAll('@', 'a').replaceAll('$', 's')]
  const words = readings.map((one) => one.replaceAll(/[^\p{L}]/gu, ''))
  return (
    isRepeated(plain) ||
    ROWS.some((row) => row.repeat(3).includes(plain)) ||
    COMMONEST.some((common) => words.some((word) => isMadeOf(word, common)))
  )
}

const isRepeated = (plain: string): boolean => [1, 2, 3, 4].some((size) => isMadeOf(plain, plain.slice(0, size)))

/** `word` over and over, the last time perhaps cut short. */
const isMadeOf = (text: string, word: string): boolean =>
  text.length >= word.length && word.repeat(Math.ceil(text.length / word.length)).startsWith(text)

const ROWS = [
  '1234567890',
  '0987654321',
  '0123456789',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv',
  'qwertyuiopasdfghjkl',
  'qwerty123456',
]

const COMMONEST = [
  'password',
  'passw',
  'katasandi',
  'katakunci',
  'rahasia',
  'sandi',
  'admin',
  'administrator',
  'qwerty',
  'indonesia',
  'merdeka',
  'bismillah',
  'alhamdulillah',
  'assalamualaikum',
  'sayang',
  'sayangku',
  'cintaku',
  'selamatpagi',
  'jakarta',
  'kominfo',
  'dinkominfo',
  'diskominfo',
  'demak',
  'demakkab',
  'tulungagung',
  'kabupaten',
  'pemerintah',
  'pemkab',
  'welcome',
  'iloveyou',
  'letmein',
  'changeme',
  'default',
  'mipp',
  'kantor',
  'pelayanan',
  'loginadmin',
  'adminadmin',
  'garuda',
  'pancasila',
  'januari',
  'desember',
  'abcdef',
  'abc',
]

const EMPTY = sentence('Isi kata sandi.', 'Enter a password.')
const TOO_SHORT = sentence(
  `Kata sandi paling sedikit ${MIN_PASSWORD_LENGTH} karakter. Beberapa kata yang mudah Anda ingat sudah baik.`,
  `A password needs at least ${MIN_PASSWORD_LENGTH} characters. A few words you can remember are good.`,
)
const TOO_LONG = sentence(
  `Kata sandi paling banyak ${MAX_PASSWORD_LENGTH} karakter.`,
  `A password has at most ${MAX_PASSWORD_LENGTH} characters.`,
)
const OWN_ADDRESS = sentence(
  'Kata sandi tidak boleh sama dengan alamat surel Anda.',
  'The password must not be your e-mail address.',
)
const COMMON = sentence(
  'Kata sandi ini terlalu mudah ditebak. Pakai beberapa kata yang tidak berkaitan.',
  'This password is too easy to guess. Use a few unrelated words.',
)
