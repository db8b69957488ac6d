/**
 * Writes the types of the tables from the database itself, with the comments of the data dictionary, so that the editor
 * shows what a column means. `npm run tables` puts the text into `tables.ts`; a test proves that it is up to date.
 */
import type pg from 'pg'

interface Column {
  readonly table_name: string
  readonly table_comment: string | null
  readonly column_name: string
  readonly column_comment: string | null
  readonly type_name: string
  readonly is_array: boolean
  readonly not_null: boolean
  readonly has_default: boolean
  readonly made_by_database: boolean
  readonly is_view: boolean
}

const COLUMNS = `
  select c.relname as table_name, obj_description(c.oid, 'pg_class') as table_comment,
    a.attname as column_name, col_description(c.oid, a.attnum) as column_comment,
    coalesce(e.typname, t.typname) as type_name, e.oid is not null as is_array,
    a.attnotnull as not_null, a.atthasdef or a.attidentity <> '' as has_default,
    a.attgenerated <> '' or a.attidentity = 'a' as made_by_database, c.relkind in ('v', 'm') as is_view
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
  where n.nspname = 'app' and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
  order by c.relname, a.attnum`

const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'Day',
  timestamptz: 'Instant',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  json: 'unknown',
  jsonb: 'unknown',
}

/** The text of `tables.ts` for the schema `app` of a migrated database. */
export async function tableTypes(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<Column>(COLUMNS)
  const tables = new Map<string, Column[]>()
  for (const row of rows) tables.set(row.table_name, [...(tables.get(row.table_name) ?? []), row])
  const body = [...tables.values()].map(tableText).join('\n')
  const list = [...tables.keys()].map(name => `  ${name}: ${typeName(name)}Table`).join('\n')
  return `${header(body)}\n/** Every table by its name. */\nexport interface Tables {\n${list}\n}\n\n${body}`
}

function header(body: string): string {
  const kysely = ['Generated', 'GeneratedAlways'].filter(name => body.includes(`${name}<`))
  const lines = [
    '/** The tables as types. Written by `npm run tables` from a migrated database: not to be edited by hand. */',
    ...(kysely.length > 0 ? [`import type { ${kysely.join(', ')} } from 'kysely'`] : []),
    ...(/\bInstant\b/.test(body) ? [`import type { Instant } from '../clock.ts'`] : []),
    ...(/: .*\bDay\b/.test(body) ? [`import type { Day } from '../day.ts'`] : []),
  ]
  return `${lines.join('\n')}\n`
}

function tableText(columns: Column[]): string {
  const first = columns[0] as Column
  const lines = columns.map(
    column => `${comment(column.column_comment, '  ')}  ${column.column_name}: ${typeOf(column)}\n`,
  )
  return `${comment(first.table_comment, '')}export interface ${typeName(first.table_name)}Table {\n${lines.join('')}}\n`
}

function typeOf(column: Column): string {
  const plain = TYPES[column.type_name] ?? 'string'
  const one = column.is_array ? `${plain}[]` : plain
  // `unknown` holds null already; what a view holds is only known by its query.
  const value = column.not_null || plain === 'unknown' ? one : `${one} | null`
  if (column.made_by_database || column.is_view) return `GeneratedAlways<${value}>`
  return column.has_default ? `Generated<${value}>` : value
}

function comment(text: string | null, indent: string): string {
  return text === null ? '' : `${indent}/** ${text.replaceAll('*/', '*\\/').replaceAll(/\s+/g, ' ')} */\n`
}

function typeName(table: string): string {
  return table.replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
