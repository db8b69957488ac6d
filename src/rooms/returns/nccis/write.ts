/** Writes a return as it comes, in flat memory. */
import { Buffer } from 'node:buffer'
import type { ReturnRecord, ReturnYear } from '#rooms/tracking/index.ts'
import { OPTIONAL_GROUPS, type Place, profileOf, type ReturnHeader } from './profile.ts'

/** So much is gathered before it is handed on. */
const PIECE = 64 * 1024

/** What stands between two values: whole tags, made once. */
type Step =
  | { readonly kind: 'tags'; readonly text: string }
  | { readonly kind: 'value'; readonly before: string; readonly after: string; readonly item: Place['item'] }
  /** A group that is there only where something in it is said. */
  | { readonly kind: 'optional'; readonly steps: readonly Step[]; readonly items: readonly Place['item'][] }

/**
 * A file of the return, in pieces of UTF-8. Values are written as they are but for signs that XML has not, which become spaces; a record has the items of the
 * year, in the year's order, and those that say nothing as empty elements.
 * @param records one young person each; nothing is kept of them
 */
export async function* writeReturn(
  year: ReturnYear,
  header: ReturnHeader,
  records: AsyncIterable<ReturnRecord> | Iterable<ReturnRecord>,
): AsyncGenerator<Buffer> {
  const { root, places } = profileOf(year)
  const steps = stepsOf(places)
  let piece = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<${root}>\n${headerOf(header)}`
  for await (const record of records) {
    piece += `  <YoungPersonsRecord>\n${said(steps, record)}  </YoungPersonsRecord>\n`
    if (piece.length < PIECE) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(`${piece}</${root}>\n`)
}

function headerOf(header: ReturnHeader): string {
  const one = (tag: string, value: string, depth: number) => `${'  '.repeat(depth)}<${tag}>${escaped(value)}</${tag}>\n`
  const many = (group: string, tag: string, values: readonly string[]) =>
    `    <${group}>\n${values.map(value => one(tag, value, 3)).join('')}    </${group}>\n`
  return (
    `  <FileHeader>\n${many('Databases', 'DatabaseID', header.databases)}${many('SourceLEAs', 'LEACode', header.authorities)}` +
    one('DateOfSend', header.dateOfSend, 2) +
    one('PeriodEnd', header.periodEnd, 2) +
    one('SupplierName', header.supplierName, 2) +
    one('SupplierXMLVersion', header.supplierXmlVersion, 2) +
    one('XMLSchemaVersion', header.xmlSchemaVersion, 2) +
    '  </FileHeader>\n'
  )
}

function stepsOf(places: readonly Place[]): Step[] {
  const steps: Step[] = []
  const tops = [...new Set(places.map(place => place.groups[0] ?? ''))]
  for (const top of tops) {
    steps.push({ kind: 'tags', text: `    <${top}>\n` })
    const own = places.filter(place => place.groups[0] === top)
    const inner = [...new Set(own.map(place => place.groups[1] ?? ''))]
    for (const group of inner) {
      const these = own.filter(place => (place.groups[1] ?? '') === group)
      const depth = group === '' ? 3 : 4
      const values = these.map(({ tag, item }): Step => {
        const indent = '  '.repeat(depth)
        return { kind: 'value', before: `${indent}<${tag}>`, after: `</${tag}>\n`, item }
      })
      const around: Step[] =
        group === ''
          ? values
          : [{ kind: 'tags', text: `      <${group}>\n` }, ...values, { kind: 'tags', text: `      </${group}>\n` }]
      if (OPTIONAL_GROUPS.has(group))
        steps.push({ kind: 'optional', steps: around, items: these.map(place => place.item) })
      else steps.push(...around)
    }
    steps.push({ kind: 'tags', text: `    </${top}>\n` })
  }
  return steps
}

function said(steps: readonly Step[], record: ReturnRecord): string {
  let text = ''
  for (const step of steps) {
    if (step.kind === 'tags') text += step.text
    else if (step.kind === 'optional') {
      if (step.items.some(item => record[item].length > 0)) text += said(step.steps, record)
    } else if (step.item === 'characteristics')
      for (const code of record.characteristics) text += step.before + escaped(code) + step.after
    else text += step.before + escaped(record[step.item]) + step.after
  }
  return text
}

/** What must not stand in text: the three signs of markup, a line's return (a reader would make a line's end of it), and signs XML has not. */
const SPECIAL =
  /[&<>\r\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const MEANT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

function escaped(value: string): string {
  return value === '' ? value : value.replaceAll(SPECIAL, sign => MEANT[sign] ?? ' ')
}
