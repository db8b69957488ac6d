import { describe, expect, it } from 'vitest'
import { toInstant } from '#ground/clock.ts'
import { toDay } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { Agreement, Target } from '../plan.ts'
import type { LogEntry } from './entry.ts'
import { changedIn, dayTrouble, type Known, latestOf, storyOf } from './rules.ts'

const TODAY = toDay('2026-11-23')
const GOAL_ON = toDay('2026-10-05')
const dana = 'dana' as AccountId
const link = 'link' as RowId

const TARGET: Target = {
  ...{ rowId: 'step' as RowId, goalId: 'goal' as RowId, personId: 'ada' as PersonId, classBit: 64, alsoBit: null },
  ...{
    what: 'Ring the vet',
    dueOn: null,
    factor: null,
    owner: 'young-person',
    ownerName: '',
    support: '',
    howKnown: '',
  },
  ...{ isRestricted: false, aimId: null, ownStep: 'not-asked', adviserStep: 'not-asked', state: 'open' },
  ...{ setOn: toDay('2026-10-06'), answeredOn: null, answerWords: '', version: 1, saidVersion: 1 },
}

const entry = (on: string, words: string): LogEntry => ({
  ...{
    rowId: words as RowId,
    personId: TARGET.personId,
    targetId: TARGET.rowId,
    classBit: 64,
    alsoBit: null,
    version: 1,
  },
  ...{ doneOn: toDay(on), doneBy: 'young-person', doerName: '', words, writtenOn: TODAY, writtenBy: dana },
})

const KNOWN: Known = {
  ...{ target: TARGET, setBy: dana, entries: [], entriesBefore: [], versions: [], contacts: [] },
  ...{ asks: [], agreements: [], evidence: [] },
}
const told = (known: Partial<Known>) => storyOf({ ...KNOWN, ...known }).map(line => `${line.on} ${line.is}`)

describe('The day something was done', () => {
  it.each([
    ['2026-11-24', 'ahead'],
    ['2026-11-23', undefined],
    ['2026-10-05', undefined],
    ['2026-10-04', 'before-goal'],
  ])('%s, to a goal of 5 October and on 23 November: %s', (day, trouble) =>
    expect(dayTrouble(toDay(day), GOAL_ON, TODAY)).toBe(trouble),
  )
})

describe('What was done towards a step', () => {
  it('begins with that it was set', () => expect(told({})).toEqual(['2026-10-06 set']))

  it('stands newest first, whoever said it', () => {
    expect(
      told({
        entries: [entry('2026-11-20', 'Rang'), entry('2026-10-05', 'Asked')],
        contacts: [{ rowId: 'contact' as RowId, on: toDay('2026-10-06'), step: 'Ring the vet' }],
        evidence: [
          {
            ...{ rowId: 'e' as RowId, entryId: 'x' as RowId, targetId: TARGET.rowId, chosenBy: 'young-person' },
            ...{ chosenOn: toDay('2026-11-01'), takenBackOn: null, did: 'Walked dogs' },
          },
        ],
      }),
    ).toEqual(['2026-11-20 done', '2026-11-01 evidence', '2026-10-06 contact', '2026-10-06 set', '2026-10-05 done'])
  })

  it('says what changed from one version to the next, what they said of it, and what came of it', () => {
    const now: Target = { ...TARGET, dueOn: toDay('2027-01-10'), ownStep: 'stretch', state: 'met', version: 4 }
    const at = (day: string) => toInstant(`${day}T10:00:00Z`)
    const of = { rowId: TARGET.rowId }
    const versions = [
      { ...of, version: 1, content: TARGET, at: at('2026-10-10'), by: dana },
      {
        ...of,
        version: 2,
        content: { ...TARGET, dueOn: now.dueOn },
        at: at('2026-10-20'),
        by: link as string as AccountId,
      },
      { ...of, version: 3, content: { ...now, state: 'open' as const }, at: at('2026-11-01'), by: dana },
    ]
    expect(told({ target: now, versions })).toEqual([
      '2026-11-01 answered',
      '2026-10-20 own-step',
      '2026-10-10 changed',
      '2026-10-06 set',
    ])
    expect(changedIn(TARGET, now)).toEqual(['dueOn'])
  })

  it('says what they said by a link of the plan this step stood in, and of no other', () => {
    const said: Agreement = {
      ...{ rowId: 'a' as RowId, kind: 'plan', agreedOn: toDay('2026-11-02'), agreedBy: dana, agreement: 'agreed' },
      ...{ words: '', viewOfHelp: '', copyGiven: 'sent', reviewOn: null, shown: ['step:1'], linkId: link },
    }
    expect(told({ agreements: [said] })).toContain('2026-11-02 said')
    expect(told({ agreements: [{ ...said, shown: ['other:1'] }] })).not.toContain('2026-11-02 said')
    expect(told({ agreements: [{ ...said, linkId: null }] })).not.toContain('2026-11-02 said')
  })

  it('the last of it is the newest day', () => {
    const all = [entry('2026-11-20', 'Rang'), entry('2026-10-06', 'Asked')]
    expect(latestOf(all, TARGET)?.words).toBe('Rang')
    expect(latestOf(all, { rowId: 'other' as RowId })).toBeUndefined()
  })
})
