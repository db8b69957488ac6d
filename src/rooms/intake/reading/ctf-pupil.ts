/** One pupil of a Common Transfer File: which element says what, and what is made of those that come several times. Pure. */

/** The columns a Common Transfer File is shown with; their names are told by `guessMapping` like any list's. */
export const CTF_COLUMNS = [
  'UPN',
  'Former UPN',
  'Unique learner number',
  'Surname',
  'Forename',
  'Middle names',
  'Preferred surname',
  'Preferred forename',
  'Former surname',
  'Former forename',
  'Date of birth',
  'Sex',
  'Ethnicity',
  'Year group',
  'Address line 1',
  'Address line 2',
  'Address line 3',
  'Address line 4',
  'Town',
  'Postcode',
  'Telephone',
  'Mobile',
  'Email',
  'SEN provision',
  'Free school meals',
  'Looked after',
  'Parent or carer',
  'Parent or carer relationship',
  'Parent or carer telephone',
  'Start date',
  'Leaving date',
  'Leaving reason',
] as const

export type CtfColumn = (typeof CTF_COLUMNS)[number]

/** Elements that say one thing, by where they stand below the pupil. */
const PLAIN: Readonly<Record<string, CtfColumn>> = {
  UPN: 'UPN',
  UniqueLearnerNumber: 'Unique learner number',
  Surname: 'Surname',
  Forename: 'Forename',
  DOB: 'Date of birth',
  Sex: 'Sex',
  // What it was called in older years.
  Gender: 'Sex',
  'BasicDetails/FormerUPN': 'Former UPN',
  'BasicDetails/PreferredSurname': 'Preferred surname',
  'BasicDetails/PreferredForename': 'Preferred forename',
  'BasicDetails/FormerSurname': 'Former surname',
  'BasicDetails/FormerForename': 'Former forename',
  'BasicDetails/MiddleNames': 'Middle names',
  'BasicDetails/NCyearActual': 'Year group',
  'BasicDetails/Ethnicity': 'Ethnicity',
  'LookedAfter/InCare': 'Looked after',
  'Address/PostCode': 'Postcode',
  Email: 'Email',
}

const BUILDING = ['SAON', 'PAON'] as const
const LINES = ['Address line 1', 'Address line 2', 'Address line 3', 'Address line 4'] as const

type Parts = Map<string, string>

/** Gathers what one pupil's elements say. */
export class PupilDesk {
  readonly #cells = new Map<CtfColumn, string>()
  readonly #source: { readonly authority: string; readonly school: string }
  readonly #address: Parts = new Map()
  /** What stands in the element that is open just now, of those that come several times. */
  #part: Parts = new Map()
  #adultOrder = Number.POSITIVE_INFINITY
  #senSince = ''
  #hasMeals: boolean | undefined

  /** @param source the school that sends the file: of a pupil's schools it is the one whose list this is */
  constructor(source: { readonly authority: string; readonly school: string }) {
    this.#source = source
  }

  /** An element begins. @param path below the pupil, as `Contacts/Contact` */
  open(path: string): void {
    if (SEVERAL.has(path)) this.#part = new Map()
  }

  /** An element ends. @param value its own words, trimmed */
  take(path: string, value: string): void {
    const plain = PLAIN[path]
    if (plain !== undefined) this.#put(plain, value)
    else if (path.startsWith('Address/')) this.#address.set(path.split('/').at(-1) ?? '', value)
    else if (SEVERAL.has(path)) this.#takePart(path)
    else if (value !== '') this.#part.set(path.split('/').at(-1) ?? '', value)
  }

  /** Everything that was said, by column. */
  done(): ReadonlyMap<CtfColumn, string> {
    this.#fillAddress()
    if (this.#hasMeals !== undefined) this.#put('Free school meals', this.#hasMeals ? 'Y' : 'N')
    const inCare = this.#cells.get('Looked after')
    if (inCare !== undefined) this.#cells.set('Looked after', /^(1|true|y|yes)$/i.test(inCare) ? 'Y' : 'N')
    return this.#cells
  }

  #put(column: CtfColumn, value: string): void {
    if (value !== '') this.#cells.set(column, value)
  }

  #takePart(path: string): void {
    const part = this.#part
    const of = (name: string) => part.get(name) ?? ''
    switch (path) {
      case 'Phones/Phone':
        this.#put(isMobile(of('PhoneNo')) ? 'Mobile' : 'Telephone', of('PhoneNo'))
        break
      case 'SENhistory/SEN':
        // The newest; dates are written as 2026-09-01.
        if (of('StartDate') >= this.#senSince) {
          this.#senSince = of('StartDate')
          this.#put('SEN provision', of('SENprovision'))
        }
        break
      case 'FSMhistory/FSMinstance':
        this.#hasMeals = this.#hasMeals === true || of('FSMendDate') === ''
        break
      case 'Contacts/Contact':
        this.#takeAdult(of)
        break
      case 'SchoolHistory/School':
        this.#takeSchool(of)
        break
      default:
        throw new Error(`${path} comes several times and is not taken`)
    }
  }

  /** Of those who care for a pupil the one who is called first. */
  #takeAdult(of: (name: string) => string): void {
    const order = Number(of('Order') || Number.MAX_SAFE_INTEGER)
    const name = [of('Forename'), of('Surname')].filter(part => part !== '').join(' ')
    if (name === '' || !(order < this.#adultOrder)) return
    this.#adultOrder = order
    this.#cells.set('Parent or carer', name)
    this.#cells.set('Parent or carer relationship', of('Relationship'))
    this.#cells.set('Parent or carer telephone', of('PhoneNo'))
  }

  /** Since when a pupil has been at the school that sends the file, and whether they left. */
  #takeSchool(of: (name: string) => string): void {
    if (of('LEA') !== this.#source.authority || of('Estab') !== this.#source.school) return
    this.#put('Start date', of('EntryDate'))
    this.#put('Leaving date', of('LeavingDate'))
    this.#put('Leaving reason', of('LeavingReason'))
  }

  #fillAddress(): void {
    const of = (name: string) => this.#address.get(name) ?? ''
    const written = ['AddressLine1', 'AddressLine2', 'AddressLine3', 'AddressLine4', 'AddressLine5'].map(of)
    const named = [BUILDING.map(of).concat(of('Street')).filter(Boolean).join(' '), of('Locality')]
    const lines = (written.some(line => line !== '') ? written : named).filter(line => line !== '')
    for (const [n, column] of LINES.entries()) this.#put(column, lines[n] ?? '')
    this.#put('Town', of('Town') || of('PostTown') || (lines[LINES.length] ?? ''))
  }
}

/** Elements that may come several times. */
const SEVERAL: ReadonlySet<string> = new Set([
  'Phones/Phone',
  'SENhistory/SEN',
  'FSMhistory/FSMinstance',
  'Contacts/Contact',
  'SchoolHistory/School',
])

function isMobile(number: string): boolean {
  return /^(\+44|0)\s*7/.test(number.replaceAll(/[()-]/g, ''))
}
