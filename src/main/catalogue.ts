// Reads the catalogue folder: one folder per agency, every fault of every file told at once.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { agencySchema } from '../core/agency/agency.ts'
import type { Catalogue, FileEdition, OfficeFiles } from '../core/agency/catalogue.ts'
import { agencyMisfits, type Misfit, procedureMisfits } from '../core/agency/fit.ts'
import { readCalendar } from '../core/clock/calendar.ts'
import { GENERAL_LETTER, type TemplateFile } from '../core/paper/letter-templates.ts'
import { fieldsOf } from '../core/procedure/form.ts'
import { lintProcedure } from '../core/procedure/lint.ts'
import { readProcedure } from '../core/procedure/read.ts'
import { letterFaults, templateFileFaults } from '../letters/choose.ts'
import { lettersNamed } from '../letters/edition-faults.ts'
import type { TemplateFault } from '../letters/language/template.ts'
import { moreCalendars, type NamedCalendar } from './calendar-file.ts'
import { readClassifications } from './classification-file.ts'
import { oldLetters } from './old-letters.ts'
import { OperatorError } from './operator-error.ts'

/** @throws OperatorError that lists every fault with its file and line */
export const loadCatalogue = async (folder: string): Promise<Catalogue> => {
  const faults: string[] = []
  const shared = await letterTexts(join(folder, 'letters'), faults)
  const agencies: OfficeFiles[] = []
  for (const name of await agencyFolders(folder)) {
    const agency = await loadAgency(join(folder, name), shared, faults)
    if (agency) agencies.push(agency)
  }
  if (agencies.length === 0 && faults.length === 0)
    faults.push(`${folder}: tidak ada berkas agency.yaml / there is no agency.yaml`)
  if (faults.length > 0)
    throw new OperatorError(
      `Katalog belum benar:\n${faults.join('\n')}`,
      `The catalogue is not right:\n${faults.join('\n')}`,
    )
  return { agencies }
}

export const agencyFolders = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names: string[] = []
  for (const entry of entries.filter((one) => one.isDirectory())) {
    const files = await readdir(join(folder, entry.name))
    if (files.includes('agency.yaml')) names.push(entry.name)
  }
  return names.sort()
}

/** The editions of one agency's folder that can be read, and the faults of those that cannot. */
export const loadEditions = async (folder: string, faults: string[]): Promise<FileEdition[]> => {
  const editions: FileEdition[] = []
  for (const name of await yamlFiles(join(folder, 'procedures'))) {
    const file = join(folder, 'procedures', name)
    const source = await readFile(file, 'utf8')
    const errors = lintProcedure(source).filter((fault) => fault.severity === 'error')
    faults.push(...errors.map((fault) => `${file}:${fault.line}: ${fault.sentence.id} / ${fault.sentence.en}`))
    const read = readProcedure(source)
    if (read.ok)
      editions.push({
        procedure: read.procedure,
        source,
        sha256: createHash('sha256').update(source).digest('hex'),
        file,
      })
  }
  return editions
}

const loadAgency = async (folder: string, sharedLetters: Letters, faults: string[]): Promise<OfficeFiles | null> => {
  const agency = agencySchema.safeParse(await readYaml(join(folder, 'agency.yaml'), faults))
  if (agency.success) agency.data.classifications = await readClassifications(folder, faults, readYaml)
  if (!agency.success)
    faults.push(
      ...agency.error.issues.map(
        (issue) => `${join(folder, 'agency.yaml')}: ${issue.path.join('.')}: ${issue.message}`,
      ),
    )
  const calendar = readCalendar(await readYaml(join(folder, 'calendar.yaml'), faults))
  if (!calendar.ok)
    faults.push(...calendar.faults.map((fault) => `${join(folder, 'calendar.yaml')}: ${fault.path}: ${fault.sentence}`))
  const more = await namedCalendars(folder, faults)
  const editions = await loadEditions(folder, faults)
  const own = await letterTexts(join(folder, 'letters'), faults)
  const letters = { ...sharedLetters.texts, ...own.texts }
  const letterFiles = [...sharedLetters.files.filter(({ letter }) => !(letter in own.texts)), ...own.files]
  if (!agency.success || !calendar.ok) return null
  const arms = await readArms(folder, agency.data.letterhead.arms, faults)
  faults.push(...missingEditions(folder, agency.data['in-force'], editions), ...editionsTwice(editions))
  faults.push(...misfits(join(folder, 'agency.yaml'), agencyMisfits(agency.data)))
  if (agency.data.agency !== basename(folder))
    faults.push(
      `${join(folder, 'agency.yaml')}: agency: harus sama dengan nama foldernya / must be the name of its folder`,
    )
  faults.push(...editions.flatMap((one) => misfits(one.file, procedureMisfits(one.procedure, agency.data))))
  faults.push(...lettersThatDoNotFit(join(folder, 'letters'), letters, editions))
  return { agency: agency.data, calendar: calendar.calendar, moreCalendars: more, editions, letters, letterFiles, arms }
}

const missingEditions = (
  folder: string,
  inForce: { procedure: string; edition: string }[],
  editions: FileEdition[],
): string[] =>
  inForce
    .filter(
      (wanted) =>
        !editions.some(
          ({ procedure }) => procedure.procedure === wanted.procedure && procedure.edition === wanted.edition,
        ),
    )
    .map(
      (wanted) =>
        `${join(folder, 'agency.yaml')}: in-force: ${wanted.procedure}@${wanted.edition} tidak ada / does not exist`,
    )

const misfits = (file: string, found: Misfit[]): string[] =>
  found.map(({ at, sentence }) => `${file}: ${at}: ${sentence.id} / ${sentence.en}`)

const editionsTwice = (editions: FileEdition[]): string[] => {
  const nameOf = ({ procedure }: FileEdition) => `${procedure.procedure}@${procedure.edition}`
  return editions
    .filter((one, index) => editions.findIndex((other) => nameOf(other) === nameOf(one)) !== index)
    .map((one) => `${one.file}: ${nameOf(one)} sudah ada di berkas lain / is in another file already`)
}

type Letters = { texts: Record<string, string>; files: TemplateFile[] }

const letterTexts = async (folder: string, faults: string[]): Promise<Letters> => {
  const files: TemplateFile[] = []
  faults.push(...(await oldLetters(folder)))
  for (const name of (await filesIn(folder)).filter((one) => one.endsWith('.md'))) {
    const source = await readFile(join(folder, name), 'utf8')
    const letter = basename(name, '.md')
    faults.push(...templateFileFaults(letter, source).map((fault) => `${join(folder, name)}:${told(fault)}`))
    files.push({ letter, source, sha256: createHash('sha256').update(source).digest('hex') })
  }
  return { texts: Object.fromEntries(files.map(({ letter, source }) => [letter, source])), files }
}

const told = ({ line, sentence: { id, en } }: TemplateFault): string => `${line}: ${id} / ${en}`

const filesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).sort()

const yamlFiles = async (folder: string): Promise<string[]> =>
  (await filesIn(folder)).filter((name) => name.endsWith('.yaml'))

export const readYaml = async (file: string, faults: string[]): Promise<unknown> => {
  try {
    return parse(await readFile(file, 'utf8'))
  } catch (error) {
    faults.push(`${file}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`)
    return undefined
  }
}

const namedCalendars = async (folder: string, faults: string[]): Promise<NamedCalendar[]> =>
  (await moreCalendars(folder)).flatMap(({ file, calendar, label, reading }) => {
    if (reading.ok) return [{ calendar, label, data: reading.calendar }]
    faults.push(...reading.faults.map((fault) => `${file}: ${fault.path}: ${fault.sentence}`))
    return []
  })

const readArms = async (folder: string, name: string | undefined, faults: string[]): Promise<string | undefined> => {
  if (name === undefined) return undefined
  const arms = await readFile(join(folder, name), 'utf8').catch(() => null)
  if (!arms?.includes('<svg')) faults.push(`${join(folder, name)}: bukan gambar SVG / not an SVG picture`)
  return arms ?? undefined
}

/** A letter that cannot be printed would be found out on the day it is sent; so it is found at the start. */
const lettersThatDoNotFit = (folder: string, letters: Record<string, string>, editions: FileEdition[]): string[] =>
  editions.flatMap(({ procedure }) => {
    return lettersNamed(procedure).flatMap(({ letter: name }) =>
      letterFaults(letters[name] ?? letters[GENERAL_LETTER], fieldsOf(procedure)).map(
        (fault) =>
          `${join(folder, name)}.md:${fault.line} (${procedure.procedure}@${procedure.edition}): ${fault.sentence.id} / ${fault.sentence.en}`,
      ),
    )
  })
