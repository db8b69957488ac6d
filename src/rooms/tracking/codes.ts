/** Activity codes of the national return (CA01) as data, with the class each tells of (K6). Source: docs/rules/tracking.md */
import type { ActivityGroup } from './activity.ts'

/** What a code means; `discloses` is the class its very value tells of, null when it tells nothing more than tracking. */
export type ActivityCode = {
  readonly code: string
  readonly label: string
  readonly group: ActivityGroup
  readonly discloses: 'health' | 'offending' | 'family' | 'restricted' | null
}

const RAW = `
110 compulsory School or other place of learning
120 compulsory Educated at home
130 compulsory Custodial sentence
140 compulsory Not registered at a school
150 compulsory Not known (compulsory age)
210 education School sixth form
220 education Sixth form college
230 education Further education
240 education Higher education
250 education Part-time education
260 education Gap year
270 education Other full-time education
280 education Special post-16 institution
290 education Custodial institution (juvenile)
310 employment Apprenticeship
320 employment Full-time work with study
330 employment Work without training
340 employment Work with other training
350 employment Temporary work
360 employment Part-time work
380 employment Self-employed
381 employment Self-employed with study
410 training Funded work-based learning
430 training Other training
440 training DWP training and support
450 training Traineeship
460 training Supported internship
530 re-engagement Re-engagement provision
540 neet-available Working not for reward
550 employment Working not for reward, with study
610 neet-available Not yet ready for work or learning
615 neet-available Start date agreed
616 neet-available Start date agreed (meets the duty)
619 neet-available Seeking work or learning
620 neet-unavailable Young carer
630 neet-unavailable Teenage parent
640 neet-unavailable Illness
650 neet-unavailable Pregnancy
660 neet-unavailable Religious grounds
670 neet-unavailable Unlikely to be economically active
680 neet-unavailable Other reason
710 other Custody (young adult)
810 not-known Current situation not known
820 not-known Cannot be contacted
830 not-known Refused to say
`

const DISCLOSING: Readonly<Record<string, NonNullable<ActivityCode['discloses']>>> = {
  '130': 'offending',
  '290': 'offending',
  '710': 'offending',
  '640': 'health',
  '650': 'health',
  '670': 'health',
  '620': 'family',
  '630': 'family',
}

export const ACTIVITY_CODES: ReadonlyMap<string, ActivityCode> = new Map(
  RAW.trim()
    .split('\n')
    .map(line => {
      const [code = '', group = '', ...words] = line.split(' ')
      return [
        code,
        { code, group: group as ActivityGroup, label: words.join(' '), discloses: DISCLOSING[code] ?? null },
      ]
    }),
)
