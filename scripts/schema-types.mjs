// The migrated schema as the types of Kysely, as the store's connections really hand the values over.

/** @param read runs a query and gives its rows */
export async function describeTypes(read) {
  const tables = Object.groupBy(await read(COLUMNS), (row) => row.table)
  const names = Object.keys(tables)
  const unions = new Map((await read(CHECKS)).flatMap(({ table, check }) => readUnion(table, check)))
  const types = names.flatMap((name) => ['', ...describeTable(name, tables[name], unions)])
  const used = ['ColumnType', 'Generated', 'GeneratedAlways'].filter((word) =>
    types.some((line) => line.includes(word === 'ColumnType' ? 'Json' : `${word}<`)),
  )
  return [
    '// The tables as Kysely sees them. Written by `npm run schema` from the migrated database; do not edit.',
    '',
    `import type { ${used.join(', ')} } from 'kysely'`,
    '',
    '/** Read as data; written as the text of JSON, because `pg` would make something else of an array. */',
    'export type Json<More = never> = ColumnType<unknown, string | More, string | More>',
    ...types,
    '',
    'export type DB = {',
    ...names.map((name) => `  ${name}: ${typeName(name)}`),
    '}',
    '',
  ].join('\n')
}

function describeTable(name, columns, unions) {
  const lines = columns.map((column) => {
    const values = unions.get(`${name}.${column.column}`)
    const bare = values ?? typeOf(column)
    if (bare === 'Json') return `  ${column.column}: ${jsonType(column)}`
    const full = column.required ? bare : `${bare} | null`
    if (column.always) return `  ${column.column}: GeneratedAlways<${full}>`
    return `  ${column.column}: ${column.defaulted ? `Generated<${full}>` : full}`
  })
  return [`export type ${typeName(name)} = {`, ...lines, '}']
}

function jsonType({ required, defaulted }) {
  const more = [...(required ? [] : ['null']), ...(defaulted ? ['undefined'] : [])]
  return more.length === 0 ? 'Json' : `Json<${more.join(' | ')}>`
}

function typeOf({ type, element, table, column }) {
  if (element !== null) return `${typeOf({ type: element, element: null, table, column })}[]`
  const found = TYPES[type]
  if (found === undefined) throw new Error(`schema-types.mjs does not know the type ${type} of ${table}.${column}`)
  return found
}

/** What store/connect.ts makes of them: instants and days stay text, and big integers are numbers. */
const TYPES = {
  bool: 'boolean',
  bpchar: 'string',
  bytea: 'Buffer',
  cidr: 'string',
  date: 'string',
  float8: 'number',
  inet: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  interval: 'string',
  json: 'Json',
  jsonb: 'Json',
  name: 'string',
  numeric: 'string',
  text: 'string',
  time: 'string',
  timestamptz: 'string',
  tsvector: 'string',
  uuid: 'string',
  varchar: 'string',
}

/** A check such as `state in ('open', 'done')` becomes the union of its words. */
function readUnion(table, check) {
  const match = /^CHECK \(\(?(\w+) = ANY \(ARRAY\[(.+)\]\)\)?\)$/.exec(check)
  if (match === null) return []
  const words = [...match[2].matchAll(/'((?:[^']|'')*)'::text/g)].map(([, word]) => word.replaceAll("''", "'"))
  if (words.length === 0) return []
  return [[`${table}.${match[1]}`, words.map((word) => JSON.stringify(word).replaceAll('"', "'")).join(' | ')]]
}

const typeName = (table) => table.replace(/(^|_)([a-z])/g, (_, _start, letter) => letter.toUpperCase())

const COLUMNS = `select c.relname as table, a.attname as column, t.typname as type, e.typname as element,
    a.attnotnull as required, a.atthasdef or a.attidentity = 'd' as defaulted,
    a.attgenerated <> '' or a.attidentity = 'a' as always
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1, a.attnum`

const CHECKS = `select c.relname as table, pg_get_constraintdef(k.oid) as check
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where k.contype = 'c' and c.relnamespace = 'public'::regnamespace order by 1, k.conname`
