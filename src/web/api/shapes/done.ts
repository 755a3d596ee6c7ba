// The answer to every command upon a dossier.
import { z } from 'zod'
import { says } from '../says.ts'
import { id } from './common.ts'

export const done = z
  .strictObject({
    dossier: id,
    number: z.string(),
    version: z
      .int()
      .meta(
        says(
          'versi berkas sesudah perintah ini: banyaknya peristiwa di dalamnya',
          'of the dossier after this command: how many events it has',
        ),
      ),
    repeated: z
      .boolean()
      .meta(
        says(
          'true bila sekarang tidak ada yang dikerjakan: kunci ini sudah pernah dijawab, atau keadaannya memang sudah demikian (misalnya dilepas dua kali)',
          'true when nothing was done now: this key was answered before, or it stood so already (such as released twice)',
        ),
      ),
  })
  .meta({ id: 'Done' })

export const finished = done
  .extend({
    closed: z
      .boolean()
      .meta(
        says(
          'false bila masih ada yang ditunggu: paraf, atau pekerjaan sistem',
          'false where more is waited for: initials, or the work of a system',
        ),
      ),
    waitsForEffect: z
      .boolean()
      .meta(
        says(
          'sistem sedang bekerja; tugas tertutup sendiri setelah selesai',
          'a system is at work; the task closes by itself when it is done',
        ),
      ),
  })
  .meta({ id: 'DoneTask' })

export const attached = done
  .extend({ paper: id.meta(says('dokumen yang ditambahkan', 'the paper that was added')) })
  .meta({ id: 'DoneAttach' })

export const commented = done
  .extend({
    seq: z
      .int()
      .meta(
        says(
          '`seq` catatan ini di `GET /dossiers/{dossier}/events`',
          'of the comment in `GET /dossiers/{dossier}/events`',
        ),
      ),
  })
  .meta({ id: 'DoneComment' })
