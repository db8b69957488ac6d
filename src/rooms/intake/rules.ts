/**
 * What a row would do to what is known. Pure: the row, what the same partner said before, and what is on record go in;
 * what to write comes out. A partner changes only what it changed itself: where it says the same as last time, whatever
 * others have said since stands.
 */
import { addDays, type Day, isAfter } from '#ground/day.ts'
import type { OrganisationKind } from '#rooms/directory/index.ts'
import type { HeldIdentifierKind } from '#rooms/people/index.ts'
import { type ApartFrom, nameKeyOf, withoutApart } from './apart.ts'
import {
  type CharacteristicOnRecord,
  type CharacteristicStep,
  characteristicLabel,
  characteristicSteps,
} from './characteristics.ts'
import { isUnderSection72 } from './reading/fields.ts'
import { type ReadRow, type Said, underObjection } from './reading/read-row.ts'
import type { Change } from './run.ts'

/** What is on record of a person, as far as lists may touch it. */
export type OnRecord = {
  readonly given: string
  readonly family: string
  readonly hasPreferred: boolean
  /** Every name of theirs, also of before, as `nameKey` writes them. */
  readonly names: readonly string[]
  readonly bornOn: Day | null
  readonly isProtected: boolean
  readonly isDead: boolean
  /** Shut to all but named people: a list may neither change it nor show that it is there (K4, K8). */
  readonly isRestricted: boolean
  readonly postcode: string | null
  readonly mobile: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly ethnicity: string | null
  readonly sex: string | null
  readonly identifiers: readonly string[]
  readonly adults: readonly string[]
  readonly enrolment: {
    readonly id: string
    readonly course: string
    readonly yearGroup: number | null
    readonly finishedOn: Day | null
  } | null
  readonly hasOpenActivity: boolean
  readonly characteristics: readonly CharacteristicOnRecord[]
  readonly objection: Objection | null
  /** From 16 the say is theirs, not a parent's (Education and Skills Act 2008 section 72). */
  readonly isSixteen: boolean
  /** The records it is kept apart from: nothing of theirs is written to it (K5). */
  readonly apart: readonly ApartFrom[]
}

/** `on-list`: a list said so. `own`: the young person's own word. `withdrawn`: it was taken back. */
export type Objection = 'on-list' | 'own' | 'withdrawn'

/** What to write; a field that is absent stays as it is. */
export type Writing = {
  readonly legal?: { given: string; middle: string; family: string }
  readonly preferred?: { given: string; family: string }
  readonly former?: { given: string; family: string }
  readonly address?: { line1: string; line2: string; town: string; postcode: string | null }
  readonly contactDetails: readonly { kind: 'mobile' | 'phone' | 'email'; value: string }[]
  readonly details: readonly { field: 'sex' | 'ethnicity' | 'objection'; value: string }[]
  readonly identifiers: readonly { kind: HeldIdentifierKind; value: string }[]
  readonly adult?: { name: string; relationship: string; phone: string }
  /** `add` a new enrolment, `end` the open one, `keep` as it is. */
  readonly enrolment: 'add' | 'end' | 'update' | 'keep'
  readonly activity: boolean
  readonly characteristics: readonly CharacteristicStep[]
}

export type Plan = { readonly writing: Writing; readonly changes: readonly Change[] }

const NOTHING: Writing = {
  contactDetails: [],
  details: [],
  identifiers: [],
  enrolment: 'keep',
  activity: false,
  characteristics: [],
}

/**
 * How the partner knows the person: by number where it gives one, else by name and birth date.
 * @param folded family and given name, folded
 */
export function sourceKeyOf(
  row: Pick<ReadRow, 'upn' | 'uln' | 'bornOn'>,
  folded: { given: string; family: string },
): string {
  if (row.upn !== null) return `upn:${row.upn}`
  if (row.uln !== null) return `uln:${row.uln}`
  return `name:${folded.family}|${folded.given}|${row.bornOn}`
}

/** What a row about somebody new writes: all it says. */
export function planNew(row: ReadRow): Writing {
  const preferred = otherName(row.preferred, row.legal)
  return {
    legal: { ...row.legal, middle: row.middle },
    ...(preferred ? { preferred } : {}),
    ...(row.former ? { former: fillName(row.former, row.legal) } : {}),
    ...(hasAddress(row) ? { address: addressOf(row) } : {}),
    contactDetails: contactsOf(row),
    details: [...detailsOf(row), ...(row.objection ? [{ field: 'objection' as const, value: 'on-list' }] : [])],
    identifiers: numbersOf(row),
    ...(row.adult ? { adult: row.adult } : {}),
    enrolment: row.objection ? 'keep' : 'add',
    activity: !row.objection && row.leftOn === null,
    characteristics: characteristicSteps(row.characteristics ?? {}, []),
  }
}

/**
 * What a row about somebody known writes, and how that is told.
 * @param before what the same partner said last time; null when this is its first word on the person
 */
export function planKnown(row: ReadRow, before: ReadRow | null, now: OnRecord): Plan {
  if (now.isDead || now.isRestricted) return { writing: NOTHING, changes: [] }
  const changes: Change[] = []
  const writing: { -readonly [K in keyof Writing]: Writing[K] } = { ...NOTHING }
  const tell = (what: string, was: string, is: string) => changes.push({ what, before: was, after: is })

  const legalMoved =
    before !== null && (row.legal.family !== before.legal.family || row.legal.given !== before.legal.given)
  if (legalMoved && (row.legal.family !== now.family || row.legal.given !== now.given)) {
    writing.legal = { ...row.legal, middle: row.middle }
    writing.former = before.legal
    tell('Name', `${now.given} ${now.family}`, `${row.legal.given} ${row.legal.family}`)
  }
  const preferred = otherName(row.preferred, row.legal)
  if (preferred && !now.hasPreferred && before === null) writing.preferred = preferred
  // A name they had is one more to find them by; nobody's name changes by it.
  if (row.former && !writing.former && !now.names.includes(nameKeyOf(row.former, row.legal)))
    writing.former = fillName(row.former, row.legal)

  // What is protected is compared with the partner's own last word: its row reads as it would of anybody else, and nothing is
  // written (K4).
  const was = now.isProtected ? before : now
  const addressMoved = before === null ? was?.postcode === null : addressText(row) !== addressText(before)
  if (hasAddress(row) && addressMoved && row.postcode !== was?.postcode) {
    if (!now.isProtected) writing.address = addressOf(row)
    tell('Address', was?.postcode ?? 'none', row.postcode ?? row.addressLines.join(', '))
  }
  const contacts = contactsOf(row).filter(c =>
    before === null ? was?.[c.kind] === null : before[c.kind] !== c.value && was?.[c.kind] !== c.value,
  )
  if (!now.isProtected) writing.contactDetails = contacts
  for (const c of contacts)
    tell(c.kind === 'email' ? 'Email' : c.kind === 'mobile' ? 'Mobile' : 'Phone', was?.[c.kind] ?? 'none', c.value)
  writing.details = detailsOf(row).filter(d =>
    before === null ? now[d.field] === null : before[d.field] !== d.value && now[d.field] !== d.value,
  )
  const objection = objectionStep(row, before, now)
  if (objection !== null) {
    writing.details = [...writing.details, { field: 'objection', value: objection }]
    tell('Objection', now.objection === 'on-list' ? 'yes' : 'none', objection === 'on-list' ? 'yes' : 'none')
  }
  writing.identifiers = numbersOf(row).filter(n => !now.identifiers.includes(n.value))
  for (const n of writing.identifiers)
    tell(NUMBERS[n.kind], 'none', n.kind === 'uln' || n.kind === 'nhs' ? n.value : `…${n.value.slice(-3)}`)
  if (row.adult && !now.adults.includes(row.adult.name)) writing.adult = row.adult
  writing.enrolment = enrolmentStep(row, now, tell)
  writing.activity = !row.objection && row.leftOn === null && !now.hasOpenActivity
  writing.characteristics = characteristicSteps(row.characteristics ?? {}, now.characteristics)
  for (const { kind, code } of writing.characteristics)
    tell(characteristicLabel(code), kind === 'add' ? 'no' : 'yes', kind === 'add' ? 'yes' : 'no')
  return { writing, changes }
}

/**
 * A row as it may be held: of somebody whose objection stands, name, birth date and address alone, also where the list does
 * not flag it. It stands when it is their own, and from 16, when a parent's can no more be lifted by a list, until they were
 * asked (Education and Skills Act 2008 section 72). And of whoever is kept apart from another record, without what is that one's (K5).
 */
export function heldTo(
  row: ReadRow,
  now: Pick<OnRecord, 'objection' | 'isSixteen' | 'apart' | 'identifiers' | 'postcode'>,
  kind: OrganisationKind,
): ReadRow {
  const own = withoutApart(row, now)
  const stands = now.objection === 'own' || (now.objection === 'on-list' && now.isSixteen)
  return stands && !row.objection && isUnderSection72(kind) ? underObjection(own) : own
}

/** A row with what was held back of it while it was on its way; nothing where an objection stands. */
export function withSaid(row: ReadRow, held: Said | undefined): ReadRow {
  return row.objection || held === undefined ? row : { ...row, characteristics: { ...row.characteristics, ...held } }
}

/** What a row writes of characteristics that were held back, where it writes nothing else. */
export function heldSteps(row: ReadRow, held: Said, now: OnRecord): CharacteristicStep[] {
  return row.objection || now.isDead || now.isRestricted ? [] : characteristicSteps(held, now.characteristics)
}

/** What a list changes of an objection: it brings one, and under 16 it lifts the one it brought. */
function objectionStep(row: ReadRow, before: ReadRow | null, now: OnRecord): Objection | null {
  if (row.objection)
    return now.objection === null || (now.objection === 'withdrawn' && before?.objection !== true) ? 'on-list' : null
  return now.objection === 'on-list' && before?.objection === true && !now.isSixteen ? 'withdrawn' : null
}

function enrolmentStep(
  row: ReadRow,
  now: OnRecord,
  tell: (what: string, was: string, is: string) => void,
): Writing['enrolment'] {
  if (row.objection) return 'keep'
  const open = now.enrolment !== null && now.enrolment.finishedOn === null
  if (!open) {
    if (row.leftOn !== null && now.enrolment !== null) return 'keep'
    tell('Learning', 'not here', courseOf(row) || 'here')
    return 'add'
  }
  if (row.leftOn !== null) {
    tell('Left on', 'no date', row.leftOn)
    return 'end'
  }
  const course = courseOf(row)
  if (course === now.enrolment.course && (row.yearGroup ?? now.enrolment.yearGroup) === now.enrolment.yearGroup)
    return 'keep'
  tell(
    'Course or group',
    [now.enrolment.course, now.enrolment.yearGroup].filter(Boolean).join(', '),
    [course, row.yearGroup].filter(Boolean).join(', '),
  )
  return 'update'
}

/** True when there is nothing at all to write. */
export function isNothing(writing: Writing): boolean {
  const { contactDetails, details, identifiers, enrolment, activity, characteristics, ...rest } = writing
  return (
    contactDetails.length + details.length + identifiers.length + characteristics.length === 0 &&
    enrolment === 'keep' &&
    !activity &&
    Object.keys(rest).length === 0
  )
}

/** The words of a course, or the group of a school. */
export function courseOf(row: ReadRow): string {
  return row.course || row.group
}

export function addressOf(row: ReadRow): NonNullable<Writing['address']> {
  const lines = row.addressLines
  // The last line is the town, unless it has a number in it: then it is a street, and no town was given.
  const last = lines.length > 1 ? (lines.at(-1) ?? '') : ''
  const town = /\d/.test(last) ? '' : last
  return {
    line1: lines[0] ?? '',
    line2: lines.slice(1, town === '' ? undefined : -1).join(', '),
    town,
    postcode: row.postcode,
  }
}

function hasAddress(row: ReadRow): boolean {
  return row.postcode !== null || row.addressLines.length > 0
}

function addressText(row: ReadRow): string {
  return [...row.addressLines, row.postcode ?? ''].join('|')
}

/** The phones and email a row gives. */
export function contactsOf(row: ReadRow): Writing['contactDetails'] {
  return (['mobile', 'phone', 'email'] as const).flatMap(kind => {
    const value = row[kind]
    return value === null ? [] : [{ kind, value }]
  })
}

/** What a row says of sex and ethnicity. */
export function detailsOf(row: ReadRow): readonly { field: 'sex' | 'ethnicity'; value: string }[] {
  return (['sex', 'ethnicity'] as const).flatMap(field => {
    const value = row[field]
    return value === null ? [] : [{ field, value }]
  })
}

const NUMBERS = { upn: 'UPN', uln: 'ULN', nhs: 'NHS', 'former-upn': 'Former UPN' } as const

/** The numbers a row gives, and one they had before. */
export function numbersOf(row: ReadRow): Writing['identifiers'] {
  const given = { upn: row.upn, uln: row.uln, nhs: row.nhs, 'former-upn': row.formerUpn ?? null }
  return (Object.keys(NUMBERS) as HeldIdentifierKind[]).flatMap(kind => {
    const value = given[kind]
    return value === null || (kind === 'former-upn' && value === row.upn) ? [] : [{ kind, value }]
  })
}

function otherName(name: ReadRow['preferred'], legal: ReadRow['legal']): { given: string; family: string } | undefined {
  if (!name) return undefined
  const full = fillName(name, legal)
  return full.given === legal.given && full.family === legal.family ? undefined : full
}

function fillName(name: { given: string; family: string }, legal: ReadRow['legal']): { given: string; family: string } {
  return { given: name.given || legal.given, family: name.family || legal.family }
}

/** The activity a place on a partner's list stands for, by the codes of the national return; null where it stands for none. */
export function activityOf(kind: string, yearGroup: number | null, isCompulsory: boolean): string | null {
  switch (kind) {
    case 'school':
    case 'special-school':
    case 'pupil-referral-unit':
      return isCompulsory && (yearGroup ?? 0) <= 11 ? '110' : '210'
    case 'sixth-form-college':
      return '220'
    case 'college':
      return '230'
    case 'training-provider':
      return '430'
    default:
      return null
  }
}

/** How long before its day an agreement's review is said to be due. */
const DUE_DAYS = 30

/** Whether an agreement's day of review has passed: on the day itself lists still come in. */
export function hasLapsed(reviewOn: Day, today: Day): boolean {
  return isAfter(today, reviewOn)
}

/** `due` from thirty days before an agreement's day of review, `lapsed` from the day after it. */
export function reviewOf(reviewOn: Day, today: Day): 'later' | 'due' | 'lapsed' {
  if (hasLapsed(reviewOn, today)) return 'lapsed'
  return isAfter(addDays(reviewOn, -DUE_DAYS), today) ? 'later' : 'due'
}
