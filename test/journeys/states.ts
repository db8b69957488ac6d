/**
 * Which states of a page must be looked at. A form: as it stands (fresh or filled) and refused. Any other page: with something
 * on it, and, where it may have nothing on it, that too.
 */
import type { registerLines } from '#test/register.ts'
import type { State } from './harness.ts'

/** Pages that may have nothing on them and say so. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set([
  '/',
  '/absences',
  '/alerts',
  '/applications',
  '/advice',
  '/agreements',
  '/assessments/due',
  '/breaches',
  '/caseload',
  '/caseload/cover/:coverId',
  '/concerns',
  '/counts/referrals',
  '/covers',
  '/deployments',
  '/colleagues',
  '/deployments/:rowId/agreed',
  '/asked-for',
  '/staffing',
  '/partner-feedback',
  '/confidentiality/due',
  '/diary',
  '/emergency-access',
  '/find',
  '/first-contacts',
  '/groups',
  '/hand-overs',
  '/hours',
  '/institutions',
  '/institutions/:organisationId',
  '/lists',
  '/matching/models',
  '/matching/quality',
  '/missed',
  '/offers-not-enrolled',
  '/opportunities',
  '/opportunities/:opportunityId/suits',
  '/organisations',
  '/partnership/areas',
  '/panel-actions',
  '/panels',
  '/people/:personId',
  '/people/:personId/applications',
  '/people/:personId/assessment',
  '/people/:personId/capacity',
  '/people/:personId/case',
  '/people/:personId/confidentiality',
  '/people/:personId/exercises',
  '/people/:personId/join',
  '/people/:personId/letters',
  '/people/:personId/opportunities',
  '/people/:personId/pathways',
  '/people/:personId/plan',
  '/people/:personId/plan/dates',
  '/people/:personId/plan/file',
  '/people/:personId/ehc-plan',
  '/people/:personId/care',
  '/people/:personId/referrals',
  '/people/:personId/school-data',
  '/people/:personId/support-groups',
  '/people/:personId/talks',
  '/people/:personId/transfers',
  '/people/:personId/other-tools',
  '/other-tools',
  '/plans/due',
  '/programmes',
  '/programmes/:programmeId',
  '/protection/:recordId',
  '/protection/:recordId/since',
  '/protocols',
  '/referrals',
  '/observations',
  '/samples',
  '/samples/trends',
  '/review',
  '/services',
  '/services/today',
  '/what-works',
  '/people/:personId/services',
  '/people/:personId/safety-plan',
  '/school-asks',
  '/school-days',
  '/school-days/:schoolDayId',
  '/school-days/:schoolDayId/invitations',
  '/questions',
  '/roll',
  '/support-groups',
  '/team',
  '/team/:accountId/caseload',
  '/teams',
  '/tracking-lists',
  '/transfers',
  '/who-looked',
])

/** Forms nothing can be wrong with, each with the reason. */
const NEVER_REFUSED: Readonly<Record<string, string>> = {
  '/questions/:questionId': 'its answers are buttons, so none can be left out',
  '/school-days/:schoolDayId/call-off': 'it is one button',
  '/diary/calendar': 'it is one button',
  '/people/:personId/talks': 'it is one button',
}

type Lines = ReturnType<typeof registerLines>

/** What was not looked at of a page, in words. */
export function unseenStates(lines: Lines, path: string, seen: ReadonlySet<State>): string[] {
  const isForm = lines.some(line => line.method === 'POST' && line.path === path)
  const wanted: (readonly State[])[] = isForm
    ? [['full', 'empty'], ...(NEVER_REFUSED[path] === undefined ? [['error'] as const] : [])]
    : [['full'], ...(MAY_BE_EMPTY.has(path) ? [['empty'] as const] : [])]
  return wanted.filter(any => !any.some(state => seen.has(state))).map(any => any.join(' or '))
}

/** Lines of the lists above that are no page any more. */
export function staleStates(lines: Lines): string[] {
  const paths = new Set(lines.filter(line => line.method === 'GET').map(line => line.path))
  return [...MAY_BE_EMPTY, ...Object.keys(NEVER_REFUSED)].filter(path => !paths.has(path))
}
