// One thing that the linter has found: where in the file, how grave, and in which words.
import { type Sentence, sentence } from '../sentence.ts'
import type { Path } from './read.ts'

export type Found = { path: Path; severity: 'error' | 'warning'; sentence: Sentence }

/** It cannot run so. */
export const error = (path: Path, id: string, en: string): Found => ({
  path,
  severity: 'error',
  sentence: sentence(id, en),
})

/** It is odd; quiet once a remark names the step. */
export const warning = (path: Path, id: string, en: string): Found => ({
  path,
  severity: 'warning',
  sentence: sentence(id, en),
})

export const stepPath = (index: number, ...rest: PropertyKey[]): Path => ['steps', index, ...rest]
