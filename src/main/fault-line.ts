// One fault of a procedure as a line for a terminal, with the place an editor can jump to.
import type { Fault } from '../core/procedure/fault.ts'

export const faultLine = (file: string, { line, severity, sentence }: Fault): string => {
  const [id, en] = severity === 'warning' ? ['Peringatan: ', 'Warning: '] : ['', '']
  return `${file}:${line}: ${id}${sentence.id} / ${en}${sentence.en}`
}
