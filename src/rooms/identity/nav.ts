/** The list of pages at the left: what the role may ask for, in groups. */
import type { NavGroup } from '#web/shell/words.ts'
import type { Actor } from './account.ts'
import { type Permission, roleMay } from './roles.ts'

/** `isMadeUp`: only where nobody real is on record. */
type Entry = { readonly href: string; readonly text: string; readonly permission: Permission; readonly isMadeUp?: true }

const GROUPS: readonly { readonly label: string; readonly items: readonly Entry[] }[] = [
  {
    label: 'Today',
    items: [
      { href: '/', text: 'My day', permission: 'day.see' },
      { href: '/caseload', text: 'Caseload', permission: 'caseload.see' },
      { href: '/diary', text: 'Diary', permission: 'diary.use' },
      { href: '/notebook', text: 'Notebook', permission: 'notebook.use' },
      { href: '/referrals', text: 'Referrals', permission: 'referral.use' },
      { href: '/hand-overs', text: 'Hand-overs', permission: 'hand-over.use' },
      { href: '/school-days', text: 'Days in school', permission: 'school-day.see' },
      { href: '/groups', text: 'Groups', permission: 'group.see' },
      { href: '/absences', text: 'Absences', permission: 'absence.see' },
      { href: '/school-asks', text: 'School data', permission: 'school-data.see' },
      { href: '/panels', text: 'Panels', permission: 'panel.see' },
      { href: '/applications', text: 'Put forward', permission: 'application.use' },
      { href: '/opportunities', text: 'Opportunities', permission: 'opportunity.see' },
      { href: '/visits', text: 'Visits', permission: 'visit.see' },
      { href: '/roll', text: 'Our roll', permission: 'roll.see' },
      { href: '/institutions', text: 'Places of learning', permission: 'institution.see' },
      { href: '/feedback', text: 'Working with advisers', permission: 'feedback.give' },
    ],
  },
  {
    label: 'Work lists',
    items: [
      { href: '/concerns', text: 'Concerns', permission: 'concern.answer' },
      { href: '/first-contacts', text: 'First contacts due', permission: 'diary.use' },
      { href: '/missed', text: 'Missed meetings', permission: 'diary.use' },
      { href: '/assessments/due', text: 'Assessments due', permission: 'assessment.write' },
      { href: '/transfers', text: 'Asked of others', permission: 'assessment.write' },
      { href: '/plans/due', text: 'Plans due', permission: 'plan.write' },
      { href: '/confidentiality/due', text: 'Confidentiality to read', permission: 'caseload.see' },
      { href: '/alerts', text: 'Alerts to look at', permission: 'alert.end' },
      { href: '/questions', text: 'Questions', permission: 'question.answer' },
      { href: '/review', text: 'Same person?', permission: 'match.review' },
      { href: '/starts', text: 'Did they start?', permission: 'person.edit' },
      { href: '/activity-questions', text: 'Sources that differ', permission: 'person.edit' },
      { href: '/guarantee', text: 'September Guarantee', permission: 'guarantee.keep' },
      { href: '/offers-not-enrolled', text: 'Offers, not enrolled', permission: 'offer.use' },
      { href: '/programmes', text: 'Programmes', permission: 'programme.see' },
      { href: '/tracking-lists', text: 'Tracking lists', permission: 'tracking-list.manage' },
      { href: '/protection', text: 'Protection', permission: 'person.protect' },
      { href: '/breaches', text: 'Breach log', permission: 'breach.handle' },
      { href: '/emergency-access', text: 'Emergency access', permission: 'access.review' },
    ],
  },
  {
    label: 'Partnership',
    items: [
      { href: '/counts', text: 'Counts', permission: 'counts.see' },
      { href: '/staffing', text: 'Posts and waiting', permission: 'staffing.see' },
      { href: '/asked-for', text: 'What advisers are asked for', permission: 'asked-for.see' },
      { href: '/partner-feedback', text: 'What partners say', permission: 'counts.see' },
      { href: '/adviser-role', text: 'What an adviser does', permission: 'day.see' },
      { href: '/hours', text: 'Hours', permission: 'diary.use' },
      { href: '/observations', text: 'Observed talks', permission: 'observation.use' },
      { href: '/samples', text: 'Quality samples', permission: 'observation.use' },
      { href: '/team', text: 'Team', permission: 'team.see' },
      { href: '/advice', text: 'Advice', permission: 'team.see' },
      { href: '/colleagues', text: 'Colleagues', permission: 'organisation.see' },
      { href: '/teams', text: 'All teams', permission: 'team.manage' },
      { href: '/deployments', text: 'Deployment', permission: 'deployment.manage' },
      { href: '/covers', text: 'Cover', permission: 'deployment.manage' },
      { href: '/duty', text: 'Duty desk', permission: 'deployment.manage' },
      { href: '/lists', text: 'Lists in', permission: 'intake.run' },
      { href: '/confidentiality', text: 'What stays between us', permission: 'organisation.see' },
      { href: '/protocols', text: 'Referral agreements', permission: 'protocol.manage' },
      { href: '/other-tools', text: 'Other agencies’ tools', permission: 'other-tool.keep' },
      { href: '/matching/quality', text: 'Quality of lists', permission: 'match.review' },
      { href: '/matching/models', text: 'Matching', permission: 'match.review' },
      { href: '/view-as', text: 'Look as others', permission: 'access.view-as', isMadeUp: true },
      { href: '/who-looked', text: 'Who looked', permission: 'audit.read' },
      { href: '/what-works', text: 'What works here', permission: 'organisation.see' },
      { href: '/services', text: 'Services and projects', permission: 'organisation.see' },
      { href: '/organisations', text: 'Organisations', permission: 'organisation.see' },
      { href: '/partnership', text: 'About the partnership', permission: 'settings.manage' },
      { href: '/accounts', text: 'Accounts', permission: 'account.manage' },
    ],
  },
]

/** What an actor is offered; groups without anything are left out. */
export function navOf(actor: Actor): readonly NavGroup[] {
  return GROUPS.map(group => ({
    label: group.label,
    items: group.items
      .filter(item => roleMay(actor.role, item.permission) && (item.isMadeUp !== true || actor.isDemo))
      .map(({ href, text }) => ({ href, text })),
  })).filter(group => group.items.length > 0)
}
