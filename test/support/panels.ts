/** Panels for tests, over HTTP as their chair does it; all made up. */
import { type GroupId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import { OWN_ROLL_CLASSES, openGrant } from '#rooms/access/index.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import type { TestDatabase } from './database.ts'
import { dayFields } from './fields.ts'
import type { Answered, TestColleague, TestHouse, TestPartnership } from './house.ts'

export const NEW_PANEL = {
  kind: 'not-in-learning',
  title: 'A made-up panel',
  tells: '0',
  purpose: 'A test',
  basis: 'public-task',
  law: 'Education and Skills Act 2008, section 68',
  allows: ['learning', 'sessions', 'plan'] as readonly string[],
  condition: '',
}
export const TOLD = { question: 'Who begins?', known: 'told', view: 'agrees', 'view-words': 'Ring me first' }

type Fields = Readonly<Record<string, string | readonly string[]>>

/** A school with its own roll and a housing trust, a practitioner of each, and a team of the leader's with Dana in it. */
export async function roundTheTable(
  house: TestHouse,
  partnership: TestPartnership,
  { leader, dana }: Readonly<Record<'leader' | 'dana', TestColleague>>,
) {
  const place = (name: string, kind: 'school' | 'housing') =>
    house.command(partnership.id, tx => addOrganisation(tx, { name, kind }))
  const school = await place('Made-up High', 'school')
  const housing = await place('Made-up Housing', 'housing')
  const hana = await partnership.colleague('partner-practitioner', 'Hana Testcase', school)
  const hale = await partnership.colleague('partner-practitioner', 'Hale Testcase', housing)
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    await joinTeam(tx, team, dana.accountId)
    await openGrant(tx, {
      ...{ scope: { kind: 'group', groupId: school as string as GroupId }, holderId: school },
      ...{ classes: OWN_ROLL_CLASSES, basis: 'public-task', source: 'own-roll' },
    })
  })
  return { school, housing, hana, hale }
}

/** Somebody who chairs, and what they do. Every step comes a second after the one before. */
export function openPanels(test: TestDatabase, house: TestHouse) {
  const send = async (by: TestColleague, path: string, fields: Fields): Promise<Answered> => {
    house.clock.advance(1000)
    const answer = await by.post(path, fields)
    house.clock.advance(1000)
    return answer
  }
  const must = (answer: Answered): string => {
    if (answer.status !== 303) throw new Error(`${answer.status}: ${answer.body.slice(0, 6000)}`)
    return answer.to?.split('/').at(-1) ?? ''
  }
  const newRow = () => newId<'row'>(house.clock.now())
  const itemOf = (id: string) =>
    test.owner
      .selectFrom('panel_item')
      .selectAll()
      .where('id', '=', id as RowId)
      .executeTakeFirstOrThrow()
  const meetingOf = (id: string) =>
    test.owner
      .selectFrom('panel_meeting')
      .selectAll()
      .where('id', '=', id as RowId)
      .executeTakeFirstOrThrow()
  const actionOf = (id: string) =>
    test.owner
      .selectFrom('panel_action')
      .selectAll()
      .where('id', '=', id as RowId)
      .executeTakeFirstOrThrow()

  const panels = {
    send,
    itemOf,
    meetingOf,
    actionOf,
    newRow,

    async panel(chair: TestColleague, fields: Fields = {}): Promise<string> {
      return must(await send(chair, '/panels/new', { ...NEW_PANEL, id: newRow(), ...fields }))
    },
    async attend(chair: TestColleague, panel: string, who: TestColleague, reads: readonly string[] = []) {
      must(await send(chair, `/panels/${panel}/attenders`, { who: who.membershipId, reads }))
    },
    async meeting(
      chair: TestColleague,
      panel: string,
      on: readonly [number, number, number] = [2026, 11, 23],
    ): Promise<string> {
      const fields = { id: newRow(), ...dayFields('on', on), time: '10:00', place: 'Made-up Hall' }
      return must(await send(chair, `/panels/${panel}/meetings/new`, fields))
    },
    bringing: (by: TestColleague, meeting: string, id: PersonId, fields: Fields = {}) =>
      send(by, `/people/${id}/panel`, { meeting, reason: 'other', question: 'Who begins?', ...fields }),
    async brought(by: TestColleague, meeting: string, id: PersonId): Promise<string> {
      return must(await panels.bringing(by, meeting, id))
    },
    async preparing(by: TestColleague, item: string, fields: Fields = {}) {
      const { version } = await itemOf(item)
      return send(by, `/panel-items/${item}/prepare`, { version: String(version), ...TOLD, ...fields })
    },
    async prepared(by: TestColleague, item: string, fields: Fields = {}) {
      must(await panels.preparing(by, item, fields))
    },
    async step(by: TestColleague, meeting: string, what: string, fields: Fields = {}) {
      const { version } = await meetingOf(meeting)
      return send(by, `/panel-meetings/${meeting}/${what}`, { version: String(version), ...fields })
    },
    async outcome(by: TestColleague, item: string, outcome: string, words = '') {
      const { version } = await itemOf(item)
      return send(by, `/panel-items/${item}/outcome`, { version: String(version), outcome, 'outcome-words': words })
    },
    agreeing: (by: TestColleague, item: string, owner: TestColleague, fields: Fields = {}) =>
      send(by, `/panel-items/${item}/actions`, {
        what: 'Ring the college',
        owner: owner.accountId,
        ...dayFields('due', [2026, 11, 30]),
        ...fields,
      }),
    async over(by: TestColleague, action: string, fields: Fields) {
      const { version } = await actionOf(action)
      return send(by, `/panel-actions/${action}/over`, { version: String(version), ...fields })
    },
    /** Everything up to a sent agenda with one young person on it. */
    async sent(chair: TestColleague, panel: string, ids: readonly PersonId[], fields: Fields = {}) {
      const meeting = await panels.meeting(chair, panel)
      const items: string[] = []
      for (const id of ids) {
        const item = await panels.brought(chair, meeting, id)
        await panels.prepared(chair, item, fields)
        items.push(item)
      }
      must(await panels.step(chair, meeting, 'send'))
      return { meeting, items }
    },
    async closed(chair: TestColleague, meeting: string, items: readonly string[]) {
      for (const item of items)
        if ((await itemOf(item)).state === 'on') must(await panels.outcome(chair, item, 'nothing'))
      must(await panels.step(chair, meeting, 'came', { [`came-${chair.accountId}`]: 'came' }))
      must(await panels.step(chair, meeting, 'close'))
    },
  }
  return panels
}
