import { describe, expect, it } from 'vitest'
import type { Day } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import type { Part } from '../referral.ts'
import { checkAgainstSay, sayInForce, stampOfLetter, whyNoAgencyLink, whyNoLetterLink } from './rules.ts'
import type { Say } from './say.ts'

const part = (name: Part['part'], value: string, classBit = 1): Part => ({
  part: name,
  classBit,
  lines: [{ label: 'x', value }],
})
const WHO = part('who', 'Lena Sample')

describe('A digest of a letter', () => {
  it.each([
    ['the same whatever order its parts come in', [part('asked', 'a'), WHO], true],
    ['the same whatever they said to it', [WHO, part('asked', 'a'), part('said', 'No')], true],
    ['another when a word changes', [WHO, part('asked', 'b')], false],
    ['another when a part goes', [WHO], false],
    ['another when a part is of another class', [{ ...WHO, classBit: 2 }, part('asked', 'a')], false],
  ])('is %s', (_words, parts, same) => {
    expect(stampOfLetter(parts) === stampOfLetter([WHO, part('asked', 'a')])).toBe(same)
  })
})

const said = (say: Say['say'], stamp: string): Say => ({
  ...{ rowId: `${say}-${stamp}` as RowId, linkId: null, saidOn: '2026-11-27' as Day, part: null, words: '' },
  ...{ say, stamp },
})

describe('What was said', () => {
  it.each([
    ['the last to the letter as it is', [said('wrong', 'now'), said('right', 'now')], 'right'],
    ['nothing where the letter changed since', [said('objects', 'before')], undefined],
    ['to this letter, though another was shown since', [said('objects', 'now'), said('right', 'before')], 'objects'],
  ])('that counts is %s', (_words, says, counts) => {
    expect(sayInForce(says, 'now')?.say).toBe(counts)
  })

  it.each([
    ['right', true, 'agrees', undefined],
    ['right', true, 'no-word', undefined],
    ['right', false, 'not-asked', 'seen-by-link'],
    ['wrong', true, 'agrees', 'said-otherwise'],
    ['wrong', true, 'objects', undefined],
    ['objects', true, 'no-word', 'said-otherwise'],
    ['objects', true, 'objects', undefined],
    ['objects', false, 'not-asked', 'seen-by-link'],
  ] as const)('%s, sent as shown %s with "%s": %s', (say, isShown, view, why) => {
    const checked = checkAgainstSay({ isShown, view }, { say })
    expect(checked.ok ? undefined : checked.why).toBe(why)
  })
})

describe('A letter is shown by a link', () => {
  it.each([
    ['while it is not over', null, null, undefined],
    ['not once it was taken back', '2026-11-27', null, 'over'],
    ['not while it is kept back from them', null, 'somebody', 'kept-back'],
  ] as const)('%s', (_words, overOn, withheldBy, why) => {
    const referral = { overOn: overOn as Day | null, withheldBy: withheldBy as AccountId | null }
    expect(whyNoLetterLink(referral)).toBe(why)
  })
})

describe('A link for somebody at the other agency', () => {
  const open = { sentOn: '2026-11-26' as Day, overOn: null, teamId: null }
  it.each([
    ['can be made once it is sent', {}, {}, undefined],
    ['cannot before', { sentOn: null }, {}, 'not-sent'],
    ['cannot once it is over', { overOn: '2026-11-27' as Day }, {}, 'shut'],
    ['cannot where colleagues there sign in', {}, { hasAccounts: true }, 'has-accounts'],
    ['cannot once the agency has closed or they have died', {}, { isOpen: false }, 'shut'],
  ])('%s', (_words, referral, facts, why) => {
    expect(whyNoAgencyLink({ ...open, ...referral }, { hasAccounts: false, isOpen: true, ...facts })).toBe(why)
  })
})
