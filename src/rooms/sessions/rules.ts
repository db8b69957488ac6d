/** What makes sense of a contact. docs/rules/sessions.md */
import { type Day, isAfter } from '#ground/day.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { type ContactContent, type ContactKind, GROUP_KINDS, type GroupKind } from './contact.ts'

export type ContactTrouble =
  | 'in-future'
  | 'before-birth'
  | 'next-before-contact'
  | 'next-without-words'
  | 'nothing-said'

/** At which field of a form each trouble is told. */
export const TROUBLE_AT = {
  'in-future': 'on',
  'before-birth': 'on',
  'next-before-contact': 'next-on',
  'next-without-words': 'next-step',
  'nothing-said': 'notes',
} as const satisfies Readonly<Record<ContactTrouble, string>>

/** A contact is of a day that has been; a next step has words and is not before it; something must be said of it. Of whom nobody met, no colleague was there. */
export function checkContact(
  content: ContactContent,
  facts: { today: Day; bornOn: Day | null },
): Result<ContactContent, ContactTrouble> {
  if (isAfter(content.happenedOn, facts.today)) return refused('in-future')
  if (facts.bornOn !== null && isAfter(facts.bornOn, content.happenedOn)) return refused('before-birth')
  if (content.nextOn !== null && isAfter(content.happenedOn, content.nextOn)) return refused('next-before-contact')
  const isOfStep = content.nextOn !== null || (content.nextKind ?? null) !== null
  if (isOfStep && content.nextStep === '') return refused('next-without-words')
  const silent = content.notes === '' && content.ownWords === ''
  // That somebody came to a group is something by itself: what was done there stands on the session.
  const may = ['tried', 'missed', 'text'].includes(content.kind) || isGroupKind(content.kind)
  if (silent && !may) return refused('nothing-said')
  return ok(wasMet(content) ? content : { ...content, colleagues: [] })
}

/** Whether anybody spoke with them: not where it was a try, or they did not come. */
export function wasMet({ kind, outcome }: Pick<ContactContent, 'kind' | 'outcome'>): boolean {
  return countsAsSeen(kind) && outcome !== 'not-reached' && outcome !== 'did-not-come'
}

/** Whether a contact is somebody's part in a group, a drop-in or outreach. */
export function isGroupKind(kind: ContactKind): kind is GroupKind {
  return GROUP_KINDS.some(one => one === kind)
}

/** Whether a contact may be somebody's part in a session: that they came, or were to come and did not. */
export function mayBePart(kind: ContactKind): boolean {
  return isGroupKind(kind) || kind === 'missed'
}

/** A try and a missed meeting are no contact: they do not count as seen. */
export function countsAsSeen(kind: ContactContent['kind']): boolean {
  return kind !== 'tried' && kind !== 'missed'
}

/** Whether somebody met them, to know each other: face to face or by video, and they came; a group is not that. Ours. */
export function isMeeting({ kind, outcome }: Pick<ContactContent, 'kind' | 'outcome'>): boolean {
  return wasMet({ kind, outcome }) && (kind === 'meeting' || kind === 'home-visit' || kind === 'video')
}
