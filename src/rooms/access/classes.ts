/**
 * Classes of record: what kind of thing a row tells. A grant carries a set of them as bits; the policies in the database
 * compare the same bits. A bit is never reused, and a grant's classes never change (docs/rules/access.md#classes).
 */
export const CLASS_BITS = {
  identity: 1,
  'contact-details': 2,
  learning: 4,
  tracking: 8,
  guidance: 16,
  assessment: 32,
  plan: 64,
  sessions: 128,
  health: 256,
  offending: 512,
  care: 1024,
  family: 2048,
  restricted: 4096,
  safeguarding: 8192,
  audit: 16384,
  'safe-contact': 32768,
  immigration: 65536,
  identifiers: 131072,
} as const

export type RecordClass = keyof typeof CLASS_BITS

/** Packs classes into the bits a grant stores. */
export function toBits(classes: Iterable<RecordClass>): number {
  let bits = 0
  for (const name of classes) bits |= CLASS_BITS[name]
  return bits
}

/** Unpacks bits, in the order of the list above. */
export function fromBits(bits: number): RecordClass[] {
  return (Object.keys(CLASS_BITS) as RecordClass[]).filter(name => (bits & CLASS_BITS[name]) !== 0)
}

/** Everyday work with a young person: what an adviser who has them sees. */
export const ADVISER_CLASSES: readonly RecordClass[] = [
  'identity',
  'contact-details',
  'safe-contact',
  'learning',
  'identifiers',
  'tracking',
  'guidance',
  'assessment',
  'plan',
  'sessions',
  'family',
]

/** What an intensive adviser sees besides, for those they lead. */
export const INTENSIVE_CLASSES: readonly RecordClass[] = [...ADVISER_CLASSES, 'health', 'care']

/** Data officers: who, where and what they do; no notes. */
export const DATA_OFFICER_CLASSES: readonly RecordClass[] = [
  'identity',
  'contact-details',
  'safe-contact',
  'learning',
  'identifiers',
  'tracking',
]

/** Tracking officers, for the lists they are given. */
export const TRACKING_CLASSES: readonly RecordClass[] = [
  'identity',
  'contact-details',
  'safe-contact',
  'learning',
  'tracking',
]

/** The front desk: who it is, their school, their lead and how it is safe to reach them. */
export const FRONT_DESK_CLASSES: readonly RecordClass[] = ['identity', 'safe-contact', 'learning']

/** The duty desk, for one day over the whole partnership: who somebody is, how to reach them, what was said last. */
export const DUTY_CLASSES: readonly RecordClass[] = [
  'identity',
  'contact-details',
  'safe-contact',
  'learning',
  'tracking',
  'sessions',
]

/** A partner's own roll (K3): what it supplied itself, the lead's name and agreed appointments. */
export const OWN_ROLL_CLASSES: readonly RecordClass[] = ['identity', 'learning']

/** Safeguarding lead and deputy, for those about whom a concern was raised. */
export const SAFEGUARDING_CLASSES: readonly RecordClass[] = [
  ...ADVISER_CLASSES,
  'health',
  'care',
  'safeguarding',
  'restricted',
]

/** Classes no role and no posting brings: given by name over one young person, until a day (decision 0021). */
export const NAMED_CLASSES = ['immigration', 'offending'] as const satisfies readonly RecordClass[]
export type NamedClass = (typeof NAMED_CLASSES)[number]
