// The monitoring form of SOPs (PermenPANRB 35/2012, Tabel 7), filled with what was measured: planned beside actual.
import type { Agency } from '../core/agency/agency.ts'
import type { Day, Instant } from '../core/clock/instant.ts'
import type { TableRow } from '../core/procedure/table.ts'
import { templateFor } from './choose.ts'
import type { TypstDocument } from './document.ts'
import { dateInWords, dayName, longDate, numeral } from './indonesian.ts'
import { fillTemplate } from './language/fill.ts'
import { letterPage } from './letter-page.ts'
import { agencyLetterhead } from './letterhead.ts'
import type { Reserved } from './reserved.ts'
import { letterData } from './values.ts'

export const MONITORING_FORM = 'formulir-pemantauan-sop'

/** One SOP in the period; minutes are working minutes. */
export type Measured = {
  title: string
  /** The promise as printed; null where the SOP has none. */
  promise: string | null
  finished: number
  limited: number
  inTime: number
  meanMinutes: number
  mostMinutes: number
}

/** The assessor may judge otherwise: the tick is a proposal. Most of nine in ten in time goes well. */
const GOES_WELL = 0.9

export const monitoringRows = (measured: readonly Measured[]): TableRow[] =>
  measured.map((one) => {
    const isKnown = one.finished > 0 && one.limited > 0
    const share = isKnown ? one.inTime / one.limited : 0
    return {
      prosedur: one.title,
      baik: isKnown && share >= GOES_WELL ? TICK : '',
      'tidak-baik': isKnown && share < GOES_WELL ? TICK : '',
      catatan: noteOf(one),
      tindakan: '',
    }
  })

const TICK = '√'

const noteOf = ({ promise, finished, limited, inTime, meanMinutes, mostMinutes }: Measured): string => {
  const limit = promise === null ? 'Batas waktu tidak tercetak' : `Batas ${promise}`
  if (finished === 0) return `Belum ada berkas selesai pada periode ini. ${limit}.`
  const kept = limited === 0 ? '' : `, ${inTime} dari ${limited} tepat waktu (${Math.round((100 * inTime) / limited)}%)`
  return `${finished} berkas selesai${kept}. ${limit}; nyata rata-rata ${spoken(meanMinutes)}, terlama ${spoken(mostMinutes)}.`
}

/** 48 menit kerja; 3,2 jam kerja. */
const spoken = (minutes: number): string =>
  minutes < 120 ? `${minutes} menit kerja` : `${numeral((minutes / 60).toFixed(1).replace(/\.0$/, ''))} jam kerja`

export type Monitoring = {
  office: Agency
  letters: Readonly<Record<string, string>>
  arms: string | null
  /** First and last day. */
  from: Day
  to: Day
  measured: readonly Measured[]
  today: Day
  at: Instant
}

/** @throws when the office's own form cannot be filled with these rows */
export const monitoringDocument = (monitoring: Monitoring): TypstDocument => {
  const { office, letters, arms, from, to, measured, today, at } = monitoring
  const template = templateFor(MONITORING_FORM, letters)
  const period = `${longDate(from)} sampai ${longDate(to)}`
  const form = { periode: period, unit: office.letterhead.name, sop: monitoringRows(measured) }
  const filled = fillTemplate(template, letterData(template.front.fields, form, wordsOf(office, today)))
  if (!filled.ok)
    throw new Error(`${MONITORING_FORM}, line ${filled.faults[0]?.line}: ${filled.faults[0]?.sentence.en}`)
  return letterPage({
    letterhead: agencyLetterhead(office, arms),
    author: office.letterhead.name,
    zone: office.zone,
    createdAt: at,
    place: office.letterhead.place,
    datedOn: today,
    number: '',
    attachments: 0,
    addressee: { name: '', place: '' },
    letter: filled.letter,
    signatory: {
      post: '....................',
      capacity: 'definitive',
      onBehalfOf: null,
      signing: { kind: 'by-hand' },
      holder: [],
    },
    initials: [],
    standing: { kind: 'by-hand', foot: `Waktu nyata menurut catatan MIPP, dihitung dalam waktu kerja; ${period}` },
  })
}

const wordsOf = (office: Agency, today: Day): Partial<Record<Reserved, string>> => ({
  'kantor.nama': office.name,
  'kantor.tempat': office.letterhead.place,
  'surat.tanggal': longDate(today),
  'surat.hari': dayName(today),
  'surat.tanggal-terbilang': dateInWords(today),
})
