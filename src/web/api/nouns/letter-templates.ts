// The texts of letters as data: kinds with their editions, drafts with their faults and their printed page, and what their keepers decide.
import { z } from 'zod'
import { mayOffice } from '../../../core/person/may.ts'
import { sentence } from '../../../core/sentence.ts'
import { judgeTemplate } from '../../../letters/desk/judge.ts'
import { MOST_TEMPLATE } from '../../../letters/language/budget.ts'
import { readTemplate } from '../../../letters/language/read.ts'
import { readClient } from '../../../store/clients.ts'
import {
  createTemplateDraft,
  deleteTemplateDraft,
  listTemplateDrafts,
  readTemplateDraft,
  saveTemplateDraft,
} from '../../../store/letter-template-drafts.ts'
import { editionState } from '../../editions/state.ts'
import { letterKind, letterKinds, templateNamed } from '../../letter-templates/kinds.ts'
import { makePreview, type OpenSample } from '../../letter-templates/sample.ts'
import { mayKeepSource, tidySource } from '../../letter-templates/source.ts'
import { type Asked, bad, type Caller, type Endpoint, endpoint, FILE, good } from '../endpoint.ts'
import { says } from '../says.ts'
import { id, moment } from '../shapes/common.ts'
import { letterTextKind } from '../shapes/letter-text.ts'
import { openDossier } from './open-dossier.ts'

const name = z.string().max(100)
const source = z
  .string()
  .min(1)
  .max(MOST_TEMPLATE)
  .meta(
    says(
      'naskah surat: keterangan di antara dua baris ---, lalu isinya',
      'the text: what is to be known, then its words',
    ),
  )

const draftText = z
  .strictObject({
    draft: id,
    letter: z.string(),
    base: z.int().nullable(),
    version: z.int(),
    changedAt: moment,
    source: z.string(),
    faults: z
      .array(z.strictObject({ line: z.int(), says: z.string() }))
      .meta(says('dengan kesalahan draf belum dapat disahkan', 'with faults it cannot be ratified')),
  })
  .meta({ id: 'LetterTextDraft' })

const saved = z.strictObject({ draft: id, letter: z.string(), version: z.int() }).meta({ id: 'SavedLetterText' })

const common = { tag: 'service', scope: ['work', 'people'], problems: ['not-allowed'] } as const
const place = z.object({ draft: id })

const EXAMPLE = '---\nletter: surat-tugas\ntitle: Surat Tugas\nsubject: Tugas\n---\nIsi surat.\n'

export const letterTemplateEndpoints: readonly Endpoint[] = [
  endpoint('get', {
    ...common,
    id: 'listLetterTexts',
    path: '/letter-texts',
    summary: sentence(
      'Semua jenis surat dengan edisi dan drafnya',
      'All kinds of letters with their editions and drafts',
    ),
    answer: z.strictObject({ letters: z.array(letterTextKind) }),
    handle: async ({ services, office, agency, caller }) => {
      if (!mayOffice(caller.actor, 'edit-letters')) return bad('not-allowed')
      const drafts = await listTemplateDrafts(services.store, office)
      const kinds = letterKinds(
        agency,
        drafts.map(({ letter }) => letter),
      )
      const letters = kinds.map(({ letter, title, editions }) => ({
        letter,
        title,
        editions: editions.map(({ edition, force, ratified }) => ({
          edition,
          state: editionState({ force }, agency.today),
          from: force?.from ?? null,
          to: force?.to ?? null,
          ratified: ratified && { post: ratified.post, decree: ratified.decree, at: ratified.at },
        })),
        drafts: drafts
          .filter((one) => one.letter === letter)
          .map(({ draft, base, version, changedAt }) => ({ draft, base, version, changedAt })),
      }))
      return good({ letters })
    },
  }),
  endpoint('get', {
    ...common,
    id: 'getLetterTextFile',
    path: '/letter-texts/{letter}/editions/{edition}/file',
    params: z.object({ letter: name, edition: name }),
    summary: sentence('Naskah satu edisi, persis seperti disahkan', 'The text of an edition, byte for byte'),
    answer: FILE,
    handle: async ({ agency, caller, params }) => {
      if (!mayOffice(caller.actor, 'edit-letters')) return bad('not-allowed')
      const found = templateNamed(agency, params.letter, params.edition)
      const headers = { 'content-type': 'text/markdown; charset=utf-8' }
      return found ? { ok: true, body: new TextEncoder().encode(found.source), headers } : bad('not-found')
    },
  }),
  endpoint('post', {
    ...common,
    id: 'createLetterTextDraft',
    path: '/letter-text-drafts',
    status: 201,
    summary: sentence('Mulai draf dari naskah', 'Begin a draft from a text'),
    body: z.strictObject({ source }),
    example: { source: EXAMPLE },
    answer: saved,
    handle: async ({ services, office, agency, caller, now, body }) => {
      if (!mayOffice(caller.actor, 'edit-letters')) return bad('not-allowed')
      const text = tidySource(body.source)
      const read = mayKeepSource(text) ? readTemplate(text) : null
      if (!read?.ok) return bad('invalid', undefined, [atSource(read?.faults[0]?.sentence ?? UNKEPT)])
      const { letter } = read.template.front
      const base = letterKind(agency, letter).inForce?.edition ?? null
      const draft = services.newId()
      const by = { person: caller.person, now }
      await createTemplateDraft(services.store, office, { draft, letter, base, source: text, isImport: true }, by)
      return good({ draft, letter, version: 1 })
    },
  }),
  endpoint('get', {
    ...common,
    id: 'getLetterTextDraft',
    path: '/letter-text-drafts/{draft}',
    params: place,
    summary: sentence('Naskah satu draf dengan kesalahannya', 'The text of a draft, with its faults'),
    answer: draftText,
    handle: async ({ services, office, agency, caller, params, language }) => {
      if (!mayOffice(caller.actor, 'edit-letters')) return bad('not-allowed')
      const found = await readTemplateDraft(services.store, office, params.draft)
      if (!found) return bad('not-found')
      const { draft, letter, base, version, changedAt, source: text } = found
      const faults = judgeTemplate(agency, letter, text).map((one) => ({
        line: one.line,
        says: one.sentence[language],
      }))
      return good({ draft, letter, base, version, changedAt, source: text, faults })
    },
  }),
  endpoint('get', {
    ...common,
    id: 'previewLetterTextDraft',
    path: '/letter-text-drafts/{draft}/preview',
    params: place,
    query: z.object({
      dossier: id.optional().meta(says('berkas yang isinya dipakai', 'the dossier whose answers are used')),
      paper: z.enum(['a4', 'f4']).optional(),
    }),
    summary: sentence('Draf seperti akan tercetak (PDF)', 'The draft as it would be printed (PDF)'),
    problems: ['not-allowed', 'not-open'],
    answer: FILE,
    handle: async (call) => {
      const { services, office, visitor, caller, params, query } = call
      if (!mayOffice(caller.actor, 'edit-letters')) return bad('not-allowed')
      const found = await readTemplateDraft(services.store, office, params.draft)
      if (!found) return bad('not-found')
      const chosen = { with: query.dossier ? `dossier:${query.dossier}` : '', paper: query.paper ?? 'own' }
      const made = await makePreview(services, visitor, {
        letter: found.letter,
        source: found.source,
        open: opening(call),
        ...chosen,
      })
      if (made.ok) return { ok: true, body: Uint8Array.from(made.pdf), headers: { 'content-type': 'application/pdf' } }
      return bad('not-open', made.sentence ?? made.faults[0]?.sentence)
    },
  }),
  endpoint('patch', {
    ...common,
    id: 'saveLetterTextDraft',
    path: '/letter-text-drafts/{draft}',
    params: place,
    summary: sentence('Simpan draf di atas versi yang dibaca', 'Save a draft over the version that was read'),
    body: z.strictObject({ version: z.int(), source }),
    example: { version: 1, source: EXAMPLE },
    problems: ['not-allowed', 'changed-meanwhile'],
    answer: saved,
    handle: async ({ services, office, caller, now, params: { draft }, body }) => {
      if (!mayOffice(caller.actor, 'edit-letters')) return bad('not-allowed')
      const text = tidySource(body.source)
      if (!mayKeepSource(text)) return bad('invalid', undefined, [atSource(UNKEPT)])
      const before = await readTemplateDraft(services.store, office, draft)
      if (!before) return bad('not-found')
      const by = { person: caller.person, now }
      const done = await saveTemplateDraft(services.store, office, { draft, version: body.version, source: text }, by)
      if (done.ok) return good({ draft, letter: before.letter, version: done.version })
      return done.theirs ? bad('changed-meanwhile', changed(done.theirs.version)) : bad('not-found')
    },
  }),
  endpoint('post', {
    ...common,
    id: 'deleteLetterTextDraft',
    path: '/letter-text-drafts/{draft}/delete',
    params: place,
    summary: sentence('Hapus draf, dengan alasan', 'Delete a draft, with a reason'),
    body: z.strictObject({ reason: z.string().trim().min(5).max(500) }),
    example: { reason: 'Salah mulai' },
    answer: null,
    handle: async ({ services, office, caller, now, params: { draft }, body }) => {
      if (!mayOffice(caller.actor, 'edit-letters')) return bad('not-allowed')
      const by = { person: caller.person, now }
      const isDone = await deleteTemplateDraft(services.store, office, { draft, ...body }, by)
      return isDone ? good(undefined) : bad('not-found')
    },
  }),
]

/** By the door of the addresses of programs. */
const opening =
  (asked: Asked & { caller: Caller }): OpenSample =>
  async (dossier) => {
    const opened = await openDossier(asked, dossier, 'see-inside')
    if (!opened.ok) return null
    const { found } = opened
    const client = await readClient(asked.services.store, asked.office, found.dossier.client)
    return { dossier: found.dossier, procedure: found.procedure, client, person: asked.caller.person }
  }

const atSource = (said: ReturnType<typeof sentence>) => ({ in: 'body' as const, path: '/source', sentence: said })

const UNKEPT = sentence(
  'Naskah kosong, terlalu panjang, atau memuat karakter yang tidak dapat disimpan.',
  'The text is empty, too long, or has characters that cannot be kept.',
)

const changed = (version: number) =>
  sentence(
    `Draf ini sudah disimpan orang lain sebagai versi ${version}. Baca lagi, gabungkan, lalu simpan di atas versi itu.`,
    `Somebody else has saved this draft as version ${version}. Read it again, join both, and save over that version.`,
  )
