/** Columns that tables of standing arrangements share: from when until when, and the button that ends one. */
import { addDays, type Day, isBefore, shortDay } from '#ground/day.ts'
import { PostForm } from '#web/form/fields.tsx'
import type { Column } from './data-table.tsx'

type Period = { readonly startedOn: Day; readonly finishedOn: Day | null }

/** From which day, and until which day with it: a period is kept half-open and shown with its last day. */
export function periodColumns<Row extends Period>(
  today: Day,
  words: {
    readonly since: string
    readonly until: string
    /** What has no end. */
    readonly open: string
    /** What has not begun, where things can be set ahead. */
    readonly ahead?: ((day: string) => string) | undefined
  },
): Column<Row>[] {
  return [
    {
      key: 'since',
      heading: words.since,
      cell: r => {
        const day = shortDay(r.startedOn)
        return words.ahead && isBefore(today, r.startedOn) ? words.ahead(day) : day
      },
      phone: { label: words.since },
    },
    {
      key: 'until',
      heading: words.until,
      cell: r => (r.finishedOn === null ? words.open : shortDay(addDays(r.finishedOn, -1))),
      phone: { label: words.until },
    },
  ]
}

/** A small button in each row; what it is about is said to those who hear the page and not its row. */
export function buttonColumn<Row>(p: {
  readonly word: string
  readonly csrfToken: string
  readonly action: (row: Row) => string
  /** Goes behind the word: ": Dana Example, 3 December". */
  readonly about: (row: Row) => string
}): Column<Row> {
  return {
    key: 'button',
    heading: p.word,
    hidesHeading: true,
    cell: row => (
      <PostForm action={p.action(row)} csrfToken={p.csrfToken}>
        <button class="govuk-button govuk-button--secondary cx-small" type="submit">
          {p.word}
          <span class="govuk-visually-hidden">{p.about(row)}</span>
        </button>
      </PostForm>
    ),
  }
}
