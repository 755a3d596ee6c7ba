// A letter as the press takes it, for tests of what is done with the finished file.
import type { TypstDocument } from '../../src/letters/document.ts'
import { letterPage } from '../../src/letters/letter-page.ts'
import { sampleReply } from '../../src/letters/papers.fixture.ts'

export const sampleLetter = (): TypstDocument => letterPage(sampleReply)
