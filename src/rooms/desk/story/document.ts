/** A timeline as a document: a table for each month, newest first. */
import { dayOf, type Instant, timeOf } from '#ground/clock.ts'
import { formatDay, timelineDay } from '#ground/day.ts'
import type { PdfDocument, PdfLine, PdfPart } from '#web/pdf/document.ts'
import { byMonth, TIMELINE_CONTACTS, type TimelineItem } from '../record.ts'
import type { StoryFilter } from './story.ts'
import { en, partWords, spanWords } from './words.ts'

export type PrintedStory = {
  readonly name: string
  /** What is printed, and how many there are. */
  readonly items: readonly TimelineItem[]
  readonly all: number
  readonly filter: StoryFilter
  readonly names: ReadonlyMap<string, string>
  readonly hasOlder: boolean
  readonly printedBy: string
  readonly at: Instant
}

export function storyDocument(p: PrintedStory): PdfDocument {
  const printedAt = en.at(formatDay(dayOf(p.at)), timeOf(p.at))
  const { length } = p.items
  return {
    language: 'en',
    size: 'plain',
    title: en.title(p.name),
    footer: en.foot(p.printedBy, printedAt),
    parts: [
      { kind: 'note', text: en.warning },
      {
        kind: 'facts',
        facts: [
          { label: en.printedBy, value: p.printedBy },
          { label: en.printedAt, value: printedAt },
          { label: en.whatIsIn, value: en.chosen(partWords[p.filter.show], spanWords[p.filter.months]) },
          { label: en.entries, value: length < p.all ? en.entriesMore(length, p.all) : String(length) },
        ],
      },
      { kind: 'text', tone: 'quiet', text: en.seen },
      ...(p.hasOlder ? [{ kind: 'text', text: en.older(TIMELINE_CONTACTS) } as const] : []),
      ...byMonth(p.items).flatMap((month): PdfPart[] => [
        { kind: 'heading', level: 2, text: month.heading },
        {
          kind: 'table',
          heads: [en.dayHead, en.whatHead],
          rows: month.items.map(item => [[{ text: timelineDay(item.on) }], linesOf(item, p.names)]),
        },
      ]),
    ],
  }
}

function linesOf(item: TimelineItem, names: ReadonlyMap<string, string>): PdfLine[] {
  const by = item.by === null ? undefined : names.get(item.by)
  return [
    { text: item.title, tone: 'strong' },
    ...(item.ownWords === '' ? [] : [{ text: item.ownWords, tone: 'quote' } as const]),
    ...item.text.map(text => ({ text })),
    ...(by === undefined ? [] : [{ text: en.by(by), tone: 'quiet' } as const]),
  ]
}
