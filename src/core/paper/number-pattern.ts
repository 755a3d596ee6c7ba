// Number patterns of letters, agenda and dossiers: the day's parts are filled here, `{seq}` at commit.
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** Fills {year} {month} {romanMonth}; leaves {seq} and {seq4}, which the commit takes from the series. */
export const fillNumberPattern = (pattern: string, on: { year: number; month: number }): string =>
  pattern
    .replaceAll('{year}', String(on.year))
    .replaceAll('{month}', String(on.month).padStart(2, '0'))
    .replaceAll('{romanMonth}', ROMAN[on.month - 1] ?? '')
