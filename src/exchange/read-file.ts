// A procedure that comes in as a file, in any of the formats in which it goes out: one way in for pages, programs and the command line.
import { type Fault, faultAt } from '../core/procedure/fault.ts'
import { type ReadProcedure, readProcedure } from '../core/procedure/read.ts'
import { procedureYaml } from '../core/procedure/write.ts'
import { MAX_FILE_BYTES, tooBig } from '../core/procedure/yaml-guard.ts'
import { textOfBytes } from './text-of-bytes.ts'

/** @param name as it is called where it comes from; its ending tells the format */
export type GivenFile = { name: string; bytes: Uint8Array }

type Readable = Extract<ReadProcedure, { ok: true }>

export type ReadFile =
  /** `source`: the text to keep; of YAML the very text that came, comments and all. */
  { ok: true; format: Format; source: string; file: Readable['file']; procedure: Readable['procedure'] } | Faulty
type Faulty = { ok: false; faults: Fault[] }

export type Format = 'yaml' | 'json'

/** Is it a procedure file? Whether the procedure is sound, `lintProcedure` of its source tells. */
export const readProcedureFile = async ({ name, bytes }: GivenFile): Promise<ReadFile> => {
  if (bytes.length > MAX_FILE_BYTES) return refused(tooBig())
  const format = formatOf(name)
  if (!format) return refused(unknownFormat(name))
  const text = textOfBytes(bytes)
  if (typeof text !== 'string') return refused(text)
  return FORMATS[format](text)
}

const formatOf = (name: string): Format | null => {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (ending === 'yml') return 'yaml'
  return ending === 'yaml' || ending === 'json' ? ending : null
}

const readYaml = async (source: string): Promise<ReadFile> => {
  const read = readProcedure(source)
  return read.ok ? { ok: true, format: 'yaml', source, file: read.file, procedure: read.procedure } : read
}

/** JSON is YAML too: its faults are found, and told with their line, by the same reader. */
const readJson = async (text: string): Promise<ReadFile> => {
  const bad = jsonFault(text)
  if (bad) return refused(bad)
  const read = readProcedure(text)
  return read.ok
    ? { ok: true, format: 'json', source: procedureYaml(read.file), file: read.file, procedure: read.procedure }
    : read
}

const FORMATS: Record<Format, (text: string) => Promise<ReadFile>> = { yaml: readYaml, json: readJson }

const jsonFault = (text: string): Fault | null => {
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    return faultAt(
      text.slice(0, at === undefined ? text.length : Number(at)).split('\n').length,
      'Berkas bukan JSON yang benar: periksa kurung, koma, dan tanda petik di baris ini dan sebelumnya.',
      'Not valid JSON: look at brackets, commas and quotes on this line and the one before.',
    )
  }
}

const unknownFormat = (name: string): Fault =>
  faultAt(
    1,
    `Berkas "${name.slice(-60)}" tidak dikenal; nama berkas prosedur berakhir dengan .yaml atau .json.`,
    `The file "${name.slice(-60)}" is not known; the name of a procedure file ends with .yaml or .json.`,
  )

const refused = (fault: Fault): Faulty => ({ ok: false, faults: [fault] })
