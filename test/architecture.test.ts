import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../src/main/root.ts'

/** Who may import whom, among the folders of src. */
const MAY_IMPORT: Record<string, string[]> = {
  core: [],
  letters: ['core'],
  exchange: ['core'],
  store: ['core'],
  adapters: ['core', 'letters'],
  jobs: ['core', 'letters', 'store', 'adapters'],
  web: ['core', 'letters', 'exchange', 'store', 'adapters'],
  main: ['core', 'letters', 'exchange', 'store', 'adapters', 'jobs', 'web'],
}

/** Packages without input, output, clock or chance of their own. */
const PURE_PACKAGES = ['zod', 'temporal-polyfill', 'rrule-temporal', 'yaml']
const TEST_PACKAGES = ['vitest', 'fast-check']

const LINES_AT_MOST = 250

type Source = { path: string; folder: string; text: string; isTest: boolean }

const root = projectRoot()
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
  .sort()
  .map((path): Source => {
    const text = readFileSync(join(root, 'src', path), 'utf8')
    return { path: `src/${path}`, folder: path.split('/')[0] ?? '', text, isTest: /\.(test|fixture)\.tsx?$/.test(path) }
  })

test('imports point inward: main -> web, jobs -> store, adapters -> core', () => {
  expect(sources.flatMap(outwardImports)).toEqual([])
})

test.each([
  ['src/core/dossier/x.ts', "import { openStore } from '../../store/connect.ts'", 'store'],
  ['src/store/x.ts', "export type { Page } from '../web/page.tsx'", 'web'],
  ['src/web/pages/home/x.tsx', "const { start } = await import('../../../main/start.ts')", 'main'],
  ['src/letters/x.ts', "import {\n  a,\n} from '../adapters/dns/port.ts'", 'adapters'],
])('an import that points outward is found: %s', (path, text, folder) => {
  const source = { path, folder: path.split('/')[1] ?? '', text, isTest: false }
  expect(outwardImports(source)).toEqual([expect.stringContaining(`imports ${folder}`)])
})

test('only the printer among the adapters knows the letters', () => {
  const offenders = sources
    .filter((source) => source.folder === 'adapters' && !source.path.startsWith('src/adapters/typst/'))
    .flatMap((source) => ownImports(source).filter(({ folder }) => folder === 'letters'))
    .map(({ from, line }) => `${from}:${line}`)
  expect(offenders).toEqual([])
})

test('every folder of src has a place in the order of imports', () => {
  const folders = new Set(sources.map((source) => source.folder))
  expect([...folders].filter((folder) => MAY_IMPORT[folder] === undefined)).toEqual([])
})

test('the core imports nothing but itself and pure packages', () => {
  const offenders = sources
    .filter((source) => source.folder === 'core')
    .flatMap((source) => {
      const allowed = source.isTest ? [...PURE_PACKAGES, ...TEST_PACKAGES] : PURE_PACKAGES
      return importsOf(source)
        .filter(({ target }) => !target.startsWith('.') && !allowed.includes(target))
        .filter(({ target }) => !(source.isTest && target.startsWith('node:')))
        .map(({ line, target }) => `${source.path}:${line} imports ${target}`)
    })
  expect(offenders).toEqual([])
})

test('the core has no clock, no chance, no environment and never waits', () => {
  const impure =
    /\bDate\.now\b|\bnew Date(?!\([^)])|\bMath\.random\b|\bprocess\.|\basync\b|\bawait\b|\bTemporal\.Now\b|\bfetch\(|\bcrypto\./
  expect(find((source) => source.folder === 'core' && !source.isTest, impure)).toEqual([])
})

test('no file has a default export, because it has no name to search for', () => {
  expect(find(() => true, /^export default\b|\bas default\b/)).toEqual([])
})

test('nothing is left to do in a comment', () => {
  expect(
    find(
      () => true,
      /\bTODO\b|\bFIXME\b/,
      (line) => line,
    ),
  ).toEqual([])
})

test(`no file outgrows its room of ${LINES_AT_MOST} lines, but data and generated ones`, () => {
  const isExempt = (path: string) =>
    path === 'src/store/schema.ts' || path.startsWith('src/web/text/') || path.endsWith('-samples.ts')
  const offenders = sources
    .filter(({ path, isTest }) => !isExempt(path) && !isTest)
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > LINES_AT_MOST)
    .map(({ path, lines }) => `${path}: ${lines} lines`)
  expect(offenders).toEqual([])
})

test('no code knows one particular procedure', () => {
  const isCode = ({ path, isTest }: Source) => !isTest && !path.includes('gallery') && !path.startsWith('src/web/text/')
  expect(find(isCode, /subdomain-hosting|DINKOMINFO\/\d/)).toEqual([])
})

test('the decisions are numbered in a row, each number once, and each bears its own as its title', () => {
  const folder = join(root, 'docs/decisions')
  const files = readdirSync(folder).sort()
  expect(files.map((file) => file.slice(0, 5))).toEqual(
    files.map((_, before) => `${String(before + 1).padStart(4, '0')}-`),
  )
  const titles = files.map((file) => readFileSync(join(folder, file), 'utf8').split('\n')[0] ?? '')
  expect(titles.filter((title, before) => !title.startsWith(`# ${before + 1}. `))).toEqual([])
})

function outwardImports(source: Source): string[] {
  if (source.isTest) return []
  return ownImports(source)
    .filter(({ folder }) => folder !== source.folder && !MAY_IMPORT[source.folder]?.includes(folder))
    .map(({ line, folder }) => `${source.path}:${line} imports ${folder}`)
}

function find(isMeant: (source: Source) => boolean, pattern: RegExp, read = withoutComment): string[] {
  return sources
    .filter(isMeant)
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, at) => (pattern.test(read(line)) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
    )
}

const withoutComment = (line: string) => (/^\s*(\/\/|\*|\/\*)/.test(line) ? '' : line.replace(/\s\/\/ .*$/, ''))

type Import = { from: string; line: number; target: string; folder: string }

const ownImports = (source: Source): Import[] => importsOf(source).filter(({ target }) => target.startsWith('.'))

/** Static, re-exported and dynamic imports; a line that spans several lines is found by its last. */
function importsOf(source: Source): Import[] {
  return source.text.split('\n').flatMap((text, at) => {
    const match = /(?:^(?:import|export)\b.*|^\}.*)\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/.exec(
      text,
    )
    const target = match?.[1] ?? match?.[2] ?? match?.[3]
    if (target === undefined) return []
    const folder = relative('src', join(dirname(source.path), target)).split('/')[0] ?? ''
    return [{ from: source.path, line: at + 1, target, folder }]
  })
}

test('the migrations are numbered in a row, each number once', () => {
  const numbers = readdirSync(join(root, 'src/store/migrations')).map((file) => Number(file.slice(0, 4)))
  expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers.map((_, index) => index + 1))
})

test('facts take their time from the injected clock, never from the clock of the database', () => {
  const folder = join(root, 'src/store/migrations')
  const migrations = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8').replaceAll(/--.*/g, ''))
  // The queue plans its own work by that clock (docs/operations.md); it is a package and not searched here.
  const statements = sources
    .filter((source) => !source.isTest && ['store', 'main', 'jobs'].includes(source.folder))
    .flatMap(({ text }) => statementsIn(text))
  expect([...migrations, ...statements].filter((text) => SQL_CLOCK.test(text))).toEqual([])
})

test.each(['insert into t values (now())', 'select 1 where at < now() - $1', 'default current_timestamp'])(
  'a statement that asks the clock of the database is found: %s',
  (statement) => {
    const source = ['// A comment: now()', 'const at = services.now()', `const A = \``, `  create ${statement}\``]
    expect(statementsIn(source.join('\n')).filter((text) => SQL_CLOCK.test(text))).toHaveLength(1)
  },
)

const SQL_CLOCK =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)|\b(current_timestamp|current_date|current_time|localtime|localtimestamp)\b|'now'/i

/** Every text in quotes that speaks SQL, without what JavaScript puts into it. */
function statementsIn(text: string): string[] {
  const code = text.split('\n').map(withoutComment).join('\n')
  const texts = [...code.matchAll(/`[^`]*`|'[^'\n]*'/g)].map(([found]) => found.replaceAll(/\$\{[^}]*\}/g, ''))
  return texts.filter((found) => /\b(select|insert|update|delete|create|alter|where|values)\b/i.test(found))
}
