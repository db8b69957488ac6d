/** What was done towards a target, as one story. docs/rules/plans.md#what-was-done */
import { dayOf } from '#ground/clock.ts'
import { type Day, isAfter, isBefore } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import type { Ask } from '../asks/ask.ts'
import type { Agreement, Step, Target } from '../plan.ts'
import type { Evidence } from '../progress-file/entry.ts'
import type { Version } from '../versions/store.ts'
import type { ContactBefore, LogContent, LogEntry } from './entry.ts'

/** What is wrong with the day something was done: ahead, or before there was a goal to work towards. */
export function dayTrouble(on: Day, goalSetOn: Day, today: Day): 'ahead' | 'before-goal' | undefined {
  if (isAfter(on, today)) return 'ahead'
  return isBefore(on, goalSetOn) ? 'before-goal' : undefined
}

/** Whether two say the same. */
export function saysTheSame(a: LogContent, b: LogContent): boolean {
  return a.doneOn === b.doneOn && a.doneBy === b.doneBy && a.doerName === b.doerName && a.words === b.words
}

/** What was done last towards a target, of entries that stand newest first. */
export function latestOf(entries: readonly LogEntry[], target: Pick<Target, 'rowId'>): LogEntry | undefined {
  return entries.find(entry => entry.targetId === target.rowId)
}

/** What of a target is said to have changed. Both views of how big a step it is are no part of what was agreed of it. */
const SAID = ['what', 'dueOn', 'owner', 'ownerName', 'support', 'howKnown', 'factor', 'isRestricted'] as const
export type Changed = (typeof SAID)[number]

export function changedIn(before: Target, after: Target): Changed[] {
  return SAID.filter(key => before[key] !== after[key])
}

/** One thing of the story: what somebody wrote down, or what the record knows already. */
export type Line = { readonly on: Day } & (
  | { readonly is: 'done'; readonly entry: LogEntry; readonly before: readonly Version<LogContent>[] }
  | { readonly is: 'set'; readonly by: AccountId | null }
  | { readonly is: 'contact'; readonly contact: ContactBefore }
  | {
      readonly is: 'changed'
      readonly by: AccountId | null
      readonly keys: readonly Changed[]
      readonly before: Target
      readonly after: Target
    }
  | { readonly is: 'own-step'; readonly step: Step; readonly isByLink: boolean }
  | { readonly is: 'answered'; readonly by: AccountId | null; readonly target: Target }
  | { readonly is: 'said'; readonly agreement: Agreement }
  | { readonly is: 'asked' | 'told'; readonly ask: Ask }
  | { readonly is: 'evidence'; readonly evidence: Evidence }
)

export type Known = {
  readonly target: Target
  readonly setBy: AccountId | null
  readonly entries: readonly LogEntry[]
  readonly entriesBefore: readonly Version<LogContent>[]
  /** What the target said before, the oldest first. */
  readonly versions: readonly Version<Target>[]
  readonly contacts: readonly ContactBefore[]
  readonly asks: readonly Ask[]
  readonly agreements: readonly Agreement[]
  readonly evidence: readonly Evidence[]
}

/** All that was done towards a target, newest first. */
export function storyOf(known: Known): Line[] {
  const { target } = known
  const lines: Line[] = [
    { is: 'set', on: target.setOn, by: known.setBy },
    ...known.contacts.map(contact => ({ is: 'contact', on: contact.on, contact }) as const),
    ...known.asks.toReversed().flatMap(asLines),
    ...turnsOf(known),
    ...known.agreements
      .filter(one => one.linkId !== null && isShownIn(one, target.rowId))
      .map(agreement => ({ is: 'said', on: agreement.agreedOn, agreement }) as const),
    ...known.evidence.map(evidence => ({ is: 'evidence', on: evidence.chosenOn, evidence }) as const),
    ...known.entries.toReversed().map(entry => doneLine(entry, known.entriesBefore)),
  ]
  return lines.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).toReversed()
}

function doneLine(entry: LogEntry, all: readonly Version<LogContent>[]): Line {
  return { is: 'done', on: entry.doneOn, entry, before: all.filter(one => one.rowId === entry.rowId) }
}

/** What a partner was asked, and what they said. What was asked no more says nothing of the target. */
function asLines(ask: Ask): Line[] {
  if (ask.state === 'withdrawn') return []
  const told: Line[] = ask.answeredOn === null ? [] : [{ is: 'told', on: ask.answeredOn, ask }]
  return ask.askedAccount === null ? told : [{ is: 'asked', on: ask.askedOn, ask }, ...told]
}

/** What changed from each version to the next that can be seen. */
function turnsOf({ target, versions, agreements }: Known): Line[] {
  const links: readonly (string | null)[] = agreements.map(one => one.linkId)
  return versions.flatMap(({ content, at, by }, i): Line[] => {
    const before = { ...target, ...content }
    const after = { ...target, ...versions[i + 1]?.content }
    const on = dayOf(at)
    const keys = changedIn(before, after)
    const step = after.ownStep
    return [
      ...(keys.length > 0 ? [{ is: 'changed', on, by, keys, before, after } as const] : []),
      ...(before.ownStep !== step && step !== 'not-asked'
        ? [{ is: 'own-step', on, step, isByLink: links.includes(by) } as const]
        : []),
      ...(before.state === 'open' && after.state !== 'open'
        ? [{ is: 'answered', on, by, target: after } as const]
        : []),
    ]
  })
}

function isShownIn(agreement: Agreement, targetId: RowId): boolean {
  return agreement.shown.some(one => one.startsWith(`${targetId}:`))
}
