/** Agencies, what they agreed and letters, for tests of referrals. */
import { type Day, toDay } from '#ground/day.ts'
import type { GroupId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { type RecordClass, toBits } from '#rooms/access/index.ts'
import { addOrganisation, type OrganisationKind } from '#rooms/directory/index.ts'
import { addProtocol } from '#rooms/referrals/index.ts'
import type { TestDatabase } from './database.ts'
import type { TestColleague, TestHouse, TestPartnership } from './house.ts'

export const ASKED = {
  asks: 'Find them a room from Friday',
  'why-now': 'They sleep on a friend’s sofa',
  'own-words': 'I want a door I can lock',
}
export const AGREES = { shown: 'yes', view: 'agrees', 'view-words': 'Tell them about the dog' }

export function openReferring(test: TestDatabase, house: TestHouse, partnership: () => TestPartnership) {
  const command = <T>(work: Parameters<typeof house.command<T>>[1]) => house.command(partnership().id, work)

  const rowOf = async (id: string) =>
    test.owner
      .selectFrom('referral')
      .selectAll()
      .where('id', '=', id as RowId)
      .executeTakeFirstOrThrow()

  async function versionOf(id: string): Promise<string> {
    return String((await rowOf(id)).version)
  }

  return {
    rowOf,
    partsOf: (id: string) =>
      test.owner
        .selectFrom('referral_part')
        .selectAll()
        .where('referral_id', '=', id as RowId)
        .orderBy('recorded_at')
        .execute(),
    liveGrants: (personId: PersonId) =>
      test.owner
        .selectFrom('access_grant')
        .select(['holder_id', 'classes', 'source', 'basis', 'end_reason'])
        .where('person_id', '=', personId)
        .where('source', '=', 'referral')
        .where('ended_at', 'is', null)
        .execute(),
    agency: (name: string, kind: OrganisationKind): Promise<OrganisationId> =>
      command(tx => addOrganisation(tx, { name, kind })),
    /** What two agencies agreed: answered in 5 working days, started in 10, reported in 60. */
    async agreed(
      fromId: OrganisationId,
      toId: OrganisationId,
      more: {
        readonly classes?: readonly RecordClass[]
        readonly teamId?: GroupId
        readonly basis?: 'public-task' | 'consent'
        readonly purpose?: string
        readonly stages?: readonly string[]
      } = {},
    ): Promise<RowId> {
      const made = await command(tx =>
        addProtocol(tx, {
          fromId,
          toId,
          teamId: more.teamId ?? null,
          purpose: more.purpose ?? 'somewhere safe to live',
          basis: more.basis ?? 'public-task',
          law: 'Education and Skills Act 2008, section 68',
          condition: 'Schedule 1, paragraph 18',
          classes: toBits(['identity', 'safe-contact', ...(more.classes ?? [])]),
          answerDays: 5,
          startDays: 10,
          reportDays: 60,
          stages: more.stages ?? [],
          reviewOn: toDay('2027-11-01') as Day,
        }),
      )
      if (!made.ok) throw new Error(made.why)
      return made.value
    },
    /** Writes a draft and gives its id. */
    async draft(
      by: TestColleague,
      id: PersonId,
      protocol: RowId,
      fields: Record<string, string> = {},
    ): Promise<string> {
      house.clock.advance(1000)
      const {
        status,
        to = '',
        body,
      } = await by.post(`/people/${id}/referrals/new?protocol=${protocol}`, {
        ...ASKED,
        ...fields,
      })
      if (status !== 303) throw new Error(`${status}: ${body.slice(0, 4000)}`)
      return to.split('/').at(-1) ?? ''
    },
    /** A step of one, from the version it has now. */
    async step(by: TestColleague, id: string, move: string, fields: Record<string, string> = {}) {
      house.clock.advance(1000)
      return by.post(`/referrals/${id}/${move}`, { version: await versionOf(id), ...fields })
    },
  }
}
