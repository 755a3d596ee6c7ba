// Writes down shapes that are defined elsewhere: of the migrated database (src/store/schema.sql to read, schema.ts for
// types) and of procedure files (catalogue/procedure.schema.json, for editors).
// With --check it writes nothing and fails when the two files no longer tell the truth.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { procedureJsonSchema } from '../src/core/procedure/json-schema.ts'
import { startEmbeddedPostgres } from '../src/main/embedded-postgres.ts'
import { projectRoot } from '../src/main/root.ts'
import { migrate } from '../src/store/migrate.ts'
import { describeSchema } from './schema-dump.mjs'
import { describeTypes } from './schema-types.mjs'

const root = projectRoot()
const stale = []
for (const [path, text] of Object.entries(await generate())) {
  const stored = await readFile(join(root, path), 'utf8').catch(() => '')
  if (stored === text) continue
  stale.push(path)
  if (!process.argv.includes('--check')) await writeFile(join(root, path), text)
}
if (stale.length > 0 && process.argv.includes('--check')) {
  console.error(`Tidak mutakhir / stale: ${stale.join(', ')}. Jalankan / run: npm run schema`)
  process.exitCode = 1
} else {
  console.log(
    stale.length > 0 ? `Ditulis / written: ${stale.join(', ')}` : 'Skema mutakhir. / The schema files are fresh.',
  )
}

async function generate() {
  const folder = await mkdtemp(join(tmpdir(), 'mipp-schema-'))
  const server = await startEmbeddedPostgres({ folder, unsafe: true })
  try {
    await migrate({ ownerUrl: server.url, root })
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    const read = async (query) => (await client.query(query)).rows
    const files = {
      'src/store/schema.sql': await describeSchema(read),
      'src/store/schema.ts': await describeTypes(read),
      'catalogue/procedure.schema.json': procedureJsonSchema(),
    }
    await client.end()
    return files
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}
