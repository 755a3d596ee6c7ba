// Independent judges of a finished PDF: pdfsig, pdffonts and pdfinfo of poppler-utils, and qpdf; installed where that is possible.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureDebianPackage } from './debian.ts'

const TOOLS = { pdfsig: 'poppler-utils', pdffonts: 'poppler-utils', pdfinfo: 'poppler-utils', qpdf: 'qpdf' } as const
type Tool = keyof typeof TOOLS

/** @returns what the tool says of the file and how it ended; null where the tool cannot be had, which is told once */
export const judge = (tool: Tool, pdf: Uint8Array, ...flags: string[]): { code: number; says: string } | null => {
  if (!isHere(tool)) return null
  const folder = mkdtempSync(join(tmpdir(), 'mipp-pdf-'))
  try {
    const file = join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    const { status, stdout, stderr } = spawnSync(tool, [...flags, file], { encoding: 'utf8', cwd: folder })
    return { code: status ?? -1, says: `${stdout}${stderr}` }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const found = new Map<Tool, boolean>()

const isHere = (tool: Tool): boolean => {
  const known = found.get(tool)
  if (known !== undefined) return known
  const is = ensureDebianPackage(tool, [TOOLS[tool]])
  if (!is) console.log(`Not met for real: ${tool} (Debian: ${TOOLS[tool]}). The papers are not judged by it.`)
  found.set(tool, is)
  return is
}
