// A procedure that comes in as a file, in any of the formats in which it goes out: one way in for pages, programs and the command line.
import { type Fault, faultAt } from '../core/procedure/fault.ts'
import { type ReadProcedure, readProcedure } from '../core/procedure/read.ts'
import { procedureYaml } from '../core/procedure/write.ts'
import { MAX_FILE_BYTES, tooBig } from '../core/procedure/yaml-guard.ts'
import { MAX_BPMN_BYTES, readBpmn } from './bpmn/import.ts'
import { textOfBytes } from './text-of-bytes.ts'

/** @param name as it is called where it comes from; its ending tells the format */
export type GivenFile = { name: string; bytes: Uint8Array }

type Readable = Extract<ReadProcedure, { ok: true }>

export type ReadFile =
  /** `source`: the text to keep; of YAML the very text that came, comments and all. */
  { ok: true; format: Format; source: string; file: Readable['file']; procedure: Readable['procedure'] } | Faulty
/** `source`: a text in YAML that an officer can mend, where there is one. */
type Faulty = { ok: false; faults: Fault[]; source: string | null }

export type Format = 'yaml' | 'json' | 'bpmn'

/** Is it a procedure file? Whether the procedure is sound, `lintProcedure` of its source tells. */
export const readProcedureFile = async ({ name, bytes }: GivenFile): Promise<ReadFile> => {
  const format = formatOf(name)
  if (!format) return refused(unknownFormat(name))
  const most = format === 'bpmn' ? MAX_BPMN_BYTES : MAX_FILE_BYTES
  if (bytes.length > most) return refused(tooBig(most))
  const text = textOfBytes(bytes)
  if (typeof text !== 'string') return refused(text)
  return FORMATS[format](text)
}

const formatOf = (name: string): Format | null => {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (ending === 'yml') return 'yaml'
  return ending === 'yaml' || ending === 'json' || ending === 'bpmn' ? ending : null
}

const readYaml = async (source: string): Promise<ReadFile> => {
  const read = readProcedure(source)
  if (!read.ok) return { ...read, source }
  return { ok: true, format: 'yaml', source, file: read.file, procedure: read.procedure }
}

/** JSON is YAML too: its faults are found, and told with their line, by the same reader. */
const readJson = async (text: string): Promise<ReadFile> => {
  const bad = jsonFault(text)
  if (bad) return refused(bad)
  const read = readProcedure(text)
  return read.ok
    ? { ok: true, format: 'json', source: procedureYaml(read.file), file: read.file, procedure: read.procedure }
    : { ...read, source: null }
}

const readDiagram = async (text: string): Promise<ReadFile> => {
  const read = await readBpmn(text)
  if (!read.ok) return { ...read, source: null }
  const again = readProcedure(read.source)
  return again.ok
    ? { ok: true, format: 'bpmn', source: read.source, file: again.file, procedure: again.procedure }
    : { ...again, source: read.source }
}

const FORMATS: Record<Format, (text: string) => Promise<ReadFile>> = {
  yaml: readYaml,
  json: readJson,
  bpmn: readDiagram,
}

const jsonFault = (text: string): Fault | null => {
  if (brokenAt(text) === null) return null
  const lines = text.split('\n')
  // The reader of JSON mostly does not say where: the first lines that cannot be begun so end in the broken one.
  let [good, bad] = [0, lines.length]
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (brokenAt(lines.slice(0, middle).join('\n')) === 'inside') bad = middle
    else good = middle
  }
  return faultAt(
    bad,
    'Berkas bukan JSON yang benar: periksa kurung, koma, dan tanda petik di baris ini dan sebelumnya.',
    'Not valid JSON: look at brackets, commas and quotes on this line and the one before.',
  )
}

/** Null where it is JSON; `end` where it only breaks off. */
const brokenAt = (text: string): 'inside' | 'end' | null => {
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? -1)
    return /end of JSON/.test(message) || at >= text.trimEnd().length ? 'end' : 'inside'
  }
}

const unknownFormat = (name: string): Fault =>
  faultAt(
    1,
    `Berkas "${name.slice(-60)}" tidak dikenal; nama berkas prosedur berakhir dengan .yaml, .json, atau .bpmn.`,
    `The file "${name.slice(-60)}" is not known; the name of a procedure file ends with .yaml, .json or .bpmn.`,
  )

const refused = (fault: Fault): Faulty => ({ ok: false, faults: [fault], source: null })
