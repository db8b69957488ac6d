/** What events of groups, drop-ins and outreach are called on a page. */
export const groupEventWords: Readonly<Record<string, string>> = {
  'group.change-opened': 'Opened the form to put a session right',
  'group.changed': 'Put a session right',
  'group.form-opened': 'Opened the form for a session',
  'group.list-viewed': 'Looked at groups and drop-ins',
  'group.newcomer-ended': 'Deleted what was kept of somebody not on record once its days were over',
  'group.newcomer-forgotten': 'Deleted what was kept of somebody not on record',
  'group.newcomer-linked': 'Put somebody who was not on record onto a record',
  'group.newcomer-noted': 'Wrote down somebody who is not on record',
  'group.newcomer-viewed': 'Looked at somebody who is not on record',
  'group.parts-opened': 'Opened the form for what each did',
  'group.parts-written': 'Wrote down what each did',
  'group.people-added': 'Added people who came to a session',
  'group.people-searched': 'Looked for people who came to a session',
  'group.recorded': 'Recorded a group, a drop-in or outreach',
  'group.viewed': 'Looked at a session',
}
