// Tables uploaded to change the organisation: looked at first, written only as they were looked at, upon the same office.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Instant } from '../../core/clock/instant.ts'
import { factsOf } from '../../core/organisation/facts.ts'
import type { OfficePerson } from '../../core/organisation/organisation.ts'
import { type PlannedLine, planImport, type Verdict } from '../../exchange/organisation/plan.ts'
import type { SentFile } from '../../exchange/organisation/read-tables.ts'
import { changeOrganisation, lookAtOrganisation } from '../../store/organisation-changes.ts'
import type { LinkMail } from '../../store/people-changes.ts'
import type { Services } from '../services.ts'
import type { Changing } from './change-now.ts'

/** Of all files together, in characters. */
export const MOST_SENT = 200 * 1024

export type Importing = Omit<Changing, 'services'> & {
  services: Pick<Services, 'store' | 'seal' | 'unseal' | 'newId'>
  linkFor: (person: OfficePerson) => LinkMail
}

export type Preview = {
  lines: PlannedLine[]
  counts: Record<Verdict, number>
  files: { name: string; sha256: string }[]
  /** With it, and only as it stands here, the import is agreed to; null where there is nothing to agree to. */
  agreement: string | null
}

export const previewImport = async (
  { services, agency, person, now }: Importing,
  files: readonly SentFile[],
): Promise<Preview> => {
  const office = agency.agency.agency
  const seen = await lookAtOrganisation(services.store, office, factsOf(agency))
  const { lines, changes } = planImport({ ...seen, newId: services.newId }, files)
  const counts = { new: 0, changed: 0, unchanged: 0, ended: 0, refused: 0 }
  for (const { verdict } of lines) counts[verdict] += 1
  const agreed: Agreed = { office, person, fingerprint: seen.fingerprint, files: [...files], at: now }
  return {
    lines,
    counts,
    files: files.map(({ name, text }) => ({ name, sha256: sha256Of(text) })),
    agreement: changes.length === 0 ? null : sealed(services, agreed),
  }
}

/** `stale`: the office is not what was looked at; nothing was written. `broken`: what was sent is no agreement of this person. */
export type Imported = { is: 'done'; count: number } | { is: 'stale'; preview: Preview } | { is: 'broken' }

export const confirmImport = async (importing: Importing, agreement: string): Promise<Imported> => {
  const { services, agency, person, now, linkFor } = importing
  const agreed = opened(services, agreement)
  const office = agency.agency.agency
  if (!agreed || agreed.office !== office || agreed.person !== person) return { is: 'broken' }
  const outcome = await changeOrganisation(services.store, office, {
    by: { person, now },
    reason: reasonOf(agreed.files),
    facts: factsOf(agency),
    plan: (seen, facts) => planImport({ office: seen, facts, newId: services.newId }, agreed.files).changes,
    linkFor,
    expected: agreed.fingerprint,
  })
  // Work may have come to a post that is to be closed: then a line is refused that was not.
  if (outcome.ok && outcome.writes.length > 0) return { is: 'done', count: outcome.writes.length }
  return { is: 'stale', preview: await previewImport(importing, agreed.files) }
}

const agreedShape = z.strictObject({
  office: z.string(),
  person: z.string().nullable(),
  fingerprint: z.string(),
  files: z.array(z.strictObject({ name: z.string(), text: z.string() })),
  at: z.string(),
})
type Agreed = z.output<typeof agreedShape> & { at: Instant }

/** The files themselves are in it, so what is written is what was looked at; nobody else can make one up. */
const sealed = (services: Pick<Services, 'seal'>, agreed: Agreed): string =>
  Buffer.from(services.seal(JSON.stringify(agreed))).toString('base64url')

const opened = (services: Pick<Services, 'unseal'>, agreement: string): Agreed | null => {
  try {
    return agreedShape.parse(JSON.parse(services.unseal(Buffer.from(agreement, 'base64url'))))
  } catch {
    return null
  }
}

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

const reasonOf = (files: readonly SentFile[]): string =>
  files.map(({ name, text }) => `CSV: ${name} (SHA-256 ${sha256Of(text)})`).join('; ')
