/** The register of young people on programmes. */
import { z } from 'zod'
import type { Day } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import type { Result } from '#ground/result.ts'
import { fromBits } from '#rooms/access/index.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import {
  actorOfVisit,
  findNames,
  get,
  type HouseRoute,
  html,
  post,
  roleMay,
  type Visit,
} from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { isNext, isStale } from '#web/stale.ts'
import { dropPlace, enter, finishPlace, leavePlace, moveStage, startPlace, talkWithLeaver } from '../actions/places.ts'
import { dropForm, enterForm, finishForm, leaveForm, moveForm, startForm, talkForm } from '../forms.ts'
import type { ProgrammeHouse } from '../house.ts'
import { EnterPage, PlacePage } from '../pages/place-pages.tsx'
import type { Move, Place, Programme, Stage, Step } from '../programme.ts'
import { entryOf, type Known, movesFor } from '../rules.ts'
import { findPlace, listSteps } from '../store/places.ts'
import { findProgramme, listProgrammes, listStages } from '../store/programmes.ts'
import { en, startTroubles } from '../words.ts'

const personParam = z.object({ personId: idParam<PersonId>() })
const placeParam = z.object({ placeId: idParam<RowId>() })
type PersonVisit = Visit<{ personId: PersonId }, unknown>
type PlaceVisit = Visit<{ placeId: RowId }, unknown>

export function placeRoutes(house: ProgrammeHouse): HouseRoute[] {
  const use = { permission: 'programme.use', params: personParam } as const
  return [
    get('/people/:personId/programmes/new', { ...use, audit: 'programme.form-opened' }, async visit => {
      const frame = await frameFor(house, visit)
      if (!frame) return nothing('unknown', [visit.params.personId])
      const offered = await offeredTo(visit, frame)
      return page(
        entering(
          visit,
          frame,
          offered,
          enterForm(offered.programmes.map(one => one.id)).fill({ agreed: visit.tx.acting.today }),
        ),
        {
          about: [frame.person.id],
        },
      )
    }),
    post('/people/:personId/programmes/new', { ...use, audit: 'programme.entered' }, async visit => {
      const frame = await frameFor(house, visit)
      if (!frame) return nothing('unknown', [visit.params.personId])
      return put(house, visit, frame)
    }),
    get(
      '/programme-places/:placeId',
      { permission: 'programme.see', audit: 'programme.place-viewed', params: placeParam },
      async visit => {
        const place = await findPlace(visit.tx, visit.params.placeId)
        const drawn = place && (await placePage(house, visit, place))
        return place && drawn ? page(drawn, seenOf(place)) : nothing('unknown')
      },
    ),
    step(house, 'start', 'programme.started', (visit, place, now) => {
      const [first] = now.stages
      const read = startForm.read(visit.body)
      if (!read.ok || !first) return { form: read }
      return tried(read, 'started', startPlace(visit.tx, place, first, read.value.started))
    }),
    step(house, 'move', 'programme.moved', (visit, place, now) => {
      const read = moveForm(now.stages.map(one => String(one.position))).read(visit.body)
      if (!read.ok) return { form: read }
      const { stage, moved, reached } = read.value
      const to = now.stages.find(one => String(one.position) === stage)
      if (!to) return { form: addError(read, en.missingStage, 'stage') }
      const how = { on: moved, reached, words: read.value['moved-words'] ?? '' }
      return tried(read, 'moved', moveStage(visit.tx, place, to, now.since, how))
    }),
    step(house, 'finish', 'programme.completed', (visit, place, now) => {
      const read = finishForm.read(visit.body)
      if (!read.ok) return { form: read }
      const how = { on: read.value.finished, reached: null, words: read.value['finish-words'] ?? '' }
      return tried(read, 'finished', finishPlace(visit.tx, place, now.since, how))
    }),
    step(house, 'leave', 'programme.left', (visit, place, now) => {
      const read = leaveForm.read(visit.body)
      if (!read.ok) return { form: read }
      const { value } = read
      const left = { on: value['last-there'], reason: value['leave-reason'], words: value['leave-words'] ?? '' }
      return tried(read, 'last-there', leavePlace(visit.tx, place, now.since, left))
    }),
    step(house, 'not-start', 'programme.not-started', (visit, place) => {
      const read = dropForm.read(visit.body)
      if (!read.ok) return { form: read }
      const dropped = { reason: read.value['drop-reason'], words: read.value['drop-words'] ?? '' }
      return tried(read, 'drop-reason', dropPlace(visit.tx, place, dropped))
    }),
    step(house, 'talk', 'programme.talked', (visit, place) => {
      const read = talkForm.read(visit.body)
      if (!read.ok) return { form: read }
      const talked = { talk: read.value.talk, words: read.value['talk-words'] ?? '' }
      return tried(read, 'talk', talkWithLeaver(visit.tx, place, talked))
    }),
  ]
}

const seenOf = (place: Place) => ({ about: [place.personId], target: place.rowId })

/** The frame of somebody alive of whom the visitor sees where they learn. */
async function frameFor(house: ProgrammeHouse, visit: PersonVisit): Promise<PersonFrame | undefined> {
  const frame = await house.frame(visit, visit.params.personId)
  return frame?.seen.has('learning') && frame.person.diedOn === null ? frame : undefined
}

type Offered = { readonly programmes: readonly Programme[]; readonly runBy: ReadonlyMap<string, string> }

/** Open programmes with a stage; one whose very name tells more only to those who may see that of this young person (K6). */
async function offeredTo({ tx }: PersonVisit, frame: PersonFrame): Promise<Offered> {
  const all = await listProgrammes(tx)
  const staged = new Set(
    (
      await listStages(
        tx,
        all.map(one => one.id),
      )
    ).map(one => one.programmeId),
  )
  const may = ({ discloses }: Programme) =>
    discloses === 0 || fromBits(discloses).every(needed => frame.seen.has(needed))
  const programmes = all.filter(one => one.closedOn === null && staged.has(one.id) && may(one))
  return { programmes, runBy: new Map((await listOrganisations(tx)).map(o => [o.id as string, o.name])) }
}

function entering(visit: PersonVisit, frame: PersonFrame, offered: Offered, form: FormState): Drawn {
  return html(<EnterPage visitor={visit.visitor} frame={frame} form={form} {...offered} />)
}

async function put(house: ProgrammeHouse, visit: PersonVisit, frame: PersonFrame): Promise<Answer> {
  const { tx } = visit
  const { id } = frame.person
  const offered = await offeredTo(visit, frame)
  const read = enterForm(offered.programmes.map(one => one.id)).read(visit.body)
  const shown = (form: FormState) => again(entering(visit, frame, offered, form), { about: [id] })
  if (!read.ok) return shown(read)
  const programme = offered.programmes.find(one => one.id === read.value.programme)
  if (!programme) return shown(addError(read, en.missingProgramme, 'programme'))
  const lead = (await house.leadsOf(tx, [id])).get(id)
  const known: Known = {
    bornOn: frame.person.bornOn,
    hasLead: lead !== undefined,
    ...(await house.readiness(tx, id)),
    ...(frame.seen.has('assessment') ? {} : { assessedOn: undefined }),
    ...(frame.seen.has('plan') ? {} : { hasPlan: undefined }),
  }
  const checked = entryOf(programme, known, read.value.starts, tx.acting.today)
  const { agreed: agreedOn, starts: startsOn } = read.value
  const done = await enter(tx, id, programme, checked, {
    ...{ agreedOn, startsOn, setAside: read.value['set-aside'] ?? '' },
  })
  if (done.ok) return go(`/programme-places/${done.value}`)
  switch (done.why) {
    case 'not-met': {
      const parts = checked.filter(one => one.met !== true).map(one => en.notMetParts[one.check])
      return shown(addError(read, en.notMet(parts.join('; ')), 'set-aside'))
    }
    case 'too-far-ahead':
    case 'too-long-ago':
      return shown(addError(read, startTroubles[done.why], 'starts'))
    case 'agreed-ahead':
      return shown(addError(read, en.agreedAhead, 'agreed'))
    default:
      return shown(
        addError(
          read,
          { already: en.already, 'no-stage': en.noStage, closed: en.programmeClosed }[done.why],
          'programme',
        ),
      )
  }
}

/** What stands as a step is taken: the stages there are, and since when they are at the one they are at. */
type Now = { readonly stages: readonly Stage[]; readonly steps: readonly Step[]; readonly since: Day }

async function nowOf({ tx }: PlaceVisit, place: Place): Promise<Now> {
  const stages = await listStages(tx, [place.programmeId])
  const steps = await listSteps(tx, place.rowId)
  return { stages, steps, since: steps.at(-1)?.startedOn ?? place.startedOn ?? place.startsOn }
}

/** A form to show again, or nothing where the step was taken. */
type Taken = { readonly form: FormState; readonly isRefused?: boolean } | undefined

async function tried<Name extends string>(
  form: FormState<Name>,
  field: NoInfer<Name>,
  outcome: Promise<Result<null, 'stale' | 'in-future' | 'before-last' | 'same'>>,
): Promise<Taken> {
  const done = await outcome
  if (done.ok) return undefined
  if (done.why === 'stale') return { form: addError(form, en.stale), isRefused: true }
  return { form: addError(form, done.why === 'same' ? en.sameStage : en.dayTroubles[done.why], field) }
}

const DONE: Readonly<Record<Move, Place['state']>> = {
  ...{ start: 'on', move: 'on', finish: 'completed', leave: 'left', 'not-start': 'not-started', talk: 'left' },
}

/** A step that is the visitor's: from the version the page showed, and once however often it is sent. */
function step(
  house: ProgrammeHouse,
  move: Move,
  audit: string,
  take: (visit: PlaceVisit, place: Place, now: Now) => Taken | Promise<Taken>,
): HouseRoute {
  return post(
    `/programme-places/:placeId/${move}`,
    { permission: 'programme.use', audit, params: placeParam },
    async visit => {
      const place = await findPlace(visit.tx, visit.params.placeId)
      if (!place || !(await house.frame(visit, place.personId))) return nothing('unknown')
      const here = `/programme-places/${place.rowId}`
      if (place.state === DONE[move] && isNext(visit, place)) return go(here)
      const may = movesFor(place).has(move)
      const taken: Taken =
        isStale(visit, place) || !may
          ? { form: addError(NO_FORM, en.stale), isRefused: true }
          : await take(visit, place, await nowOf(visit, place))
      if (taken === undefined) return go(here)
      const now = (await findPlace(visit.tx, place.rowId)) ?? place
      const drawn = await placePage(house, visit, now, taken.form, move)
      return drawn ? again(drawn, seenOf(place), taken.isRefused ? 409 : 422) : nothing('unknown', [place.personId])
    },
  )
}

async function placePage(
  house: ProgrammeHouse,
  visit: PlaceVisit,
  place: Place,
  form: FormState = NO_FORM,
  typed?: Move,
): Promise<Drawn | undefined> {
  const { tx } = visit
  const frame = await house.frame(visit, place.personId)
  const programme = await findProgramme(tx, place.programmeId)
  if (!frame || !programme) return undefined
  const { role } = actorOfVisit(visit)
  const now = await nowOf(visit, place)
  const stage = now.stages.find(one => one.position === place.position)
  const lead = (await house.leadsOf(tx, [place.personId])).get(place.personId)
  const other = stage?.adviserId == null || stage.adviserId === lead ? undefined : stage.adviserId
  const name = other && (await findNames(tx, [other])).get(other)
  const mayUse = roleMay(role, 'programme.use') && frame.person.diedOn === null
  return html(
    <PlacePage
      visitor={visit.visitor}
      frame={frame}
      place={place}
      programme={programme}
      runBy={(await listOrganisations(tx)).find(o => o.id === programme.organisationId)?.name ?? ''}
      stages={now.stages}
      steps={now.steps}
      moves={mayUse ? movesFor(place) : new Set()}
      stageAdviser={other && name ? { accountId: other, name } : undefined}
      mayHandOver={roleMay(role, 'hand-over.use') && frame.seen.has('sessions')}
      mayTellNeeds={
        place.state === 'waiting' && mayUse && roleMay(role, 'letter.write') && frame.seen.has('assessment')
      }
      mayCorrect={roleMay(role, 'record.correct')}
      today={tx.acting.today}
      form={form}
      typed={typed}
    />,
  )
}
