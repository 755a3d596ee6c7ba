// Letters that wait for the caller's hand, as the work list shows them.
import { z } from 'zod'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { UNSIGNED, unsignedFor } from '../../unsigned-letters.ts'
import { bad, type Endpoint, endpoint, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { bilingual, id, moment } from '../shapes/common.ts'

const letter = z
  .strictObject({
    dossier: id,
    number: z.string(),
    subject: z.string(),
    clientName: z.string(),
    letter: z
      .string()
      .meta(says('untuk `/dossiers/{dossier}/letters/{letter}`', 'for `/dossiers/{dossier}/letters/{letter}`')),
    kind: z.string(),
    letterNumber: z.string(),
    task: id
      .nullable()
      .meta(says('null: surat tanpa tugas, misalnya penolakan', 'null: a letter of no task, as a refusal')),
    state: z
      .enum(UNSIGNED)
      .meta(
        says(
          'menunggu pindaian, frasa sandi, cara lain sesudah gagal, atau pemeriksaan hasilnya',
          'waits for its scan, a passphrase, another try, or somebody who looks how the last one ended',
        ),
      ),
    reason: bilingual.nullable(),
    since: moment,
  })
  .meta({ id: 'UnsignedLetter' })

export const unsignedLetterEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    id: 'listUnsignedLetters',
    path: '/unsigned-letters',
    tag: 'task',
    scope: ['read', 'work'],
    summary: sentence(
      'Surat bernomor yang menunggu tangan Anda: pindaian, tanda tangan, atau pemeriksaan hasilnya',
      'Numbered letters that wait for your hand: a scan, a signature, or a look at how it ended',
    ),
    answer: z.strictObject({ letters: z.array(letter) }),
    problems: ['not-allowed'],
    handle: async ({ services, office, caller, now }) => {
      if (!mayOffice(caller.actor, 'see-work')) return bad('not-allowed')
      const found = await unsignedFor(services, { office, person: caller, now })
      return good({
        letters: found.map(({ dossier, clientName, letter: { id: name, ...one }, state, reason, since }) => ({
          dossier: dossier.id,
          number: dossier.number,
          subject: dossier.subject,
          clientName,
          letter: name,
          kind: one.letter,
          letterNumber: one.number,
          task: one.task,
          state,
          reason,
          since,
        })),
      })
    },
  }),
]
