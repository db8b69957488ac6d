/** What the bench asks: one line of the table each, as people of a partnership at their daily work. */
import type { Clock } from '#ground/clock.ts'
import type { ReadyDatabase } from '#ground/database/begin.ts'
import type { Day } from '#ground/day.ts'
import { listCaseload } from '#rooms/deployment/index.ts'
import { findAccountByEmail, listMemberships, openSession } from '#rooms/identity/index.ts'
import { commandActing } from '../acting.ts'
import { fetchPage, type Measure, type Question } from './asking.ts'
import { actingIn, emailOf, type Place } from './people.ts'
import { CASELOAD, type Somebody, someOf } from './store.ts'

const ADVISERS = 6

type Working = { readonly cookie: string; readonly people: readonly Somebody[] }

/** Opens the sessions and draws up every line. */
export async function drawUp(ready: ReadyDatabase, clock: Clock, place: Place, port: number): Promise<Measure[]> {
  const advisers: Working[] = []
  for (let n = 0; n < Math.min(ADVISERS, Math.floor(place.size / CASELOAD)); n++)
    advisers.push(await signIn(ready, clock, place, `adviser-${String(n).padStart(6, '0')}`))
  const officer = await signIn(ready, clock, place, 'data-officer')
  const everybody = await someOf(ready.ownerPlace, place.partnershipId, 500)
  const at = <T>(list: readonly T[], i: number) => list[i % list.length] as T
  const adviser = (i: number) => at(advisers, i)
  const one = (i: number) => at(adviser(i).people, i * 7)
  const find = (cookie: string, typed: string): Question => ({
    cookie,
    path: `/find?${new URLSearchParams({ q: typed })}`,
  })
  const leads = (somebody: Somebody, body: string) => body.includes(somebody.id)
  const forms = await Promise.all(advisers.map(a => formToken(port, a)))
  const today = clock.today()
  return [
    {
      name: 'Open a record (adviser)',
      budget: 20,
      status: 200,
      question: i => ({ cookie: adviser(i).cookie, path: `/people/${one(i).id}` }),
      fits: (body, i) => body.includes(one(i).family),
    },
    {
      name: `Caseload of ${CASELOAD}`,
      budget: 20,
      status: 200,
      question: i => ({ cookie: adviser(i).cookie, path: '/caseload' }),
      fits: (body, i) =>
        adviser(i).people.filter(p => body.includes(p.id)).length >= Math.min(adviser(i).people.length, 99),
    },
    {
      name: 'Save a contact',
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
      budget: 40,
      status: 200,
      question: i => find(adviser(i).cookie, `${one(i).given} ${one(i).family}`),
      fits: (body, i) => leads(one(i), body),
    },
    {
      name: 'Find, with a typo (adviser)',
      budget: 40,
      status: 200,
      question: i => find(adviser(i).cookie, mistyped(one(i))),
    },
    {
      name: 'Find, exact name (data officer: everybody)',
      budget: 40,
      status: 200,
      question: i => find(officer.cookie, `${at(everybody, i).given} ${at(everybody, i).family}`),
    },
    {
      name: 'Find, with a typo (data officer: everybody)',
      budget: 40,
      status: 200,
      question: i => find(officer.cookie, mistyped(at(everybody, i))),
    },
    {
      name: 'Sign-in page (nobody yet)',
      budget: null,
      status: 200,
      question: () => ({ cookie: undefined, path: '/sign-in' }),
    },
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
