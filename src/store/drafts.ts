// Forms in work: what was typed and uploaded, kept for one person, procedure, client and channel.
import { z } from 'zod'
import type { Instant } from '../core/clock/instant.ts'
import type { PaperRef } from '../core/dossier/events.ts'
import type { Store } from './connect.ts'

/** `channel` is `online`, `counter`, or `correct:<dossier>` while a returned request is put right. */
export type DraftKey = { person: string; procedure: string; client: string; channel: string }

/** An upload that has been looked into, and the field it answers. */
export type DraftFile = { field: string; paper: PaperRef }

export type Draft = DraftKey & {
  /** Becomes the identity of the dossier, so that sending twice makes one. */
  id: string
  values: Record<string, string[]>
  files: DraftFile[]
  version: number
  updatedAt: Instant
}

export const findDraft = (store: Store, agency: string, key: DraftKey): Promise<Draft | null> =>
  store.inAgency(agency, async (db) => {
    const row = await db
      .selectFrom('draft')
      .selectAll()
      .where('agency', '=', agency)
      .where('person', '=', key.person)
      .where('procedure', '=', key.procedure)
      .where('client', '=', key.client)
      .where('channel', '=', key.channel)
      .executeTakeFirst()
    return row ? draftOf(row) : null
  })

/** Drafts of a person, the latest first: for "continue where you stopped". */
export const draftsOf = (store: Store, agency: string, person: string, channel: string): Promise<Draft[]> =>
  store.inAgency(agency, async (db) => {
    const rows = await db
      .selectFrom('draft')
      .selectAll()
      .where('agency', '=', agency)
      .where('person', '=', person)
      .where('channel', '=', channel)
      .orderBy('updated_at', 'desc')
      .limit(20)
      .execute()
    return rows.map(draftOf)
  })

type Saving = {
  key: DraftKey
  newId: string
  values: Record<string, string[]>
  files?: DraftFile[] | undefined
  now: Instant
}

/** Without `files` those that are kept stay. */
export const saveDraft = (store: Store, agency: string, { key, newId, values, files, now }: Saving): Promise<Draft> =>
  store.inAgency(agency, async (db) => {
    const form = JSON.stringify(values)
    const kept = files === undefined ? {} : { files: JSON.stringify(files) }
    const row = await db
      .insertInto('draft')
      .values({ agency, draft: newId, ...key, form, files: kept.files ?? '[]', version: 1, updated_at: now })
      .onConflict((conflict) =>
        conflict.columns(['agency', 'person', 'procedure', 'client', 'channel']).doUpdateSet((eb) => ({
          form,
          ...kept,
          version: eb('draft.version', '+', 1),
          updated_at: now,
        })),
      )
      .returningAll()
      .executeTakeFirstOrThrow()
    return draftOf(row)
  })

export const dropDraft = (
  store: Store,
  agency: string,
  { id, person }: { id: string; person: string },
): Promise<void> =>
  store.inAgency(agency, async (db) => {
    await db
      .deleteFrom('draft')
      .where('agency', '=', agency)
      .where('draft', '=', id)
      .where('person', '=', person)
      .execute()
  })

type Row = DraftKey & { draft: string; form: unknown; files: unknown; version: number; updated_at: string }

const draftOf = ({ draft, person, procedure, client, channel, form, files, version, updated_at }: Row): Draft => ({
  id: draft,
  person,
  procedure,
  client,
  channel,
  values: values.parse(form),
  files: keptFiles.parse(files),
  version,
  updatedAt: updated_at,
})

const values = z.record(z.string(), z.array(z.string()))
const paper = z.object({
  id: z.string(),
  paper: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  mime: z.string(),
  name: z.string(),
  place: z.object({ latitude: z.number(), longitude: z.number() }).exactOptional(),
})
export const keptFiles = z.array(z.object({ field: z.string(), paper }))
