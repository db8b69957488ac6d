/** OneRoster zips: both header variants, and everything a zip can be that it should not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { csv, openLists, uln, upn } from '#test/lists.ts'
import { zipOf } from '#test/zips.ts'
import { openList } from './files.ts'
import { allOf } from './reading/examples.ts'
import { ListRefused } from './reading/refusal.ts'

const folder = mkdtempSync(join(tmpdir(), 'connexions-zips-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const MANIFEST = (users = 'bulk', demographics = 'bulk') =>
  csv(
    'propertyName,value',
    'manifest.version,1.0',
    'oneroster.version,1.1',
    `file.users,${users}`,
    `file.demographics,${demographics}`,
  )

const USERS_11 =
  'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password'
const USERS_12 =
  'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns'
const DEMOGRAPHICS = 'sourcedId,status,dateLastModified,birthDate,sex'

const student = (id: string, given: string, family: string, ids: string) =>
  `${id},,,true,org1,student,${id},"${ids}",${given},${family},Mair,,${id}@example.org,07700 900123,01422 000000,,11,`

const oneRoster = (users: readonly string[], births: readonly string[]) => [
  { name: 'manifest.csv', content: MANIFEST() },
  { name: 'users.csv', content: csv(USERS_11, ...users) },
  { name: 'demographics.csv', content: csv(DEMOGRAPHICS, ...births) },
]

let files = 0
const write = (bytes: Uint8Array) => {
  const path = join(folder, `file-${++files}.zip`)
  writeFileSync(path, bytes)
  return path
}
const rowsOf = async (bytes: Uint8Array) => allOf((await openList(write(bytes))).table.rows)
const refusalOf = async (bytes: Uint8Array) => {
  const trouble = await rowsOf(bytes).catch((caught: unknown) => caught)
  expect(trouble).toBeInstanceOf(ListRefused)
  return trouble as ListRefused
}

describe('A OneRoster', () => {
  it('of 1.1 is its students, by their line, with what its demographics say', async () => {
    const rows = await rowsOf(
      zipOf(
        oneRoster(
          [
            't1,,,true,org1,teacher,t1,,Terry,Teacher,,,,,,,,',
            student('s1', 'Siân', "O'Sample", '{UPN:B801200005001},{ULN:1000000027}'),
          ],
          ['s1,,,2010-03-04,female', 't1,,,1980-01-01,male'],
        ),
      ),
    )
    expect(rows.map(({ row, cells }) => [row, { ...cells }])).toEqual([
      [
        3,
        {
          UPN: 'B801200005001',
          'Unique learner number': '1000000027',
          Surname: "O'Sample",
          Forename: 'Siân',
          'Middle names': 'Mair',
          'Preferred surname': '',
          'Preferred forename': '',
          'Date of birth': '2010-03-04',
          Sex: 'F',
          'Year group': '11',
          Email: 's1@example.org',
          Mobile: '07700 900123',
          Telephone: '01422 000000',
        },
      ],
    ])
  })

  it('of 1.2 takes its students from the roles, and the names they go by', async () => {
    const line = (id: string) =>
      `${id},,,true,${id},"{UPN:B801200005001}",Siân,Sample,,,,,,,"10,11",,,,Shan,,Sampleby,,she`
    const rows = await rowsOf(
      zipOf([
        { name: 'manifest.csv', content: MANIFEST() },
        { name: 'users.csv', content: csv(USERS_12, line('a1'), line('s1')) },
        {
          name: 'roles.csv',
          content: csv(
            'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId',
            'r1,,,a1,primary,teacher,,,org1,',
            'r2,,,s1,primary,student,,,org1,',
          ),
        },
        { name: 'demographics.csv', content: csv(DEMOGRAPHICS, 's1,,,2010-03-04,male') },
      ]),
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      row: 3,
      cells: { 'Preferred forename': 'Shan', 'Preferred surname': 'Sampleby', 'Year group': '10', Sex: 'M' },
    })
  })
})

const good = () => zipOf(oneRoster([student('s1', 'Ann', 'Sample', '')], ['s1,,,2010-03-04,female']))

describe('A zip that will not do', () => {
  it.each([
    ['cut off', () => good().subarray(0, 300), 'zip-broken'],
    ['its list of files cut off', () => good().subarray(0, good().length - 30), 'zip-broken'],
    ['two files of one name', () => zipOf([...oneRoster([], []), { name: 'users.csv', content: 'x' }]), 'zip-broken'],
    [
      'a name that climbs out',
      () => zipOf([...oneRoster([], []), { name: '../../etc/cron', content: 'x' }]),
      'zip-paths',
    ],
    ['a name from the root', () => zipOf([...oneRoster([], []), { name: '/etc/cron', content: 'x' }]), 'zip-paths'],
    ['a password', () => zipOf([{ name: 'users.csv', content: 'x', isLocked: true }]), 'zip-locked'],
    [
      'a file that says it is huge',
      () => zipOf([...oneRoster([], []), { name: 'x.csv', content: 'x', says: 4_000_000_000 }]),
      'zip-bomb',
    ],
    [
      'a file larger than it says',
      () =>
        zipOf([
          { name: 'manifest.csv', content: 'a,b\n'.repeat(5_000_000), says: 100 },
          { name: 'users.csv', content: '' },
        ]),
      'zip-bomb',
    ],
    [
      'eighty megabytes of nothing',
      () =>
        zipOf([
          { name: 'manifest.csv', content: Buffer.alloc(80_000_000) },
          { name: 'users.csv', content: 'x' },
        ]),
      'zip-bomb',
    ],
    ['another zip', () => zipOf([{ name: 'photo.jpg', content: 'x' }]), 'not-oneroster'],
    ['nothing in it', () => zipOf([]), 'not-oneroster'],
    ['a workbook', () => zipOf([{ name: '[Content_Types].xml', content: '<x/>' }]), 'spreadsheet'],
    [
      'changes alone',
      () => zipOf([{ name: 'manifest.csv', content: MANIFEST('delta') }, ...oneRoster([], []).slice(1)]),
      'oneroster-part',
    ],
    [
      'no birth dates',
      () => zipOf(oneRoster([student('s1', 'Ann', 'Sample', '')], []).slice(0, 2)),
      'oneroster-births',
    ],
    [
      'no student',
      () => zipOf(oneRoster(['t1,,,true,org1,teacher,t1,,T,T,,,,,,,,'], ['t1,,,1980-01-01,male'])),
      'no-rows',
    ],
  ])('is refused: %s', async (_, make, why) => {
    expect(await refusalOf(make())).toMatchObject({ why })
  })

  it('with any byte changed or missing is rows or a word why not, and nothing else', async () => {
    const whole = good()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 })), {
          maxLength: 4,
        }),
        fc.integer({ min: 8, max: whole.length }),
        async (changes, end) => {
          const bytes = Buffer.from(whole)
          for (const [at, byte] of changes) if (at > 3) bytes[at] = byte
          const outcome = await rowsOf(bytes.subarray(0, end)).catch((caught: unknown) => caught)
          expect(outcome instanceof ListRefused || Array.isArray(outcome)).toBe(true)
        },
      ),
      { numRuns: 400, seed: 20_261_126 },
    )
  })
})

describe('One person in three formats', () => {
  it('is one record', async () => {
    const test = await openTestDatabase()
    const house = await openTestHouse(test)
    const lists = await openLists(test, house)
    const partnership: TestPartnership = await house.partnership()
    const officer: TestColleague = await partnership.colleague('data-officer', 'Owen Testcase')
    const [school, college, provider] = [
      await lists.partner(partnership, 'school'),
      await lists.partner(partnership, 'college'),
      await lists.partner(partnership, 'sixth-form-college'),
    ]
    const number = upn(1301)
    await lists.take(
      officer,
      school,
      csv('UPN,Surname,Forename,DOB,Postcode', `${number},Threeways,Ursula,04/03/2010,HX1 1AA`),
    )
    const ctf = `<CTfile><CTFpupilData><Pupil><UPN>${number}</UPN><UniqueLearnerNumber>${uln(1301)}</UniqueLearnerNumber>
      <Surname>Threeways</Surname><Forename>Ursula</Forename><DOB>2010-03-04</DOB></Pupil></CTFpupilData></CTfile>`
    expect((await lists.take(officer, college, ctf)).counts).toMatchObject({ new: 0, question: 0 })
    const roster = zipOf(
      oneRoster([student('s1', 'Ursula', 'Threeways', `{ULN:${uln(1301)}}`)], ['s1,,,2010-03-04,female']),
    )
    expect((await lists.take(officer, provider, roster)).counts).toMatchObject({ new: 0, changed: 1, question: 0 })
    const made = await test.owner.selectFrom('person').selectAll().where('known_family', '=', 'Threeways').execute()
    expect(made).toHaveLength(1)
    const sent = await lists.upload(officer, provider, 'roster.zip', zipOf([{ name: 'a.txt', content: 'x' }]))
    expect((await officer.get(sent.to ?? '')).body).toContain('a zip, but not a OneRoster')
  })
})
