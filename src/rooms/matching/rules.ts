/**
 * Who a row is, where that is certain; everything else is a question for a person. Certain is: the same valid UPN, ULN or
 * NHS number with no other birth date against it; or the same full name, birth date and postcode with no other identifier
 * against it. docs/rules/matching.md says it in prose.
 */
import type { Day } from '#ground/day.ts'
import { isOneSlip, sharesWord } from './engine/likeness.ts'
import type { Candidate, Judgement, Reason, Sought } from './judgement.ts'

/** Whether two folded given names may be one person's: given from outside, because short forms are the people room's. */
export type MayBeOne = (a: string, b: string) => boolean

/** Judges one row against everyone it may be. */
export function judge(sought: Sought, candidates: readonly Candidate[], givenAlike: MayBeOne): Judgement {
  const byNumber = candidates.filter(c => numberOf(sought, c) !== undefined)
  const [first] = byNumber
  if (first && byNumber.length > 1) return question(byNumber, 'several')
  if (first) {
    if (isAgainst(sought, first)) return question([first], 'conflict')
    return { kind: 'link', personId: first.personId, why: numberOf(sought, first) ?? 'same-uln' }
  }
  const exact = candidates.filter(c => hasName(sought, c) && c.bornOn === sought.bornOn)
  const certain = exact.filter(c => sought.postcode !== null && c.postcodes.includes(sought.postcode))
  const [one] = certain
  if (one && certain.length === 1 && exact.length === 1) {
    if (isAgainst(sought, one)) return question([one], 'conflict')
    return { kind: 'link', personId: one.personId, why: 'same-name-birth-postcode' }
  }
  const near = candidates.filter(c => isNear(sought, c, givenAlike))
  return near.length === 0
    ? { kind: 'new', why: 'nobody-alike' }
    : question(near, near.length > 1 ? 'several' : 'alike')
}

function question(candidates: readonly Candidate[], why: Reason): Judgement {
  return { kind: 'question', personIds: candidates.map(c => c.personId), why }
}

function numberOf(sought: Sought, c: Candidate): Reason | undefined {
  if (sought.upn !== null && c.upns.includes(sought.upn)) return 'same-upn'
  if (sought.uln !== null && c.ulns.includes(sought.uln)) return 'same-uln'
  return sought.nhs !== null && c.nhss.includes(sought.nhs) ? 'same-nhs' : undefined
}

/** Hard conflicts never link by themselves: another birth date, a different number of the same kind, a death. */
function isAgainst(sought: Sought, c: Candidate): boolean {
  return (
    c.isDead ||
    (c.bornOn !== null && c.bornOn !== sought.bornOn) ||
    differs(sought.upn, c.upns) ||
    differs(sought.uln, c.ulns) ||
    differs(sought.nhs, c.nhss)
  )
}

function differs(value: string | null, known: readonly string[]): boolean {
  return value !== null && known.length > 0 && !known.includes(value)
}

function hasName(sought: Sought, c: Candidate): boolean {
  return c.names.some(
    n => n.familyKey === sought.familyKey && (n.givenKey === sought.givenKey || n.givenKey === sought.otherGivenKey),
  )
}

/**
 * Near enough to ask. A clearly different first name at one birth date is a twin or a stranger, not a question; two
 * different valid numbers of one kind are two people unless name and birth date are the same.
 */
function isNear(sought: Sought, c: Candidate, givenAlike: MayBeOne): boolean {
  const sameBirth = c.bornOn === null || c.bornOn === sought.bornOn
  if (hasName(sought, c)) return sameBirth || isSlip(sought.bornOn, c.bornOn)
  if (!sameBirth || differs(sought.upn, c.upns) || differs(sought.uln, c.ulns)) return false
  return c.names.some(n => {
    const given =
      givenAlike(n.givenKey, sought.givenKey) ||
      (sought.otherGivenKey !== null && givenAlike(n.givenKey, sought.otherGivenKey))
    return (
      given &&
      (familyAlike(n.familyKey, sought.familyKey) ||
        (sought.postcode !== null && c.postcodes.includes(sought.postcode)))
    )
  })
}

/** Day and month turned round, or one figure different. */
function isSlip(a: Day, b: Day | null): boolean {
  if (b === null) return true
  const turned = `${a.slice(0, 4)}-${a.slice(8)}-${a.slice(5, 7)}`
  return turned === b || Array.from(a).filter((sign, i) => sign !== b[i]).length === 1
}

/** One letter more, fewer or different, or one part of a double-barrelled name. */
export function familyAlike(a: string, b: string): boolean {
  return isOneSlip(a, b) || sharesWord(a, b)
}
