// The troubles that every outside system can have, each in one sentence that says what to do.

import { type Sentence, sentence } from '../core/sentence.ts'

/** @param server how people call it, with where it stands, e.g. `PowerDNS (10.0.0.5:8081)` */
export const isUnreachable = (server: string): Sentence =>
  sentence(
    `${server} tidak dapat dihubungi. Pastikan server itu menyala dan jaringan ke sana terbuka, lalu coba lagi.`,
    `${server} cannot be reached. Make sure that it is running and that the network to it is open, then try again.`,
  )

export const isTooSlow = (server: string, timeoutMs: number): Sentence =>
  sentence(
    `${server} tidak menjawab dalam ${seconds(timeoutMs, ',')} detik. Coba lagi; bila berulang, periksa server itu.`,
    `${server} did not answer within ${seconds(timeoutMs, '.')} seconds. Try again; if it goes on, check that server.`,
  )

export const refusesKey = (server: string): Sentence =>
  sentence(
    `${server} menolak kunci akses yang dipasang di MIPP. Minta pengelola sistem memeriksa kunci itu.`,
    `${server} refuses the access key that MIPP holds. Ask the system administrator to check that key.`,
  )

export const talksNonsense = (server: string): Sentence =>
  sentence(
    `${server} memberi jawaban yang tidak dapat dibaca. Mungkin alamatnya menunjuk ke server lain; periksa pengaturannya.`,
    `${server} gave an answer that cannot be read. Its address may point to another server; check the setting.`,
  )

export const hasFailed = (server: string, detail: string): Sentence =>
  sentence(
    `${server} mengalami gangguan (${detail}). Coba lagi; bila berulang, periksa server itu.`,
    `${server} is in trouble (${detail}). Try again; if it goes on, check that server.`,
  )

export const wasCancelled = (server: string): Sentence =>
  sentence(
    `Permintaan ke ${server} dihentikan sebelum dijawab. Coba lagi.`,
    `The request to ${server} was stopped before it was answered. Try again.`,
  )

export const isNotTrusted = (server: string): Sentence =>
  sentence(
    `Sertifikat keamanan (TLS) ${server} tidak dapat dipercaya. Minta pengelola sistem memeriksanya.`,
    `The security certificate (TLS) of ${server} cannot be trusted. Ask the system administrator to check it.`,
  )

const seconds = (ms: number, comma: string): string => String(Math.round(ms / 100) / 10).replace('.', comma)
