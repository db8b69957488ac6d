/** Whose assessment and whose plan is due. */
export const due = {
  dueTitle: 'Assessments due',
  dueLead:
    'Of your caseload: first assessments and reviews, the latest first. How soon follows from the level of support; the numbers are ours.',
  dueLeadTeam:
    'Of everybody your team leads for: first assessments and reviews, the latest first. How soon follows from the level of support; the numbers are ours.',
  whose: 'Whose',
  ofSelf: 'My caseload',
  ofTeam: 'My team',
  adviser: 'Lead adviser',
  dueNone: 'Nothing is due in the next four weeks',
  dueNoneText:
    'A first assessment is owed to whoever has more than the ordinary support; a review to everybody who was assessed.',
  dueCaption: 'Whose assessment is due',
  dueWho: 'Who',
  dueWhat: 'What',
  dueWhen: 'When',
  dueFirst: 'First assessment',
  dueReview: 'Review',
  dueLate: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
  dueOn: (day: string) => `by ${day}`,
  dueDraft: 'Begun',
  dueOpen: 'Open the assessment',
  dueOpenOf: (name: string) => ` of ${name}`,
  plansTitle: 'Plans due',
  plansLead:
    'Of your caseload: who has no plan, whose plan has no day of review, whose review is late or comes up in four weeks, and support pathways past a day.',
  plansLeadTeam:
    'Of everybody your team leads for: who has no plan, whose plan has no day of review, whose review is late or comes up in four weeks, and support pathways past a day.',
  plansNone: 'Every plan stands',
  plansNoneText: 'Who has no plan, and whose review comes up, will stand here.',
  plansCaption: 'Whose plan is due',
  plansWhat: {
    'no-plan': 'No open goal',
    'no-review-day': 'No day of review',
    'review-late': 'Review',
    'review-ahead': 'Review',
  },
  plansSince: (days: number) =>
    days < 2 ? `with you since ${days === 1 ? 'yesterday' : 'today'}` : `with you for ${days} days`,
  plansLedFor: (days: number) =>
    days < 2 ? `led for since ${days === 1 ? 'yesterday' : 'today'}` : `led for ${days} days`,
  plansHead: 'Plans',
  pathwaysHead: 'Support pathways past a day',
  pathwaysCaption: 'Whose support pathway has something past its day',
  pathwaysOpen: 'Open the pathway',
  plansOpen: 'Open the plan',
  alertsTitle: 'Alerts to look at',
  alertsLead: 'Those you are to look at again, and those of your caseload: late ones, and what comes up in four weeks.',
  alertsNone: 'No alert is to be looked at',
  alertsNoneText: 'Every alert has a day on which somebody asks whether it is still needed. Then it stands here.',
  alertsCaption: 'Alerts to look at again',
  alertsWhat: 'What it says',
  alertsTold: 'Told',
  alertsToldWords: { yes: 'They know', 'not-yet': 'Not yet', withheld: 'Kept from them' },
  alertsOpen: 'Still needed?',
}
