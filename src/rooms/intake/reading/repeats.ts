/** What only the whole list can tell: two people with one UPN, one person twice. Notes, not faults: matching asks. */
import { fold } from '#rooms/people/index.ts'
import type { ReadRow, RowFault } from './read-row.ts'

export type Repeat = {
  readonly trouble: 'upn-twice' | 'person-twice'
  readonly row: number
  /** The row that said it first. */
  readonly firstRow: number
}

/** Watches the good rows of one list as they pass. Twins are two people: their given names differ. */
export function repeatWatch(): (row: ReadRow) => Repeat[] {
  const people = new Map<string, number>()
  const upns = new Map<string, { row: number; who: string }>()
  return row => {
    const who = `${row.bornOn}|${fold(row.legal.family)}|${fold(row.legal.given)}`
    const place = `${who}|${row.postcode ?? ''}`
    const found: Repeat[] = []
    const samePerson = people.get(place)
    if (samePerson === undefined) people.set(place, row.row)
    else found.push({ trouble: 'person-twice', row: row.row, firstRow: samePerson })
    if (row.upn === null) return found
    const sameUpn = upns.get(row.upn)
    if (sameUpn === undefined) upns.set(row.upn, { row: row.row, who })
    else if (sameUpn.who !== who) found.push({ trouble: 'upn-twice', row: row.row, firstRow: sameUpn.row })
    else if (samePerson === undefined) found.push({ trouble: 'person-twice', row: row.row, firstRow: sameUpn.row })
    return found
  }
}

/** A repeat as a fault of its row, to stand in the same list as the rest. */
export function repeatAsNote(repeat: Repeat, row: ReadRow, column: string): RowFault {
  const field = repeat.trouble === 'upn-twice' ? 'upn' : 'family'
  const value = repeat.trouble === 'upn-twice' ? (row.upn ?? '') : `${row.legal.given} ${row.legal.family}`
  return { column, field, value, trouble: repeat.trouble, suggestion: String(repeat.firstRow) }
}
