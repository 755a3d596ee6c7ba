// What anybody with a code may ask: where a dossier stands, and whether a letter is genuine. Never a name of a person.
import { z } from 'zod'
import { readCode } from '../../../core/paper/code.ts'
import { sentence } from '../../../core/sentence.ts'
import { dossierOfTrackingCode, readDossier } from '../../../store/dossiers.ts'
import { letterOfCheckCode } from '../../../store/letter-check.ts'
import { checkedLetter, type PublicLetter } from '../../pages/public/checked-letter.ts'
import { findSlowly } from '../../pages/public/wrong-codes.ts'
import { stepStory } from '../../story/steps.ts'
import { bad, type Endpoint, good, openEndpoint } from '../endpoint.ts'
import { says } from '../says.ts'
import { day, moment } from '../shapes/common.ts'

const params = z.object({ code: z.string().max(100) })

const tracking = z
  .strictObject({
    number: z.string(),
    title: z.string(),
    status: z.enum(['open', 'finished', 'rejected', 'withdrawn']),
    submittedAt: moment,
    endedAt: moment.nullable(),
    steps: z
      .array(
        z.strictObject({
          step: z.string(),
          activity: z.string(),
          who: z.string(),
          openedAt: moment.nullable(),
          closedAt: moment.nullable(),
          dueAt: moment.nullable(),
          usedMinutes: z.int().meta(says('menit kerja dari semua putaran', 'working minutes over all rounds')),
        }),
      )
      .nullable()
      .meta(says('null bila berkasnya rahasia', 'null where the dossier is secret')),
  })
  .meta({ id: 'Tracking' })

const letter = z
  .strictObject({
    number: z.string().nullable(),
    date: day.nullable(),
    letter: z.string().nullable(),
    post: z.string().nullable(),
    office: z.string(),
    subject: z.string().nullable().meta(says('null bila tidak terbuka untuk umum', 'null where it is not public')),
    sha256: z
      .string()
      .meta(
        says(
          'dari berkas yang dikeluarkan; bandingkan dengan berkas Anda',
          'of the file that was issued; compare yours',
        ),
      ),
    signature: z
      .strictObject({
        method: z.enum(['seal', 'wet', 'bsre']),
        level: z.enum(['B-B', 'B-T']).nullable(),
        at: moment,
        certificate: z.strictObject({ subject: z.string(), issuer: z.string(), isDemo: z.boolean() }).nullable(),
        preparedSha256: z.string(),
      })
      .nullable()
      .meta(says('null bila diterbitkan dalam MIPP', 'null where it was issued in MIPP')),
    withdrawnOn: day.nullable().meta(says('null selama berlaku', 'null while it stands')),
    replacedBy: z.strictObject({ number: z.string().nullable(), checkCode: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'CheckedLetter' })

const publicShape = ({ signature, ...told }: PublicLetter): z.output<typeof letter> => {
  if (signature === null) return { ...told, signature }
  const { method, level, at, certificate, preparedSha256 } = signature
  const shown = certificate
    ? { subject: certificate.subject, issuer: certificate.issuer, isDemo: certificate.isDemo ?? false }
    : null
  return { ...told, signature: { method, level, at, certificate: shown, preparedSha256 } }
}

export const publicEndpoints: readonly Endpoint[] = [
  openEndpoint('get', {
    id: 'track',
    path: '/tracking/{code}',
    tag: 'service',
    summary: sentence('Lacak berkas dengan kode lacak', 'Follow a dossier by its tracking code'),
    params,
    answer: tracking,
    handle: async ({ c, services, office, agency, visitor, params: { code: typed } }) => {
      const code = readCode(typed)
      if (!code) return bad('not-found')
      const found = await findSlowly(c, services, 'track', async () => {
        const id = await dossierOfTrackingCode(services.store, office, code)
        return id ? readDossier(services.store, office, id) : null
      })
      if (found === 'too-many') return bad('too-often')
      if (!found) return bad('not-found')
      const { dossier } = found
      const procedure = await services.procedureOf(office, found.procedure, found.edition)
      const isSecret = dossier.secrecy === 'rahasia'
      const story = stepStory({ procedure, dossier, agency, now: visitor.now, language: visitor.language })
      return good({
        number: dossier.number,
        title: procedure.title,
        status: dossier.status,
        submittedAt: dossier.submittedAt,
        endedAt: dossier.endedAt,
        steps: isSecret
          ? null
          : story.map(({ step, title, who, openedAt, closedAt, dueAt, totalMinutes }) => ({
              step,
              activity: title,
              who: who ?? '',
              openedAt,
              closedAt,
              dueAt,
              usedMinutes: totalMinutes,
            })),
      })
    },
  }),
  openEndpoint('get', {
    id: 'checkLetter',
    path: '/letters/{code}',
    tag: 'paper',
    summary: sentence('Periksa keaslian surat dengan kode periksanya', 'Check whether a letter is genuine by its code'),
    params,
    answer: letter,
    handle: async ({ c, services, office, visitor, params: { code: typed } }) => {
      const found = await findSlowly(c, services, 'check', () =>
        letterOfCheckCode(services.store, office, readCode(typed) ?? ''),
      )
      if (found === 'too-many') return bad('too-often')
      return found ? good(publicShape(await checkedLetter(services, visitor, found))) : bad('not-found')
    },
  }),
]
