import { describe, expect, it } from 'vitest'
import { addMonths, type Day, toDay } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { ITEM_KINDS, type Item, type ItemKind, type Level } from './readiness.ts'
import { doneTrouble, hasAssessmentTraining, notReady, readinessOf } from './rules.ts'

const TODAY = toDay('2026-11-23')

function item(kind: ItemKind, doneOn: Day = TODAY): Item {
  return {
    ...{ rowId: `${kind}-${doneOn}` as RowId, accountId: 'dana' as AccountId, kind, doneOn },
    ...{ evidence: 'Certificate seen', notedBy: 'priya' as AccountId },
  }
}

const ALL = ITEM_KINDS.map(kind => item(kind))
const but = (...kinds: readonly ItemKind[]) => ALL.filter(one => !kinds.includes(one.kind))

describe('Ready to take cases', () => {
  it.each<[string, Level, readonly Item[], readonly ItemKind[]]>([
    ['everything was done', 'universal', ALL, []],
    ['no assessment training', 'universal', but('assessment'), ['assessment']],
    ['guidance is asked of universal advisers', 'universal', but('guidance'), ['guidance']],
    ['and not of intensive ones', 'intensive', but('guidance'), []],
    ['who need complex needs', 'intensive', but('complex-needs'), ['complex-needs']],
    [
      'safeguarding two years ago is over',
      'universal',
      [...but('safeguarding'), item('safeguarding', addMonths(TODAY, -24))],
      ['safeguarding'],
    ],
    [
      'the newest counts',
      'universal',
      [...but('safeguarding'), item('safeguarding', addMonths(TODAY, -30)), item('safeguarding', addMonths(TODAY, -1))],
      [],
    ],
    ['checks hold for good', 'universal', [...but('checks'), item('checks', addMonths(TODAY, -200))], []],
    ['nothing at all', 'universal', [], ITEM_KINDS.filter(kind => kind !== 'complex-needs')],
  ])('%s', (_what, level, items, missing) => {
    expect(notReady(readinessOf(level, items, TODAY))).toEqual(missing)
  })

  it.each<[number, string]>([
    [-24, 'over'],
    [-23, 'soon'],
    [-21, 'done'],
  ])('safeguarding done %d months ago stands so', (months, state) => {
    const checked = readinessOf('universal', [item('safeguarding', addMonths(TODAY, months))], TODAY)
    expect(checked.find(one => one.kind === 'safeguarding')?.state).toBe(state)
  })

  it.each<[string, readonly Item[], boolean]>([
    ['today', [item('assessment')], true],
    ['a day less than three years ago', [item('assessment', toDay('2023-11-24'))], true],
    ['three years ago to the day', [item('assessment', toDay('2023-11-23'))], false],
    ['long ago, and again since', [item('assessment', toDay('2015-01-01')), item('assessment')], true],
    ['never, whatever else was', but('assessment'), false],
  ])('training in assessing that was done %s', (_when, items, holds) =>
    expect(hasAssessmentTraining(items, TODAY)).toBe(holds),
  )

  it.each<[string, string | undefined]>([
    ['2026-11-24', 'ahead'],
    ['2026-11-23', undefined],
    ['1980-01-01', 'long-ago'],
  ])('done on %s', (day, trouble) => expect(doneTrouble(toDay(day), TODAY)).toBe(trouble))
})
