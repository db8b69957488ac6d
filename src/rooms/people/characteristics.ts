/**
 * Characteristics as dated data, each with the class its very value tells of (K6). Codes of the national return's IC01 stand
 * in `returned`; the return's two SEN flags and our own have none. Source and how sure each is: docs/rules/people.md
 */
import type { Day } from '#ground/day.ts'
import type { RecordClass } from '#rooms/access/index.ts'

export type CharacteristicCode = {
  readonly code: string
  readonly label: string
  readonly discloses: Extract<RecordClass, 'care' | 'family' | 'immigration' | 'health' | 'offending' | 'learning'>
  /** The return's code, or null where the return has none. */
  readonly returned: string | null
  /** In the list from this day. */
  readonly from: Day
  /** In the list until before this day; null while it is. */
  readonly until: Day | null
}

const RAW = `
looked-after       care        110 2002-04-01 Looked after, in care
care-leaver        care        160 2002-04-01 Care leaver
young-carer        family      140 2002-04-01 Carer, not of their own child
parent-caring      family      120 2002-04-01 Parent, caring for own child
parent-not-caring  family      190 2002-04-01 Parent, not caring for own child
pregnant           health      180 2002-04-01 Pregnant
substance-misuse   health      150 2002-04-01 Substance misuse (told by themselves)
mental-health      health      210 2025-04-01 Mental health
ldd                health      -   2002-04-01 Learning difficulty or disability
refugee            immigration 130 2002-04-01 Refugee or asylum seeker
youth-justice      offending   170 2002-04-01 Supervised by youth justice
ehc-plan           learning    -   2014-09-01 Education, health and care plan
sen-support        learning    -   2014-09-01 SEN support
alternative        learning    200 2019-04-01 Alternative provision
excluded           learning    -   2002-04-01 Permanently excluded
free-meals         family      -   2002-04-01 Free school meals or pupil premium
`

export const CHARACTERISTICS: ReadonlyMap<string, CharacteristicCode> = new Map(
  RAW.trim()
    .split('\n')
    .map(line => {
      const [code = '', discloses = '', returned = '', from = '', ...words] = line.split(/\s+/)
      const one: CharacteristicCode = {
        code,
        label: words.join(' '),
        discloses: discloses as CharacteristicCode['discloses'],
        returned: returned === '-' ? null : returned,
        from: from as Day,
        until: null,
      }
      return [code, one]
    }),
)

/** Codes of the list of a day that somebody may write who sees these classes: of the others they are told nothing. */
export function offeredCharacteristics(seen: ReadonlySet<RecordClass>, today: Day): CharacteristicCode[] {
  return [...CHARACTERISTICS.values()].filter(
    c => seen.has(c.discloses) && c.from <= today && (c.until === null || c.until > today),
  )
}

/** The class a characteristic tells of; undefined for a code no list ever had. */
export function characteristicClass(code: string): CharacteristicCode['discloses'] | undefined {
  return CHARACTERISTICS.get(code)?.discloses
}

export function characteristicLabel(code: string): string {
  return CHARACTERISTICS.get(code)?.label ?? code
}
