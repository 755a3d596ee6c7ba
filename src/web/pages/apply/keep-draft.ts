// Puts what was typed and uploaded into the draft, whatever its faults.

import type { Instant } from '../../../core/clock/instant.ts'
import type { FieldFault } from '../../../core/procedure/form.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { type Draft, type DraftKey, findDraft, saveDraft } from '../../../store/drafts.ts'
import { ROW, withRows } from '../../fields/table-rows.ts'
import { keepKnown } from '../../fields/typed-form.ts'
import { takeUploads } from '../../fields/uploads.ts'
import { first, type Posted } from '../../request/body.ts'
import type { Services } from '../../services.ts'

export type Keeping = {
  agency: string
  procedure: Procedure
  step?: string | undefined
  key: DraftKey
  posted: Posted
  /** Controls that are kept though they are no fields of the procedure, as a note. */
  beside?: readonly string[] | undefined
  now: Instant
}

/** A form that a person sent: fields and files. @returns also what is wrong with the files */
export const keepSent = async (
  services: Services,
  keeping: Keeping,
): Promise<{ draft: Draft; faults: FieldFault[] }> => {
  const before = await findDraft(services.store, keeping.agency, keeping.key)
  const { files, faults } = await takeUploads(services, keeping, keeping.posted, before?.files ?? [])
  return { draft: await save(services, keeping, files), faults }
}

/** What a script saves while somebody types: fields alone, files are not its matter. */
export const keepTyped = (services: Services, keeping: Keeping): Promise<Draft> => save(services, keeping, undefined)

const save = (
  services: Services,
  { agency, procedure, step, key, posted, beside = [], now }: Keeping,
  files: Draft['files'] | undefined,
): Promise<Draft> =>
  saveDraft(services.store, agency, {
    key,
    newId: services.newId(),
    values: {
      ...withRows(procedure, step, keepKnown(procedure, posted, step), first(posted, ROW)),
      ...Object.fromEntries(beside.map((name) => [name, [first(posted, name)]])),
    },
    files,
    now,
  })
