/** What a letter says, and what its row tells. docs/rules/guidance.md */
import { type Day, formatDay } from '#ground/day.ts'
import type { Choices, Letter, LetterFacts, LetterKind, LetterLine, LetterReason, Part } from './letter.ts'

/** The reasons that can be told for each kind: another would tell more than is needed. */
export const REASONS_FOR: Readonly<Record<LetterKind, readonly LetterReason[]>> = {
  bursary: ['in-care', 'care-leaver', 'own-benefits'],
  'care-to-learn': ['parent'],
  estrangement: ['estranged'],
  travel: [],
  // Why somebody may have money is no provider's to know.
  'learning-needs': [],
}

/** The class of what a letter tells, by what it is for and by its reason (K6). */
export function classNameOf({
  kind,
  reason,
}: Pick<Choices, 'kind' | 'reason'>): 'guidance' | 'assessment' | 'care' | 'family' {
  if (kind === 'learning-needs') return 'assessment'
  if (reason === 'in-care' || reason === 'care-leaver') return 'care'
  return kind === 'care-to-learn' || kind === 'estrangement' ? 'family' : 'guidance'
}

/** Parts there is something to tell of. */
export function partsIn(facts: LetterFacts): Part[] {
  const all: Readonly<Record<Part, unknown>> = { born: facts.bornOn, address: facts.address, learns: facts.learns }
  return (Object.keys(all) as Part[]).filter(part => all[part] !== null)
}

/** What the provider should know of how they learn, to begin with: as it was agreed last, in short lines whoever writes it changes with them. */
export type Need = { readonly label: string; readonly own: string | undefined; readonly staff: string | undefined }

/** The words a letter about learning needs begins with; none where nothing was agreed. */
export function needsText(
  needs: readonly Need[],
  say: { readonly need: (need: Need) => string; readonly helps: string },
): string {
  return needs.length === 0 ? '' : [...needs.map(say.need), '', say.helps].join('\n')
}

/** The letter's sentences; its words stand in words.ts. */
export type Sentences = {
  readonly purpose: Readonly<Record<LetterKind, string>>
  readonly reason: Readonly<Record<LetterReason, string>>
  readonly name: (name: string) => string
  readonly born: (day: string) => string
  readonly address: (address: string) => string
  readonly learns: (place: string, since: string) => string
  readonly agreed: string
  readonly noForm: string
}

/** What a letter says, line by line: the name, what it is for, and of the record what was chosen and is there. */
export function linesOf(choices: Choices, facts: LetterFacts, say: Sentences): LetterLine[] {
  const told = (part: Part) => choices.tells.includes(part)
  const day = (on: Day) => formatDay(on)
  return [
    { part: null, text: say.name(facts.name) },
    ...(told('born') && facts.bornOn !== null ? [{ part: 'born' as const, text: say.born(day(facts.bornOn)) }] : []),
    ...(told('address') && facts.address !== null
      ? [{ part: 'address' as const, text: say.address(facts.address) }]
      : []),
    ...(told('learns') && facts.learns !== null
      ? [{ part: 'learns' as const, text: say.learns(facts.learns.place, day(facts.learns.since)) }]
      : []),
    { part: null, text: say.purpose[choices.kind] },
    ...(choices.reason === null ? [] : [{ part: 'reason' as const, text: say.reason[choices.reason] }]),
    ...(choices.words === '' ? [] : [{ part: 'words' as const, text: choices.words }]),
    { part: null, text: say.agreed },
    { part: null, text: say.noForm },
  ]
}

/**
 * Whether what was written in a letter in free words, and to whom, is shown no more: it was signed or taken back before their
 * whereabouts were protected, and may name where they can be found (K4). A draft is read again before it is signed.
 */
export function areWordsHidden(letter: Pick<Letter, 'state' | 'wasProtected'>, isProtected: boolean): boolean {
  return isProtected && letter.state !== 'draft' && !letter.wasProtected
}

/** What of a letter is not shown any more: where somebody can be found, or may be, once that is protected (K4). */
export function isHidden(
  { part }: LetterLine,
  letter: Pick<Letter, 'state' | 'wasProtected'>,
  isProtected: boolean,
): boolean {
  if (part === 'words') return areWordsHidden(letter, isProtected)
  return isProtected && (part === 'address' || part === 'learns')
}

export type PrintTrouble = 'not-signed' | 'died' | 'protected'

/** Whether a letter may be printed today. None that was signed before their whereabouts were protected is, whatever it tells (K4). */
export function printTrouble(
  letter: Pick<Letter, 'state' | 'lines' | 'wasProtected'>,
  of: { readonly hasDied: boolean; readonly isProtected: boolean },
): PrintTrouble | undefined {
  if (letter.state !== 'signed' || letter.lines === null) return 'not-signed'
  if (of.hasDied) return 'died'
  return areWordsHidden(letter, of.isProtected) ? 'protected' : undefined
}
