/** Panels of the demo: a meeting that was held, one called off, one of today whose agenda is sent, one that is prepared; and of each thing that may come of somebody one. */
import { workingDaysAfter } from '#ground/bank-holidays.ts'
import type { Tx } from '#ground/database/tx.ts'
import { addDays, type Day } from '#ground/day.ts'
import { type AccountId, newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import { CLASS_BITS, type RecordClass, toBits } from '#rooms/access/index.ts'
import { listCaseload } from '#rooms/deployment/index.ts'
import { findAccountByEmail } from '#rooms/identity/index.ts'
import {
  type Asked,
  addAction,
  bring,
  type Came,
  callOff,
  closeMeeting,
  endPanel,
  findAction,
  findItem,
  findMeeting,
  findPanel,
  finishAction,
  listAttenders,
  listItems,
  makePanel,
  type Outcome,
  type PanelContent,
  planMeeting,
  prepareItem,
  putAttender,
  sayOutcome,
  sayWhoCame,
  sendAgenda,
  takeOff,
} from '#rooms/panels/index.ts'
import { commandActing } from '../acting.ts'
import { panelPeople } from '../house-panels.ts'
import { done } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'
import { isKeptClose } from './opportunities.ts'

const SHARED: Pick<PanelContent, 'basis' | 'law' | 'discloses' | 'condition'> = {
  basis: 'public-task',
  law: 'Education and Skills Act 2008, sections 10, 68 and 72',
  discloses: 0,
  condition: '',
}
const EVERYDAY: readonly RecordClass[] = ['learning', 'tracking', 'guidance', 'plan', 'sessions']
const PANEL: PanelContent = {
  ...SHARED,
  kind: 'not-in-learning',
  title: 'Not in learning or work: Upper Valley',
  purpose: 'Who takes up young people who are not in learning or work and whom no one service can help alone.',
  allows: toBits(EVERYDAY),
}
const OTHERS: readonly (PanelContent & { readonly isOver?: true })[] = [
  {
    ...SHARED,
    kind: 'vulnerable',
    title: 'Vulnerable pupils',
    purpose: 'Pupils for whom school and home are hard at once: one plan in place of five.',
    condition: 'Data Protection Act 2018, Schedule 1, paragraph 18: safeguarding of children',
    allows: toBits([...EVERYDAY, 'health', 'care', 'family']),
  },
  {
    ...SHARED,
    kind: 'cases',
    title: 'Cases of the Upper Valley team',
    purpose: 'Advisers for everybody and for those who need most look at hard cases together, each month.',
    allows: toBits([...EVERYDAY, 'assessment']),
  },
  {
    ...SHARED,
    kind: 'transition',
    title: 'Transition into college, last summer',
    purpose: 'Young people who may not arrive where they have a place in September.',
    allows: toBits(['learning', 'plan']),
    isOver: true,
  },
]

const NOT_ASKED: Asked = {
  ...{ known: null, view: null, viewWords: '', viewAnswer: '', withheldWhy: '', withheldReviewOn: null },
}
const AGREES: Asked = { ...NOT_ASKED, known: 'told', view: 'agrees', viewWords: 'If it gets me a bus pass, yes' }
const OBJECTS: Asked = {
  ...{ ...NOT_ASKED, known: 'told', view: 'objects', viewWords: 'Everybody talks and nobody rings' },
  viewAnswer: 'Brought all the same: two agencies plan the same thing. Nothing of home is said.',
}
const NO_WORD: Asked = { ...NOT_ASKED, known: 'told', view: 'no-word' }

const PLACE = { atTime: '10:00', place: 'Made-up Town Hall, room 3' }
const HELD = -20

/** Sets up panels with what happened at each. */
export async function furnishPanels(work: DailyWork, school: OrganisationId | undefined): Promise<void> {
  const hana = await work.database.transaction(commandActing(work.clock, 'demo', work.partnershipId), tx =>
    findAccountByEmail(tx, 'hana.pastoral@school.example'),
  )
  const of = (name: string) => work.accounts.get(`${name}@partnership.example`)
  const [priya, dana, imran, lena] = [of('priya.specimen'), of('dana.example'), of('imran.demo'), of('lena.mockford')]
  if (!hana || !school || !priya || !dana || !imran || !lena) return
  const people = await whoIsBrought(work, priya, [dana, imran])
  const attenders = [dana, imran, lena, hana.id]
  const days = daysOf(work, priya)
  for (const one of OTHERS) {
    const attenders = one.kind === 'cases' ? [dana, imran] : [dana, hana.id]
    await furnishOther(days, { ...one, chair: priya, attenders })
  }
  const panelId = await days.on(HELD - 20, tx => setUp(tx, priya, PANEL, attenders))
  // Said of each by name: in the order of their ids, which are others in every demo, nobody may be the one who stayed away.
  const came = new Map<AccountId, Came>([
    [priya, 'came'],
    [dana, 'came'],
    [hana.id, 'came'],
    [imran, 'apologies'],
    [lena, 'absent'],
  ])
  const scene = { ...days, panelId, priya, people, came, owners: { dana, imran, hana: hana.id } }
  await holdFirst(scene)
  await planAndCallOff(scene)
  await holdToday(scene)
  await prepareNext(scene)
}

type Days = {
  readonly today: Day
  on<T>(days: number, does: (tx: Tx) => Promise<T>): Promise<T>
  as<T>(accountId: AccountId, does: (tx: Tx) => Promise<T>): Promise<T>
}
type Scene = Days & {
  readonly panelId: RowId
  readonly priya: AccountId
  readonly people: readonly PersonId[]
  readonly came: ReadonlyMap<AccountId, Came>
  readonly owners: { readonly dana: AccountId; readonly imran: AccountId; readonly hana: AccountId }
}

function daysOf(work: DailyWork, chair: AccountId): Days {
  const today = work.clock.today()
  return {
    today,
    on: (days, does) =>
      work.database.transaction({ ...actingAs(work, chair), today: addDays(today, days) }, tx => does(tx)),
    as: (accountId, does) => work.database.transaction(actingAs(work, accountId), does),
  }
}

/** From the ends of two caseloads, of whom least is told elsewhere; nobody whose record is kept close. */
async function whoIsBrought(work: DailyWork, chair: AccountId, advisers: readonly AccountId[]): Promise<PersonId[]> {
  const found: PersonId[] = []
  for (const adviser of advisers) {
    const led = await work.database.transaction(actingAs(work, chair), tx => listCaseload(tx, adviser))
    const alive = led.filter(one => one.diedOn === null).toReversed()
    for (const { personId } of alive.slice(0, 12)) if (!(await isKeptClose(work, personId))) found.push(personId)
  }
  return found
}

async function setUp(tx: Tx, chair: AccountId, content: PanelContent, attenders: readonly AccountId[]): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  const all = await listAttenders(tx)
  const self = all.find(one => one.accountId === chair)
  if (!self) throw new Error('the demo has no chair')
  await makePanel(tx, id, self, content)
  const panel = await mustFind(findPanel(tx, id))
  for (const one of all) if (attenders.includes(one.accountId)) await putAttender(tx, panel, one, undefined)
  return id
}

async function furnishOther(
  days: Days,
  of: (typeof OTHERS)[number] & { readonly chair: AccountId; readonly attenders: readonly AccountId[] },
): Promise<void> {
  const { isOver, chair, attenders, ...content } = of
  const id = await days.on(-90, tx => setUp(tx, chair, content, attenders))
  if (isOver) await days.on(-60, async tx => done(await endPanel(tx, await mustFind(findPanel(tx, id)))))
}

async function plan(tx: Tx, panelId: RowId, onDay: Day): Promise<RowId> {
  const panel = await mustFind(findPanel(tx, panelId))
  return done(await planMeeting(tx, panel, newId<'row'>(tx.acting.at), { ...PLACE, onDay }))
}

async function put(
  tx: Tx,
  scene: Scene,
  meetingId: RowId,
  of: {
    readonly nth: number
    readonly question: string
    readonly asked: Asked
    readonly line?: string
    readonly namedWhy?: string
  },
): Promise<RowId | undefined> {
  const personId = scene.people[of.nth]
  if (personId === undefined) return undefined
  const [panel, meeting] = [await mustFind(findPanel(tx, scene.panelId)), await mustFind(findMeeting(tx, meetingId))]
  const bringing = { personId, reason: 'not-in-learning', question: of.question, by: scene.priya } as const
  const id = done(await bring(tx, panelPeople, panel, meeting, bringing))
  if (of.asked.known === null) return id
  done(
    await prepareItem(tx, panel, await mustFind(findItem(tx, id)), {
      ...{ question: of.question, namedWhy: of.namedWhy ?? '', asked: of.asked },
      lines: new Map(of.line === undefined ? [] : [[CLASS_BITS.learning, of.line]]),
    }),
  )
  return id
}

async function send(tx: Tx, meetingId: RowId): Promise<void> {
  done(await sendAgenda(tx, await mustFind(findMeeting(tx, meetingId))))
}

/** Held three weeks ago: everything that may come of somebody, and what was agreed. */
async function holdFirst(scene: Scene): Promise<void> {
  const { today, people, owners } = scene
  const id = await scene.on(HELD - 10, async tx => {
    const meetingId = await plan(tx, scene.panelId, addDays(today, HELD))
    const questions = [
      'Who takes up the travel that stands in the way of college?',
      'Does anybody know where they went after the taster?',
      'Can the college keep a place until January?',
      'Is the training provider still an option?',
      'Who is in touch with them at the moment?',
    ]
    for (const [nth, question] of questions.entries())
      await put(tx, scene, meetingId, {
        ...{ nth, question, asked: nth === 1 ? NO_WORD : AGREES },
        line: 'Left the course in October; wants to start again in January.',
      })
    const fifth = (await listItems(tx, meetingId)).find(one => one.personId === people[4])
    if (fifth) done(await takeOff(tx, fifth, 'Started an apprenticeship on Monday'))
    await send(tx, meetingId)
    return meetingId
  })
  await scene.on(HELD, async tx => {
    const meeting = await mustFind(findMeeting(tx, id))
    const outcomes: readonly [Outcome, string][] = [
      ['decided', 'The council pays for the bus until the bursary comes. School and adviser meet once, together.'],
      ['nothing', 'Seen at college last week by two of those present.'],
      ['put-off', ''],
      ['not-discussed', ''],
    ]
    for (const [nth, [outcome, words]] of outcomes.entries()) {
      const item = (await listItems(tx, id)).find(one => one.personId === people[nth])
      if (item) done(await sayOutcome(tx, meeting, item, { outcome, words }))
    }
    const first = (await listItems(tx, id)).find(one => one.personId === people[0])
    if (!first) return
    const due = (days: number) => addDays(tx.acting.today, days)
    const agree = async (what: string, ownerId: AccountId, days: number, partner = '') =>
      done(await addAction(tx, meeting, first, { what, ownerId, partner, dueOn: due(days) }))
    await agree('Fill in the travel form with them', owners.dana, 14)
    await agree('Meet once with school and adviser together', owners.hana, 30)
    const rung = await agree('Ring the college about a start in January', owners.imran, 7)
    const asked = await agree('Ask the bus company for a pass at once', scene.priya, 10, 'Jo Example, Made-up Buses')
    done(await finishAction(tx, await mustFind(findAction(tx, rung)), { state: 'done', words: 'A place is kept.' }))
    done(
      await finishAction(tx, await mustFind(findAction(tx, asked)), {
        ...{ state: 'not-done', words: 'They give none before the bursary is paid: the council pays until then.' },
      }),
    )
  })
  await scene.on(HELD, async tx => {
    const said = {
      came: scene.came,
      alsoThere: 'Jo Example, Made-up Buses',
      notes: 'The next one is earlier in the day.',
    }
    done(await sayWhoCame(tx, await mustFind(findMeeting(tx, id)), said))
    const panel = await mustFind(findPanel(tx, scene.panelId))
    done(await closeMeeting(tx, panel, await mustFind(findMeeting(tx, id))))
  })
}

async function planAndCallOff(scene: Scene): Promise<void> {
  const id = await scene.on(-15, tx => plan(tx, scene.panelId, addDays(scene.today, -10)))
  await scene.on(-11, async tx => {
    const panel = await mustFind(findPanel(tx, scene.panelId))
    const meeting = await mustFind(findMeeting(tx, id))
    done(await callOff(tx, panel, meeting, 'Snow: half of those who attend could not come'))
  })
}

/** Today: whoever was put off comes first, and the agenda is there to be read. */
async function holdToday(scene: Scene): Promise<void> {
  await scene.on(-5, async tx => {
    const meetingId = await plan(tx, scene.panelId, scene.today)
    await put(tx, scene, meetingId, {
      ...{ nth: 5, question: 'Which agency begins, so that they are rung once and not four times?', asked: OBJECTS },
      line: 'Year 12, left sixth form in September.',
      namedWhy: 'Each agency looks in its own records before the meeting',
    })
    await put(tx, scene, meetingId, {
      ...{ nth: 6, question: 'Is there a place to learn that begins before Easter?', asked: NO_WORD },
      line: 'Looking for work with training; a taster in joinery went well.',
    })
    await put(tx, scene, meetingId, {
      ...{ nth: 7, question: 'Does anybody see them regularly?' },
      asked: {
        ...{
          ...NOT_ASKED,
          known: 'withheld',
          withheldWhy: 'Letters are opened at home, and it is not safe that it is known',
        },
        withheldReviewOn: addDays(scene.today, 30),
      },
    })
    await send(tx, meetingId)
  })
}

async function prepareNext(scene: Scene): Promise<void> {
  await scene.on(-1, async tx => {
    const meetingId = await plan(tx, scene.panelId, workingDaysAfter(scene.today, 18))
    await put(tx, scene, meetingId, { nth: 8, question: 'Who could lead for them?', asked: NOT_ASKED })
    await put(tx, scene, meetingId, { nth: 9, question: '', asked: NOT_ASKED })
  })
}

async function mustFind<T>(finding: Promise<T | undefined>): Promise<T> {
  const found = await finding
  if (found === undefined) throw new Error('the demo’s panel cannot be seen')
  return found
}
