// Units of the office: divisions, secretariat, teams; each under another, one at the top.
import { type Asked, done, type Judged, no } from './change.ts'
import { UNIT_KINDS } from './organisation.ts'
import { firstFault, isCircle, keyFault, nameFault, presenceFault } from './row-checks.ts'

export const judgeUnit = ({ office, change, facts }: Asked<'unit'>): Judged => {
  const { row, isNew } = change
  const before = office.units.find((one) => one.unit === row.unit) ?? null
  const fault = firstFault(
    keyFault('unit', row.unit),
    presenceFault('unit', { key: row.unit, isNew, isThere: before !== null }),
    nameFault('name', row.name, ['nama satuan kerja', 'the name of the unit']),
    UNIT_KINDS.includes(row.kind) ? null : no('kind', 'Pilih jenis satuan kerja.', 'Choose the kind of unit.'),
    superiorFault({ office, change, facts }),
    row.calendar === null || facts.calendars.includes(row.calendar)
      ? null
      : no(
          'calendar',
          `Kalender kerja "${row.calendar}" tidak ada. Pilih dari daftar, atau kosongkan.`,
          `There is no working calendar "${row.calendar}". Choose one of the list, or none.`,
        ),
  )
  return fault ?? done([{ kind: 'unit', key: row.unit, before, after: row }])
}

const superiorFault = ({ office, change: { row } }: Asked<'unit'>) => {
  const { unit, superior } = row
  if (superior === null)
    return office.units.some((one) => one.superior === null && one.unit !== unit)
      ? no('superior', 'Pilih satuan kerja di atasnya.', 'Choose the unit above it.')
      : null
  const above = (key: string): string | null => office.units.find((one) => one.unit === key)?.superior ?? null
  if (!office.units.some((one) => one.unit === superior))
    return no('superior', `Satuan kerja "${superior}" tidak ada.`, `There is no unit "${superior}".`)
  return isCircle(unit, superior, above)
    ? no('superior', 'Satuan kerja tidak dapat berada di bawah dirinya sendiri.', 'A unit cannot stand below itself.')
    : null
}
