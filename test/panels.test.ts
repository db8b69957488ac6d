/** Panels over HTTP and down to the row: who is brought, what each round the table reads, what came of it, and what is owed. */
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addMs } from '#ground/clock.ts'
import { toDay } from '#ground/day.ts'
import type { GroupId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, addMembers } from '#rooms/access/index.ts'
import { markDeath } from '#rooms/people/index.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import {
  eventsOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { NEW_PANEL, openPanels, roundTheTable } from '#test/panels.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const panels = openPanels(test, house)
let partnership: TestPartnership
let leader: TestColleague
let other: TestColleague
let dana: TestColleague
let mair: TestColleague
let hana: TestColleague
let hale: TestColleague
let owen: TestColleague
let school: OrganisationId
let panel: string

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ leader, other, dana, mair, owen } = await staffOf(partnership, 'leader', 'other', 'dana', 'mair', 'owen'))
  ;({ school, hana, hale } = await roundTheTable(house, partnership, { leader, dana }))
})

// Each has a panel of its own: what is put off at one meeting stands on the next.
beforeEach(async () => {
  panel = await panels.panel(leader)
  await panels.attend(leader, panel, hana)
  await panels.attend(leader, panel, hale, ['sessions'])
  await panels.attend(leader, panel, dana)
})

let made = 0
const newPerson = (lead: TestColleague | undefined = dana): Promise<PersonId> =>
  addPerson(house, partnership, { given: 'Zadie', family: `Panelsample${(made += 1)}`, lead })

async function onRoll(id: PersonId): Promise<void> {
  await house.command(partnership.id, tx => addMembers(tx, school as string as GroupId, [id]))
  house.clock.advance(1000)
}

const told = async (who: TestColleague, kind: string, target: string) =>
  (
    await test.owner
      .selectFrom('notice')
      .select('id')
      .where('account_id', '=', who.accountId)
      .where('kind', '=', kind)
      .where('target_id', '=', target)
      .execute()
  ).length

describe('A panel', () => {
  it('of a team takes in everybody of it at once, each with what their role may see, and nobody twice; only who chairs it may', async () => {
    const cases = await panels.panel(leader, { kind: 'cases', title: 'Cases of a made-up team' })
    const members = async () =>
      (
        await test.owner
          .selectFrom('panel_member')
          .select('account_id')
          .where('panel_id', '=', cases)
          .where('ended_at', 'is', null)
          .execute()
      )
        .map(one => one.account_id)
        .toSorted()
    expect((await panels.send(other, `/panels/${cases}/team`, {})).status).toBe(404)
    for (const _ of [1, 2]) expect((await panels.send(leader, `/panels/${cases}/team`, {})).status).toBe(303)
    expect(await members()).toEqual([leader.accountId, dana.accountId].toSorted())
    expect((await dana.get(`/panels/${cases}`)).body).toContain('Case discussion of a team')
  })

  it('says what it is for and on what ground it may share, and keeps what was typed (K1)', async () => {
    const bare = await panels.send(leader, '/panels/new', { id: panels.newRow(), title: 'Kept' })
    expect(bare.status).toBe(422)
    expect(summaryOf(bare.body).map(line => line.split(' ')[0])).toEqual([
      '#kind',
      '#tells',
      '#purpose',
      '#basis',
      '#law',
    ])
    expect(bare.body).toContain('value="Kept"')
    const close = { ...NEW_PANEL, id: panels.newRow(), allows: ['health'] }
    const without = await panels.send(leader, '/panels/new', close)
    expect(summaryOf(without.body)[0]).toContain('#condition Enter the condition in law')
  })

  it('sent twice is one, and a change from what stood before is refused with what was typed', async () => {
    const fields = { ...NEW_PANEL, id: panels.newRow(), title: 'Sent twice' }
    const [one, two] = [
      await panels.send(leader, '/panels/new', fields),
      await panels.send(leader, '/panels/new', fields),
    ]
    expect([one.to, two.to]).toEqual([`/panels/${fields.id}`, `/panels/${fields.id}`])
    const to = { ...fields, title: 'Changed, with an emoji 🎓 and العربية' }
    expect((await panels.send(leader, `/panels/${fields.id}/change`, { ...to, version: '1' })).status).toBe(303)
    const stale = await panels.send(leader, `/panels/${fields.id}/change`, { ...to, title: 'Mine', version: '1' })
    expect([stale.status, stale.body.includes('value="Mine"')]).toEqual([409, true])
    expect((await leader.get(`/panels/${fields.id}`)).body).toContain('🎓 and العربية')
  })

  it('starts everybody with what their role may see, and nobody with more than its purpose needs', async () => {
    const own = await panels.panel(leader, {
      ...{ title: 'Close', allows: ['learning', 'health', 'sessions'], condition: 'A made-up condition' },
    })
    await panels.attend(leader, own, hana)
    await panels.attend(leader, own, hale, ['health'])
    const reads = async (who: TestColleague) =>
      (
        await test.owner
          .selectFrom('panel_member')
          .select('classes')
          .where('panel_id', '=', own as RowId)
          .where('account_id', '=', who.accountId)
          .executeTakeFirstOrThrow()
      ).classes
    // Learning alone for a practitioner of a school; the chair has learning and sessions by their role, and no health.
    expect([await reads(hana), await reads(hale), await reads(leader)]).toEqual([4, 256, 132])
    await panels.attend(leader, own, leader, ['health'])
    expect(await reads(leader)).toBe(132)
    const refused = await panels.send(leader, `/panels/${own}/attenders`, { who: hana.membershipId, reads: ['care'] })
    expect(summaryOf(refused.body)[0]).toContain('#reads')
    await panels.send(leader, `/panels/${own}/change`, { ...NEW_PANEL, id: own, allows: ['learning'], version: '1' })
    expect([await reads(hale), await reads(leader)]).toEqual([0, 4])
  })

  it('is not there for whoever neither attends it nor may set one up, and its chair is given by another', async () => {
    expect((await mair.get(`/panels/${panel}`)).status).toBe(404)
    expect((await mair.get('/panels/new')).status).toBe(404)
    const named = await panels.send(other, `/panels/${panel}/chair`, { chair: other.membershipId })
    expect(named.status).toBe(404)
    // Who may set up panels sees that there is one, and not who is on its agenda.
    expect((await other.get(`/panels/${panel}`)).status).toBe(200)
    const { meeting } = await panels.sent(leader, panel, [await newPerson()])
    expect((await other.get(`/panel-meetings/${meeting}`)).status).toBe(404)
    const self = await panels.send(leader, `/panels/${panel}/chair`, { chair: leader.membershipId })
    expect(self.status).toBe(422)
    expect((await panels.step(leader, meeting, 'call-off', { 'off-why': 'A test' })).status).toBe(303)
  })
})

describe('Who is brought', () => {
  it('has their lead adviser told, and is asked first: nothing goes out before (K2)', async () => {
    const id = await newPerson()
    const meeting = await panels.meeting(leader, panel)
    const item = await panels.brought(leader, meeting, id)
    expect(await told(dana, 'panel.brought', item)).toBe(1)
    expect((await dana.get('/')).body).toContain('ask them first what they want said')
    const early = await panels.step(leader, meeting, 'send')
    expect([early.status, summaryOf(early.body)[0]]).toEqual([422, expect.stringContaining('still needs')])
    for (const who of [hana, hale]) {
      expect((await who.get(`/panel-items/${item}`)).status).toBe(404)
      expect((await who.get(`/panel-meetings/${meeting}`)).body).not.toContain('Who begins?')
    }
    // Their adviser prepares it with them.
    const bare = await panels.preparing(dana, item, { view: 'objects', question: '' })
    expect(bare.body).toContain('Ring me first')
    const unanswered = await panels.preparing(dana, item, { view: 'objects' })
    expect(summaryOf(unanswered.body)).toEqual(['#view-answer They object: enter what you decide, and why'])
    const hidden = await panels.preparing(dana, item, { known: 'withheld', view: '' })
    expect(summaryOf(hidden.body)).toEqual(['#withheld-why Enter why it is kept back from them'])
    await panels.prepared(dana, item, { view: 'objects', 'view-answer': 'Only the college is asked' })
    expect((await panels.step(leader, meeting, 'send')).status).toBe(303)
    expect(await told(hana, 'panel.agenda-sent', meeting)).toBe(1)
    const page = (await hale.get(`/panel-meetings/${meeting}`)).body
    expect(page).toContain('Ring me first')
    expect(page).toContain('Only the college is asked')
    await panels.closed(leader, meeting, [item])
  })

  it('and does not know of it is kept back from by somebody named, with why and until when (K2)', async () => {
    const id = await newPerson()
    const { meeting, items } = await panels.sent(leader, panel, [id], {
      ...{ known: 'withheld', view: '', 'view-words': '', 'withheld-why': 'Letters are read at home' },
      ...dayFields('withheld-review', [2026, 12, 20]),
    })
    const page = (await hale.get(`/panel-meetings/${meeting}`)).body
    expect(page).toContain('They do not know that they are spoken of here')
    expect(page).not.toContain('Letters are read at home')
    // Nor by whoever has them on their roll, and there it stands on no page of the record.
    await onRoll(id)
    for (const path of [`/panel-items/${items[0]}`, `/people/${id}`])
      expect((await hana.get(path)).body, path).not.toMatch(/Letters are read at home|Brought because/)
    expect((await hana.get(`/people/${id}`)).body).not.toContain('Who begins?')
    expect((await dana.get(`/panel-items/${items[0]}`)).body).toContain('Kept back by Priya Testcase')
    await panels.closed(leader, meeting, items)
  })

  it('is one at a meeting, however often they are brought', async () => {
    const id = await newPerson()
    const meeting = await panels.meeting(leader, panel, [2026, 12, 1])
    await panels.brought(leader, meeting, id)
    const again = await panels.bringing(dana, meeting, id)
    expect([again.status, summaryOf(again.body)[0]]).toEqual([422, expect.stringContaining('on that agenda already')])
    const picked = { list: 'not-known', who: [id], question: 'Who?' }
    expect((await panels.send(leader, `/panel-meetings/${meeting}/pick`, picked)).status).toBe(303)
    const rows = await test.owner.selectFrom('panel_item').select('id').where('person_id', '=', id).execute()
    expect(rows).toHaveLength(1)
    await panels.step(leader, meeting, 'call-off', { 'off-why': 'A test' })
  })

  it('can be picked from a list of those the chair may see, and nobody else', async () => {
    const [seen, unseen] = [await newPerson(), await newPerson(mair)]
    await house.command(partnership.id, tx =>
      sql`insert into activity_spell (partnership_id, id, person_id, origin_person_id, class, code, started_on, ascertained_on, verified_on, source_kind, said_on, recorded_at)
        select ${partnership.id}, gen_random_uuid(), p, p, 8, '810', '2026-09-01', '2026-09-01', '2026-09-01', 'staff', '2026-09-01', ${tx.acting.at}
        from unnest(array[${seen}, ${unseen}]::uuid[]) p`.execute(test.owner),
    )
    const meeting = await panels.meeting(leader, panel, [2026, 12, 1])
    const list = await leader.get(`/panel-meetings/${meeting}/pick?list=not-known`)
    expect(list.body).toContain(seen)
    expect(list.body).not.toContain(unseen)
    const none = await panels.send(leader, `/panel-meetings/${meeting}/pick`, { list: 'not-known', who: [unseen] })
    expect(none.status).toBe(422)
    await panels.send(leader, `/panel-meetings/${meeting}/pick`, { list: 'not-known', who: [seen], question: 'Who?' })
    const item = await test.owner
      .selectFrom('panel_item')
      .select(['reason', 'question'])
      .where('person_id', '=', seen)
      .executeTakeFirstOrThrow()
    expect(item).toEqual({ reason: 'not-known', question: 'Who?' })
    expect((await hana.get(`/panel-meetings/${meeting}/pick`)).status).toBe(404)
    await panels.step(leader, meeting, 'call-off', { 'off-why': 'A test' })
  })

  it.each(['nobody-leads', 'not-in-learning', 'missed', 'absence', 'review-late', 'referral-declined'])(
    'can be looked for on the list %s, and where nobody is on it, it says so',
    async list => {
      const meeting = await panels.meeting(leader, panel, [2026, 12, 1])
      const page = await leader.get(`/panel-meetings/${meeting}/pick?list=${list}`)
      expect([page.status, page.body.includes('Nobody is on this list now')]).toEqual([200, true])
      await panels.step(leader, meeting, 'call-off', { 'off-why': 'A test' })
    },
  )
})

describe('Round the table', () => {
  it('each reads the question and what was written of what they may read, and no more', async () => {
    const id = await newPerson()
    const { meeting, items } = await panels.sent(leader, panel, [id], {
      'line-learning': 'Left in October',
      'line-sessions': 'Meets me on Tuesdays',
    })
    const read = async (who: TestColleague) => {
      const { body } = await who.get(`/panel-meetings/${meeting}`)
      return ['Who begins?', 'Left in October', 'Meets me on Tuesdays'].map(words => body.includes(words))
    }
    expect(await read(hana)).toEqual([true, true, false])
    expect(await read(hale)).toEqual([true, false, true])
    expect((await hana.get(`/people/${id}`)).status).toBe(404)
    expect((await hale.get(`/people/${id}`)).status).toBe(404)
    const grants = await test.owner
      .selectFrom('access_grant')
      .select('id')
      .where('person_id', '=', id)
      .where('holder_id', 'in', [hana.accountId, hale.accountId])
      .execute()
    expect(grants).toEqual([])
    await panels.closed(leader, meeting, items)
  })

  it('a name is read by whoever knows them, initials by others, until the chair says why (K8)', async () => {
    const id = await newPerson()
    await onRoll(id)
    const { meeting, items } = await panels.sent(leader, panel, [id])
    const pages = [`/panel-meetings/${meeting}`, `/panel-meetings/${meeting}/minutes`, `/panel-items/${items[0]}`]
    for (const path of pages) {
      const [known, unknown] = [await hana.get(path), await hale.get(path)]
      expect([known.body.includes('Zadie Panelsample'), unknown.body.includes('Panelsample')], path).toEqual([
        true,
        false,
      ])
      expect(unknown.body, path).toContain('Z. P.')
    }
    await panels.prepared(leader, items[0] ?? '', { 'named-why': 'Each looks in its own records' })
    expect((await hale.get(`/panel-meetings/${meeting}`)).body).toContain('Zadie Panelsample')
    expect((await eventsOf(test, { target: items[0] ?? '' })).map(e => [e.action, e.actor_id])).toContainEqual([
      'panel.item-shown',
      hale.accountId,
    ])
    await panels.closed(leader, meeting, items)
  })

  it('nobody reads what was put before the panel once it is closed; what came of it for ninety days', async () => {
    const id = await newPerson()
    const { meeting, items } = await panels.sent(leader, panel, [id], { 'line-sessions': 'Meets me on Tuesdays' })
    const [item = ''] = items
    await panels.outcome(leader, item, 'decided', 'Housing rings on Friday')
    await panels.closed(leader, meeting, items)
    const after = await hale.get(`/panel-meetings/${meeting}`)
    expect(after.body).toContain('Housing rings on Friday')
    expect(after.body).not.toContain('Meets me on Tuesdays')
    await test.owner
      .updateTable('panel_meeting')
      .set({ closed_at: addMs(house.clock.now(), -91 * 86_400_000) })
      .where('id', '=', meeting as RowId)
      .execute()
    expect((await hale.get(`/panel-meetings/${meeting}`)).body).not.toContain('Housing rings on Friday')
    expect((await hale.get(`/panel-items/${item}`)).status).toBe(404)
    // On the record it stays, for whoever works with them.
    expect((await dana.get(`/people/${id}`)).body).toContain('Housing rings on Friday')
  })

  it('a seat that is taken away, a meeting that is called off and somebody taken off are read by nobody any more', async () => {
    const [one, two] = [await newPerson(), await newPerson()]
    const { meeting, items } = await panels.sent(leader, panel, [one, two])
    const { version } = await panels.itemOf(items[0] ?? '')
    await panels.send(leader, `/panel-items/${items[0]}/off`, { version: String(version), 'item-off-why': 'Has work' })
    expect((await hale.get(`/panel-items/${items[0]}`)).status).toBe(404)
    expect((await hale.get(`/panel-items/${items[1]}`)).status).toBe(200)
    await panels.send(leader, `/panels/${panel}/attenders/take-away`, { account: hale.accountId })
    expect((await hale.get(`/panel-items/${items[1]}`)).status).toBe(404)
    await panels.attend(leader, panel, hale, ['sessions'])
    expect((await hale.get(`/panel-items/${items[1]}`)).status).toBe(200)
    await panels.step(leader, meeting, 'call-off', { 'off-why': 'Snow' })
    expect((await hale.get(`/panel-items/${items[1]}`)).status).toBe(404)
    expect(await told(hale, 'panel.called-off', meeting)).toBe(1)
  })
})

describe('What came of it', () => {
  it('is an outcome for each before it is closed, and who came', async () => {
    const { meeting, items } = await panels.sent(leader, panel, [await newPerson()])
    const [item = ''] = items
    const open = await panels.step(leader, meeting, 'close')
    expect(summaryOf(open.body)[0]).toContain('has no outcome yet')
    const bare = await panels.outcome(leader, item, 'decided')
    expect(summaryOf(bare.body)[0]).toContain('Enter what was decided')
    await panels.outcome(leader, item, 'decided', 'School rings')
    const unsaid = await panels.step(leader, meeting, 'close')
    expect(summaryOf(unsaid.body)[0]).toContain('who came')
    await panels.closed(leader, meeting, items)
    expect(await panels.meetingOf(meeting)).toMatchObject({ state: 'closed' })
    const twice = await leader.post(`/panel-meetings/${meeting}/close`, { version: '3' })
    expect(twice.status).toBe(303)
    expect((await panels.outcome(leader, item, 'nothing')).status).toBe(409)
    expect((await panels.outcome(hana, item, 'nothing')).status).toBe(404)
  })

  it('before its day is not said', async () => {
    const meeting = await panels.meeting(leader, panel, [2026, 11, 30])
    const item = await panels.brought(leader, meeting, await newPerson())
    await panels.prepared(leader, item)
    await panels.step(leader, meeting, 'send')
    expect((await panels.outcome(leader, item, 'nothing')).status).toBe(409)
    await panels.step(leader, meeting, 'call-off', { 'off-why': 'A test' })
  })

  it('that was put off stands first on the next agenda, with all that was prepared', async () => {
    const id = await newPerson()
    const own = await panels.panel(leader, { title: 'Putting off' })
    await panels.attend(leader, own, hale, ['sessions'])
    const { meeting, items } = await panels.sent(leader, own, [id], { 'line-sessions': 'Meets me on Tuesdays' })
    await panels.outcome(leader, items[0] ?? '', 'put-off')
    const owed = await panels.agreeing(leader, items[0] ?? '', hale)
    expect(owed.status).toBe(303)
    await panels.closed(leader, meeting, items)
    const next = await panels.meeting(leader, own, [2026, 12, 1])
    await panels.brought(leader, next, await newPerson())
    const on = await test.owner
      .selectFrom('panel_item')
      .selectAll()
      .where('meeting_id', '=', next as RowId)
      .orderBy('from_item_id')
      .execute()
    expect(on[0]).toMatchObject({ person_id: id, from_item_id: items[0], known: 'told', view_words: 'Ring me first' })
    const page = (await leader.get(`/panel-meetings/${next}`)).body
    expect(page).toContain('Agreed earlier and still to do')
    expect(page).toContain('Ring the college')
    await panels.step(leader, next, 'call-off', { 'off-why': 'A test' })
    const third = await panels.meeting(leader, own, [2026, 12, 8])
    expect(
      await test.owner
        .selectFrom('panel_item')
        .select('id')
        .where('meeting_id', '=', third as RowId)
        .execute(),
    ).toHaveLength(2)
  })

  it('stands on the record for whoever works with them, and not where they may not see that', async () => {
    const id = await newPerson()
    await onRoll(id)
    const { meeting, items } = await panels.sent(leader, panel, [id])
    await panels.outcome(leader, items[0] ?? '', 'decided', 'School rings on Friday')
    await panels.closed(leader, meeting, items)
    expect((await dana.get(`/people/${id}`)).body).toContain('School rings on Friday')
    const pastor = await partnership.colleague('partner-practitioner', 'Pat Testcase', school)
    const theirs = await pastor.get(`/people/${id}`)
    expect([theirs.status, theirs.body.includes('School rings')]).toEqual([200, false])
  })
})

describe('What was agreed', () => {
  async function agreed(owner: TestColleague, fields: Record<string, string> = {}) {
    const id = await newPerson()
    const { meeting, items } = await panels.sent(leader, panel, [id])
    const answer = await panels.agreeing(leader, items[0] ?? '', owner, fields)
    expect(answer.status).toBe(303)
    const { id: action } = await test.owner
      .selectFrom('panel_action')
      .select('id')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    return { id, meeting, items, action }
  }

  it('asks what, who and by when, and is one however often it is sent', async () => {
    const { items, id } = await agreed(hale)
    const bare = await panels.send(leader, `/panel-items/${items[0]}/actions`, { what: 'Kept words' })
    expect(summaryOf(bare.body).map(line => line.split(' ')[0])).toEqual(['#owner', '#due-day'])
    expect(bare.body).toContain('Kept words')
    const past = await panels.agreeing(leader, items[0] ?? '', hale, dayFields('due', [2026, 11, 20]))
    expect(summaryOf(past.body)[0]).toContain('Enter today or a later day')
    await panels.agreeing(leader, items[0] ?? '', hale)
    expect(await test.owner.selectFrom('panel_action').select('id').where('person_id', '=', id).execute()).toHaveLength(
      1,
    )
    expect((await panels.agreeing(leader, items[0] ?? '', mair)).status).toBe(422)
  })

  it('is on the list and the day of whoever owes it, by initials where they do not know them, until they say what came of it', async () => {
    const { action } = await agreed(hale, { partner: 'Jo Example, buses' })
    expect(await told(hale, 'panel.action-given', action)).toBe(1)
    for (const path of ['/', '/panel-actions', `/panel-actions/${action}`]) {
      const { body } = await hale.get(path)
      expect([body.includes('Ring the college'), body.includes('Panelsample')], path).toEqual([true, false])
    }
    expect((await mair.get(`/panel-actions/${action}`)).status).toBe(404)
    expect((await panels.over(hana, action, { over: 'done' })).status).toBe(404)
    const bare = await panels.over(hale, action, { over: 'not-done' })
    expect(summaryOf(bare.body)[0]).toContain('#over-words Enter why it was not done')
    const fields = { over: 'not-done', 'over-words': 'They moved away' }
    expect((await panels.over(hale, action, fields)).status).toBe(303)
    expect((await hale.post(`/panel-actions/${action}/over`, { version: '1', ...fields })).status).toBe(303)
    const late = await hale.post(`/panel-actions/${action}/over`, { version: '1', over: 'done' })
    expect(late.status).toBe(409)
    expect((await hale.get('/panel-actions')).body).not.toContain(action)
    expect((await hale.get('/panel-actions?show=over')).body).toContain(action)
  })

  it('and is late is told to whoever owes it, and three working days on to the chair', async () => {
    const { action } = await agreed(hale)
    const after = async (due: string) => {
      await test.owner
        .updateTable('panel_action')
        .set({ due_on: toDay(due) })
        .where('id', '=', action)
        .execute()
      await turnOf(test, house)
      return panels.actionOf(action)
    }
    expect(await after('2026-11-23')).toMatchObject({ chased_at: null })
    expect(await after('2026-11-20')).toMatchObject({ chased_at: expect.anything(), escalated_at: null })
    expect(await after('2026-11-17')).toMatchObject({ escalated_at: expect.anything() })
    expect(await told(hale, 'panel.action-late', action)).toBe(1)
    expect(await told(leader, 'panel.action-still-late', action)).toBe(1)
    expect((await hale.get('/panel-actions')).body).toContain('6 days late')
  })

  it('is nobody’s any more once the young person has died', async () => {
    const moss = await partnership.colleague('partner-practitioner', 'Moss Testcase', school)
    await panels.attend(leader, panel, moss)
    const { id, action, items, meeting } = await agreed(moss)
    await test.database.transaction(owen.acting(), tx =>
      markDeath(tx, id, toDay('2026-11-22'), { kind: 'staff', organisationId: null, saidOn: tx.acting.today }),
    )
    house.clock.advance(1000)
    expect((await moss.get('/panel-actions')).body).not.toContain(action)
    expect((await moss.get('/')).body).not.toContain('>Agreed at panels<')
    expect((await moss.get(`/panel-actions/${action}`)).body).toContain('There is nothing more to do about this')
    expect((await panels.over(moss, action, { over: 'done' })).status).toBe(404)
    expect((await moss.get(`/panel-meetings/${meeting}`)).body).not.toContain('Z. P.')
    await test.owner
      .updateTable('panel_action')
      .set({ due_on: toDay('2026-11-20') })
      .where('id', '=', action)
      .execute()
    await turnOf(test, house)
    expect(await panels.actionOf(action)).toMatchObject({ chased_at: null })
    expect((await panels.bringing(leader, meeting, id)).status).toBe(404)
    await panels.step(leader, meeting, 'came', { [`came-${leader.accountId}`]: 'came' })
    expect((await panels.step(leader, meeting, 'close')).status).toBe(303)
    expect((await panels.itemOf(items[0] ?? '')).state).toBe('off')
  })

  it('goes to the chair when whoever owes it leaves, who has no seat any more', async () => {
    const leaver = await partnership.colleague('partner-practitioner', 'Lee Testcase', school)
    await panels.attend(leader, panel, leaver)
    const { action, items } = await agreed(leaver)
    expect((await leaver.get(`/panel-items/${items[0]}`)).status).toBe(200)
    const admin = await partnership.colleague('administrator', 'Kofi Testcase')
    const off = await panels.send(admin, `/accounts/${leaver.accountId}/disable`, {})
    expect(off.status).toBe(303)
    expect(await panels.actionOf(action)).toMatchObject({ owner_id: leader.accountId })
    expect(await told(leader, 'panel.action-given', action)).toBe(1)
    const seats = await test.owner
      .selectFrom('panel_seat')
      .select('ended_at')
      .where('account_id', '=', leaver.accountId)
      .where('ended_at', 'is', null)
      .execute()
    expect(seats).toEqual([])
  })
})

describe('A panel nobody chairs', () => {
  it('has what is late told to those who may set up panels', async () => {
    const chair = await partnership.colleague('team-leader', 'Cher Testcase')
    const own = await panels.panel(chair)
    await panels.attend(chair, own, hale)
    const id = await newPerson()
    await letSee(house, partnership, { id, by: chair, classes: ADVISER_CLASSES })
    const { items } = await panels.sent(chair, own, [id])
    await panels.agreeing(chair, items[0] ?? '', hale)
    const { id: action } = await test.owner
      .selectFrom('panel_action')
      .select('id')
      .where('item_id', '=', items[0] as RowId)
      .executeTakeFirstOrThrow()
    const admin = await partnership.colleague('administrator', 'Kai Testcase')
    expect((await panels.send(admin, `/accounts/${chair.accountId}/disable`, {})).status).toBe(303)
    for (const due of ['2026-11-20', '2026-11-17']) {
      await test.owner
        .updateTable('panel_action')
        .set({ due_on: toDay(due) })
        .where('id', '=', action)
        .execute()
      await turnOf(test, house)
    }
    expect(await told(leader, 'panel.action-orphaned', own)).toBe(1)
    expect(await told(leader, 'panel.action-late', action)).toBe(0)
    expect((await leader.get(`/panels/${own}`)).status).toBe(200)
    expect(await told(hale, 'panel.action-late', action)).toBe(1)
  })
})

describe('A page of nobody’s', () => {
  it('reads like nothing, byte for byte, whatever of panels is asked for (K8)', async () => {
    const { meeting, items } = await panels.sent(leader, panel, [await newPerson()])
    await panels.agreeing(leader, items[0] ?? '', hale)
    const { id: action } = await test.owner
      .selectFrom('panel_action')
      .select('id')
      .where('item_id', '=', items[0] as RowId)
      .executeTakeFirstOrThrow()
    const nothing = withoutTokens(await mair.get('/nowhere'))
    for (const path of [
      `/panels/${panel}`,
      `/panel-meetings/${meeting}`,
      `/panel-meetings/${meeting}/minutes`,
      `/panel-items/${items[0]}`,
      `/panel-items/${items[0]}/prepare`,
      `/panel-actions/${action}`,
    ]) {
      const answer = await mair.get(path)
      expect([answer.status, withoutTokens(answer)], path).toEqual([404, nothing])
    }
  })
})
