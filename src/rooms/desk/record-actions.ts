/** What can be done with a record, each by the page it opens: the same permission and class the page itself asks. */
import type { RecordClass } from '#rooms/access/index.ts'
import type { Permission } from '#rooms/identity/index.ts'
import type { en } from './words.ts'

export type RecordAction = keyof (typeof en)['recordActions']

const ACTIONS: readonly {
  readonly action: RecordAction
  readonly permission: Permission
  readonly needs: RecordClass
}[] = [
  { action: 'lead', permission: 'lead.assign', needs: 'identity' },
  { action: 'hand-over', permission: 'hand-over.use', needs: 'sessions' },
  { action: 'programmes/new', permission: 'programme.use', needs: 'learning' },
  { action: 'absences/new', permission: 'absence.tell', needs: 'identity' },
  { action: 'absences/link', permission: 'absence.answer', needs: 'learning' },
  { action: 'safety-plan', permission: 'person.open', needs: 'health' },
  { action: 'pathways', permission: 'person.open', needs: 'plan' },
  { action: 'applications', permission: 'offer.use', needs: 'learning' },
  { action: 'opportunities', permission: 'application.use', needs: 'guidance' },
  { action: 'panel', permission: 'panel.bring', needs: 'identity' },
  { action: 'school-data', permission: 'talk.use', needs: 'guidance' },
  { action: 'talks', permission: 'talk.use', needs: 'guidance' },
  { action: 'letters', permission: 'letter.write', needs: 'guidance' },
  { action: 'other-tools', permission: 'person.open', needs: 'assessment' },
  { action: 'support-groups', permission: 'person.open', needs: 'sessions' },
  { action: 'transfers', permission: 'assessment.write', needs: 'assessment' },
  { action: 'confidentiality', permission: 'contact.record', needs: 'sessions' },
  { action: 'capacity', permission: 'assessment.write', needs: 'sessions' },
  { action: 'case', permission: 'assessment.write', needs: 'sessions' },
  { action: 'round', permission: 'access.why', needs: 'identity' },
  { action: 'services', permission: 'service.keep', needs: 'assessment' },
  { action: 'referrals/new', permission: 'referral.use', needs: 'identity' },
  { action: 'activity', permission: 'person.edit', needs: 'tracking' },
  { action: 'starts', permission: 'person.edit', needs: 'tracking' },
  { action: 'support-level', permission: 'person.edit', needs: 'tracking' },
  { action: 'safe-contact', permission: 'person.edit', needs: 'safe-contact' },
  { action: 'contact-details', permission: 'person.edit', needs: 'contact-details' },
  { action: 'address', permission: 'person.edit', needs: 'contact-details' },
  { action: 'adults', permission: 'person.edit', needs: 'family' },
  { action: 'identity', permission: 'person.edit', needs: 'identity' },
  { action: 'identifiers', permission: 'person.edit', needs: 'identifiers' },
  { action: 'alerts', permission: 'person.edit', needs: 'identity' },
  { action: 'join', permission: 'people.merge', needs: 'identifiers' },
  { action: 'death', permission: 'person.mark-death', needs: 'identity' },
]

const ONCE_ALIVE: ReadonlySet<RecordAction> = new Set<RecordAction>([
  'death',
  'referrals/new',
  'absences/new',
  'absences/link',
  'programmes/new',
  'hand-over',
  'opportunities',
  'panel',
])

/** What the viewer may do with a record whose classes they see; a death is recorded once. */
export function actionsOn(
  may: (permission: Permission) => boolean,
  seen: ReadonlySet<RecordClass>,
  hasDied: boolean,
): RecordAction[] {
  return ACTIONS.filter(a => may(a.permission) && seen.has(a.needs) && !(hasDied && ONCE_ALIVE.has(a.action))).map(
    a => a.action,
  )
}
