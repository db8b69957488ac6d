import { describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import { isSame, termsState, termsTrouble } from './rules.ts'
import type { TermsFacts } from './terms.ts'

const TODAY = toDay('2026-11-23')
const ADVISER = 'a' as AccountId
const FACTS: TermsFacts = {
  ...{ base: 'Room 4', phone: '', directs: 'Head of year', managerId: 'm' as AccountId, mayTell: 'That we meet' },
  ...{ mayNotTell: 'What was said', hours: 'Mondays', notice: '', inductedOn: null, agreedOn: TODAY },
  ...{ agreedWith: 'The head', lookOn: toDay('2027-11-23') },
}

describe('What is agreed with a host', () => {
  it.each<[string, Partial<TermsFacts>, string | undefined]>([
    ['as it should be', {}, undefined],
    ['agreed long ago, written down now', { agreedOn: toDay('2024-01-01') }, undefined],
    ['agreed tomorrow', { agreedOn: toDay('2026-11-24') }, 'agreed-ahead'],
    ['inducted today', { inductedOn: TODAY }, undefined],
    ['inducted tomorrow', { inductedOn: toDay('2026-11-24') }, 'inducted-ahead'],
    ['looked at again today', { lookOn: TODAY }, 'look-past'],
    ['looked at again tomorrow', { lookOn: toDay('2026-11-24') }, undefined],
    ['looked at again in more than a year', { lookOn: toDay('2027-11-24') }, 'look-far'],
    ['their own line manager', { managerId: ADVISER }, 'own-manager'],
  ])('%s', (_what, more, trouble) => expect(termsTrouble({ ...FACTS, ...more }, ADVISER, TODAY)).toBe(trouble))

  it.each<[string, { lookOn: string; inductedOn: string | null } | undefined, string]>([
    ['nothing', undefined, 'none'],
    ['all done', { lookOn: '2027-01-01', inductedOn: '2026-09-01' }, 'agreed'],
    ['on the day itself', { lookOn: '2026-11-23', inductedOn: '2026-09-01' }, 'agreed'],
    ['the day is past, and so is the rest', { lookOn: '2026-11-22', inductedOn: null }, 'due'],
    ['without an induction', { lookOn: '2027-01-01', inductedOn: null }, 'not-inducted'],
  ])('stands: %s', (_what, terms, state) => {
    const read = terms && {
      lookOn: toDay(terms.lookOn),
      inductedOn: terms.inductedOn === null ? null : toDay(terms.inductedOn),
    }
    expect(termsState(read, TODAY)).toBe(state)
  })

  it('is known when it is sent twice', () => {
    expect(isSame(FACTS, { ...FACTS })).toBe(true)
    expect(isSame(FACTS, { ...FACTS, phone: '1' })).toBe(false)
  })
})
