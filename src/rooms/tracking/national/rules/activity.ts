/** Errors of what somebody does: the code, and what must go with it. */
import { academicYearStart, ageOn } from '#ground/day.ts'
import { isCompulsoryCode } from '../codes.ts'
import { LAST_LIST } from '../year.ts'
import { missing, type RecordRule, rule, unlisted } from './rule.ts'

/** An activity that asks for a characteristic. */
function needs(code: string, characteristic: string, what: string): RecordRule {
  return rule({
    key: `${code} without ${characteristic}`,
    error: '233, 234, 235, 260',
    item: 'ActivityCode, CharacteristicCode',
    says: `Activity ${code} needs characteristic ${characteristic} (${what}). Record it, or correct the activity.`,
    isWrong: ({ ActivityCode, characteristics }) => ActivityCode === code && !characteristics.includes(characteristic),
  })
}

function needsPlan(error: string, code: string, what: string): RecordRule {
  return rule({
    key: `${code} without SENDFlag`,
    error,
    item: 'ActivityCode, SENDFlag',
    says: `Activity ${code} (${what}) is only for somebody whose SENDFlag is Y. Correct one of the two.`,
    isWrong: ({ ActivityCode, SENDFlag }) => ActivityCode === code && SENDFlag !== 'Y',
  })
}

export const ACTIVITY_RULES: readonly RecordRule[] = [
  missing('200, 201', 'ActivityCode', 'What they do now'),
  unlisted('200, 201', 'ActivityCode', 'The activity', context => context.lists.activities),
  rule({
    key: 'post-16 code below Year 12',
    error: '229',
    item: 'ActivityCode',
    says: 'This activity is for after Year 11, and by their birth date they are not there yet. Use 110 to 150.',
    shows: ['ActivityCode'],
    isWrong: ({ ActivityCode }, { yearGroup, isKnownCode }) =>
      isKnownCode && yearGroup !== undefined && yearGroup < 12 && !isCompulsoryCode(ActivityCode),
  }),
  rule({
    key: 'compulsory code above Year 11',
    error: '230',
    item: 'ActivityCode',
    says: 'This activity is for up to Year 11, and by their birth date they are past it. Find out what they do now.',
    shows: ['ActivityCode'],
    isWrong: ({ ActivityCode }, { yearGroup }) =>
      yearGroup !== undefined && yearGroup > 11 && isCompulsoryCode(ActivityCode),
  }),
  needs('620', '140', 'carer'),
  needs('630', '120', 'parent'),
  needs('650', '180', 'pregnant'),
  rule({
    key: '180 with Gender M',
    error: '233, 234, 235, 260',
    item: 'CharacteristicCode, Gender',
    says: 'Characteristic 180 (pregnant) stands beside Gender M. Correct one of the two.',
    isWrong: ({ Gender, characteristics }) => Gender === 'M' && characteristics.includes('180'),
  }),
  rule({
    key: '440 below 18',
    error: '253',
    item: 'ActivityCode',
    says: 'Activity 440 is only from the age of 18. Check what they do.',
    // Which age is meant is not said: here it is the birthday by the end of the period.
    sure: 'likely',
    isWrong: ({ ActivityCode }, { born }, { periodEnd }) =>
      ActivityCode === '440' && !!born && periodEnd !== undefined && ageOn(born, periodEnd) < 18,
  }),
  needsPlan('254', '280', 'independent specialist provider'),
  needsPlan('255', '460', 'supported internship'),
  rule({
    key: 'compulsory activity of another year',
    error: '909',
    item: 'StartDate, DateVerified',
    says: 'An activity of compulsory age must have begun or been confirmed in this school year. Confirm it with the school.',
    shows: ['StartDate', 'DateVerified'],
    first: 2020,
    sure: 'likely',
    isWrong: ({ ActivityCode }, { started, verified }, { periodEnd }) => {
      if (!isCompulsoryCode(ActivityCode) || periodEnd === undefined || !started) return false
      const since = academicYearStart(periodEnd)
      return started < since && !(verified && verified >= since)
    },
  }),
  rule({
    key: 'IntendedDestinationYr11 missing',
    error: '301',
    item: 'IntendedDestinationYr11',
    says: 'What somebody in Year 11 means to do next is missing. Ask them; 511 is undecided, 611 is not obtained.',
    last: LAST_LIST,
    sure: 'likely',
    isWrong: ({ IntendedDestinationYr11 }, { yearGroup }) => yearGroup === 11 && IntendedDestinationYr11 === '',
  }),
  {
    ...unlisted('302', 'IntendedDestinationYr11', 'What they mean to do next', context => context.lists.destinations),
    sure: 'certain',
  },
]
