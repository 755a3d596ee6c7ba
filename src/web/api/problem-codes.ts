// Every code a problem can have, with its HTTP status and what to do: the reference page prints this table.
import { type Sentence, sentence } from '../../core/sentence.ts'

type Known = {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 429 | 500 | 503
  title: Sentence
  detail: Sentence
}

const known = (status: Known['status'], title: Sentence, detail: Sentence): Known => ({ status, title, detail })

export const PROBLEMS = {
  unreadable: known(
    400,
    sentence('Isi permintaan tidak terbaca', 'The body cannot be read'),
    sentence('Kirim JSON yang utuh dalam UTF-8.', 'Send whole JSON in UTF-8.'),
  ),
  'no-token': known(
    401,
    sentence('Token belum disertakan', 'No token was sent'),
    sentence(
      'Sertakan token di tajuk: Authorization: Bearer mipp_... Token dibuat di halaman akun.',
      'Send a token in the header: Authorization: Bearer mipp_... Tokens are made on the account page.',
    ),
  ),
  'bad-token': known(
    401,
    sentence('Token tidak berlaku', 'The token is not valid'),
    sentence(
      'Token ini tidak dikenal, sudah kedaluwarsa, atau sudah dicabut. Buat token baru di halaman akun.',
      'This token is unknown, has expired or was revoked. Make a new one on the account page.',
    ),
  ),
  'narrow-token': known(
    403,
    sentence('Cakupan token tidak cukup', 'The token does not reach this far'),
    sentence('Buat token dengan cakupan yang sesuai.', 'Make a token with the scope that this needs.'),
  ),
  'not-allowed': known(
    403,
    sentence('Tidak berwenang', 'Not allowed'),
    sentence('Jabatan atau akun Anda tidak berwenang untuk ini.', 'Your post or account may not do this.'),
  ),
  'not-yours': known(
    403,
    sentence('Bukan tugas Anda', 'Not your task'),
    sentence('Langkah ini bukan tugas jabatan Anda.', 'This step is not a task of your post.'),
  ),
  'not-found': known(
    404,
    sentence('Tidak ditemukan', 'Not found'),
    sentence(
      'Tidak ada, atau tidak terbuka bagi Anda. Periksa alamatnya.',
      'There is none, or it is not open to you. Check the address.',
    ),
  ),
  'wrong-method': known(
    405,
    sentence('Cara ini tidak dikenal di sini', 'This method is not known here'),
    sentence('Lihat cara yang ada di tajuk Allow.', 'See the header Allow for what is.'),
  ),
  'already-done': known(
    409,
    sentence('Sudah selesai sebelumnya', 'Done before'),
    sentence('Tidak ada yang diubah.', 'Nothing was changed.'),
  ),
  'taken-by-other': known(
    409,
    sentence('Sedang dikerjakan rekan', 'In the hands of a colleague'),
    sentence('Minta rekan itu melepaskannya lebih dahulu.', 'Ask them to release it first.'),
  ),
  'not-open': known(
    409,
    sentence('Tidak terbuka', 'Not open'),
    sentence('Keadaannya sudah berubah. Baca lagi.', 'It is no longer so. Read it again.'),
  ),
  'out-of-step': known(
    409,
    sentence('Potongan bukan pada tempatnya', 'The piece does not fit here'),
    sentence(
      'Baca unggahan itu lagi, lalu lanjutkan dari offset.',
      'Read the upload again, then go on from its offset.',
    ),
  ),
  'effect-running': known(
    409,
    sentence('Sistem masih bekerja', 'The system is still at work'),
    sentence('Tunggu hasilnya, lalu baca lagi.', 'Wait for the result, then read again.'),
  ),
  'needs-initials': known(
    409,
    sentence('Belum diparaf', 'Initials are missing'),
    sentence('Mintakan paraf lebih dahulu.', 'Ask for the initials first.'),
  ),
  'changed-meanwhile': known(
    412,
    sentence('Berubah sejak Anda lihat', 'Changed since you saw it'),
    sentence('Baca tugas itu lagi, lalu putuskan.', 'Read the task again, then decide.'),
  ),
  'too-big': known(
    413,
    sentence('Terlalu besar', 'Too big'),
    sentence('Kecilkan isi atau berkasnya.', 'Send less, or a smaller file.'),
  ),
  'wrong-media-type': known(
    415,
    sentence('Jenis isi salah', 'Wrong kind of body'),
    sentence('Kirim isi dengan Content-Type yang disebut di acuan.', 'Send the Content-Type that the reference names.'),
  ),
  invalid: known(
    422,
    sentence('Isian belum benar', 'A value is not right'),
    sentence('Perbaiki yang disebut di errors, lalu kirim lagi.', 'Put right what errors names, then send again.'),
  ),
  'key-reused': known(
    422,
    sentence('Kunci sudah dipakai', 'The key was used before'),
    sentence('Pakai Idempotency-Key baru untuk setiap perintah.', 'Use a new Idempotency-Key for every command.'),
  ),
  'too-often': known(
    429,
    sentence('Terlalu sering', 'Too often'),
    sentence(
      'Tunggu selama tajuk Retry-After, lalu lanjutkan.',
      'Wait as long as the header Retry-After says, then go on.',
    ),
  ),
  fault: known(
    500,
    sentence('Gangguan di sistem', 'Something broke'),
    sentence(
      'Tidak ada yang berubah setengah-setengah. Ulangi dengan Idempotency-Key yang sama; bila tetap gagal, sampaikan kode di instance.',
      'Nothing was half changed. Repeat with the same Idempotency-Key; if it still fails, report the code in instance.',
    ),
  ),
  away: known(
    503,
    sentence('Layanan sedang terganggu', 'Out of service for a moment'),
    sentence(
      'Pangkalan data sedang tidak terjangkau. Ulangi nanti dengan Idempotency-Key yang sama.',
      'The database cannot be reached. Repeat later with the same Idempotency-Key.',
    ),
  ),
} satisfies Record<string, Known>

export type ProblemCode = keyof typeof PROBLEMS
