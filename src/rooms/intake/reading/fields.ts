/** What a column of a partner's list can be read as, and what each kind of partner may send (K7). */
import { DATA_OFFICER_CLASSES } from '#rooms/access/index.ts'
import type { OrganisationKind } from '#rooms/directory/index.ts'
import { characteristicClass } from '#rooms/people/index.ts'

export const FIELDS = [
  'upn',
  'former-upn',
  'uln',
  'nhs',
  'family',
  'given',
  'middle',
  'full-name',
  'preferred-family',
  'preferred-given',
  'former-family',
  'former-given',
  'birth-date',
  'sex',
  'ethnicity',
  'postcode',
  'address-line',
  'phone',
  'mobile',
  'email',
  'year-group',
  'group',
  'course',
  'started-on',
  'planned-end-on',
  'left-on',
  'leaving-reason',
  'attendance',
  'adult-name',
  'adult-relationship',
  'adult-phone',
  'sen',
  'ehc-plan',
  'looked-after',
  'care-leaver',
  'young-carer',
  'free-meals',
  'ldd',
  'objection',
  'worker',
  'status',
] as const

export type Field = (typeof FIELDS)[number]

/** Which column is read as what; a column that is null or absent is dropped at the door. */
export type Mapping = Readonly<Record<string, Field | null>>

/** Fields a list may have in several columns; of every other field it has one. */
export const REPEATED: ReadonlySet<Field> = new Set<Field>(['address-line'])

export const DATE_FIELDS: ReadonlySet<Field> = new Set<Field>(['birth-date', 'started-on', 'planned-end-on', 'left-on'])

/** Columns that say of one characteristic whether it is true; each is called what the characteristic is. */
export const YES_OR_NO = [
  'ehc-plan',
  'looked-after',
  'care-leaver',
  'young-carer',
  'free-meals',
  'ldd',
] as const satisfies readonly Field[]

/** Whether a characteristic is of a class that those who bring lists in do not see: then nothing of what is said is shown to them (K6). */
export function isHeldBack(code: string): boolean {
  const told = characteristicClass(code)
  return told !== undefined && !DATA_OFFICER_CLASSES.includes(told)
}

/** Whether what stands in a column is held back: it is taken, and shown to nobody on its way. */
export function isHeldField(field: Field): boolean {
  return (YES_OR_NO as readonly Field[]).includes(field) && isHeldBack(field)
}

const EDUCATION: ReadonlySet<OrganisationKind> = new Set<OrganisationKind>([
  'school',
  'special-school',
  'pupil-referral-unit',
  'sixth-form-college',
  'college',
])

/** A UPN is for education use: nobody else's list brings one in. */
export function mayCarryUpn(kind: OrganisationKind): boolean {
  return EDUCATION.has(kind)
}

/** Whose lists an objection under the Education and Skills Act 2008 section 72 is about: those who teach or train. */
export function isUnderSection72(kind: OrganisationKind): boolean {
  return EDUCATION.has(kind) || kind === 'training-provider'
}

const FORBIDDEN =
  /\b(offen[cs]e?s?|offending|offender|victims?|co ?-?defendants?|defendants?|co ?-?accused|accused|charges?|charged|convict(ed|ion|ions)|sentences?|sentenced|verdict|plea|court|crimes?|criminal|reoffending)\b/

const JUSTICE: ReadonlySet<OrganisationKind> = new Set<OrganisationKind>([
  'youth-offending-team',
  'police',
  'probation',
])

/**
 * Columns of a youth justice list that tell of an offence, a victim or a co-defendant. One of them, and the whole list is
 * turned away at the door: not even its header is kept.
 */
export function forbiddenColumns(columns: readonly string[], kind: OrganisationKind): string[] {
  return JUSTICE.has(kind) ? columns.filter(column => FORBIDDEN.test(plainHeader(column))) : []
}

/** A column's name in small letters and single words: `DateOfBirth`, `date_of_birth` and `Date of birth` are one. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/['’.]/g, '')
    .replaceAll(/[^a-z0-9%]+/g, ' ')
    .trim()
}
