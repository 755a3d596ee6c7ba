// The rows of letters that were withdrawn, for the public check page and the books.
import { inZone } from '../../clock/instant.ts'
import type { Dossier } from '../dossier.ts'
import { successorOf } from './named.ts'

type Change = { agency: string; zone: string; before: Dossier | null; after: Dossier }

/** Those that this change has withdrawn, or given their successor. */
export const withdrawalRows = ({ agency, zone, before, after }: Change): Record<string, unknown>[] => {
  const known = before ? rowsOf(agency, zone, before).map((row) => JSON.stringify(row)) : []
  return rowsOf(agency, zone, after).filter((row) => !known.includes(JSON.stringify(row)))
}

const rowsOf = (agency: string, zone: string, dossier: Dossier): Record<string, unknown>[] =>
  dossier.letters.flatMap(({ id, paper, withdrawn }) =>
    paper && withdrawn
      ? [
          {
            agency,
            paper: paper.id,
            withdrawn_on: inZone(withdrawn.at, zone).toPlainDate().toString(),
            replaced_by: successorOf(dossier, id)?.paper?.id ?? null,
          },
        ]
      : [],
  )
