// A scan of a letter that was signed by hand: looked into like any upload, matched with its frozen page, then a command.
import type { Command } from '../../core/dossier/commands.ts'
import type { Sentence } from '../../core/sentence.ts'
import { sentence } from '../../core/sentence.ts'
import { lookInto } from '../fields/uploads.ts'
import type { Upload } from '../request/body.ts'
import type { Services } from '../services.ts'
import { matchScan } from './match-scan.ts'
import type { Unsigned } from './waiting.ts'

type Asked = { agency: string; letter: Unsigned; upload: Upload | undefined; eye: string }

export type ScanCommand =
  | { ok: true; command: Extract<Command, { type: 'file-scan' }> }
  | { ok: false; field: 'file' | 'eye'; reason: Sentence }

export const scanCommand = async (services: Services, { agency, letter, upload, eye }: Asked): Promise<ScanCommand> => {
  if (!upload) return { ok: false, field: 'file', reason: MISSING }
  const looked = await lookInto(services, { paper: letter.letter, accept: ['pdf', 'jpg', 'png'] }, upload)
  if (!looked.ok) return { ok: false, field: 'file', reason: looked.reason }
  const matched = await matchScan(services, { agency, letter, scan: looked.paper, eye })
  if (!matched.ok) return matched
  const extension = looked.paper.name.split('.').at(-1) ?? 'pdf'
  const name = `${letter.letter} ${letter.number}.${extension}`.replaceAll('/', '-')
  const { task, letter: kind } = letter
  return {
    ok: true,
    command: { type: 'file-scan', task, letter: kind, paper: { ...looked.paper, name }, match: matched.match },
  }
}

const MISSING = sentence('Pilih hasil pindai surat yang sudah ditandatangani.', 'Choose the scan of the signed letter.')
