/**
 * Two sides beside each other, line by line, with what each line adds. Only what its reader may see is compared: of a line of
 * which they see one side or neither, the weight is left out too, for it would tell what the other side says (K4).
 */
import { LINES, type LineName } from '../weighing/known.ts'
import type { WeighedLine } from '../weighing/weigh.ts'

/** A row of a list or a record, as its reader may see it. */
export type SideShown = {
  readonly title: string
  readonly says: string
  readonly href: string | null
  /** What stands on each line, the current value first; a number as it may be shown. */
  readonly values: Readonly<Partial<Record<LineName, readonly string[]>>>
  /** What is not weighed, but helps to decide. */
  readonly context: Readonly<Record<string, string>>
}

export type ComparedLine = {
  readonly line: LineName
  readonly left: readonly string[]
  readonly right: readonly string[]
  /** How they compare: a level's name; null when one of the two says nothing. */
  readonly level: string | null
  readonly bits: number
}

export type Compared = {
  readonly lines: readonly ComparedLine[]
  /** In bits: where the scale begins before anything is compared, and where it ends. */
  readonly start: number
  readonly end: number
}

/** In bits: where the scale begins for whoever does not see all of it. */
const MASKED_START = -15

/** Compares what may be seen. @param bits the whole weight, with its prior */
export function compareSides(
  left: SideShown,
  right: SideShown,
  weighed: { readonly bits: number; readonly lines: readonly WeighedLine[] },
): Compared {
  const known = new Map(weighed.lines.map(l => [l.line, l]))
  const lines = LINES.flatMap(({ name }): ComparedLine[] => {
    const [mine, theirs] = [left.values[name] ?? [], right.values[name] ?? []]
    if (mine.length === 0 && theirs.length === 0) return []
    const own = mine.length > 0 && theirs.length > 0 ? known.get(name) : undefined
    const turned = name === 'given' && known.get('order')?.level === 'turned' ? (known.get('order')?.bits ?? 0) : 0
    return [
      {
        line: name,
        left: mine,
        right: theirs,
        level: own?.level ?? null,
        bits: own === undefined ? 0 : own.bits + turned,
      },
    ]
  })
  const sum = (of: readonly { readonly bits: number }[]) => of.reduce((all, l) => all + l.bits, 0)
  const isWhole = weighed.lines.every(
    l => l.line === 'order' || lines.some(own => own.line === l.line && own.level !== null),
  )
  // Where something is left out, the beginning is the same for everybody: what two have in common moves it as well.
  const start = isWhole ? weighed.bits - sum(weighed.lines) : MASKED_START
  return { lines, start, end: start + sum(lines) }
}

/** Whether a line's values are to be marked: they were compared, and are not the same. */
export function differs({ level }: ComparedLine): boolean {
  return level !== null && level !== 'same'
}
