// Records of destruction for programs: proposed by one person, decided by another, read with their list and their page.
import { z } from 'zod'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { listDestructions, MOST_AT_ONCE, readDestruction } from '../../../store/destructions.ts'
import { pdfOfRecord } from '../../pages/retention/record-pages.tsx'
import { decide, propose } from '../../retention-acts.ts'
import { bad, type Endpoint, endpoint, FILE, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { id } from '../shapes/common.ts'
import { destructionLine, destructionRecord } from '../shapes/retention.ts'
import { retentionProblem } from './retention.ts'

const params = z.object({ record: id })
const reading = { tag: 'register', scope: ['read', 'work', 'people'], problems: ['not-allowed'] } as const
const acting = { tag: 'register', scope: ['work', 'people'], problems: ['not-allowed', 'not-open'] } as const

export const destructionEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    ...reading,
    id: 'listDestructions',
    path: '/retention/records',
    summary: sentence(
      'Usul dan berita acara pemusnahan, yang terbaru di atas',
      'Proposals and records of destruction, the newest first',
    ),
    answer: z.strictObject({ records: z.array(destructionLine) }),
    handle: async ({ services, office, caller }) =>
      mayOffice(caller.actor, 'see-retention')
        ? good({ records: await listDestructions(services.store, office) })
        : bad('not-allowed'),
  }),
  endpoint('get', {
    ...reading,
    id: 'getDestruction',
    path: '/retention/records/{record}',
    summary: sentence('Satu usul atau berita acara dengan daftarnya', 'One proposal or record with its list'),
    description: sentence(
      'Setelah disetujui, simpan jawaban ini di luar pangkalan data: `mipp retention apply` membacanya setelah cadangan lama dipulihkan.',
      'Once approved, keep this answer outside the database: `mipp retention apply` reads it after an older backup came back.',
    ),
    params,
    answer: destructionRecord,
    handle: async ({ services, office, caller, params: { record } }) => {
      if (!mayOffice(caller.actor, 'see-retention')) return bad('not-allowed')
      const one = await readDestruction(services.store, office, record)
      return one ? good({ agency: office, ...one }) : bad('not-found')
    },
  }),
  endpoint('get', {
    ...reading,
    id: 'getDestructionPaper',
    path: '/retention/records/{record}/record.pdf',
    summary: sentence('Berita acara pemusnahan (PDF)', 'The official record of destruction (PDF)'),
    params,
    answer: FILE,
    handle: async ({ services, office, agency, caller, params: { record } }) => {
      if (!mayOffice(caller.actor, 'see-retention')) return bad('not-allowed')
      const one = await readDestruction(services.store, office, record)
      if (!one) return bad('not-found')
      const body = Uint8Array.from(await pdfOfRecord(services, agency, one))
      return { ok: true, body, headers: { 'content-type': 'application/pdf' } }
    },
  }),
  endpoint('post', {
    ...acting,
    id: 'proposeDestruction',
    path: '/retention/records',
    summary: sentence('Usulkan pemusnahan berkas yang jatuh tempo', 'Propose to destroy dossiers that are due'),
    description: sentence(
      'Semua atau tidak sama sekali. Permintaan yang dikirim ulang ditolak, karena berkasnya sudah ada dalam usul yang pertama.',
      'All of them or none. A request that is sent again is refused, for its dossiers stand in the first proposal.',
    ),
    body: z.strictObject({
      dossiers: z.array(id).min(1).max(MOST_AT_ONCE).meta(says('yang berkeadaan due', 'those whose state is due')),
      reason: z.string().trim().min(1).max(2000),
    }),
    example: { dossiers: ['00000000-0000-7000-8000-000000000000'], reason: 'Masa simpan habis' },
    status: 201,
    answer: z.strictObject({ destruction: id }),
    handle: async ({ services, agency, caller, body }) => {
      const destruction = services.newId()
      const done = await propose({ services, agency, person: caller }, { destruction, ...body })
      return done.ok ? good({ destruction }) : retentionProblem(done)
    },
  }),
  endpoint('post', {
    ...acting,
    id: 'decideDestruction',
    path: '/retention/records/{record}/decision',
    summary: sentence(
      'Setujui usul pemusnahan orang lain, atau tolak dengan alasan',
      'Approve a proposal of somebody else, or refuse it with a reason',
    ),
    description: sentence(
      'Setelah disetujui, sistem memusnahkan isi, surat, dan lampiran untuk selamanya.',
      'Once approved the system removes contents, letters and attachments for good.',
    ),
    params,
    body: z.strictObject({
      decision: z.enum(['approved', 'refused']),
      remark: z.string().max(2000).default('').meta(says('wajib bila ditolak', 'needed to refuse')),
    }),
    example: { decision: 'refused', remark: 'Masih dipakai' },
    answer: null,
    handle: async ({ services, office, agency, caller, params: { record }, body }) => {
      if (!mayOffice(caller.actor, 'decide-destruction')) return bad('not-allowed')
      if (!(await readDestruction(services.store, office, record))) return bad('not-found')
      const wish = { destruction: record, isApproved: body.decision === 'approved', remark: body.remark }
      const done = await decide({ services, agency, person: caller }, wish)
      return done.ok ? good(undefined) : retentionProblem(done)
    },
  }),
]
