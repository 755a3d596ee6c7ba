// A trouble that the person who runs MIPP can mend: said plainly in both languages, without a stack.

import { type Sentence, sentence } from '../core/sentence.ts'

export class OperatorError extends Error {
  readonly says: Sentence

  constructor(id: string, en: string) {
    super(en)
    this.name = 'OperatorError'
    this.says = sentence(id, en)
  }
}
