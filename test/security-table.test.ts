// The table of docs/security.md promises nothing that no test proves.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../src/main/root.ts'

const root = projectRoot()
const rows = readFileSync(join(root, 'docs/security.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => {
    const [chapter = '', threat = '', defence = '', proof = ''] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim())
    return { chapter, threat, defence, proof }
  })

/** Titles as they stand in the file: whole, or the part that does not change from case to case. */
const titlesOf = (file: string): string[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /(?:\b(?:test|describe)(?:\.each\([\s\S]*?\))?\(\s*|\]\)\(\s*|^\s*)(['"`])((?:(?!\1)[^\n])+)\1,?\s*(?:$|\(|async|\{)/gm,
    ),
  ].map((one) => one[2] ?? '')

test('every chapter of the ASVS is answered for', () => {
  const chapters = new Set(rows.map((row) => row.chapter.split(' ')[0]))
  expect([...chapters]).toEqual(Array.from({ length: 17 }, (_, index) => `V${index + 1}`))
})

test.each(rows.map((row) => [row.threat || row.chapter, row]))('against "%s" stands a test that exists', (_, row) => {
  if (/^does not apply: .{10}/.test(row.defence)) {
    expect([row.threat, row.proof]).toEqual(['', ''])
    return
  }
  const [, file = '', title = ''] = /^`([\w./-]+)` · (.+)$/.exec(row.proof) ?? []
  expect([row.proof, existsSync(join(root, file)) && file.endsWith('.test.ts')]).toEqual([row.proof, true])
  expect(title.length).toBeGreaterThan(8)
  expect(titlesOf(file).filter((one) => one.includes(title))).not.toEqual([])
})
