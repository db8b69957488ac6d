/** The register of exercises: what can be done together, done by the young person, taken out again. */
import { z } from 'zod'
import type { PersonId, RowId } from '#ground/ids.ts'
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
import { asShown, isNext } from '#web/stale.ts'
import { framed, personParam } from '../framed.ts'
import type { TalkHouse } from '../talks/house.ts'
import { doExercise, putInFile, takeOut } from './actions.ts'
import { exercisesOn } from './bank.ts'
import type { Done, DoneHow, Exercise, FileParts } from './exercise.ts'
import { exerciseForm } from './forms.ts'
import { ExercisePage, ExercisesPage, ThanksPage } from './pages.tsx'
import { findDone, listDoneBy } from './store.ts'
import { en } from './words.ts'

const permission = 'talk.use'
const exerciseParam = personParam.extend({ exercise: z.string().max(40) })
const doneParam = z.object({ doneId: idParam<RowId>() })
const doneQuery = z.object({ done: z.literal('1').optional().catch(undefined) })
type ExerciseVisit = Visit<{ personId: PersonId; exercise: string }, unknown>

export function exerciseRoutes(house: Pick<TalkHouse, 'frame'> & FileParts): HouseRoute[] {
  return [
    get('/people/:personId/exercises', { permission, audit: 'exercise.of-person-viewed', params: personParam }, visit =>
      framed(house, visit, async frame => page(await listPage(visit, frame), { about: [frame.person.id] })),
    ),
    get(
      '/people/:personId/exercises/:exercise',
      { permission, audit: 'exercise.opened', params: exerciseParam, query: doneQuery },
      visit =>
        withExercise(house, visit, async (exercise, frame) => {
          const about = { about: [frame.person.id] }
          if (visit.query.done === '1') return page(html(<ThanksPage visitor={visit.visitor} frame={frame} />), about)
          return page(draw(visit, frame, exercise, exerciseForm(exercise).empty()), about)
        }),
    ),
    post(
      '/people/:personId/exercises/:exercise',
      { permission, audit: 'exercise.done', params: exerciseParam },
      visit =>
        withExercise(house, visit, async (exercise, frame) => {
          const { id } = frame.person
          const read = exerciseForm(exercise).read(visit.body)
          const shown = (form: FormState) => again(draw(visit, frame, exercise, form), { about: [id] })
          if (!read.ok) return shown(read)
          const { 'written-how': how, ...answers } = read.value as Readonly<Record<string, string | null>>
          const done = await doExercise(visit.tx, id, actorOfVisit(visit).accountId, {
            exercise,
            how: how as DoneHow,
            answers: Object.fromEntries(Object.entries(answers).map(([code, words]) => [code, words ?? ''])),
          })
          if (done.ok) return go(`/people/${id}/exercises/${exercise.code}?done=1`)
          if (done.why === 'not-theirs') return nothing('class', [id])
          const told =
            done.why === 'died'
              ? addError(read, en.troubles.died)
              : addError<string>(read, en.nothing, exercise.questions[0]?.code)
          return shown(told)
        }),
    ),
    post('/exercises/:doneId/out', { permission, audit: 'exercise.taken-out', params: doneParam }, visit =>
      withDone(house, visit, async (one, frame) => {
        if (one.state === 'out' && isNext(visit, one)) return go(backTo(one))
        const done = await takeOut(visit.tx, house, asShown(visit, one))
        return done.ok ? go(backTo(one)) : told(visit, frame, done.why)
      }),
    ),
    post('/exercises/:doneId/file', { permission, audit: 'exercise.put-in-file', params: doneParam }, visit =>
      withDone(house, visit, async (one, frame) => {
        if (one.entryId !== null && isNext(visit, one)) return go(backTo(one))
        const done = await putInFile(visit.tx, house, asShown(visit, one), actorOfVisit(visit).accountId)
        return done.ok ? go(backTo(one)) : told(visit, frame, done.why)
      }),
    ),
  ]
}

const backTo = (one: Done) => `/people/${one.personId}/exercises`

/** One that was done, by somebody whose guidance the visitor sees. */
async function withDone(
  house: Pick<TalkHouse, 'frame'>,
  visit: Visit<{ doneId: RowId }, unknown>,
  work: (one: Done, frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const one = await findDone(visit.tx, visit.params.doneId)
  const frame = one && (await house.frame(visit, one.personId))
  return one && frame?.seen.has('guidance') ? work(one, frame) : nothing('unknown')
}

async function told(
  visit: Visit<unknown, unknown>,
  frame: PersonFrame,
  why: 'stale' | 'died' | 'too-long' | 'not-theirs',
): Promise<Answer> {
  const form = addError(NO_FORM, en.troubles[why])
  return again(await listPage(visit, frame, form), { about: [frame.person.id] }, why === 'stale' ? 409 : 422)
}

/** One of the bank of today, with somebody alive. */
function withExercise(
  house: Pick<TalkHouse, 'frame'>,
  visit: ExerciseVisit,
  work: (exercise: Exercise, frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  return framed(house, visit, async frame => {
    const exercise = exercisesOn(visit.tx.acting.today).find(one => one.code === visit.params.exercise)
    if (!exercise) return nothing('no such exercise', [frame.person.id])
    return frame.person.diedOn === null ? work(exercise, frame) : nothing('died', [frame.person.id])
  })
}

function draw(visit: ExerciseVisit, frame: PersonFrame, exercise: Exercise, form: FormState): Drawn {
  return html(<ExercisePage visitor={visit.visitor} frame={frame} exercise={exercise} form={form} />)
}

async function listPage(visit: Visit<unknown, unknown>, frame: PersonFrame, form: FormState = NO_FORM): Promise<Drawn> {
  const { tx } = visit
  const done = await listDoneBy(tx, frame.person.id)
  return html(
    <ExercisesPage
      visitor={visit.visitor}
      frame={frame}
      bank={exercisesOn(tx.acting.today)}
      done={done}
      names={await findNames(tx, [...new Set(done.map(one => one.withId))])}
      mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
      form={form}
    />,
  )
}
