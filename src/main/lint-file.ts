// All faults of one procedure file: its own, and, where it stands in the folder of an agency, those of what it relies on.
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { agencySchema } from '../core/agency/agency.ts'
import { procedureMisfits } from '../core/agency/fit.ts'
import { GENERAL_LETTER } from '../core/paper/letter-templates.ts'
import { lintProcedure } from '../core/procedure/lint.ts'
import { type Fault, type Path, type ReadProcedure, readProcedure } from '../core/procedure/read.ts'
import type { Procedure } from '../core/procedure/schema.ts'
import { type Sentence, sentence } from '../core/sentence.ts'
import { letterMisfits, lettersNamed, type NamedLetter } from '../letters/edition-faults.ts'

/** @returns faults in the order of their lines, or null when there is no such file to read */
export const lintFile = async (file: string): Promise<Fault[] | null> => {
  const source = await textOf(file)
  if (source === null) return null
  const read = readProcedure(source)
  const around = read.ok ? await faultsAround(dirname(dirname(file)), read) : []
  return [...lintProcedure(source), ...around].toSorted((a, b) => a.line - b.line)
}

type Readable = Extract<ReadProcedure, { ok: true }>

/** @param folder of the agency, if it is one */
const faultsAround = async (folder: string, { procedure, lineOf }: Readable): Promise<Fault[]> => {
  const agencyFile = await textOf(join(folder, 'agency.yaml'))
  if (agencyFile === null) return [OUTSIDE]
  const found = [
    ...postsThatAreMissing(procedure, agencyFile),
    ...(await Promise.all(lettersNamed(procedure).map((one) => lettersThatDoNotFit(folder, procedure, one)))).flat(),
  ]
  const unwritten = await Promise.all(lettersNamed(procedure).map((one) => letterWithoutText(folder, one)))
  const odd = [...areaThatIsMissing(procedure, agencyFile), ...unwritten.flat()]
  return [
    ...found.map(({ path, sentence }): Fault => ({ line: lineOf(path), severity: 'error', sentence })),
    ...odd.map(({ path, sentence }): Fault => ({ line: lineOf(path), severity: 'warning', sentence })),
  ]
}

const OUTSIDE: Fault = {
  line: 1,
  severity: 'warning',
  sentence: sentence(
    'Berkas ini tidak berada di folder procedures sebuah kantor, sehingga jabatan, bidang layanan, dan suratnya tidak diperiksa.',
    'This file is not in the folder procedures of an office, so its posts, service heading and letters were not checked.',
  ),
}

const areaThatIsMissing = ({ service: { area } }: Procedure, agencyFile: string): Found[] => {
  const agency = agencySchema.safeParse(dataOf(agencyFile))
  if (area === undefined || !agency.success) return []
  const areas = agency.data.areas.map((one) => one.area)
  if (areas.includes(area)) return []
  return [
    {
      path: ['service', 'area'],
      sentence: sentence(
        `Bidang layanan "${area}" tidak ada di agency.yaml; yang ada: ${areas.join(', ')}.`,
        `The service heading "${area}" is not in agency.yaml; there are: ${areas.join(', ')}.`,
      ),
    },
  ]
}

type Found = { path: Path; sentence: Sentence }

const postsThatAreMissing = (procedure: Procedure, agencyFile: string): Found[] => {
  const agency = agencySchema.safeParse(dataOf(agencyFile))
  // A faulty agency file is no fault of this one.
  if (!agency.success) return []
  return procedureMisfits(procedure, agency.data).map(({ at, sentence }) => ({
    path: ['actors', at, 'post'],
    sentence,
  }))
}

const lettersThatDoNotFit = async (folder: string, procedure: Procedure, named: NamedLetter): Promise<Found[]> => {
  const { letter } = named
  const places = [...placesOf(folder, letter), join(folder, '..', 'letters', GENERAL_LETTER)]
  for (const place of places) {
    const text = await textOf(`${place}.md`)
    if (text === null) continue
    return letterMisfits(procedure, named, text)
  }
  return []
}

const placesOf = (folder: string, letter: string): string[] => [
  join(folder, 'letters', letter),
  join(folder, '..', 'letters', letter),
]

const letterWithoutText = async (folder: string, { path, letter }: NamedLetter): Promise<Found[]> => {
  const texts = await Promise.all(placesOf(folder, letter).map((place) => textOf(`${place}.md`)))
  if (texts.some((text) => text !== null)) return []
  return [
    {
      path,
      sentence: sentence(
        `Surat "${letter}" belum mempunyai naskah; yang dipakai naskah balasan umum. Naskahnya sendiri ditulis di letters/${letter}.md.`,
        `The letter "${letter}" has no text yet, so the general reply is used. Its own text is written in letters/${letter}.md.`,
      ),
    },
  ]
}

const dataOf = (yaml: string): unknown => {
  try {
    return parse(yaml)
  } catch {
    return undefined
  }
}

const textOf = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null)
