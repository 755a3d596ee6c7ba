// What filing a request takes and answers, and what judging one answers.
import { z } from 'zod'
import { says } from '../says.ts'
import { bilingual, id } from './common.ts'
import { sentForm } from './form.ts'

export const filing = z
  .strictObject({
    procedure: z.string().max(100).meta(says('dari `GET /services`', 'from `GET /services`')),
    client: z
      .string()
      .max(100)
      .meta(
        says(
          'atas nama siapa: perangkat daerah atau perusahaan Anda sendiri, yang mana pun di loket, atau `_office` untuk perintah',
          'in whose name; one of your own, any at the counter, or `_office` for an order',
        ),
      ),
    ...sentForm,
    channel: z
      .enum(['online', 'counter', 'order'])
      .optional()
      .meta(
        says(
          '`counter`: disalin petugas dari surat di loket; `order`: perintah jabatan pada langkah pertama; tanpa ini `online` untuk perangkat daerah Anda sendiri',
          '`counter`: keyed in by an officer from a paper letter; `order`: given by a post of the first step; without it `online` for your own client',
        ),
      ),
    applicant: id
      .nullish()
      .meta(
        says(
          'di loket: akun pemohon yang diberi kabar',
          'at the counter: the account of the client that is told of it',
        ),
      ),
  })
  .meta({ id: 'Filing' })

export const filed = z
  .strictObject({
    dossier: id,
    number: z.string(),
    trackingCode: z
      .string()
      .meta(says('untuk `GET /tracking/{code}`, tanpa token', 'for `GET /tracking/{code}`, without a token')),
    version: z.int(),
    repeated: z
      .boolean()
      .meta(
        says(
          'true bila kunci ini sudah pernah dijawab dan sekarang tidak ada yang dikerjakan',
          'true when this key was answered before and nothing was done now',
        ),
      ),
  })
  .meta({ id: 'Filed' })

export const judgement = z
  .strictObject({
    faults: z
      .array(z.strictObject({ path: z.string(), sentence: bilingual }))
      .meta(
        says(
          'yang akan menolak permohonan; kosong berarti dapat diajukan',
          'what would refuse the request; empty: it can be filed',
        ),
      ),
    warnings: z
      .array(bilingual)
      .meta(says('yang akan diperiksa lagi oleh kantor', 'what the office will look at again')),
    names: z.array(
      z.strictObject({ field: z.string(), verdict: z.enum(['good', 'warning', 'bad']), sentence: bilingual }),
    ),
    willBeMade: z
      .array(z.string())
      .meta(says('isian yang suratnya dibuat dari formulir', 'fields whose letter is made from the form')),
  })
  .meta({ id: 'Judgement' })
