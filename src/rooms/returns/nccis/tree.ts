/** The elements of a file as a tree, made once from the table of what a file is made of: of all years, since a reader takes what comes. */
import { ITEMS, type Item } from '#rooms/tracking/index.ts'
import { PLACES, SPELLINGS } from './profile.ts'

/** What an element is to the reader. */
export type Node = {
  readonly name: string
  /** How it is read: what holds others, a value, or what nobody knows. */
  readonly kind: 'root' | 'header' | 'record' | 'group' | 'value' | 'unknown'
  readonly children: Map<string, Node>
  readonly item?: Item | 'characteristics' | undefined
  /** Its place among the items of a record; -1 for what is none. */
  readonly place: number
  /** Of the header: which of its values this is. */
  readonly field?: HeaderField
  /** Whether it may stand there more than once. */
  readonly repeats: boolean
  /** Its bit among the elements of a record that may stand there once; -1 for the others. */
  readonly number: number
}

export type HeaderField =
  | 'databases'
  | 'authorities'
  | 'dateOfSend'
  | 'periodEnd'
  | 'supplierName'
  | 'supplierXmlVersion'
  | 'xmlSchemaVersion'

const HEADER: readonly (readonly [readonly string[], string, HeaderField])[] = [
  [['Databases'], 'DatabaseID', 'databases'],
  [['SourceLEAs'], 'LEACode', 'authorities'],
  [[], 'DateOfSend', 'dateOfSend'],
  [[], 'PeriodEnd', 'periodEnd'],
  [[], 'SupplierName', 'supplierName'],
  [[], 'SupplierXMLVersion', 'supplierXmlVersion'],
  [[], 'XMLSchemaVersion', 'xmlSchemaVersion'],
]

let numbers = 0

function node(name: string, kind: Node['kind'], rest: Partial<Node> = {}): Node {
  const place = ITEMS.findIndex(item => item === rest.item)
  return { name, kind, children: new Map(), repeats: false, number: numbers++, place, ...rest }
}

/** What nobody knows, and all in it. */
export const UNKNOWN: Node = node('', 'unknown')

const header = node('FileHeader', 'header')
for (const [groups, tag, field] of HEADER)
  put(header, groups, node(tag, 'value', { field, repeats: groups.length > 0 }))

const record = node('YoungPersonsRecord', 'record', { repeats: true })
for (const { groups, tag, item } of PLACES)
  put(record, groups, node(tag, 'value', { item, repeats: item === 'characteristics' }))

/** The root of any year. */
export const ROOT: Node = node('NCCIS', 'root')
ROOT.children.set('FileHeader', header)
ROOT.children.set('YoungPersonsRecord', record)

/** How many elements there are: for whoever counts them by number. */
export const NODES = numbers

function put(top: Node, groups: readonly string[], leaf: Node): void {
  let above = top
  for (const name of groups) {
    const group = above.children.get(name) ?? node(name, 'group', { repeats: name === 'Characteristics' })
    above.children.set(name, group)
    above = group
  }
  above.children.set(leaf.name, leaf)
  for (const [other, meant] of Object.entries(SPELLINGS)) if (meant === leaf.name) above.children.set(other, leaf)
}
