/**
 * Who a row is: linked where the weights leave no doubt worth a person's time and nothing stands against it, somebody new
 * where nobody is like it, else a question for a person. docs/rules/matching.md says it in prose.
 */
import type { Candidate, Judgement, Reason } from './judgement.ts'

export type Thresholds = {
  /** In bits: from here on a row is linked without asking. */
  readonly link: number
  /** From here on somebody is worth asking about. */
  readonly review: number
  /** From here on what is the same in everything that tells people apart is linked; from `link` on where it is not said. */
  readonly certain?: number
}

/** So many bits the likeliest must be ahead of whoever else it may be: a thousand to one. */
const AHEAD = 10

/** Those it may be, the likeliest first: whoever weighs enough, has a number of its, or its very name and birth date. */
export function askable(candidates: readonly Candidate[], { review }: Pick<Thresholds, 'review'>): Candidate[] {
  return candidates
    .filter(c => c.bits >= review || c.same.length > 0 || c.isNamesake)
    .toSorted((a, b) => b.bits - a.bits)
}

/**
 * Judges one row by everyone it was weighed against. A row that is surely about somebody hidden (a sealed identity, a
 * restricted record) is linked to them, where it ends: it makes nobody anew and is never asked about. So is one with their
 * number, or their name and birth date, where nobody else has either. Else those who are hidden are not there.
 */
export function judge(candidates: readonly Candidate[], thresholds: Thresholds): Judgement {
  const open = candidates.filter(c => !c.isHidden)
  if (open.length < candidates.length) {
    const all = judgeAll(candidates, thresholds)
    if (all.kind === 'link' && !open.some(c => c.personId === all.personId)) return all
    const named = (of: readonly Candidate[]) => askable(of, thresholds).filter(c => c.same.length > 0 || c.isNamesake)
    const [hidden] = named(candidates.filter(c => c.isHidden))
    if (hidden !== undefined && named(open).length === 0)
      return { kind: 'link', personId: hidden.personId, why: 'nobody-alike', weighed: null }
  }
  return judgeAll(open, thresholds)
}

function judgeAll(candidates: readonly Candidate[], thresholds: Thresholds): Judgement {
  const { link, certain = link } = thresholds
  const asked = askable(candidates, thresholds)
  const [best, ...rivals] = asked
  if (best === undefined) return { kind: 'new', why: 'nobody-alike', weighed: null }
  const question = (why: Reason): Judgement => ({
    kind: 'question',
    personIds: asked.map(c => c.personId),
    why,
    weighed: best.lines,
  })
  // A number or a name and birth date of two people is never settled by how much more one weighs.
  if (rivals.some(c => c.bits > best.bits - AHEAD || c.same.length > 0 || c.isNamesake)) return question('several')
  if (best.against.length > 0) return question('conflict')
  // A number, or the full name, birth date and postcode: a model of few records thinks little of any one value.
  const isCertain = best.same.length > 0 || best.isNeighbour
  if (best.bits < (isCertain ? certain : link)) return question('alike')
  return { kind: 'link', personId: best.personId, why: reasonOf(best), weighed: best.lines }
}

function reasonOf(best: Candidate): Reason {
  const [number] = best.same
  if (number !== undefined) return `same-${number}`
  return best.isNeighbour ? 'same-name-birth-postcode' : 'weighed'
}
