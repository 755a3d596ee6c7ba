// What anybody with a code may ask: where a dossier stands, and whether a letter is genuine. Never a name of a person.
import { z } from 'zod'
import { readCode } from '../../../core/paper/code.ts'
import { sentence } from '../../../core/sentence.ts'
import { dossierOfTrackingCode, readDossier } from '../../../store/dossiers.ts'
import { type Checked, checkedCode, checkedNumber } from '../../pages/public/checked-letter.ts'
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
    standing: z
      .enum(['valid', 'withdrawn', 'void', 'unsigned'])
      .meta(
        says(
          'void dan unsigned: nomor kantor ini tanpa surat yang diterbitkan',
          'void and unsigned: a number of this office under which no letter was issued',
        ),
      ),
    number: z.string().nullable(),
    date: day.nullable(),
    letter: z.string().nullable(),
    post: z.string().nullable(),
    office: z.string(),
    subject: z.string().nullable().meta(says('null bila tidak terbuka untuk umum', 'null where it is not public')),
    sha256: z
      .string()
      .nullable()
      .meta(
        says(
          'dari berkas yang dikeluarkan; bandingkan dengan berkas Anda; null bila tidak ada',
          'of the file that was issued; compare yours; null where there is none',
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
      .meta(
        says(
          'null bila diterbitkan dalam MIPP, atau berkasnya sudah dimusnahkan',
          'null where it was issued in MIPP, or its dossier was destroyed',
        ),
      ),
    withdrawnOn: day.nullable().meta(says('null selama berlaku', 'null while it stands')),
    replacedBy: z.strictObject({ number: z.string().nullable(), checkCode: z.string().nullable() }).nullable(),
    voidOn: day.nullable().meta(says('bila nomornya batal', 'where its number is void')),
    destroyed: z
      .strictObject({ record: z.string(), on: day })
      .nullable()
      .meta(says('berita acara pemusnahan berkasnya', 'the record by which its dossier was destroyed')),
  })
  .meta({ id: 'CheckedLetter' })

const publicShape = (known: Checked): z.output<typeof letter> => {
  if ('number' in known) {
    const { number, office, voidOn } = known.number
    return { ...NOTHING, number, office, voidOn, standing: voidOn === null ? 'unsigned' : 'void' }
  }
  const { signature, ...told } = known.letter
  const standing = told.withdrawnOn === null ? 'valid' : 'withdrawn'
  if (signature === null) return { ...told, standing, voidOn: null, signature }
  const { method, level, at, certificate, preparedSha256 } = signature
  const shown = certificate
    ? { subject: certificate.subject, issuer: certificate.issuer, isDemo: certificate.isDemo ?? false }
    : null
  return { ...told, standing, voidOn: null, signature: { method, level, at, certificate: shown, preparedSha256 } }
}

const NOTHING = {
  date: null,
  letter: null,
  post: null,
  subject: null,
  sha256: null,
  signature: null,
  withdrawnOn: null,
  replacedBy: null,
  destroyed: null,
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
    description: sentence(
      'Nomor surat saja hanya menjawab apakah nomor itu batal atau suratnya belum ditandatangani.',
      'A number alone only answers whether it is void, or its letter not signed yet.',
    ),
    params,
    answer: letter,
    handle: async ({ c, services, visitor, params: { code: typed } }) => {
      const found = await findSlowly(c, services, 'check', () => checkedCode(services, visitor, readCode(typed) ?? ''))
      if (found === 'too-many') return bad('too-often')
      const known = found ?? (await checkedNumber(services, visitor, typed))
      return known ? good(publicShape(known)) : bad('not-found')
    },
  }),
]
