/** Two made-up records of one young person, and everything that can happen on either. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { toDay } from '#ground/day.ts'
import type { GroupId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, addMembers, OWN_ROLL_CLASSES, openGrant, TRACKING_CLASSES } from '#rooms/access/index.ts'
import { assignLead, createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
import {
  addIdentifier,
  createPerson,
  setAddress,
  setAdult,
  setAlert,
  setCharacteristic,
  setContactDetail,
  setDetail,
  setSafeContact,
} from '#rooms/people/index.ts'
import { setActivity } from '#rooms/tracking/index.ts'
import type { TestDatabase } from './database.ts'
import type { TestColleague, TestHouse, TestPartnership } from './house.ts'

const TODAY = toDay('2026-11-23')

/** Something that happens to one of two records. */
export type Happening =
  | {
      readonly what:
        | 'name'
        | 'address'
        | 'mobile'
        | 'adult'
        | 'safe'
        | 'alert'
        | 'contact'
        | 'assessment'
        | 'concern'
        | 'notice'
        | 'glass'
        | 'question'
      readonly n: number
    }
  | { readonly what: 'detail'; readonly field: 'sex' | 'ethnicity' | 'support-level' | 'objection'; readonly n: number }
  | { readonly what: 'identifier'; readonly n: number }
  | { readonly what: 'characteristic'; readonly n: number }
  | { readonly what: 'activity'; readonly start: number; readonly n: number }
  | { readonly what: 'lead'; readonly n: number }
  | { readonly what: 'place'; readonly n: number }
  | { readonly what: 'list'; readonly n: number }
  | { readonly what: 'source'; readonly n: number }

export const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    what: fc.constantFrom(
      'name',
      'address',
      'mobile',
      'adult',
      'safe',
      'alert',
      'contact',
      'assessment',
      'concern',
      'notice',
      'glass',
      'question',
    ),
    n: fc.nat(3),
  }),
  fc.record({
    what: fc.constant('detail'),
    field: fc.constantFrom('sex', 'ethnicity', 'support-level', 'objection'),
    n: fc.nat(2),
  }),
  fc.record({ what: fc.constantFrom('identifier', 'characteristic', 'lead', 'place', 'list', 'source'), n: fc.nat(2) }),
  fc.record({ what: fc.constant('activity'), start: fc.nat(500), n: fc.nat(2) }),
) as fc.Arbitrary<Happening>

export type Scene = {
  readonly partnership: TestPartnership
  readonly officer: TestColleague
  readonly advisers: readonly TestColleague[]
  readonly schools: readonly OrganisationId[]
  readonly list: string
  readonly run: string
  /** Team leaders: of the first two advisers, and of the third. */
  readonly leaders: readonly TestColleague[]
  readonly tracker: TestColleague
  /** Covers for the first adviser. */
  readonly cover: TestColleague
}

/** The scene of a test file's house, and what is done in it. */
export function twoRecords(test: TestDatabase, house: TestHouse) {
  async function scene(): Promise<Scene> {
    const partnership = await house.partnership()
    const officer = await partnership.colleague('data-officer', 'Owen Testcase')
    const advisers = [
      await partnership.colleague('universal-adviser', 'Dana Testcase'),
      await partnership.colleague('intensive-adviser', 'Imran Testcase'),
      await partnership.colleague('universal-adviser', 'Uma Testcase'),
    ]
    const schools = await house.command(partnership.id, async tx => {
      const made = []
      for (const name of ['Example Academy', 'Sample High', 'Pattern College']) {
        const id = await addOrganisation(tx, { name, kind: 'school' })
        await openGrant(tx, {
          scope: { kind: 'group', groupId: id as string as GroupId },
          holderId: id,
          classes: OWN_ROLL_CLASSES,
          basis: 'public-task',
          source: 'own-roll',
        })
        made.push(id)
      }
      return made
    })
    const [list, run, agreement] = [v7(), v7(), v7()]
    await raw(`insert into app.tracking_list (partnership_id, id, name, activity, lead, made_at, refreshed_at)
      values ('${partnership.id}', '${list}', 'A list', 'any', 'any', now(), now());
    insert into app.partner_agreement (partnership_id, id, organisation_id, purpose, power, fields, assessment_reference, review_on, started_on)
      values ('${partnership.id}', '${agreement}', '${schools[0]}', 'a test', 'a test', '{}', 'T1', '2027-01-01', '2026-01-01');
    insert into app.intake_run (partnership_id, id, organisation_id, agreement_id, file_name, file_sha256, file_bytes, state, made_at)
      values ('${partnership.id}', '${run}', '${schools[0]}', '${agreement}', 'a.csv', sha256('x'), 1, 'applied', now())`)
    const leaders = [
      await partnership.colleague('team-leader', 'Lena Testcase'),
      await partnership.colleague('team-leader', 'Lou Testcase'),
    ]
    const tracker = await partnership.colleague('tracking-officer', 'Tara Testcase')
    const cover = await partnership.colleague('universal-adviser', 'Cora Testcase')
    await house.command(partnership.id, async tx => {
      for (const [n, leader] of leaders.entries()) {
        const team = await createTeam(tx, { name: `Team ${n}`, leaderId: leader.accountId })
        for (const adviser of n === 0 ? advisers.slice(0, 2) : advisers.slice(2))
          await joinTeam(tx, team, adviser.accountId)
      }
      await openGrant(tx, {
        scope: { kind: 'group', groupId: list as GroupId },
        holderId: tracker.accountId,
        classes: TRACKING_CLASSES,
        basis: 'public-task',
        source: 'tracking-list',
      })
      await openGrant(tx, {
        scope: { kind: 'group', groupId: (advisers[0]?.accountId ?? '') as string as GroupId },
        holderId: cover.accountId,
        classes: ADVISER_CLASSES,
        basis: 'public-task',
        source: 'cover',
      })
    })
    return { partnership, officer, advisers, schools, list, run, leaders, tracker, cover }
  }

  function raw(text: string) {
    return sql.raw(text).execute(test.owner)
  }

  async function person(s: Scene, given: string): Promise<PersonId> {
    return house.command(s.partnership.id, tx =>
      createPerson(tx, {
        legal: { given, middle: '', family: 'Example' },
        preferred: null,
        bornOn: toDay('2010-03-03'),
        source: { kind: 'staff', organisationId: null, saidOn: toDay('2026-09-01') },
      }),
    )
  }

  /** Makes one thing happen on one of the two. */
  async function happen(s: Scene, id: PersonId, h: Happening, nth: number): Promise<void> {
    const source = {
      kind: nth % 2 === 0 ? 'staff' : 'young-person',
      organisationId: null,
      saidOn: toDay(`2026-10-${10 + (nth % 9)}`),
    } as const
    house.clock.advance(1000)
    const at = house.clock.now()
    const p = s.partnership.id
    switch (h.what) {
      case 'name':
        return void (await raw(`insert into app.person_name (partnership_id, id, person_id, origin_person_id, kind, given, family, search_key, given_key, family_key, sounds, source_kind, said_on, recorded_at)
        select '${p}', '${v7()}', '${id}', '${id}', 'preferred', 'Bo${h.n}', 'Example', 'bo example', 'bo${h.n}', 'example', '{P}', 'staff', '2026-10-01', '${at}'
        where not exists (select from app.person_name where person_id = '${id}' and kind = 'preferred' and replaced_at is null)`))
      case 'address':
        return test.database.transaction(s.officer.acting(), tx =>
          setAddress(
            tx,
            id,
            { line1: `${h.n} Example Street`, line2: '', town: 'Exampleton', postcode: 'EX1 1EX', isProtected: false },
            source,
          ),
        )
      case 'mobile':
        return test.database.transaction(s.officer.acting(), tx =>
          setContactDetail(tx, id, { kind: 'mobile', value: `07700 90000${h.n}`, note: '' }, source),
        )
      case 'adult':
        return test.database.transaction(s.officer.acting(), tx =>
          setAdult(
            tx,
            id,
            {
              name: `Jo ${h.n}`,
              relationship: 'aunt',
              responsibility: 'not-known',
              evidence: '',
              courtOrder: '',
              mayBeTold: 'ask-first',
              phone: '',
            },
            source,
          ),
        )
      case 'safe':
        return test.database.transaction(s.officer.acting(), tx =>
          setSafeContact(
            tx,
            id,
            { rule: `Ring the aunt ${h.n}`, noPost: false, noVoicemail: false, noHomeVisit: false },
            source,
          ),
        )
      case 'alert':
        return void (await test.database.transaction(s.officer.acting(), tx =>
          setAlert(tx, id, { kind: 'note', firstWords: `Alert ${h.n}`, words: '', finishedOn: null, from: 'staff' }),
        ))
      case 'contact': {
        const row = v7()
        return void (await raw(`insert into app.contact (partnership_id, id, person_id, origin_person_id, account_id, happened_on, kind, purpose, outcome, recorded_at)
        values ('${p}', '${row}', '${id}', '${id}', '${s.advisers[0]?.accountId}', '2026-11-01', 'phone', 'support', 'done', '${at}');
        insert into app.contact_version (partnership_id, id, contact_id, person_id, origin_person_id, class, version, content, recorded_at)
        values ('${p}', '${v7()}', '${row}', '${id}', '${id}', 128, 1, '{}', '${at}')`))
      }
      case 'assessment': {
        const row = v7()
        const keys = `'${p}', '${v7()}', '${id}', '${id}', 256, '${row}', 'physical-health'`
        return void (await raw(`insert into app.assessment (partnership_id, id, person_id, origin_person_id, depth, started_on, started_by, recorded_at)
        values ('${p}', '${row}', '${id}', '${id}', 'initial', '2026-11-01', '${s.advisers[0]?.accountId}', '${at}');
        insert into app.assessment_rating (partnership_id, id, person_id, origin_person_id, class, assessment_id, factor, own_level, source, said_on, recorded_at)
        values (${keys}, 1, 'told-me', '2026-11-01', '${at}');
        insert into app.assessment_answer (partnership_id, id, person_id, origin_person_id, class, assessment_id, factor, level, answer, words, recorded_at)
        values (${keys}, 1, 'acted', 'Made up', '${at}')`))
      }
      case 'concern':
        return void (await raw(`insert into app.concern (partnership_id, id, person_id, origin_person_id, raised_by, raised_at)
        values ('${p}', '${v7()}', '${id}', '${id}', '${s.officer.accountId}', '${at}')`))
      case 'notice':
        return void (await raw(`insert into app.notice (partnership_id, id, account_id, kind, person_id, made_at)
        values ('${p}', '${v7()}', '${s.officer.accountId}', 'lead.given', '${id}', '${at}')`))
      case 'glass': {
        const holder = s.advisers[h.n % 3]?.accountId ?? ''
        const grant = await test.database.transaction(s.officer.acting(), tx =>
          openGrant(tx, {
            scope: { kind: 'person', personId: id },
            holderId: holder,
            classes: ADVISER_CLASSES,
            basis: 'vital-interests',
            source: 'break-glass',
          }),
        )
        return void (await raw(`insert into app.break_glass (partnership_id, id, person_id, origin_person_id, account_id, grant_id, reason, opened_at, ends_at, review_due_on)
        values ('${p}', '${v7()}', '${id}', '${id}', '${holder}', '${grant}', 'A made-up reason', '${at}', '2026-12-30', '2026-12-30')`))
      }
      case 'question':
        return void (await raw(`insert into app.intake_question (partnership_id, id, organisation_id, run_id, kind, source_key, person_ids, made_at)
        values ('${p}', '${v7()}', '${s.schools[0]}', '${s.run}', 'gone', 'k${nth}', '{${id}}', '${at}')`))
      case 'detail':
        return test.database.transaction(s.officer.acting(), tx =>
          setDetail(
            tx,
            id,
            h.field,
            {
              sex: ['F', 'M', 'U'],
              ethnicity: ['WBRI', 'AIND', 'NOBT'],
              'support-level': ['1', '2', '3'],
              objection: ['on-list', 'own', 'withdrawn'],
            }[h.field][h.n] ?? '',
            source,
          ),
        )
      case 'identifier':
        return test.database.transaction(s.officer.acting(), tx =>
          addIdentifier(tx, id, { kind: 'uln', value: ['1000000019', '1000000027', '1000000035'][h.n] ?? '' }, source),
        )
      case 'characteristic':
        return void (await test.database.transaction(s.officer.acting(), tx =>
          setCharacteristic(
            tx,
            id,
            {
              code: ['sen-support', 'care-leaver', 'young-carer'][h.n] ?? '',
              startedOn: toDay('2026-01-01'),
              finishedOn: null,
            },
            source,
          ),
        ))
      case 'lead': {
        const adviser = s.advisers[h.n % 3]
        if (!adviser) return
        return test.database.transaction(s.officer.acting(), tx =>
          assignLead(tx, id, { accountId: adviser.accountId, isIntensive: h.n === 1, reason: 'A test' }),
        )
      }
      case 'place': {
        const school = s.schools[h.n % 3]
        await raw(`insert into app.enrolment (partnership_id, id, person_id, origin_person_id, organisation_id, started_on, source_kind, said_on, recorded_at)
        select '${p}', '${v7()}', '${id}', '${id}', '${school}', '2026-09-01', 'partner-list', '2026-09-0${1 + (nth % 9)}', '${at}'
        where not exists (select from app.enrolment where person_id = '${id}' and organisation_id = '${school}' and finished_on is null)`)
        return void (await test.database.transaction(s.officer.acting(), tx =>
          addMembers(tx, school as string as GroupId, [id]),
        ))
      }
      case 'list':
        return void (await test.database.transaction(s.officer.acting(), tx => addMembers(tx, s.list as GroupId, [id])))
      case 'source':
        return void (await raw(`insert into app.source_row (partnership_id, organisation_id, list_key, source_key, person_id, origin_person_id, content, why, first_run_id, last_run_id)
          values ('${p}', '${s.schools[0]}', repeat('a', 64), 'k${v7()}', '${id}', '${id}', '{}', 'a test', '${s.run}', '${s.run}');
        insert into app.intake_row (partnership_id, run_id, row_number, verdict, person_id, origin_person_id)
          values ('${p}', '${s.run}', ${Math.floor(Math.random() * 1e9)}, 'same', '${id}', '${id}')`))
      case 'activity': {
        const startedOn = toDay(new Date(Date.UTC(2025, 0, 1 + h.start)).toISOString().slice(0, 10))
        return test.database
          .transaction(s.officer.acting(), tx =>
            setActivity(
              tx,
              id,
              {
                code: ['210', '220', '610'][h.n] ?? '210',
                organisationId: null,
                detail: '',
                startedOn,
                verifiedOn: TODAY,
              },
              source,
            ),
          )
          .then(
            () => undefined,
            () => undefined,
          )
      }
      default:
        h satisfies never
    }
  }

  function join(s: Scene, keep: PersonId, joined: PersonId, choices: Record<string, 'keep' | 'join'> = {}) {
    return test.database.transaction(s.officer.acting(), async tx => {
      const seen = await compare(tx, { keep, join: joined }, undefined)
      if (!seen) throw new Error('nothing to compare')
      return mergePeople(
        tx,
        { keep, join: joined, choices, reason: 'A test', despite: 'A test', stamp: seen.stamp },
        undefined,
      )
    })
  }

  function part(s: Scene, id: RowId, choices: Record<string, 'stays' | 'goes'> = {}) {
    return test.database.transaction(s.officer.acting(), tx => unmergePeople(tx, id, { reason: 'A test', choices }))
  }

  return { scene, person, happen, join, part, raw }
}
