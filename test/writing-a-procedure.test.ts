// The page that explains procedure files says what the program understands: its example is sound, its lists are complete.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fieldSchema } from '../src/core/procedure/field-schema.ts'
import { lintProcedure } from '../src/core/procedure/lint.ts'
import { ACTS } from '../src/core/procedure/schema.ts'
import { startSchema } from '../src/core/procedure/start-schema.ts'

const page = readFileSync(join(import.meta.dirname, '../docs/writing-a-procedure.md'), 'utf8')

/** Names in code marks in the first column of the table under this heading. */
const namesUnder = (heading: string): string[] => {
  const part = page.split('\n## ').find((one) => one.startsWith(heading)) ?? ''
  const rows = part.split('\n').filter((line) => line.startsWith('| `'))
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? ''))
}

test('the example is sound, without a fault and without a warning', () => {
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? []
  expect(example).toContain('procedure: pinjam-alat')
  expect(lintProcedure(example)).toEqual([])
})

test('every act, every type of field and every way to begin is explained', () => {
  expect(namesUnder('Steps')).toEqual([...ACTS])
  expect(namesUnder('The form').toSorted()).toEqual(fieldSchema.options.map((one) => one.shape.type.value).toSorted())
  expect(namesUnder('Ways to begin')).toEqual(['client', 'company', 'public', 'post', 'schedule', 'monitor'])
  expect(startSchema.options).toHaveLength(6)
})
