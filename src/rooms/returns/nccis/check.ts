/**
 * Checks a file of the return against the published error list, in two readings and flat memory. The first finds whatever the file is refused for and what
 * seems to repeat, the second asks the rules about each record.
 */
import { type Day, isDay } from '#ground/day.ts'
import {
  brokenBy,
  contextOf,
  factsOf,
  ITEMS,
  type Item,
  isAdvice,
  LAST_YEAR,
  listsOf,
  RECORD_RULES,
  type RecordRule,
  type ReturnContext,
  type ReturnRecord,
  type ReturnYear,
  returnYearOf,
  rulesFor,
} from '#rooms/tracking/index.ts'
import type { ReturnHeader } from './profile.ts'
import { type ReturnHandler, readTo } from './read.ts'
import { type Kind, Repeats } from './repeats.ts'
import { causeSaid, type FileCause, numberOfCause } from './words.ts'
import { XmlBroken } from './xml-trouble.ts'

/** One error. Of a person there is the number they have in the return and, where it is needed, the faulty value; never a name. */
export type Fault = {
  /** A number of the published list, several that share a rule, or `file`. */
  readonly error: string
  readonly line: number
  /** '' where it is about the file, or the number is none. */
  readonly person: string
  /** What is wrong and what to do: the same words wherever the same is wrong. */
  readonly says: string
  /** What is so in this place only: the faulty value, the line of another. '' mostly. */
  readonly here: string
  /** Whether it stands in the way; advice does not. */
  readonly blocks: boolean
  /** Whether the file is refused as a whole for it. */
  readonly refuses: boolean
}

export type Checked = {
  readonly header: ReturnHeader | undefined
  readonly periodEnd: Day | undefined
  /** The year whose list it was checked against. */
  readonly year: ReturnYear
  /** The year the period is in, where it was not the one asked for. */
  readonly otherYear: ReturnYear | undefined
  /** False where the file could not be read to its end: people after that line are not counted. */
  readonly isWhole: boolean
  readonly people: number
  readonly refusals: number
  readonly blocking: number
  readonly advice: number
  /** Elements nobody knows, with how many there were; at most 20 names. */
  readonly unknown: ReadonlyMap<string, number>
  /** Whether more seemed to repeat than can be held against each other. */
  readonly hasMoreRepeats: boolean
}

/** A fault in one piece. */
export function messageOf({ says, here }: Pick<Fault, 'says' | 'here'>): string {
  return here === '' ? says : `${says} ${here}`
}

/** Items the first reading asks for. */
const FIRST_ITEMS: ReadonlySet<Item> = new Set([
  'YoungPersonsID',
  'CohortStatus',
  'UniqueLearnerNo',
  'GivenName',
  'FamilyName',
  'DOB',
])
const MOST_UNKNOWN = 20
const MOST_SHOWN = 20

/**
 * Checks a file. Faults it is refused for are told first, then the others person by person.
 * @param open the file from its beginning; asked twice
 * @param asked the year whose list is meant; that of the header's PeriodEnd where it is left out
 */
export async function checkReturn(
  open: () => AsyncIterable<Uint8Array>,
  asked: ReturnYear | undefined,
  take: (fault: Fault) => void,
): Promise<Checked> {
  const first = new FirstReading(asked, take)
  const isWhole = await reading(open, first, FIRST_ITEMS, trouble =>
    first.refuse(trouble.cause, trouble.line, trouble.detail),
  )
  const second = new SecondReading(first, take)
  // Where it cannot be read on was told: the people before that line are checked all the same.
  await reading(open, second, undefined, ({ line }) => {
    if (isWhole) first.refuse('changed', line)
  })
  return first.checked(isWhole, second)
}

async function reading(
  open: () => AsyncIterable<Uint8Array>,
  handler: ReturnHandler,
  wanted: ReadonlySet<Item> | undefined,
  broken: (trouble: XmlBroken) => void,
): Promise<boolean> {
  try {
    await readTo(open(), handler, wanted)
    return true
  } catch (trouble) {
    if (!(trouble instanceof XmlBroken)) throw trouble
    broken(trouble)
    return false
  }
}

class FirstReading implements ReturnHandler {
  readonly repeats = new Repeats()
  readonly #asked: ReturnYear | undefined
  readonly #take: (fault: Fault) => void
  readonly #unknown = new Map<string, number>()
  #header: ReturnHeader | undefined
  #people = 0
  #refusals = 0

  constructor(asked: ReturnYear | undefined, take: (fault: Fault) => void) {
    this.#asked = asked
    this.#take = take
  }

  get #periodEnd(): Day | undefined {
    const said = this.#header?.periodEnd ?? ''
    return isDay(said) ? said : undefined
  }

  get year(): ReturnYear {
    return this.#asked ?? (this.#periodEnd === undefined ? LAST_YEAR : returnYearOf(this.#periodEnd))
  }

  /** What the second reading holds records against. */
  context(): ReturnContext {
    const { authorities } = listsOf(this.year)
    return contextOf(this.year, {
      periodEnd: this.#periodEnd,
      databases: (this.#header?.databases ?? []).filter(isDatabase),
      authorities: (this.#header?.authorities ?? []).filter(code => authorities.has(code)),
    })
  }

  header(header: ReturnHeader, line: number): void {
    if (this.#header !== undefined) return
    this.#header = header
    const { authorities } = listsOf(this.year)
    if (header.databases.length === 0 || !header.databases.every(isDatabase)) this.refuse('database', line)
    if (header.authorities.length === 0 || !header.authorities.every(code => authorities.has(code)))
      this.refuse('authority', line)
    if (!isDay(header.dateOfSend)) this.refuse('date-of-send', line)
    if (!isDay(header.periodEnd)) this.refuse('period-end', line)
  }

  record(record: ReturnRecord, _line: number, lineOf: (item: Item) => number): void {
    this.#people++
    const { CohortStatus } = record
    if (CohortStatus !== '' && !STATUSES.has(CohortStatus))
      this.refuse('status', lineOf('CohortStatus'), '', record.YoungPersonsID)
    for (const { kind, keyOf } of REPEATED) {
      const key = keyOf(record)
      if (key !== '') this.repeats.note(kind, key)
    }
  }

  shape(cause: FileCause, line: number, detail: string, person: string): void {
    this.refuse(cause, line, detail, person)
  }

  unknown(name: string): void {
    const known = this.#unknown.get(name)
    if (known !== undefined || this.#unknown.size < MOST_UNKNOWN) this.#unknown.set(name, (known ?? 0) + 1)
  }

  refuse(cause: FileCause, line: number, detail = '', person = ''): void {
    this.#refusals++
    const says = causeSaid(cause, detail)
    const error = numberOfCause(cause)
    this.#take({ error, line, person: numberOf(person), says, here: '', blocks: true, refuses: true })
  }

  checked(isWhole: boolean, { blocking, advice }: { blocking: number; advice: number }): Checked {
    const periodEnd = this.#periodEnd
    const own = periodEnd === undefined ? undefined : returnYearOf(periodEnd)
    return {
      header: this.#header,
      periodEnd,
      year: this.year,
      otherYear: own === this.year ? undefined : own,
      isWhole,
      people: this.#people,
      refusals: this.#refusals,
      blocking: this.#refusals + blocking,
      advice,
      unknown: this.#unknown,
      hasMoreRepeats: this.repeats.isFull,
    }
  }
}

class SecondReading implements ReturnHandler {
  blocking = 0
  advice = 0
  readonly #context: ReturnContext
  readonly #rules: readonly RecordRule[]
  readonly #repeats: Repeats
  readonly #take: (fault: Fault) => void

  constructor(first: FirstReading, take: (fault: Fault) => void) {
    this.#context = first.context()
    this.#rules = rulesFor(this.#context)
    this.#repeats = first.repeats
    this.#take = take
  }

  record(record: ReturnRecord, line: number, lineOf: (item: Item) => number): void {
    const context = this.#context
    for (const broken of brokenBy(this.#rules, record, factsOf(record, context), context)) {
      const item = FIRST_ITEM_OF.get(broken)
      const at = item === undefined ? line : lineOf(item)
      this.#tell(broken.error, at, record, `${broken.item}: ${broken.says}`, shownOf(broken, record))
    }
    if (!this.#repeats.hasAny) return
    for (const { kind, keyOf, error, item, says } of REPEATED) {
      const key = keyOf(record)
      const at = lineOf(item)
      const before = key === '' ? undefined : this.#repeats.firstOf(kind, key, at)
      if (before !== undefined) this.#tell(error, at, record, says, `The first is at line ${before}.`)
    }
  }

  #tell(error: string, line: number, record: ReturnRecord, says: string, here: string): void {
    const blocks = !isAdvice(error, this.#context.year)
    if (blocks) this.blocking++
    else this.advice++
    this.#take({ error, line, person: numberOf(record.YoungPersonsID), says, here, blocks, refuses: false })
  }

  header(): void {
    // The first reading read it.
  }

  shape(): void {
    // The first reading told it.
  }

  unknown(): void {
    // The first reading counted it.
  }
}

/** Statuses of every year: which one is good is the same in all of them. */
const STATUSES = listsOf(LAST_YEAR).statuses

type Repeated = {
  readonly kind: Kind
  readonly error: string
  readonly item: Item
  readonly says: string
  /** What must not be there twice; '' where a record has nothing to compare. */
  keyOf(record: ReturnRecord): string
}

/** Rules about two records. That a number of a person twice belongs to errors 1, 902 and 903 is likely; 907 and 908 are certain. */
export const REPEATED: readonly Repeated[] = [
  {
    kind: 'person',
    error: '1, 902, 903',
    item: 'YoungPersonsID',
    says: 'YoungPersonsID: The same number is there before. Everybody is sent once.',
    keyOf: record => record.YoungPersonsID,
  },
  {
    kind: 'learner',
    error: '907',
    item: 'UniqueLearnerNo',
    says: 'UniqueLearnerNo: Somebody else has the same ULN. Find out whose it is; where both are one person, one of them has status M.',
    keyOf: record => (record.CohortStatus === 'M' ? '' : record.UniqueLearnerNo),
  },
  {
    kind: 'likeness',
    error: '908',
    item: 'DOB',
    says: 'Given name, family name and birth date are those of somebody before. Look whether they are one person. This is advice and does not count.',
    keyOf: ({ GivenName, FamilyName, DOB }) =>
      GivenName === '' || FamilyName === '' || DOB === ''
        ? ''
        : `${GivenName.toUpperCase()}\n${FamilyName.toUpperCase()}\n${DOB}`,
  },
]

/** The item whose line is told. */
const FIRST_ITEM_OF: ReadonlyMap<RecordRule, Item> = new Map(
  RECORD_RULES.flatMap(one => {
    const item = one.shows[0] ?? ITEMS.find(known => known === one.item.split(', ')[0])
    return item === undefined ? [] : [[one, item] as const]
  }),
)

function isDatabase(id: string): boolean {
  return /^\d{3}$/.test(id)
}

/** The number of a person, and only where it is one: another value may be a name in the wrong place. */
function numberOf(id: string): string {
  return id === '' || /^\d{1,20}$/.test(id) ? id : ''
}

function shownOf(rule: RecordRule, record: ReturnRecord): string {
  const values = rule.shows.filter(item => record[item] !== '')
  if (values.length === 0) return ''
  return `Here: ${values.map(item => `${item} ${shownValue(record[item])}`).join(', ')}.`
}

/** A value as it is where it can be nothing but a code or a day; any other may be a name, and is told by its length. */
function shownValue(value: string): string {
  return value.length <= MOST_SHOWN && /^(?:[A-Z]{0,4}|[A-Z]?\d*[A-Z]?|\d{4}-\d\d-\d\d)$/.test(value)
    ? `"${value}"`
    : `a value of ${value.length} signs`
}
