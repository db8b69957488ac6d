/** What the bench asks: one line of the table each, as people of a partnership at their daily work. */
import type { Clock } from '#ground/clock.ts'
import type { ReadyDatabase } from '#ground/database/begin.ts'
import type { Day } from '#ground/day.ts'
import { listCaseload } from '#rooms/deployment/index.ts'
import { findAccountByEmail, listMemberships, openSession } from '#rooms/identity/index.ts'
import { commandActing } from '../acting.ts'
import { fetchPage, type Measure, type Question } from './asking.ts'
import { actingIn, adviserName, emailOf, type Place } from './people.ts'
import { CASELOAD } from './store/bulk.ts'
import { type Somebody, someOf } from './store/contents.ts'

/** As many as ask at once in the mixed load, and some. */
const ADVISERS = 24

type Working = { readonly cookie: string; readonly accountId: string; readonly people: readonly Somebody[] }

/** Who works in the bench: advisers with their caseloads, a data officer, and people of everybody's. */
export type Staff = {
  readonly advisers: readonly Working[]
  readonly officer: Working
  readonly everybody: readonly Somebody[]
}

/** Opens the sessions. */
export async function signInStaff(ready: ReadyDatabase, clock: Clock, place: Place): Promise<Staff> {
  const advisers: Working[] = []
  for (let n = 0; n < Math.min(ADVISERS, Math.floor(place.size / CASELOAD)); n++)
    advisers.push(await signIn(ready, clock, place, adviserName(n)))
  return {
    advisers,
    officer: await signIn(ready, clock, place, 'data-officer'),
    everybody: await someOf(ready.ownerPlace, place.partnershipId, 500),
  }
}

/** The line that opens records. */
export function openingRecords(staff: Staff): Measure {
  return {
    name: 'Open a record (adviser)',
    kind: 'record',
    budget: 20,
    status: 200,
    question: i => ({ cookie: adviserAt(staff, i).cookie, path: `/people/${oneAt(staff, i).id}` }),
    fits: (body, i) => body.includes(oneAt(staff, i).family),
  }
}

const at = <T>(list: readonly T[], i: number) => list[i % list.length] as T
const adviserAt = ({ advisers }: Staff, i: number) => at(advisers, i)
/** Every adviser in turn, and each time round somebody else of their caseload. */
const oneAt = (staff: Staff, i: number) => at(adviserAt(staff, i).people, i + Math.floor(i / staff.advisers.length) * 7)

/** Draws up every line, for a program that is ready. */
export async function drawUp(staff: Staff, clock: Clock, port: number): Promise<Measure[]> {
  const { advisers, officer, everybody } = staff
  const adviser = (i: number) => adviserAt(staff, i)
  const one = (i: number) => oneAt(staff, i)
  const find = (cookie: string, typed: string): Question => ({
    cookie,
    path: `/find?${new URLSearchParams({ q: typed })}`,
  })
  const leads = (somebody: Somebody, body: string) => body.includes(somebody.id)
  const forms = await Promise.all(advisers.map(a => formToken(port, a)))
  const today = clock.today()
  return [
    openingRecords(staff),
    {
      name: `Caseload of ${CASELOAD}`,
      kind: 'caseload',
      budget: 20,
      status: 200,
      question: i => ({ cookie: adviser(i).cookie, path: '/caseload' }),
      fits: (body, i) =>
        adviser(i).people.filter(p => body.includes(p.id)).length >= Math.min(adviser(i).people.length, 99),
    },
    {
      name: 'Save a contact',
      kind: 'save',
      budget: 20,
      status: 303,
      question: i => ({
        cookie: adviser(i).cookie,
        path: `/people/${one(i).id}/contacts/new`,
        form: contact(at(forms, i), today),
      }),
    },
    {
      name: 'Find, exact name (adviser)',
      kind: 'find',
      budget: 40,
      status: 200,
      question: i => find(adviser(i).cookie, `${one(i).given} ${one(i).family}`),
      fits: (body, i) => leads(one(i), body),
    },
    {
      name: 'Find, with a typo (adviser)',
      kind: 'find',
      budget: 40,
      status: 200,
      question: i => find(adviser(i).cookie, mistyped(one(i))),
    },
    {
      name: 'Find, exact name (data officer: everybody)',
      kind: 'find',
      budget: 40,
      status: 200,
      question: i => find(officer.cookie, `${at(everybody, i).given} ${at(everybody, i).family}`),
    },
    {
      name: 'Find, with a typo (data officer: everybody)',
      kind: 'find',
      budget: 40,
      status: 200,
      question: i => find(officer.cookie, mistyped(at(everybody, i))),
    },
    {
      name: 'Diary of a week',
      budget: 20,
      status: 200,
      question: i => ({ cookie: adviser(i).cookie, path: '/diary' }),
      fits: body => body.includes('Meeting room of the bench'),
    },
    {
      name: 'Missed meetings',
      budget: 20,
      status: 200,
      question: i => ({ cookie: adviser(i).cookie, path: '/missed' }),
      fits: body => body.includes('Record a try'),
    },
    {
      name: 'One-page brief',
      budget: 20,
      status: 200,
      question: i => ({ cookie: adviser(i).cookie, path: `/people/${one(i).id}/brief` }),
      fits: (body, i) => body.includes(`Before you meet ${one(i).given}`),
    },
    {
      name: 'Plan',
      budget: 20,
      status: 200,
      question: i => ({ cookie: adviser(i).cookie, path: `/people/${one(i).id}/plan` }),
      fits: body => body.includes('Ring the bench'),
    },
    ...ofOne(staff),
    ...lists(staff),
    {
      name: 'Sign-in page (nobody yet)',
      budget: null,
      status: 200,
      question: () => ({ cookie: undefined, path: '/sign-in' }),
    },
  ]
}

/** Pages about one young person that are opened in the midst of work. */
function ofOne(staff: Staff): Measure[] {
  const page = (name: string, below: string, holds: string): Measure => ({
    name,
    budget: 20,
    status: 200,
    question: i => ({ cookie: adviserAt(staff, i).cookie, path: `/people/${oneAt(staff, i).id}/${below}` }),
    fits: body => body.includes(holds),
  })
  return [
    page('Deciding for themselves', 'capacity', 'Deciding for themselves'),
    page('Summaries asked for', 'transfers', 'Asked of others'),
    page('A link to the plan', 'plan/link', 'Make the link'),
    page('Support pathways', 'pathways', 'Support pathways of'),
    page('How a case stands', 'case', 'case stands'),
    page('Assessment', 'assessment', 'ssessment'),
    page('Who could help', 'services', 'Who could help'),
    page('Careers talks', 'talks', 'areers talk'),
    page('Exercises', 'exercises', 'Exercises with'),
    page('Attainment asked for', 'school-data', 'What we know before a talk'),
    page('What stays between us', 'confidentiality', 'What stays between us'),
    page('Letters', 'letters', 'etter'),
    page('Places that may suit', 'opportunities', 'pportunit'),
    page('Progress File', 'plan/file', 'Progress File'),
    page('Who stands round them', 'round', 'Who stands round'),
    page('EHC plan', 'ehc-plan', 'Education, health and care plan'),
    page('What other tools said', 'other-tools', 'tools said'),
    page('A new run of meetings', 'runs/new', 'run of meetings'),
  ]
}

/** The lists of casework an adviser works from, each with what it must hold. */
function lists(staff: Staff): Measure[] {
  const list = (name: string, path: string, holds: string): Measure => ({
    name,
    budget: 20,
    status: 200,
    question: i => ({ cookie: adviserAt(staff, i).cookie, path }),
    fits: body => body.includes(holds),
  })
  return [
    list('Referrals', '/referrals', 'Mentoring (made up)'),
    list('Hand-overs', '/hand-overs', '/hand-overs/'),
    list('Absences', '/absences', '/absences/'),
    list('Programmes', '/programmes', 'Gateway of the bench'),
    list('Days in school', '/school-days', '/school-days/'),
    list('Hours', '/hours', 'Support'),
    list('Notebook', '/notebook', 'otebook'),
    list('Panels', '/panels', 'Panel of the bench'),
    list('Asked of others', '/transfers', 'Agency before (made up)'),
    list('Plans due, with dates', '/plans/due', 'Plans due'),
    list('Assessments due', '/assessments/due', 'ssessments'),
    list('Confidentiality to read', '/confidentiality/due', 'stays between us'),
    list('Services and projects', '/services', 'Project of the bench'),
    list('What works here', '/what-works', 'Way of the bench'),
    list('Places on offer', '/opportunities', 'Place of the bench'),
    list('Put forward', '/applications', 'Place of the bench'),
    list('Asked of schools', '/school-asks', '/school-asks/'),
    list('Observed talks', '/observations', '/observations/'),
    list('Colleagues', '/colleagues', '/colleagues/'),
    list('Advice', '/advice', 'bursary for tools'),
    list('Groups', '/groups', 'roup'),
    list('Support groups', '/support-groups', 'Group of the bench'),
    {
      name: 'A support group',
      budget: 20,
      status: 200,
      // In bulk it has the id of who runs it.
      question: i => {
        const { cookie, accountId } = adviserAt(staff, i)
        return { cookie, path: `/support-groups/${accountId}` }
      },
      fits: body => body.includes('What it does for each'),
    },
    list('First contacts due', '/first-contacts', 'First contacts due'),
    list('Other agencies’ tools', '/other-tools', 'Tool of the bench'),
    list('Help today', '/services/today', 'Help today'),
    list('Samples', '/samples', 'ample'),
    list('Visits', '/visits', 'isit'),
    list('Alerts', '/alerts', 'lert'),
    list('My day', '/', 'day'),
  ]
}

async function signIn(ready: ReadyDatabase, clock: Clock, place: Place, who: string): Promise<Working> {
  const { database } = ready
  const signed = await database.transaction(commandActing(clock, 'bench'), async tx => {
    const account = await findAccountByEmail(tx, emailOf(place, who))
    const [membership] = account === undefined ? [] : await listMemberships(tx, account.id)
    if (account === undefined || membership === undefined) throw new Error(`nobody is ${who}`)
    const { token } = await openSession(tx, account, 'signed-in', membership)
    return { token, account, membership }
  })
  // As the account itself: the caseload is what its own grants show.
  const { account, membership } = signed
  const acting = { ...actingIn(clock, place), holders: [account.id, membership.organisationId] }
  const people = await database.transaction(acting, tx => listCaseload(tx, account.id))
  return {
    cookie: `connexions=${signed.token}`,
    accountId: account.id,
    people: people.map(p => ({ id: p.personId, given: p.given, family: p.family })),
  }
}

async function formToken(port: number, working: Working): Promise<string> {
  const page = await fetchPage(port, { cookie: working.cookie, path: `/people/${working.people[0]?.id}/contacts/new` })
  const token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1]
  if (token === undefined) throw new Error('the form for a contact has no token')
  return token
}

function contact(token: string, today: Day): Record<string, string> {
  const [year = '', month = '', dayOfMonth = ''] = today.split('-')
  return {
    _csrf: token,
    kind: 'meeting',
    'on-day': dayOfMonth,
    'on-month': month,
    'on-year': year,
    minutes: '30',
    place: 'Halifax hub',
    purpose: 'support',
    outcome: 'done',
    notes: 'Talked about the week and what comes next. Wants to see the college before the summer.',
  }
}

/** Two neighbouring letters of the family name swapped, or one left out: as hurried people type. */
function mistyped({ given, family }: Somebody): string {
  const middle = Math.max(1, Math.floor(family.length / 2))
  const [a = '', b = ''] = [family[middle - 1], family[middle]]
  const wrong =
    family.length % 2 === 0
      ? family.slice(0, middle - 1) + b + a + family.slice(middle + 1)
      : family.slice(0, middle) + family.slice(middle + 1)
  return `${given} ${wrong}`
}
