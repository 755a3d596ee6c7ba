import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mipp } from '../../../test/support/command-line.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mipp-bpmn-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('an edition as BPMN on the command line', () => {
  test('is written to a file, and the file is the same procedure again', async () => {
    const out = join(folder, 'sop.bpmn')
    expect(await mipp(['procedure', 'bpmn', 'subdomain-hosting', '--out', out], {})).toMatchObject({ code: 0, out: '' })
    expect(await readFile(out, 'utf8')).toContain('<bpmn:participant id="Pool" name="Dinas Komunikasi')
    const compared = await mipp(['procedure', 'diff', 'demak/subdomain-hosting', out, '--json'], {})
    expect(JSON.parse(compared.out)).toMatchObject({ isSame: true })
  })

  test('is written to the terminal without a file, and not without an edition', async () => {
    const { out } = await mipp(['procedure', 'bpmn', 'subdomain-hosting'], {})
    expect(out).toMatch(/^<\?xml/)
    expect((await mipp(['procedure', 'bpmn'], {})).code).toBe(2)
    expect((await mipp(['procedure', 'bpmn', 'tidak-ada'], {})).code).toBe(1)
  })
})
