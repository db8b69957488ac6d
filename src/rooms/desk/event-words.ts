/** What an event of the audit is called on a page: a sentence without its subject, which stands in the column before it. */
import type { ActorKind, AuditEvent, Outcome } from '#rooms/audit/index.ts'

/** Every event the program writes. `test/event-words.test.ts` finds those that have no words here. */
export const eventWords: Readonly<Record<string, string>> = {
  'access.barred': 'Restricted the record, protected it or shut somebody out',
  'access.ended': 'Ended a right to see',
  'access.opened': 'Gave a right to see',
  'access.unbarred': 'Lifted a protection of the record',

  'account.acting-as': 'Chose what to act as',
  'account.disabled': 'Switched an account off',
  'account.enabled': 'Switched an account on',
  'account.home-postcode-kept': 'Changed their own home postcode',
  'account.invited': 'Added an account',
  'account.keys-changed': 'Switched single-letter keys on or off',
  'account.link-made': 'Made a one-time link for an account',
  'account.link-opened': 'Opened a one-time link',
  'account.list-viewed': 'Looked at the accounts',
  'account.membership-ended': 'Ended the role of an account',
  'account.password-given': 'Gave the right password',
  'account.password-set': 'Chose a password',
  'account.recovery-codes-made': 'Made new recovery codes',
  'account.second-step-failed': 'Gave a wrong code for the second step',
  'account.second-step-removed': 'Took the second step off an account',
  'account.second-step-set': 'Set up the second step',
  'account.sign-in-failed': 'Tried to sign in, and could not',
  'account.signed-in': 'Signed in',
  'account.signed-out': 'Signed out',
  'account.signed-out-everywhere': 'Signed out everywhere else',

  'activity.confirmed': 'Confirmed what they do now',
  'activity.set': 'Changed what they do now',

  'agreement.list-viewed': 'Looked at the agreements',
  'agreement.made': 'Put an agreement on record',
  'agreement.review-opened': 'Opened the review of an agreement',
  'agreement.reviewed': 'Reviewed an agreement',

  'area.added': 'Added a committee area',
  'area.ended': 'Ended a committee area',
  'area.joined': 'Put an organisation or site into a committee area',
  'area.left': 'Took an organisation or site out of a committee area',
  'area.list-viewed': 'Looked at the committee areas',
  'area.renamed': 'Renamed a committee area',
  'area.viewed': 'Looked at a committee area',

  'audit.list-viewed': 'Looked at the latest events',
  'audit.person-viewed': 'Looked at who looked at this record',

  'breach.answered': 'Wrote in the breach log',
  'breach.closed': 'Closed an entry of the breach log',
  'breach.list-viewed': 'Looked at the breach log',
  'breach.viewed': 'Looked at an entry of the breach log',

  'caseload.cover-viewed': 'Looked at the caseload they cover',
  'caseload.downloaded': 'Downloaded the caseload',
  'caseload.viewed': 'Looked at a caseload with them on it',

  'concern.decided': 'Wrote down a decision on a concern',
  'concern.escalated': 'Told more people of a concern nobody had read',
  'concern.form-opened': 'Opened the form for a concern',
  'concern.list-viewed': 'Looked at the concerns',
  'concern.raised': 'Raised a concern',
  'concern.read': 'Read a concern for the first time',
  'concern.receipt-viewed': 'Looked at what came of their concern',
  'concern.viewed': 'Looked at a concern',

  'contact.changed': 'Changed a contact',
  'contact.form-opened': 'Opened the form for a contact',
  'contact.next-step-done': 'Marked a next step as done',
  'contact.recorded': 'Recorded a contact',
  'contact.viewed': 'Looked at a contact',

  'counts.viewed': 'Looked at the counts',

  'cover.ended': 'Ended cover for a colleague',
  'cover.list-viewed': 'Looked at who covers for whom',
  'cover.set': 'Set cover for a colleague',

  'day.viewed': 'Looked at My day with them on it',

  'deployment.ended': 'Ended an adviser’s work at a place of learning',
  'deployment.list-viewed': 'Looked at which adviser works where',
  'deployment.started': 'Put an adviser to work at a place of learning',

  'duty.ended': 'Took somebody off the duty desk',
  'duty.list-viewed': 'Looked at the duty desk',
  'duty.set': 'Put somebody on the duty desk',

  'emergency.list-viewed': 'Looked at the emergency openings',
  'emergency.opened': 'Opened the record in an emergency',
  'emergency.reviewed': 'Reviewed an emergency opening',

  'institution.list-viewed': 'Looked at the places of learning they work at',
  'institution.pupils-viewed': 'Looked at the pupils of a place of learning',

  'lead.assigned': 'Chose the lead adviser',
  'lead.form-opened': 'Opened the form for the lead adviser',

  'list.applied': 'Brought in what a partner’s list says of them',
  'list.apply-asked': 'Asked for a list to be applied',
  'list.cancelled': 'Cancelled a list',
  'list.columns-confirmed': 'Said what is in each column of a list',
  'list.faults-downloaded': 'Downloaded the rows of a list to mend',
  'list.finished': 'Finished applying a list',
  'list.list-viewed': 'Looked at the lists',
  'list.read': 'Read a list',
  'list.refused': 'Sent in a list that could not be taken',
  'list.sent': 'Sent in a list',
  'list.stop-asked': 'Asked for a list to be stopped',
  'list.undo-asked': 'Asked for a list to be undone',
  'list.undo-refused': 'Could not undo a list, because a newer one came in between',
  'list.undone': 'Undid what a list had brought',
  'list.viewed': 'Looked at a partner’s list with them on it',

  'matching.back-asked': 'Asked for an earlier model of matching',
  'matching.back-sent': 'Sent the form that goes back to an earlier model of matching',
  'matching.freeze-sent': 'Sent the form that freezes the model of matching or lets it learn',
  'matching.frozen': 'Froze the model of matching',
  'matching.learn-sent': 'Sent the form that asks for a new model of matching',
  'matching.learning-asked': 'Asked for a new model of matching',
  'matching.model-exported': 'Took out a model of matching as a file',
  'matching.model-viewed': 'Looked at a model of matching',
  'matching.models-viewed': 'Looked at what matching goes by',
  'matching.threshold-moved': 'Moved the threshold from which rows are linked without asking',
  'matching.threshold-sent': 'Sent the form that moves the threshold of matching',
  'matching.unfrozen': 'Let the model of matching learn again',
  'matching.model-live': 'Began to match lists by a new model',
  'merge.compared': 'Compared two records field by field',
  'merge.searched': 'Looked for a record to join with this one',
  'merge.undo-opened': 'Opened the page for taking two records apart',
  'notice.read': 'Marked news as read',

  'organisation.added': 'Added an organisation',
  'organisation.change-opened': 'Opened the form for an organisation',
  'organisation.changed': 'Changed an organisation',
  'organisation.close-opened': 'Opened the page that closes an organisation',
  'organisation.closed': 'Closed an organisation',
  'organisation.list-viewed': 'Looked at the organisations',
  'organisation.reopened': 'Opened an organisation again',
  'organisation.viewed': 'Looked at an organisation',

  'page.refused': 'Asked for a page they may not see',

  'pair.ask-opened': 'Opened the page for asking a partner about two records',
  'pair.decided': 'Decided whether two records are one person',
  'pair.decision-sent': 'Answered whether two records are one person',
  'pair.found': 'Found another record that may be the same person',
  'pair.list-viewed': 'Looked at the records that may be one person',
  'pair.partner-asked': 'Asked a partner about two records',
  'pair.search-asked': 'Asked for everybody who may be on record twice',
  'pair.viewed': 'Looked at two records that may be one person',
  'partnership.change-opened': 'Opened the form for the partnership',
  'partnership.changed': 'Changed the partnership',
  'partnership.created': 'Set up the partnership',
  'partnership.viewed': 'Looked at the page about the partnership',

  'person.address-kept': 'Kept a protected address as it is, against a list',
  'person.address-set': 'Changed the address',
  'person.adult-set': 'Wrote down an adult round them',
  'person.alert-ended': 'Ended an alert',
  'person.alert-set': 'Added an alert',
  'person.changed': 'Changed the name or birth date',
  'person.contact-detail-set': 'Changed a phone number or email',
  'person.created': 'Made the record',
  'person.detail-set': 'Changed a fact about them',
  'person.died': 'Recorded a death',
  'person.edit-opened': 'Opened a form to change the record',
  'person.found': 'Found them with “Find anyone”',
  'person.identifier-added': 'Added a number such as a UPN',
  'person.safe-contact-set': 'Changed how it is safe to reach them',
  'person.whereabouts-protected': 'Protected the address',
  'person.whereabouts-unprotected': 'Lifted the protection of the address',
  'person.withdrawn': 'Took the whole record out of every list and search',

  'protection.form-opened': 'Opened a form to protect the record',
  'protection.list-viewed': 'Looked at what is protected',
  'protection.searched': 'Looked for a record to protect',
  'protection.viewed': 'Looked at the protection of the record',

  'quality.downloaded': 'Downloaded the quality of partners’ lists',
  'quality.partner-viewed': 'Looked at the quality of one partner’s lists',
  'quality.rows-downloaded': 'Downloaded what to ask a partner for',
  'quality.viewed': 'Looked at the quality of partners’ lists',
  'question.answered': 'Answered a question',
  'question.asked': 'Asked a question about the record',
  'question.form-opened': 'Opened the form to say that something is wrong',
  'question.list-viewed': 'Looked at the questions',
  'question.viewed': 'Looked at a question',

  'record.details-viewed': 'Looked at the details of the record',
  'record.joined': 'Joined two records',
  'record.misfiled': 'Took off the record what was about somebody else',
  'record.misfiled-opened': 'Opened the page that takes something off the record',
  'record.parted': 'Took two joined records apart',
  'record.viewed': 'Opened the record',
  'record.who-viewed': 'Looked at who can see the record',

  'roll.viewed': 'Looked at their organisation’s own roll',

  'site.add-opened': 'Opened the form for a site',
  'site.added': 'Added a site',
  'site.change-opened': 'Opened a site to change it',
  'site.changed': 'Changed a site',
  'site.closed': 'Closed a site',

  'team.created': 'Made a team',
  'team.ended': 'Ended a team',
  'team.joined': 'Put an adviser into a team',
  'team.leader-changed': 'Changed who leads a team',
  'team.left': 'Took an adviser out of a team',
  'team.list-viewed': 'Looked at all teams',
  'team.renamed': 'Renamed a team',
  'team.viewed': 'Looked at a team',

  'tracking-list.all-viewed': 'Looked at the tracking lists',
  'tracking-list.assigned': 'Gave a tracking list to an officer',
  'tracking-list.closed': 'Closed a tracking list',
  'tracking-list.downloaded': 'Downloaded a tracking list',
  'tracking-list.made': 'Made a tracking list with them on it',
  'tracking-list.previewed': 'Looked at who would be on a tracking list',
  'tracking-list.refreshed': 'Brought a tracking list up to date',
  'tracking-list.unassigned': 'Took a tracking list from an officer',
  'tracking-list.viewed': 'Looked at a tracking list',
  'tracking-list.worked-on': 'Worked on a tracking list with them on it',
}

/** How it ended, where it did not end as it should. */
const outcomeWords: Readonly<Record<Exclude<Outcome, 'done'>, string>> = {
  refused: 'refused',
  invalid: 'not saved',
  failed: 'did not work, through a fault of the program',
}

/** Who did it, where it was no account. */
export const actorWords: Readonly<Record<ActorKind, string>> = {
  account: 'A colleague',
  feed: 'A partner’s feed',
  clock: 'The system',
  link: 'Whoever had a one-time link',
  'young-person': 'The young person',
  command: 'A command on the server',
  nobody: 'Nobody signed in',
}

/** The event in words, and how it ended. An event of an earlier version has none, and keeps its name. */
export function sayEvent({ action, outcome }: Pick<AuditEvent, 'action' | 'outcome'>): string {
  const said = eventWords[action] ?? action.replace('.', ': ').replaceAll('-', ' ')
  return outcome === 'done' ? said : `${said} (${outcomeWords[outcome]})`
}
