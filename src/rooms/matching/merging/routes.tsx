/** The register of joining two records and taking them apart. */
import { z } from 'zod'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { formatDay, shortDay } from '#ground/day.ts'
import type { PersonId, RowId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { findNames, get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import {
  characteristicLabel,
  type DetailField,
  detailLabels,
  detailValue,
  type FramePerson,
  findAnyone,
  type PersonFrame,
  readQuery,
  sourceWords,
} from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { type Barred, type Comparison, compare, mayBeOne } from './actions/compare.ts'
import { whereJoined } from './actions/follow.ts'
import { mergePeople } from './actions/merge.ts'
import { findUndoable, type Since, type Undoable, unmergePeople } from './actions/undo.ts'
import { mergeForm, undoForm } from './forms.ts'
import { type AboveWords, keptFromBoth } from './halves.ts'
import type { Both, Choices, Side, Single } from './merge.ts'
import { type Asked, FindOtherPage, MergePage } from './pages/merge-pages.tsx'
import { UndoPage } from './pages/undo-page.tsx'
import { findMerge } from './store/merges.ts'
import { en, reasons, rowKinds } from './words.ts'

export type MergingHouse = {
  readonly frame: FramePerson
  readonly words: AboveWords
  /** Whether somebody said of two records that they are two people (K5). */
  readonly isBarred?: Barred
}

const permission = 'people.merge'
const personParam = z.object({ personId: idParam<PersonId>() })
const pairParam = personParam.extend({ otherId: idParam<PersonId>() })
const mergeParam = z.object({ mergeId: idParam<RowId>() })
/** How many people a search for the other record shows. */
const MOST_FOUND = 10
type PairVisit = Visit<z.infer<typeof pairParam>, unknown>
type UndoVisit = Visit<z.infer<typeof mergeParam>, unknown>

export function mergingRoutes(house: MergingHouse): HouseRoute[] {
  return [
    get(
      '/people/:personId/join',
      {
        permission,
        audit: 'merge.searched',
        params: personParam,
        query: z.object({ q: z.string().max(200).default('') }),
      },
      async visit => {
        const frame = await house.frame(visit, visit.params.personId)
        if (!frame) return nothing('unknown', [visit.params.personId])
        const typed = visit.query.q.trim()
        const found = await othersFor(house, visit.tx, frame.person.id, typed)
        return page(html(<FindOtherPage visitor={visit.visitor} frame={frame} typed={typed} found={found} />), {
          about: [frame.person.id, ...found.map(one => one.id)],
          payload: { typed },
        })
      },
    ),
    get('/people/:personId/merge/:otherId', { permission, audit: 'merge.compared', params: pairParam }, visit =>
      compared(house, visit, async (seen, asked) =>
        page(await mergeHtml(house, visit, seen, asked, fillMerge(seen, asked)), aboutPair(seen)),
      ),
    ),
    post('/people/:personId/merge/:otherId', { permission, audit: 'record.joined', params: pairParam }, visit =>
      compared(house, visit, async (seen, asked) => {
        const read = mergeForm(
          asked.map(one => one.field),
          seen.warnings.length > 0,
        ).read(visit.body)
        if (!read.ok) return again(await mergeHtml(house, visit, seen, asked, read), aboutPair(seen))
        const { reason, despite, stamp, ...rest } = read.value
        const choices = rest as unknown as Choices
        const outcome = await mergePeople(
          visit.tx,
          { ...seen.pair, choices, reason, despite: despite ?? '', stamp },
          house.isBarred,
        )
        if (outcome.ok) return go(`/people/${seen.pair.keep}`)
        if (outcome.why === 'unknown') return joinedAlready(visit)
        const said = outcome.why === 'list-under-way' ? en.listUnderWay : en.stale
        const fresh = { ...read, answers: { ...read.answers, stamp: seen.stamp } }
        return again(await mergeHtml(house, visit, seen, asked, addError(fresh, said)), aboutPair(seen), 409)
      }),
    ),
    get('/matching/merges/:mergeId', { permission, audit: 'merge.undo-opened', params: mergeParam }, visit =>
      withMerge(house, visit, async (undoable, frame) => undoHtml(house, visit, undoable, frame, fillUndo(undoable))),
    ),
    post('/matching/merges/:mergeId', { permission, audit: 'record.parted', params: mergeParam }, visit =>
      withMerge(house, visit, async (undoable, frame) => {
        const read = undoForm(undoable.since.map(s => s.name)).read(visit.body)
        const seen = { about: [undoable.merge.personId], target: undoable.merge.id }
        if (!read.ok) return again(await undoHtml(house, visit, undoable, frame, read), seen)
        const { reason, ...rest } = read.value
        const outcome = await unmergePeople(visit.tx, undoable.merge.id, {
          reason,
          choices: rest as unknown as Readonly<Record<string, 'stays' | 'goes'>>,
        })
        if (outcome.ok) return go(`/people/${outcome.value.keptId}`)
        if (outcome.why === 'unknown') return partedAlready(house, visit)
        const said = outcome.why === 'newer' ? en.undo.newer : en.undo.overlap
        return again(await undoHtml(house, visit, undoable, frame, addError(read, said)), seen, 409)
      }),
    ),
  ]
}

/** People found who may be joined with this one: one behind a barrier is as if it were not there. */
async function othersFor(house: MergingHouse, tx: Tx, personId: PersonId, typed: string) {
  if (typed === '') return []
  const found = (await findAnyone(tx, readQuery(typed))).map(f => f.person).filter(one => one.id !== personId)
  const may = await asHouse(tx, 'may two records be joined', async worker => {
    const ids = new Set<PersonId>()
    for (const one of found.slice(0, MOST_FOUND * 2))
      if (await mayBeOne(worker, { keep: personId, join: one.id }, house.isBarred)) ids.add(one.id)
    return ids
  })
  return found.filter(one => may.has(one.id)).slice(0, MOST_FOUND)
}

async function compared(
  house: MergingHouse,
  visit: PairVisit,
  work: (seen: Comparison, asked: readonly Asked[]) => Promise<Answer>,
): Promise<Answer> {
  const { personId: keep, otherId: join } = visit.params
  const seen = await compare(visit.tx, { keep, join }, house.isBarred)
  return seen ? work(seen, await askedOf(house, visit.tx, seen)) : joinedAlready(visit)
}

/** Sent twice, or gone back to: the two are one by now, for whoever may know it. Anything else is nothing. */
async function joinedAlready(visit: PairVisit): Promise<Answer> {
  const { personId: keep, otherId: join } = visit.params
  if ((await whereJoined(visit.tx, join)) !== keep) return nothing('unknown', [keep, join])
  await record(visit.tx, { action: 'merge.found-done', about: [keep, join] })
  return go(`/people/${keep}`)
}

function aboutPair(seen: Comparison) {
  return { about: [seen.pair.keep, seen.pair.join] }
}

/** What is asked: facts of which both say different things, who leads, and whose activity stands. An objection is not asked about. */
async function askedOf(house: MergingHouse, tx: Tx, seen: Comparison): Promise<Asked[]> {
  const organisations = await namedOrganisations(tx)
  const staff = await findNames(
    tx,
    seen.leads.map(l => l.accountId),
  )
  const sides = { keep: seen.pair.keep, join: seen.pair.join }
  const facts = seen.both
    .filter(b => !b.isSame && b.field !== 'objection')
    .map(
      (b): Asked => ({
        field: b.field,
        label: labelOf(b.field),
        hint: '',
        values: { keep: valueOf(b, 'keep', organisations), join: valueOf(b, 'join', organisations) },
      }),
    )
  const [keepLead, joinLead] = [
    seen.leads.find(l => l.personId === sides.keep),
    seen.leads.find(l => l.personId === sides.join),
  ]
  const led = (lead: typeof keepLead, whose: string) => ({
    says: (lead && staff.get(lead.accountId)) ?? '',
    tells: lead === undefined ? '' : `${whose}. ${en.leadSince(formatDay(lead.startedOn))}`,
  })
  const leads: Asked[] =
    keepLead && joinLead && keepLead.accountId !== joinLead.accountId
      ? [
          {
            field: 'lead',
            label: en.leadAdviser,
            hint: `Whoever is chosen ${en.leadGoesOn}`,
            values: { keep: led(keepLead, en.stays), join: led(joinLead, en.other) },
          },
        ]
      : []
  const does = (side: Side) => {
    const spells = seen.spells.filter(s => s.personId === sides[side])
    const said = spells.map(
      s =>
        `${house.words.activityLabel(s.code)} (${shortDay(s.startedOn)} – ${s.finishedOn === null ? '' : shortDay(s.finishedOn)})`,
    )
    const { proposed, because } = seen.activity ?? {}
    const whose = side === 'keep' ? en.stays : en.other
    return {
      says: said.join('; '),
      tells: proposed === side && because ? `${whose}. ${en.proposed(reasons[because])}` : whose,
    }
  }
  const activity: Asked[] =
    seen.activity === undefined
      ? []
      : [
          {
            field: 'activity',
            label: en.activity,
            hint: en.activityHint,
            values: { keep: does('keep'), join: does('join') },
          },
        ]
  return [...facts, ...leads, ...activity]
}

/** Organisations whose very name tells more are not named here (K6). */
async function namedOrganisations(tx: Tx): Promise<ReadonlyMap<string, string>> {
  return new Map((await listOrganisations(tx)).map(o => [o.id as string, o.discloses === 0 ? o.name : en.another]))
}

function labelOf(field: string): string {
  const labels: Readonly<Record<string, string>> = {
    legal: en.legal,
    preferred: en.preferred,
    address: en.address,
    'safe-contact': en.safe,
  }
  return labels[field] ?? detailLabels[field as DetailField] ?? field
}

function sayOf(single: Single): string {
  if (single.table !== 'person_detail') return single.value
  if (single.field === 'born-on' || single.field === 'died-on') return formatDay(single.value as never)
  return detailValue(single.field as DetailField, single.value)
}

function valueOf(both: Both, side: Side, organisations: ReadonlyMap<string, string>) {
  const single = both[side]
  const who =
    (single.organisationId !== null && single.source !== 'staff'
      ? organisations.get(single.organisationId)
      : undefined) ?? sourceWords[single.source]
  const said = `${side === 'keep' ? en.stays : en.other}: ${en.saidBy(who, formatDay(single.saidOn))}`
  return {
    says: sayOf(single),
    tells: both.proposed === side ? `${said}. ${en.proposed(reasons[both.because])}` : said,
  }
}

function fillMerge(seen: Comparison, asked: readonly Asked[]): FormState {
  const proposed: Record<string, Side> = Object.fromEntries(seen.both.map(b => [b.field, b.proposed]))
  if (seen.activity !== undefined) proposed['activity'] = seen.activity.proposed
  const fields = asked.map(one => one.field)
  // Who leads is a person's decision: nothing is proposed.
  const value = Object.fromEntries(fields.filter(f => f !== 'lead').map(f => [f, proposed[f] ?? 'keep']))
  return mergeForm(fields, seen.warnings.length > 0).fill({ ...value, stamp: seen.stamp })
}

async function mergeHtml(
  house: MergingHouse,
  visit: PairVisit,
  seen: Comparison,
  asked: readonly Asked[],
  form: FormState,
): Promise<Drawn> {
  const { tx } = visit
  const kept = await keptFromBoth(tx, seen, house.words)
  const names = await findNames(tx, seen.losing)
  const organisations = await namedOrganisations(tx)
  const losing = [...new Set(seen.losing.map(id => names.get(id) ?? organisations.get(id) ?? en.another))]
  const same = seen.both.filter(b => b.isSame).map(b => ({ label: labelOf(b.field), says: sayOf(b.keep) }))
  return html(
    <MergePage visitor={visit.visitor} seen={seen} form={form} asked={asked} same={same} kept={kept} losing={losing} />,
  )
}

async function withMerge(
  house: MergingHouse,
  visit: UndoVisit,
  work: (undoable: Undoable, frame: PersonFrame) => Promise<Drawn | Answer>,
): Promise<Answer> {
  const undoable = await findUndoable(visit.tx, visit.params.mergeId)
  const frame = undoable && (await house.frame(visit, undoable.merge.personId))
  if (!undoable || !frame) return partedAlready(house, visit)
  const made = await work(undoable, frame)
  return typeof made === 'object' && 'kind' in made
    ? made
    : page(made, { about: [undoable.merge.personId], target: undoable.merge.id })
}

/** Sent twice, or gone back to: the two are apart by now. */
async function partedAlready(house: MergingHouse, visit: UndoVisit): Promise<Answer> {
  const merge = await findMerge(visit.tx, visit.params.mergeId)
  if (!merge || merge.undoneAt === null || !(await house.frame(visit, merge.keptId))) return nothing('unknown')
  await record(visit.tx, { action: 'merge.found-undone', about: [merge.keptId], target: merge.id })
  return go(`/people/${merge.keptId}`)
}

function fillUndo(undoable: Undoable): FormState {
  const value = Object.fromEntries(undoable.since.map(s => [s.name, s.proposed]))
  return undoForm(undoable.since.map(s => s.name)).fill(value as never)
}

async function undoHtml(
  house: MergingHouse,
  visit: UndoVisit,
  undoable: Undoable,
  frame: PersonFrame,
  form: FormState,
): Promise<Drawn> {
  const { tx } = visit
  const by = undoable.merge.mergedBy
  const names = await findNames(tx, by === null ? [] : [by])
  const says = new Map(undoable.since.map(s => [s.name, wordsOf(house, s)]))
  return html(
    <UndoPage
      visitor={visit.visitor}
      frame={frame}
      undoable={undoable}
      form={form}
      by={(by && names.get(by)) ?? ''}
      says={says}
    />,
  )
}

/** A row in a few words: what kind of thing, what it says, and its day. */
function wordsOf(house: MergingHouse, { row }: Since): string {
  const kind = rowKinds[row.table] ?? row.table
  const label =
    row.table === 'person_detail'
      ? `${detailLabels[row.field as DetailField]}: ${sayOf({ ...row, table: 'person_detail' } as unknown as Single)}`
      : row.table === 'activity_spell'
        ? house.words.activityLabel(row.field)
        : row.table === 'person_characteristic'
          ? characteristicLabel(row.field)
          : row.table === 'person_identifier'
            ? `${row.field.toUpperCase()} ${row.value}`
            : row.value
  return `${kind}, ${label}, ${formatDay(row.on)}`
}
