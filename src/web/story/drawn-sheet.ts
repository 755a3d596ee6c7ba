// The official sheet of an edition, drawn once for each office and kept as long as the edition itself is.
import type { Agency } from '../../core/agency/agency.ts'
import type { Procedure } from '../../core/procedure/schema.ts'
import { layOut } from '../../core/procedure/sheet/layout.ts'
import type { Picture } from '../../core/procedure/sheet/picture.ts'
import type { Sheet } from '../../core/procedure/sheet/sheet.ts'
import { sopSheet } from '../../letters/sop-sheet.ts'

export type DrawnSheet = { sheet: Sheet; picture: Picture }

/** Editions never change, and neither does an office while the program runs. */
const drawn = new WeakMap<Agency, WeakMap<Procedure, DrawnSheet>>()

export const drawnSheet = (agency: Agency, procedure: Procedure): DrawnSheet => {
  const ofAgency = drawn.get(agency) ?? new WeakMap<Procedure, DrawnSheet>()
  drawn.set(agency, ofAgency)
  const known = ofAgency.get(procedure)
  if (known) return known
  const sheet = sopSheet(procedure, agency)
  const made = { sheet, picture: layOut(sheet) }
  ofAgency.set(procedure, made)
  return made
}
