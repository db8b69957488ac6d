import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { Adult } from '#rooms/people/index.ts'
import { type CapacityDecision, whoDecides } from '#rooms/sharing/index.ts'
import type { Plan, Target } from '../plan.ts'
import { asShownThen, openingBasis, partFor, reviewAhead, shownOf, stampFor, stillOpens } from './rules.ts'

const ADULT = 'a' as RowId
const PLAN = 64
const TODAY = toDay('2026-11-23')
const adult = { rowId: ADULT, mayBeTold: 'yes', responsibility: 'yes' } as const
const cannot: CapacityDecision = {
  ...{ rowId: 'c' as RowId, personId: 'p' as PersonId, classBit: 128, wasSixteen: false, judgedBy: 'j' as AccountId },
  ...{ judgedOn: toDay('2026-11-01'), againOf: null, againOn: null, about: 'sharing', question: '', help: '' },
  ...{ could: [], how: '', wishes: '', outcome: 'not-now', decider: { kind: 'adult', adultId: ADULT }, reviewOn: null },
}

const decidingBy = (
  decided: readonly CapacityDecision[],
  who: { readonly rowId: RowId; readonly responsibility: Adult['responsibility'] } | undefined,
) => whoDecides(decided, ['sharing', 'plan'], who, TODAY)

describe('Who may read of a plan (K11)', () => {
  it.each([
    ['the young person says yes', adult, 'agreed', [], { basis: 'agreed' }],
    [
      'yes, to somebody to be asked about each time',
      { ...adult, mayBeTold: 'ask-first' },
      'agreed',
      [],
      { basis: 'agreed' },
    ],
    [
      'yes, to somebody without parental responsibility',
      { ...adult, responsibility: 'no' },
      'agreed',
      [],
      { basis: 'agreed' },
    ],
    [
      'but not to somebody who is not to be told',
      { ...adult, mayBeTold: 'no' },
      'agreed',
      [],
      { trouble: 'not-to-be-told' },
    ],
    [
      'and never to somebody never to be told',
      { ...adult, mayBeTold: 'never' },
      'cannot',
      [cannot],
      { trouble: 'not-to-be-told' },
    ],
    ['a no stands, whatever was judged', adult, 'no', [cannot], { trouble: 'said-no' }],
    ['they cannot decide: only where it was judged', adult, 'cannot', [], { trouble: 'not-judged' }],
    ['judged, and this adult decides', adult, 'cannot', [cannot], { basis: 'decided-for' }],
    ['of their plan, as well', adult, 'cannot', [{ ...cannot, about: 'plan' }], { basis: 'decided-for' }],
    [
      'not where it was about something else',
      adult,
      'cannot',
      [{ ...cannot, about: 'health' }],
      { trouble: 'not-judged' },
    ],
    [
      'not where it was looked at again',
      adult,
      'cannot',
      [{ ...cannot, againOn: toDay('2026-11-20') }],
      { trouble: 'not-judged' },
    ],
    ['not where they can with help', adult, 'cannot', [{ ...cannot, outcome: 'with-help' }], { trouble: 'not-judged' }],
    [
      'not where somebody else decides',
      adult,
      'cannot',
      [{ ...cannot, decider: { kind: 'nobody-yet' } }],
      { trouble: 'not-theirs-to-decide' },
    ],
    [
      'parental responsibility is never assumed',
      { ...adult, responsibility: 'not-known' },
      'cannot',
      [cannot],
      { trouble: 'not-theirs-to-decide' },
    ],
  ] as const)('%s', (_words, who, says, decided, outcome) => {
    expect(openingBasis(who, says, decidingBy(decided, who))).toEqual(outcome)
  })

  it.each([
    ['while all stands', 'agreed', adult, [], true, true],
    ['not once the adult is no longer on record as they were', 'agreed', undefined, [], false, false],
    ['not once they are not to be told', 'agreed', { ...adult, mayBeTold: 'no' }, [], false, false],
    ['decided for them, while that stands', 'decided-for', adult, [cannot], false, true],
    ['not from the day they are presumed to decide', 'decided-for', adult, [cannot], true, false],
    [
      'not once it was looked at again',
      'decided-for',
      adult,
      [{ ...cannot, againOn: toDay('2026-11-20') }],
      false,
      false,
    ],
  ] as const)('opens %s', (_words, basis, who, decided, isPresumed, opens) => {
    expect(stillOpens(basis, who, decidingBy(decided, who), isPresumed)).toBe(opens)
  })
})

const goal = (rowId: string, state: 'open' | 'dropped' = 'open') => ({
  ...{ rowId: rowId as RowId, personId: 'p' as PersonId, words: rowId, state, setOn: toDay('2026-11-01'), version: 1 },
})
const step = (rowId: string, over: Partial<Target> = {}): Target => ({
  ...{ rowId: rowId as RowId, goalId: 'g1' as RowId, personId: 'p' as PersonId, classBit: PLAN, alsoBit: null },
  ...{ what: rowId, dueOn: null, factor: null, owner: 'young-person', ownerName: '', support: '', howKnown: '' },
  ...{
    ownStep: 'not-asked',
    adviserStep: 'not-asked',
    aimId: null,
    saidVersion: 1,
    isRestricted: false,
    state: 'open',
    setOn: toDay('2026-11-01'),
    answeredOn: null,
    answerWords: '',
    version: 1,
  },
  ...over,
})
const plan: Plan = {
  goals: [goal('g1'), goal('g2'), goal('g3', 'dropped')],
  targets: [
    step('open'),
    step('met', { state: 'met' }),
    step('dropped', { state: 'dropped' }),
    step('close', { isRestricted: true, classBit: 4096 }),
    step('health', { classBit: 512 }),
    step('also-care', { alsoBit: 1024 }),
    step('other-goal', { goalId: 'g2' as RowId }),
  ],
  agreements: [],
}

describe('What was judged last decides, and nothing before it', () => {
  const can = { ...cannot, outcome: 'can', decider: null, judgedOn: toDay('2026-11-20') } as const
  it.each([
    ['they could by now', [can, cannot], 'not-judged'],
    ['in whatever order', [cannot, can], 'not-judged'],
    ['sharing goes before the plan', [can, { ...cannot, about: 'plan', judgedOn: toDay('2026-11-22') }], 'not-judged'],
    ['it was to be looked at again by now', [{ ...cannot, reviewOn: toDay('2026-11-22') }], 'not-judged'],
    ['on the day itself it still stands', [{ ...cannot, reviewOn: TODAY }], undefined],
    ['they could before and cannot now', [{ ...can, judgedOn: toDay('2026-10-01') }, cannot], undefined],
  ] as const)('%s', (_words, decided, trouble) => {
    const opening = openingBasis(adult, 'cannot', decidingBy(decided, adult))
    expect('trouble' in opening ? opening.trouble : undefined).toBe(trouble)
  })
})

describe('What they read', () => {
  it('is what the young person was shown: what was added or reworded since stays where it is', () => {
    const before = partFor(plan, ['g1', 'g2'] as RowId[], PLAN)
    const shown = shownOf(before)
    const after = {
      ...plan,
      goals: [goal('g1'), { ...goal('g2'), version: 2 }],
      targets: [...plan.targets, step('added'), step('open', { version: 2, saidVersion: 2 })].filter(
        one => !(one.rowId === 'open' && one.version === 1),
      ),
    }
    const part = asShownThen(after, shown, PLAN)
    expect(part.goals.map(one => one.rowId)).toEqual(['g1'])
    expect(part.targets.map(one => one.rowId)).toEqual(['met'])
  })

  it('keeps a step of which only how big it is seen as was said anew', () => {
    const shown = shownOf(partFor(plan, ['g1'] as RowId[], PLAN))
    const seen = (one: Target): Target => ({ ...one, version: 2, ownStep: 'stretch', adviserStep: 'right' })
    const part = asShownThen({ ...plan, targets: plan.targets.map(seen) }, shown, PLAN)
    expect(part.targets.map(one => one.rowId)).toEqual(['open', 'met'])
  })

  it('is what was chosen and is open, with the steps of the plan’s own class', () => {
    const part = partFor(plan, ['g1', 'g3'] as RowId[], PLAN)
    expect(part.goals.map(one => one.rowId)).toEqual(['g1'])
    expect(part.targets.map(one => one.rowId)).toEqual(['open', 'met'])
    expect(partFor(plan, [], PLAN)).toEqual({ goals: [], targets: [] })
  })

  it('is what was shown: whatever is added or changed since is another stamp', () => {
    const stamp = (targets: readonly Target[]) => stampFor({ goals: plan.goals, targets })
    expect(stamp([step('a'), step('b')])).toBe(stamp([step('b'), step('a')]))
    expect(stamp([step('a')])).not.toBe(stamp([step('a', { version: 2, saidVersion: 2 })]))
    expect(stamp([step('a')])).not.toBe(stamp([]))
  })

  it('names a day to look again only while it is ahead', () => {
    const on = (reviewOn: string | null) =>
      ({ agreements: [{ reviewOn: reviewOn && toDay(reviewOn) }] }) as unknown as Plan
    const today = toDay('2026-11-23')
    expect(reviewAhead(on('2026-11-23'), today)).toBe('2026-11-23')
    expect(reviewAhead(on('2026-11-22'), today)).toBeNull()
    expect(reviewAhead({ agreements: [] }, today)).toBeNull()
  })
})
