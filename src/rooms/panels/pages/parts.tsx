/** Small parts that several pages of panels draw. */
import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { fromBits } from '#rooms/access/index.ts'
import { DataTable } from '#web/shell/data-table.tsx'
import { DueDay } from '#web/shell/due-day.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { Item, ItemState, Line, Meeting, MeetingState, Named, PanelAction, PanelClass } from '../panel.ts'
import { actionStates, classWords, en, itemStates, meetingStates, views } from '../words.ts'

const MEETING_TONES: Readonly<Record<MeetingState, 'note' | 'good' | 'quiet' | 'care'>> = {
  preparing: 'note',
  sent: 'good',
  closed: 'quiet',
  'called-off': 'care',
}
export function MeetingTag(p: { readonly state: MeetingState }): JSX.Element {
  return <StatusTag kind={MEETING_TONES[p.state]}>{meetingStates[p.state]}</StatusTag>
}

const ITEM_TONES: Readonly<Record<ItemState, 'note' | 'good' | 'quiet' | 'care'>> = {
  on: 'note',
  decided: 'good',
  nothing: 'quiet',
  'put-off': 'care',
  'not-discussed': 'care',
  off: 'quiet',
}
export function ItemTag(p: { readonly state: ItemState }): JSX.Element {
  return <StatusTag kind={ITEM_TONES[p.state]}>{itemStates[p.state]}</StatusTag>
}

/** Day, time and place in a line. */
export function whenOf(meeting: Pick<Meeting, 'onDay' | 'atTime' | 'place'>): string {
  return [formatDay(meeting.onDay), meeting.atTime, meeting.place].join(' · ')
}

export function classList(bits: number): string {
  const names = fromBits(bits).map(name => classWords[name as PanelClass])
  // One list in one sentence: what follows begins small.
  return names.length === 0
    ? en.onlyQuestion
    : names.map((name, i) => (i === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1))).join(', ')
}

/** What was written for the panel, each under the class it is of. */
export function Lines(p: { readonly lines: readonly Line[] }): JSX.Element {
  if (p.lines.length === 0) return <p class="cx-quiet">{en.linesNone}</p>
  return (
    <dl class="cx-facts">
      {p.lines.map(line => (
        <div>
          <dt>{classList(line.classBit)}</dt>
          <dd class="cx-lines">{line.words}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What the young person wants said; or that they do not know (K2). */
export function TheirView(p: { readonly item: Item }): JSX.Element {
  const { item } = p
  if (item.known === null) return <p class="cx-quiet">{en.notAsked}</p>
  if (item.known === 'withheld')
    return (
      <p>
        <StatusTag kind="stop">{en.keptBackTag}</StatusTag> {en.keptBack}
      </p>
    )
  return (
    <>
      <p>
        {item.view === null ? '' : views[item.view]}
        {item.viewWords !== '' && <span class="cx-lines">{`: “${item.viewWords}”`}</span>}
      </p>
      {item.viewAnswer !== '' && (
        <p class="cx-lines">
          {en.viewAnswer}: {item.viewAnswer}
        </p>
      )}
    </>
  )
}

/** Who answers for an action, and who does it where that is another. */
export function ownerOf(action: PanelAction, names: ReadonlyMap<string, string>): string {
  const owner = names.get(action.ownerId) ?? ''
  return action.partner === '' ? owner : en.ownerWith(owner, action.partner)
}

export function ActionState(p: { readonly action: PanelAction; readonly today: Day }): JSX.Element {
  const { action } = p
  if (action.state === 'open') return <DueDay dueOn={action.dueOn} today={p.today} late={en.late} />
  return <StatusTag kind={action.state === 'done' ? 'good' : 'care'}>{actionStates[action.state]}</StatusTag>
}

/** Agreed actions as a table; with whom each is about where they stand together. */
export function ActionTable(p: {
  readonly caption: string
  readonly rows: readonly PanelAction[]
  readonly names: ReadonlyMap<string, string>
  readonly named?: ReadonlyMap<string, Named> | undefined
  readonly today: Day
  /** Without links, for paper. */
  readonly bare?: boolean | undefined
}): JSX.Element {
  const { named } = p
  const what = (one: PanelAction) =>
    p.bare ? (
      one.what
    ) : (
      <a class="govuk-link" href={`/panel-actions/${one.rowId}`}>
        {one.what}
      </a>
    )
  return (
    <DataTable
      caption={p.caption}
      rows={p.rows}
      columns={[
        { key: 'what', heading: en.what, cell: what },
        ...(named
          ? [{ key: 'about', heading: en.about, cell: (one: PanelAction) => named.get(one.personId)?.name ?? '' }]
          : []),
        { key: 'owner', heading: en.owner, cell: one => ownerOf(one, p.names), phone: { label: en.owner } },
        {
          key: 'due',
          heading: en.due,
          tight: true,
          cell: one => <ActionState action={one} today={p.today} />,
          phone: { label: en.due },
        },
      ]}
    />
  )
}
