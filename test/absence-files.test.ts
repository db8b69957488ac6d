/** A place tells of many by a file: looked at row by row, told by one press, nothing of it kept. Decision 0049. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { addIdentifier } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { tablesHolding, uln, upn } from '#test/lists.ts'
import { enrol } from '#test/on-roll.ts'
import { addPerson } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'
import { postFields, postFile } from '#test/uploads.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const HERE = '/absences/file'
const HEADER = 'ULN,UPN,Surname,Forename,Date of birth,Last attended,Absent or left,Reason,Notes,Tries made,Religion'
let partnership: TestPartnership
let dana: TestColleague
let hana: TestColleague
let trainer: TestColleague
let school: OrganisationId
let provider: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana } = await staffOf(partnership, 'dana'))
  const place = (name: string, kind: 'school' | 'training-provider') =>
    house.command(partnership.id, tx => addOrganisation(tx, { name, kind }))
  school = await place('Made-up High', 'school')
  provider = await place('Made-up Training', 'training-provider')
  hana = await partnership.colleague('partner-practitioner', 'Hana Testcase', school)
  trainer = await partnership.colleague('partner-practitioner', 'Tom Testcase', provider)
})

let made = 0
type Pupil = { readonly id: PersonId; readonly family: string; readonly uln: string; readonly upn: string }
async function pupil(of: OrganisationId | null = school, lead: TestColleague | null = dana): Promise<Pupil> {
  made += 1
  const one = { family: `Filesample${made}`, uln: uln(1000 + made), upn: upn(1000 + made) }
  const id = await addPerson(house, partnership, { given: 'Abe', family: one.family, lead: lead ?? undefined })
  await house.command(partnership.id, async tx => {
    const source = { kind: 'partner-list', organisationId: of ?? school, saidOn: tx.acting.today } as const
    for (const kind of ['uln', 'upn'] as const) await addIdentifier(tx, id, { kind, value: one[kind] }, source)
  })
  if (of !== null) await enrol(house, partnership, id, of)
  return { id, ...one }
}
const nowhere = () => pupil(null)
const line = (cells: Partial<Record<string, string>>) =>
  HEADER.split(',')
    .map(
      name =>
        cells[name] ?? { 'Last attended': '18/11/2026', 'Absent or left': 'absent', Religion: 'Planted' }[name] ?? '',
    )
    .join(',')
const named = (one: Pick<Pupil, 'family'>, more = {}) =>
  line({ Surname: one.family, Forename: 'Abe', 'Date of birth': '4/9/2010', ...more })
const fileOf = (...lines: string[]) => [HEADER, ...lines].join('\r\n')
async function send(content: string | Uint8Array, by = hana, name = 'absences.csv') {
  house.clock.advance(1000)
  return postFile(house, by, HERE, [], { name, content })
}
/** What a page carries, form by form. */
function carriedIn(body: string, action: 'tell' | 'mend'): [string, string][] {
  const form = new RegExp(`action="${HERE}/${action}".*?</form>`, 's').exec(body)?.[0] ?? ''
  return [...form.matchAll(/<input type="hidden" name="(row|column)" value="([^"]*)"/g)].map(
    ([, key = '', value = '']) => [
      key,
      value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&'),
    ],
  )
}
const tell = async (rows: [string, string][], by = hana) => {
  house.clock.advance(1000)
  return postFields(house, by, `${HERE}/tell`, rows)
}
const toldOf = (id: PersonId) =>
  test.owner.selectFrom('absence_report').selectAll().where('person_id', '=', id).orderBy('id').execute()

describe('A file of absences that will not do', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'The file is empty'],
    ['with names of columns alone', HEADER, 'no rows'],
    ['without names of columns', named({ family: 'Sample' }), 'A column has no name'],
    ['that says nobody', 'Last attended,Absent or left\r\n18/11/2026,absent', 'No column says who'],
    ['that says no day', 'ULN,Absent or left\r\n1,absent', 'No column says when'],
    ['that says not what', 'ULN,Last attended\r\n1,18/11/2026', 'No column says what happened'],
    [
      'with one column twice',
      'ULN,Learner number,Last attended,What\r\n1,1,18/11/2026,absent',
      'Two columns say the same',
    ],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004made up'), 'This is a spreadsheet'],
    ['a picture', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)), 'not text'],
    [
      'with 10,000 rows',
      fileOf(...Array.from({ length: 10_000 }, () => named({ family: 'Sample' }))),
      'more than 500 rows',
    ],
    ['larger than 1 MB', fileOf('x'.repeat(1_000_001)), 'larger than 1 MB'],
    [
      'with too much text',
      fileOf(...Array.from({ length: 500 }, () => named({ family: 'é'.repeat(450) }))),
      'more text',
    ],
  ])('%s goes back with a sentence at the field', async (_words, content, sentence) => {
    const answer = await send(content)
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain('#file')
    expect(summaryOf(answer.body)[0]).toContain(sentence)
  })

  it('is asked for where none was chosen, and is not for whoever tells of nobody', async () => {
    expect(summaryOf((await postFile(house, hana, HERE, [], undefined)).body)[0]).toContain('Choose your file')
    expect((await dana.get(HERE)).status).toBe(404)
    expect((await send(fileOf(named({ family: 'Sample' })), dana)).status).toBe(404)
  })
})

describe('Telling by a file', () => {
  it('tells nobody before each row was looked at; one press then tells all that can be told of', async () => {
    const [one, two] = [await pupil(), await pupil()]
    const looked = await send(
      fileOf(
        line({ ULN: one.uln, Notes: 'The phone is off' }),
        named(two, { 'Absent or left': 'left', Reason: 'work' }),
      ),
    )
    expect(looked.status).toBe(200)
    for (const words of [`${one.family}, Abe`, `${two.family}, Abe`, 'The phone is off', 'Tell their advisers of 2'])
      expect(looked.body).toContain(words)
    expect([...(await toldOf(one.id)), ...(await toldOf(two.id))]).toEqual([])
    const sent = await tell(carriedIn(looked.body, 'tell'))
    expect([sent.status, sent.to]).toEqual([303, '/absences?told=2&before=0'])
    expect((await hana.get(sent.to ?? '')).body).toContain('2 were told of.')
    expect(await toldOf(one.id)).toMatchObject([
      { state: 'told', kind: 'absent', words: 'The phone is off', due_on: '2026-11-25' },
    ])
    expect(await toldOf(two.id)).toMatchObject([
      { state: 'told', kind: 'left', reason: 'work', told_by: hana.accountId },
    ])
    expect((await dana.get('/')).body).toContain('somebody does not come any more')
    const [row] = await toldOf(one.id)
    expect((await eventsOf(test, { target: row?.id ?? '' })).map(event => event.action)).toContain('absence.told')
  })

  it('sent twice tells once, and sent again shows who was told of before', async () => {
    const one = await pupil()
    const file = fileOf(named(one))
    const rows = carriedIn((await send(file)).body, 'tell')
    await tell(rows)
    expect((await tell(rows)).to).toBe('/absences?told=0&before=1')
    expect(await toldOf(one.id)).toHaveLength(1)
    const again = await send(file)
    expect(again.body).toContain('1 you told of before')
    expect(carriedIn(again.body, 'tell')).toEqual([])
  })

  it('gives the rows that are to be mended as a file, without what was dropped and with nothing that runs', async () => {
    const [good, bad] = [await pupil(), await pupil()]
    const looked = await send(
      fileOf(named(good), named(bad, { 'Last attended': '30/2/2026' }), named({ family: '=1+1' }), named(good)),
    )
    for (const words of ['3 rows to mend', 'is no date', 'There is a formula', 'stand in the file twice'])
      expect(looked.body).toContain(words)
    const kept = await postFields(house, hana, `${HERE}/mend`, carriedIn(looked.body, 'mend'))
    expect(kept.headers['content-disposition']).toContain('absences-to-mend-2026-11-23')
    expect(kept.body.split('\r\n')[0]).toContain('Tries made,What to do')
    expect(kept.body).toContain(`,${bad.family},Abe,4/9/2010,30/2/2026,absent`)
    expect(kept.body).toContain("'=1+1")
    expect(kept.body).not.toContain('Planted')
    // Mended and sent again it will do: the column that said what to do is left out like any other.
    const mended = await send(kept.body.replace('30/2/2026', '18/11/2026'))
    expect(mended.body).toContain('Tell their advisers of 2')
  })

  it('keeps nothing of a file: not the rows, not its name, not what was dropped (K7)', async () => {
    const one = await pupil()
    await send(
      fileOf(named(one, { Notes: 'Plantednote' }), named({ family: 'Plantedfamily' })),
      hana,
      'plantedname.csv',
    )
    for (const planted of ['Plantednote', 'Plantedfamily', 'plantedname', 'Planted'])
      expect(await tablesHolding(test, planted), planted).toEqual([])
  })
})

describe('Whom a place may tell of by a file', () => {
  it('is whoever is on its own roll: nobody’s, another’s, closed to it and unknown are one answer (K3, K8)', async () => {
    const [gone, elsewhere, shut] = [await nowhere(), await pupil(provider), await pupil()]
    await house.command(partnership.id, tx => setBarrier(tx, shut.id, { holderId: school, reason: 'A test' }))
    house.clock.advance(1000)
    const rows = [gone, elsewhere, shut, { family: 'Nobodysample', uln: uln(9999), upn: upn(9999) }]
    const bodies = await Promise.all(
      rows.map(async one => {
        const answer = await send(fileOf(line({ ULN: one.uln, UPN: one.upn }), named(one)))
        return answer.body
          .replaceAll(one.uln, 'N')
          .replaceAll(one.upn, 'N')
          .replaceAll(one.upn.slice(-3), 'N')
          .replaceAll(one.family, 'F')
          .replaceAll(/name="_csrf" value="[^"]*"/g, '')
      }),
    )
    expect(bodies[0]).toContain('They are not on your roll')
    expect(new Set(bodies.map(body => body.slice(body.indexOf('<main'), body.indexOf('</main'))))).toHaveLength(1)
  })

  it('is asked again when it is told: a page changed on its way tells of nobody else', async () => {
    const [mine, theirs] = [await pupil(), await pupil(provider)]
    const rows = carriedIn((await send(fileOf(named(mine)))).body, 'tell')
    const forged = rows.map(([key, value]) => [key, value.replace(mine.id, theirs.id)] as [string, string])
    const answer = await tell(forged)
    expect(answer.body).toContain('They are not on your roll')
    expect(answer.body).not.toContain(theirs.family)
    expect(await toldOf(theirs.id)).toEqual([])
    expect((await tell([['row', '["x"]']])).status).toBe(422)
    expect((await tell([])).status).toBe(422)
  })

  it('may be named by a UPN where it is a school, and not by a training provider (K7)', async () => {
    const [mine, theirs] = [await pupil(), await pupil(provider)]
    expect((await send(fileOf(line({ UPN: mine.upn })))).body).toContain(`${mine.family}, Abe`)
    const looked = await send(fileOf(line({ UPN: theirs.upn })), trainer)
    expect(looked.body).toContain('It does not say who')
    for (const said of [theirs.upn, `${theirs.family}, Abe`]) expect(looked.body).not.toContain(said)
  })

  it('is told that nobody would know, where nobody works with them', async () => {
    const one = await pupil(school, null)
    const looked = await send(fileOf(named(one)))
    expect(looked.body).toContain('Nobody here leads for them yet')
    expect(carriedIn(looked.body, 'tell')).toEqual([])
  })

  it('holds at the most that is taken: 500 rows are looked at and told of', async () => {
    const college = await house.command(partnership.id, tx =>
      addOrganisation(tx, { name: 'Made-up Large College', kind: 'college' }),
    )
    const tutor = await partnership.colleague('partner-practitioner', 'Una Testcase', college)
    const all: Pupil[] = []
    for (let i = 0; i < 500; i++) all.push(await pupil(college))
    const looked = await send(fileOf(...all.map(one => named(one, { Notes: 'x'.repeat(500) }))), tutor)
    const sent = await tell(carriedIn(looked.body, 'tell'), tutor)
    expect(sent.to).toBe('/absences?told=500&before=0')
  }, 120_000)
})
