// The papers of a dossier and their bytes; and the initial passwords that an applicant may open once.
import { z } from 'zod'
import { isPaperHidden } from '../../../core/dossier/confidential.ts'
import { sentence } from '../../../core/sentence.ts'
import { readClient } from '../../../store/clients.ts'
import { papersOf } from '../../../store/papers.ts'
import { openSecret, secretsOf } from '../../../store/secrets.ts'
import { archiveContents } from '../../archive/contents.ts'
import { archiveHeaders } from '../../archive/send-archive.ts'
import { archiveZip } from '../../archive/zip.ts'
import { noteReceipt } from '../../note-receipt.ts'
import { downloadHeaders } from '../../request/headers.ts'
import { noteLook } from '../../secret-access.ts'
import { textOf } from '../../text/text.ts'
import { bad, type Endpoint, endpoint, FILE, good } from '../endpoint.ts'
import { id } from '../shapes/common.ts'
import { paper, paperOf, papersSeen } from '../shapes/paper.ts'
import { openDossier } from './open-dossier.ts'

const reading = { tag: 'paper', scope: ['read', 'work', 'apply'] } as const

export const paperEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    ...reading,
    id: 'listPapers',
    path: '/dossiers/{dossier}/papers',
    summary: sentence('Surat dan dokumen satu berkas', 'The papers of a dossier'),
    params: z.object({ dossier: id }),
    answer: z.strictObject({ papers: z.array(paper) }),
    handle: async (call) => {
      const opened = await openDossier(call, call.params.dossier)
      if (!opened.ok) return opened
      const { services, office, agency } = call
      const { dossier, isInside } = opened.found
      const [client, rows] = await Promise.all([
        readClient(services.store, office, dossier.client),
        papersOf(services.store, office, dossier.id),
      ])
      const reader = { agency: agency.agency, clientName: client.name, isInside }
      return good({ papers: papersSeen(opened.found, rows).map((row) => paperOf(dossier, row, reader)) })
    },
  }),
  endpoint('get', {
    ...reading,
    id: 'getPaper',
    path: '/dossiers/{dossier}/papers/{paper}/content',
    summary: sentence('Isi satu dokumen', 'The bytes of a paper'),
    params: z.object({ dossier: id, paper: id }),
    answer: FILE,
    handle: async (call) => {
      const opened = await openDossier(call, call.params.dossier)
      if (!opened.ok) return opened
      const { services, office, params } = call
      const { dossier } = opened.found
      const rows = papersSeen(opened.found, await papersOf(services.store, office, dossier.id))
      const row = rows.find((one) => one.paper === params.paper)
      if (!row) return bad('not-found')
      if (opened.found.isInside) {
        const look = { office, person: call.caller, dossier, now: services.now() }
        await noteLook(services, { ...look, what: 'paper', paper: row.paper, over: 'api', isRefused: false })
      }
      const file = await services.files.open(row.sha256)
      const length = { 'content-length': String(file?.bytes) }
      if (file && !opened.found.isInside)
        await noteReceipt(services, { office, person: call.caller, dossier, paper: row.paper })
      if (file) return good(file.stream, { ...downloadHeaders(row.name, row.mime), ...length })
      services.log.error(
        { sha256: row.sha256, requestId: call.c.get('requestId') },
        'a paper is missing from the storage',
      )
      return bad('away', PAPER_AWAY)
    },
  }),
  endpoint('get', {
    ...reading,
    id: 'getArchive',
    path: '/dossiers/{dossier}/archive',
    summary: sentence('Seluruh berkas dalam satu ZIP', 'The whole dossier as one ZIP'),
    description: sentence(
      'Dokumen yang boleh Anda lihat, `index.json`, `index.csv`, `index.html`, riwayat, dan `SHA256SUMS` untuk `sha256sum -c`. Yang rusak atau hilang di penyimpanan disebut di daftar isi dan tidak disertakan.',
      'The papers that you may see, `index.json`, `index.csv`, `index.html`, the history, and `SHA256SUMS` for `sha256sum -c`. What is damaged in the storage, or gone from it, is named in the index and left out.',
    ),
    params: z.object({ dossier: id }),
    answer: FILE,
    handle: async (call) => {
      const opened = await openDossier(call, call.params.dossier)
      if (!opened.ok) return opened
      const { services, office, agency, language, visitor } = call
      const { record, isInside, procedure, reader } = opened.found
      if (isInside) {
        const look = { office, person: call.caller, dossier: record.dossier, now: services.now() }
        await noteLook(services, { ...look, what: 'archive', over: 'api', isRefused: false })
      }
      const { name: clientName } = await readClient(services.store, office, record.dossier.client)
      const isHidden = (kind: string) => isPaperHidden(procedure, reader, kind)
      const source = { ...opened.found, agency, language, text: visitor.text, clientName, isHidden }
      const contents = await archiveContents(services, source)
      return good(archiveZip(services.files, contents), archiveHeaders(contents.number))
    },
  }),
  endpoint('post', {
    tag: 'paper',
    scope: 'apply',
    id: 'openSecret',
    path: '/dossiers/{dossier}/secrets/{secret}/open',
    summary: sentence(
      'Buka kata sandi awal; hanya pemohon, dan hanya sekali',
      'Open an initial password; for the applicant alone, and once',
    ),
    description: sentence(
      'Orang yang sama dapat mengulang dalam satu menit; sesudah itu kata sandi dimusnahkan.',
      'The same person may repeat it within a minute; then the password is destroyed.',
    ),
    params: z.object({ dossier: id, secret: id }),
    answer: z.strictObject({ label: z.string(), password: z.string() }),
    problems: ['not-allowed', 'not-open'],
    handle: async (call) => {
      const opened = await openDossier(call, call.params.dossier, 'open-secret')
      if (!opened.ok) return opened
      const { services, office, caller, params, now } = call
      const known = await secretsOf(services.store, office, params.dossier)
      if (!known.some(({ secret }) => secret === params.secret)) return bad('not-found')
      const { secret, dossier } = params
      const shown = await openSecret(services.store, office, { secret, dossier, person: caller.person, now })
      return shown ? good({ label: shown.label, password: services.unseal(shown.sealed) }) : bad('not-open', GONE)
    },
  }),
]

const GONE = sentence(textOf('id').apply.dossier.secretGone, textOf('en').apply.dossier.secretGone)
const PAPER_AWAY = sentence(
  'Dokumen ini sementara tidak dapat diambil dari penyimpanan. Ulangi nanti, atau sampaikan kode di instance.',
  'This paper cannot be fetched from the storage just now. Repeat later, or report the code in instance.',
)
