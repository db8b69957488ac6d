import { type AccountId, isId, type PersonId, type RowId } from '#ground/ids.ts'
import { CLASS_BITS, toBits } from '#rooms/access/index.ts'
import { choice, choices } from '#web/form/choice.ts'
import { allOf, type Body } from '#web/form/clean.ts'
import { day } from '#web/form/day-field.ts'
import type { Field } from '#web/form/field.ts'
import { form } from '#web/form/form.ts'
import { hidden, longText, text } from '#web/form/text.ts'
import { time } from '#web/form/time-field.ts'
import { classNames, lacksCondition } from './classes.ts'
import {
  type Asked,
  BASES,
  CAME,
  type Came,
  type Item,
  KINDS,
  KNOWN,
  OUTCOMES,
  PANEL_CLASSES,
  type Panel,
  type PanelClass,
  type PanelContent,
  REASONS,
  type Seat,
  TELLS,
  VIEWS,
} from './panel.ts'
import { en } from './words.ts'

const optional = (max: number) => ({ optional: true as const, max, tooLong: en.tooLong(max) })
const must = (missing: string, max: number) => ({ missing, max, tooLong: en.tooLong(max) })
const dayWords = { incomplete: () => en.dayIncomplete, wrong: () => en.dayWrong, noSuchDay: en.noSuchDay }

export const panelForm = form(
  {
    id: hidden({ missing: en.missingId }),
    kind: choice(KINDS, { missing: en.missingKind }),
    title: text(must(en.missingTitle, 120)),
    tells: choice(TELLS.map(String), { missing: en.missingTells }),
    purpose: longText(must(en.missingPurpose, 1000)),
    basis: choice(BASES, { missing: en.missingBasis }),
    law: text(must(en.missingLaw, 300)),
    allows: choices(PANEL_CLASSES, { optional: true, notOffered: en.notOffered }),
    condition: text(optional(300)),
  },
  value =>
    lacksCondition({ allows: toBits(value.allows), condition: value.condition ?? '' })
      ? [{ field: 'condition' as const, message: en.missingCondition }]
      : [],
)
type PanelValue = Extract<ReturnType<(typeof panelForm)['read']>, { ok: true }>['value']

export function panelOf(value: PanelValue): PanelContent {
  return {
    ...{ kind: value.kind, title: value.title, discloses: Number(value.tells), purpose: value.purpose },
    ...{ basis: value.basis, law: value.law, condition: value.condition ?? '', allows: toBits(value.allows) },
  }
}

export function fillPanel(panel: Panel) {
  return panelForm.fill({
    ...{ id: panel.rowId, kind: panel.kind, title: panel.title, tells: String(panel.discloses) },
    ...{ purpose: panel.purpose, basis: panel.basis, law: panel.law, condition: panel.condition },
    allows: classNames(panel.allows),
  })
}

export const attenderForm = (memberships: readonly RowId[], allowed: readonly PanelClass[]) =>
  form({
    who: choice(memberships, { missing: en.missingWho }),
    reads: choices(allowed, { optional: true, notOffered: en.notOffered }),
  })
export const takeForm = (accounts: readonly AccountId[]) =>
  form({ account: choice(accounts, { missing: en.missingWho }) })
export const chairForm = (memberships: readonly RowId[]) =>
  form({ chair: choice(memberships, { missing: en.missingChair }) })

export const meetingForm = form({
  id: hidden({ missing: en.missingId }),
  on: day({ missing: en.missingDay, ...dayWords }),
  time: time({ missing: en.missingTime, notATime: en.badTime }),
  place: text(must(en.missingPlace, 200)),
})

export const callOffForm = form({ 'off-why': text(must(en.missingWhy, 500)) })

/** The name of the box of one seat. */
export const cameBox = (accountId: AccountId) => `came-${accountId}`

export function cameForm(seats: readonly Seat[]) {
  const fields: Record<string, Field<string | null>> = {
    also: text(optional(300)),
    notes: longText(optional(4000)),
  }
  for (const { accountId } of seats)
    fields[cameBox(accountId)] = choice(CAME, { optional: true, notOffered: en.notOffered })
  return form(fields)
}

export function cameOf(value: Readonly<Record<string, string | null>>, seats: readonly Seat[]) {
  return {
    came: new Map(seats.map(one => [one.accountId, (value[cameBox(one.accountId)] ?? null) as Came | null])),
    alsoThere: value['also'] ?? '',
    notes: value['notes'] ?? '',
  }
}

/** Ids of people a body names: whether the actor may know them is for the action. */
export function peopleNamed(body: Body): PersonId[] {
  return [...new Set(allOf(body, 'who').filter(isId))] as PersonId[]
}

export const pickForm = (people: readonly PersonId[]) =>
  form({
    who: choices(people, { missing: en.missingPeople }),
    question: text(optional(500)),
  })

export const bringForm = (meetings: readonly RowId[]) =>
  form({
    meeting: choice(meetings, { missing: en.missingMeeting }),
    reason: choice(REASONS, { missing: en.missingReason }),
    question: text(must(en.missingQuestion, 500)),
  })

/** The name of the box of one class. */
export const lineBox = (name: PanelClass) => `line-${name}`

export function prepareForm(classes: readonly PanelClass[]) {
  const lines: Record<string, Field<string | null>> = {}
  for (const name of classes) lines[lineBox(name)] = longText(optional(600))
  return form({
    question: text(must(en.missingQuestion, 500)),
    'named-why': text(optional(300)),
    known: choice(KNOWN, { optional: true, notOffered: en.notOffered }),
    view: choice(VIEWS, { optional: true, notOffered: en.notOffered }),
    'view-words': longText(optional(1000)),
    'view-answer': longText(optional(1000)),
    'withheld-why': text(optional(500)),
    'withheld-review': day({ optional: true, ...dayWords }),
    ...lines,
  })
}
type PrepareForm = ReturnType<typeof prepareForm>
type PrepareValue = Extract<ReturnType<PrepareForm['read']>, { ok: true }>['value']

export function askedOf(value: PrepareValue): Asked {
  return {
    ...{ known: value.known, view: value.view, viewWords: value['view-words'] ?? '' },
    ...{ viewAnswer: value['view-answer'] ?? '', withheldWhy: value['withheld-why'] ?? '' },
    withheldReviewOn: value['withheld-review'],
  }
}

export function linesOf(
  value: Readonly<Record<string, unknown>>,
  classes: readonly PanelClass[],
): ReadonlyMap<number, string> {
  const wordsOf = (name: PanelClass) => {
    const words = value[lineBox(name)]
    return typeof words === 'string' ? words : ''
  }
  return new Map(classes.map(name => [CLASS_BITS[name], wordsOf(name)]))
}

export function fillPrepared(
  made: PrepareForm,
  item: Item,
  lines: ReadonlyMap<number, string>,
  classes: readonly PanelClass[],
) {
  return made.fill({
    ...{ question: item.question, 'named-why': item.namedWhy, known: item.known, view: item.view },
    ...{ 'view-words': item.viewWords, 'view-answer': item.viewAnswer, 'withheld-why': item.withheldWhy },
    'withheld-review': item.withheldReviewOn,
    ...Object.fromEntries(classes.map(name => [lineBox(name), lines.get(CLASS_BITS[name]) ?? ''])),
  })
}

export const takeOffForm = form({ 'item-off-why': text(must(en.missingWhy, 500)) })

export const outcomeForm = form(
  {
    outcome: choice(OUTCOMES, { missing: en.missingOutcome }),
    'outcome-words': longText(optional(2000)),
  },
  value =>
    value.outcome === 'decided' && value['outcome-words'] === null
      ? [{ field: 'outcome-words' as const, message: en.missingDecision }]
      : [],
)

export const actionForm = (owners: readonly AccountId[]) =>
  form({
    what: text(must(en.missingWhat, 500)),
    owner: choice(owners, { missing: en.missingOwner }),
    partner: text(optional(120)),
    due: day({ missing: en.missingDue, ...dayWords }),
  })

export const overForm = form(
  {
    over: choice(['done', 'not-done'] as const, { missing: en.missingOver }),
    'over-words': longText(optional(1000)),
  },
  value =>
    value.over === 'not-done' && value['over-words'] === null
      ? [{ field: 'over-words' as const, message: en.missingNotWhy }]
      : [],
)
