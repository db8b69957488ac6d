/** What a page says while there is nothing on it yet: a new installation, walked by each who works in it. */
import { journey } from './harness.ts'
import { joinAs } from './live.ts'

const LISTS = {
  'data-officer': ['/', '/lists', '/agreements', '/questions', '/review', '/protocols', '/other-tools'],
  'team-leader': [
    '/team',
    '/caseload',
    '/emergency-access',
    '/hours',
    '/first-contacts',
    '/referrals',
    '/hand-overs',
    '/absences',
    '/groups',
    '/support-groups',
    '/panels',
    '/panel-actions',
    '/programmes',
    '/guarantee',
    '/offers-not-enrolled',
    '/school-days',
    '/applications',
    '/opportunities',
    '/transfers',
    '/school-asks',
    '/observations',
    '/samples',
    '/samples/trends',
    '/institutions',
    '/teams',
    '/deployments',
    '/covers',
    '/duty',
    '/tracking-lists',
  ],
  'tracking-officer': ['/caseload'],
  'information-governance': ['/who-looked', '/protection', '/breaches'],
  'safeguarding-lead': ['/concerns'],
  manager: ['/counts/referrals', '/asked-for', '/staffing', '/partner-feedback'],
} as const

for (const [role, lists] of Object.entries(LISTS) as [keyof typeof LISTS, readonly string[]][])
  journey(`A new installation tells a ${role} what will stand on each list`, async ({ live, stranger }) => {
    const walker = await joinAs(await live(), stranger, role)
    for (const list of lists) {
      await walker.visit(list, { state: 'empty' })
      if ((await walker.page.locator('main .cx-empty').count()) === 0)
        throw new Error(`${list} does not say it is empty`)
    }
  })
