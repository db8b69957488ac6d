/** Roles and what each may do. What is not listed is refused. A job title is another thing: titles are data. */

export const ROLES = [
  'administrator',
  'data-officer',
  'tracking-officer',
  'universal-adviser',
  'intensive-adviser',
  'team-leader',
  'front-desk',
  'manager',
  'information-governance',
  'safeguarding-lead',
  'safeguarding-deputy',
  'partner-practitioner',
] as const

export type Role = (typeof ROLES)[number]

/** What may be asked of the program. Whether it may be asked about THIS young person is for grants to say. */
export type Permission =
  | 'self.manage'
  | 'day.see'
  | 'person.find'
  | 'person.open'
  | 'person.create'
  | 'person.edit'
  | 'person.protect'
  | 'person.mark-death'
  | 'people.merge'
  | 'record.correct'
  | 'alert.end'
  | 'caseload.see'
  | 'contact.record'
  | 'diary.use'
  | 'notebook.use'
  | 'visit.see'
  | 'assessment.write'
  | 'plan.write'
  | 'plan.confirm'
  | 'lead.assign'
  | 'team.see'
  | 'list.export'
  | 'concern.raise'
  | 'concern.answer'
  | 'access.why'
  | 'access.break-glass'
  | 'access.view-as'
  | 'access.review'
  | 'breach.handle'
  | 'intake.run'
  | 'question.answer'
  | 'match.review'
  | 'question.ask'
  | 'agreement.manage'
  | 'account.manage'
  | 'organisation.manage'
  | 'organisation.see'
  | 'service.keep'
  | 'settings.manage'
  | 'audit.read'
  | 'counts.see'
  | 'asked-for.see'
  | 'staffing.see'
  | 'staffing.keep'
  | 'feedback.give'
  | 'team.manage'
  | 'deployment.manage'
  | 'institution.see'
  | 'tracking-list.manage'
  | 'tracking-list.see'
  | 'roll.see'
  | 'referral.use'
  | 'protocol.manage'
  | 'confidentiality.keep'
  | 'other-tool.keep'
  | 'hand-over.use'
  | 'absence.see'
  | 'absence.answer'
  | 'absence.tell'
  | 'programme.see'
  | 'programme.use'
  | 'programme.keep'
  | 'offer.use'
  | 'guarantee.keep'
  | 'group.see'
  | 'school-day.see'
  | 'school-day.hold'
  | 'group.record'
  | 'opportunity.see'
  | 'opportunity.keep'
  | 'application.use'
  | 'letter.write'
  | 'talk.use'
  | 'school-data.see'
  | 'observation.use'
  | 'sample.draw'
  | 'panel.see'
  | 'panel.bring'
  | 'panel.keep'

/** Everyone who is signed in: their own account, and danger first (K10). */
const EVERYONE: readonly Permission[] = ['self.manage', 'day.see', 'concern.raise']

/** Everyone of the partnership's own: partners' practitioners see their own roll and no directory. */
const STAFF: readonly Permission[] = [...EVERYONE, 'organisation.see', 'visit.see', 'opportunity.see']

const ADVISER: readonly Permission[] = [
  ...STAFF,
  'person.find',
  'person.open',
  'person.create',
  'person.edit',
  'record.correct',
  'alert.end',
  'caseload.see',
  'contact.record',
  'diary.use',
  'notebook.use',
  'assessment.write',
  'plan.write',
  'plan.confirm',
  'referral.use',
  'hand-over.use',
  'absence.see',
  'absence.answer',
  'programme.see',
  'programme.use',
  'offer.use',
  'group.see',
  'school-day.see',
  'school-day.hold',
  'group.record',
  'opportunity.keep',
  'service.keep',
  'application.use',
  'letter.write',
  'talk.use',
  'school-data.see',
  'observation.use',
  'panel.see',
  'panel.bring',
  'list.export',
  'access.why',
  'access.break-glass',
  'team.see',
  'institution.see',
]

const SAFEGUARDING: readonly Permission[] = [
  ...STAFF,
  'person.find',
  'person.open',
  'concern.answer',
  'access.why',
  'access.view-as',
  'panel.see',
  'contact.record',
  'plan.confirm',
  'diary.use',
  'record.correct',
  'alert.end',
]

const PERMISSIONS: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  administrator: new Set<Permission>([
    ...STAFF,
    'account.manage',
    'organisation.manage',
    'settings.manage',
    'team.manage',
    'access.view-as',
  ]),
  'data-officer': new Set<Permission>([
    ...STAFF,
    'person.find',
    'person.open',
    'person.create',
    'person.edit',
    'record.correct',
    'alert.end',
    'person.mark-death',
    'people.merge',
    'intake.run',
    'question.answer',
    'match.review',
    'agreement.manage',
    'protocol.manage',
    'other-tool.keep',
    'list.export',
    'access.why',
    'tracking-list.manage',
    'programme.see',
    'programme.keep',
    'offer.use',
    'guarantee.keep',
    'opportunity.keep',
    'service.keep',
  ]),
  'tracking-officer': new Set<Permission>([
    ...STAFF,
    'person.find',
    'person.open',
    'person.edit',
    'record.correct',
    'alert.end',
    'caseload.see',
    'contact.record',
    'plan.confirm',
    'list.export',
    'access.why',
    'tracking-list.see',
    'programme.see',
    'offer.use',
    'guarantee.keep',
    'panel.see',
    'panel.bring',
    'panel.keep',
  ]),
  'universal-adviser': new Set(ADVISER),
  'intensive-adviser': new Set(ADVISER),
  'team-leader': new Set<Permission>([
    ...ADVISER,
    'lead.assign',
    'asked-for.see',
    'staffing.see',
    'sample.draw',
    'access.review',
    'access.view-as',
    'team.manage',
    'deployment.manage',
    'tracking-list.manage',
    'programme.keep',
    'guarantee.keep',
    'panel.keep',
  ]),
  'front-desk': new Set<Permission>([...STAFF, 'person.find', 'person.open']),
  manager: new Set<Permission>([
    ...STAFF,
    'counts.see',
    'asked-for.see',
    'staffing.see',
    'staffing.keep',
    'confidentiality.keep',
    'access.review',
    'access.view-as',
    'programme.see',
    'programme.keep',
    'panel.see',
    'panel.keep',
  ]),
  'information-governance': new Set<Permission>([
    ...STAFF,
    'person.find',
    'audit.read',
    'access.why',
    'access.review',
    'access.view-as',
    'person.protect',
    'breach.handle',
    'confidentiality.keep',
  ]),
  'safeguarding-lead': new Set(SAFEGUARDING),
  'safeguarding-deputy': new Set(SAFEGUARDING),
  'partner-practitioner': new Set<Permission>([
    ...EVERYONE,
    'person.find',
    'person.open',
    'question.ask',
    'feedback.give',
    'plan.confirm',
    'roll.see',
    'absence.see',
    'absence.tell',
    'school-data.see',
    'programme.see',
    'group.see',
    'school-day.see',
    'referral.use',
    'panel.see',
  ]),
}

/** True when the role's list names the permission. */
export function roleMay(role: Role, permission: Permission): boolean {
  return PERMISSIONS[role].has(permission)
}

export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return PERMISSIONS[role]
}
