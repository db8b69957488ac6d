/** What rooms on the same floor hand down to hand-overs. */
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import type { FramePerson } from '#rooms/people/index.ts'
import type { Carried, Handover, Meeting } from './handover.ts'

export type HandoverParts = {
  /** Contacts in which somebody met or spoke with them since a day, newest first, as far as the caller may see them. */
  readonly meetingsSince: (tx: Tx, personId: PersonId, since: Day) => Promise<readonly Meeting[]>
  /** One of them as it is on record now; undefined where it is none any more, or was taken off. */
  readonly meeting: (tx: Tx, personId: PersonId, contactId: RowId) => Promise<Meeting | undefined>
  /** Meetings that are arranged with somebody and to which both advisers go, as far as the caller may see them. */
  readonly together: (
    tx: Tx,
    personId: PersonId,
    both: Pick<Handover, 'fromId' | 'toId'>,
  ) => Promise<readonly Carried[]>
  /** What goes along with the young person, as far as the caller may see it. */
  readonly goesAlong: (tx: Tx, personId: PersonId, fromId: AccountId) => Promise<readonly Carried[]>
  /** What whoever takes over may not see with these classes and somebody must see to first. As far as the caller may see it. */
  readonly staysBehind: (
    tx: Tx,
    personId: PersonId,
    fromId: AccountId,
    classes: readonly RecordClass[],
  ) => Promise<readonly Carried[]>
  /** The lead has moved: meetings that are arranged, and referrals the next one may see, are theirs from now on. As the house. */
  readonly leadMoved: (
    worker: Tx,
    personId: PersonId,
    lead: { readonly fromId: AccountId; readonly toId: AccountId; readonly classes: readonly RecordClass[] },
  ) => Promise<void>
}

export type HandoverHouse = HandoverParts & { readonly frame: FramePerson }
