/** The register of letters: chosen with the young person, shown, signed, printed. */
import { z } from 'zod'
import type { RowId } from '#ground/ids.ts'
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
import { isWhereaboutsProtected, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError, NO_FORM } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { asShown, isNext } from '#web/stale.ts'
import { framed, personParam } from '../framed.ts'
import type { GuidanceHouse } from '../opportunities/house.ts'
import {
  changeLetter,
  draftLines,
  factsFor,
  signLetter,
  stampOf,
  type WriteTrouble,
  withdrawLetter,
  writeLetter,
} from './actions.ts'
import { filledWith, type LetterValue, letterForm, signForm, withdrawForm } from './forms.ts'
import { type Choices, LETTER_KINDS, LETTER_REASONS, type Letter, type LetterKind, type LetterLine } from './letter.ts'
import { LetterFormPage, LetterPage, LettersPage, PrintPage, type ShownLine } from './pages.tsx'
import { areWordsHidden, classNameOf, isHidden, needsText, partsIn, printTrouble } from './rules.ts'
import { findLetter, listLettersOn } from './store.ts'
import { en, needsWords, signTroubles, writeTroubles } from './words.ts'

const letterParam = z.object({ letterId: idParam<RowId>() })
/** What it is for, where another page leads here. */
const newQuery = z.object({ for: z.enum(LETTER_KINDS).optional().catch(undefined) })
type LetterVisit = Visit<{ letterId: RowId }, unknown>

const FIELD_OF = {
  died: undefined,
  'not-on-record': 'tells',
  'not-for-this': 'reason',
  'how-known': 'known-how',
} as const satisfies Readonly<Record<Exclude<WriteTrouble, 'not-theirs'>, string | undefined>>

export function letterRoutes(house: GuidanceHouse): HouseRoute[] {
  return [
    get(
      '/people/:personId/letters',
      { permission: 'letter.write', audit: 'letter.of-person-viewed', params: personParam },
      visit =>
        framed(house, visit, async frame =>
          page(
            html(
              <LettersPage
                visitor={visit.visitor}
                frame={frame}
                letters={await listLettersOn(visit.tx, frame.person.id)}
                mayWrite={frame.person.diedOn === null}
                isProtected={await isWhereaboutsProtected(visit.tx, frame.person.id)}
                today={visit.tx.acting.today}
              />,
            ),
            { about: [frame.person.id] },
          ),
        ),
    ),
    get(
      '/people/:personId/letters/new',
      { permission: 'letter.write', audit: 'letter.form-opened', params: personParam, query: newQuery },
      visit =>
        framed(house, visit, async frame =>
          frame.person.diedOn === null
            ? page(await formPage(visit, frame, undefined, await begun(house, visit, frame)), {
                about: [frame.person.id],
              })
            : nothing('died', [frame.person.id]),
        ),
    ),
    post(
      '/people/:personId/letters/new',
      { permission: 'letter.write', audit: 'letter.written', params: personParam },
      visit =>
        framed(house, visit, async frame => {
          const { id } = frame.person
          const shown = async (form: FormState) => again(await formPage(visit, frame, undefined, form), { about: [id] })
          const read = letterForm.read(visit.body)
          if (!read.ok) return shown(read)
          const done = await writeLetter(visit.tx, id, actorOfVisit(visit).accountId, choicesOf(read.value))
          if (done.ok) return go(`/letters/${done.value}`)
          if (done.why === 'not-theirs') return nothing('class', [id])
          return shown(addError(read, writeTroubles[done.why], FIELD_OF[done.why]))
        }),
    ),
    get('/letters/:letterId', { permission: 'letter.write', audit: 'letter.viewed', params: letterParam }, visit =>
      withLetter(house, visit, async (letter, frame) =>
        page(await letterPage(visit, letter, frame), { about: [letter.personId], target: letter.rowId }),
      ),
    ),
    get(
      '/letters/:letterId/change',
      { permission: 'letter.write', audit: 'letter.form-opened', params: letterParam },
      visit =>
        withLetter(house, visit, async (letter, frame) =>
          letter.state === 'draft' && frame.person.diedOn === null
            ? page(await formPage(visit, frame, letter, filledWith(letter)), { about: [letter.personId] })
            : go(`/letters/${letter.rowId}`),
        ),
    ),
    post(
      '/letters/:letterId/change',
      { permission: 'letter.write', audit: 'letter.changed', params: letterParam },
      visit => withLetter(house, visit, (letter, frame) => change(visit, letter, frame)),
    ),
    post(
      '/letters/:letterId/sign',
      { permission: 'letter.write', audit: 'letter.signed', params: letterParam },
      visit => withLetter(house, visit, (letter, frame) => sign(visit, letter, frame)),
    ),
    post(
      '/letters/:letterId/withdraw',
      { permission: 'letter.write', audit: 'letter.withdrawn', params: letterParam },
      visit => withLetter(house, visit, (letter, frame) => takeBack(visit, letter, frame)),
    ),
    get(
      '/letters/:letterId/print',
      { permission: 'letter.write', audit: 'letter.printed', params: letterParam },
      visit =>
        withLetter(house, visit, async (letter, frame) => {
          const trouble = await troubleOfPrinting(visit, letter, frame)
          // Whoever may not see a part of it may not hand it over.
          if (trouble !== undefined || letter.lines === null || letter.lines.some(line => isKept(line, frame)))
            return go(`/letters/${letter.rowId}`)
          return page(html(<PrintPage visitor={visit.visitor} letter={letter} lines={letter.lines} />), {
            about: [letter.personId],
            target: letter.rowId,
          })
        }),
    ),
  ]
}

function choicesOf(value: LetterValue): Choices {
  return {
    ...{ kind: value.kind, toWhom: value['to-whom'], tells: value.tells, reason: value.reason },
    ...{ knownHow: value['known-how'] ?? '', words: value.words ?? '' },
  }
}

async function withLetter(
  house: GuidanceHouse,
  visit: LetterVisit,
  work: (letter: Letter, frame: PersonFrame) => Promise<Answer>,
): Promise<Answer> {
  const letter = await findLetter(visit.tx, visit.params.letterId)
  if (!letter) return nothing('unknown')
  const frame = await house.frame(visit, letter.personId)
  return frame ? work(letter, frame) : nothing('unknown', [letter.personId])
}

/** The form as it begins: for a provider with what was agreed last of how they learn, to be changed with them. */
async function begun(
  house: GuidanceHouse,
  visit: Visit<unknown, { for?: LetterKind | undefined }>,
  { person, seen }: PersonFrame,
): Promise<FormState> {
  const kind = visit.query.for
  if (kind === undefined) return letterForm.empty()
  if (kind !== 'learning-needs') return letterForm.fill({ kind })
  const needs = seen.has('assessment') ? await house.learningNeedsOf(visit.tx, person.id) : []
  return letterForm.fill({ kind, words: needsText(needs, needsWords) || null })
}

async function formPage(
  visit: Visit<unknown, unknown>,
  frame: PersonFrame,
  letter: Letter | undefined,
  form: FormState,
): Promise<Drawn> {
  const facts = await factsFor(visit.tx, frame.person.id)
  return html(
    <LetterFormPage
      visitor={visit.visitor}
      frame={frame}
      letter={letter}
      form={form}
      parts={facts === undefined ? [] : partsIn(facts)}
      // What the writer may not know of is not offered (K6).
      kinds={LETTER_KINDS.filter(kind => frame.seen.has(classNameOf({ kind, reason: null })))}
      reasons={LETTER_REASONS.filter(reason => frame.seen.has(classNameOf({ kind: 'bursary', reason })))}
      isProtected={frame.seen.has('contact-details') && (await isWhereaboutsProtected(visit.tx, frame.person.id))}
    />,
  )
}

/** What of a letter a visitor may not see, by what they may see of the record. */
function isKept({ part }: LetterLine, { seen }: PersonFrame): boolean {
  return (part === 'address' && !seen.has('contact-details')) || (part === 'learns' && !seen.has('learning'))
}

async function troubleOfPrinting({ tx }: LetterVisit, letter: Letter, { person }: PersonFrame) {
  const isProtected = await isWhereaboutsProtected(tx, person.id)
  return printTrouble(letter, { hasDied: person.diedOn !== null, isProtected })
}

async function letterPage(
  visit: LetterVisit,
  letter: Letter,
  frame: PersonFrame,
  form: FormState = NO_FORM,
  typed?: 'sign' | 'withdraw',
): Promise<Drawn> {
  const { tx } = visit
  const isProtected = await isWhereaboutsProtected(tx, letter.personId)
  const lines = letter.lines ?? (await draftLines(tx, letter))
  const shown: ShownLine[] = lines.map(line => ({
    text: line.text,
    isHidden: isHidden(line, letter, isProtected) || isKept(line, frame),
  }))
  return html(
    <LetterPage
      visitor={visit.visitor}
      frame={frame}
      letter={letter}
      lines={shown}
      areWordsHidden={areWordsHidden(letter, isProtected)}
      shown={letter.state === 'draft' ? stampOf(lines, letter.toWhom) : ''}
      printTrouble={await troubleOfPrinting(visit, letter, frame)}
      names={await findNames(tx, [letter.writtenBy])}
      hasDied={frame.person.diedOn !== null}
      mayCorrect={roleMay(actorOfVisit(visit).role, 'record.correct')}
      form={form}
      typed={typed}
    />,
  )
}

async function change(visit: LetterVisit, letter: Letter, frame: PersonFrame): Promise<Answer> {
  const about = { about: [letter.personId], target: letter.rowId }
  const read = letterForm.read(visit.body)
  const shown = async (form: FormState, status: 409 | 422) =>
    again(await formPage(visit, frame, letter, form), about, status)
  if (!read.ok) return shown(read, 422)
  const done = await changeLetter(visit.tx, asShown(visit, letter), choicesOf(read.value))
  if (done.ok) return go(`/letters/${letter.rowId}`)
  if (done.why === 'not-theirs') return nothing('class', [letter.personId])
  if (done.why === 'stale') return shown(addError(read, en.stale), 409)
  return shown(addError(read, writeTroubles[done.why], FIELD_OF[done.why]), 422)
}

async function sign(visit: LetterVisit, letter: Letter, frame: PersonFrame): Promise<Answer> {
  const here = `/letters/${letter.rowId}`
  const about = { about: [letter.personId], target: letter.rowId }
  // Pressed twice it is signed once.
  if (letter.state === 'signed' && isNext(visit, letter)) return go(here)
  const read = signForm.read(visit.body)
  const shown = async (form: FormState, status: 409 | 422) => {
    const now = (await findLetter(visit.tx, letter.rowId)) ?? letter
    return again(await letterPage(visit, now, frame, form, 'sign'), about, status)
  }
  if (!read.ok) return shown(read, 422)
  if (!read.value.agreed) return shown(addError(read, en.mustAgree, 'agreed'), 422)
  const by = actorOfVisit(visit).accountId
  const done = await signLetter(visit.tx, asShown(visit, letter), by, read.value.shown)
  if (done.ok) return go(here)
  if (done.why === 'not-theirs') return nothing('class', [letter.personId])
  return shown(addError({ ...read, errors: [] }, signTroubles[done.why]), 409)
}

async function takeBack(visit: LetterVisit, letter: Letter, frame: PersonFrame): Promise<Answer> {
  const here = `/letters/${letter.rowId}`
  if (letter.state === 'withdrawn' && isNext(visit, letter)) return go(here)
  const about = { about: [letter.personId], target: letter.rowId }
  const read = withdrawForm.read(visit.body)
  if (!read.ok) return again(await letterPage(visit, letter, frame, read, 'withdraw'), about)
  const done = await withdrawLetter(visit.tx, asShown(visit, letter), read.value.why)
  if (done.ok) return go(here)
  return again(await letterPage(visit, letter, frame, addError(read, en.stale), 'withdraw'), about, 409)
}
