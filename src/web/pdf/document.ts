/** A document to be printed, as plain data: what it says and in which order, never how it looks. */
import type { Language } from '../language.ts'

/** `large`: for whom it is read out or handed over, 16 pt. `plain`: for staff, 12 pt. */
export type PdfSize = 'large' | 'plain'

/** A line of a paragraph, an item or a cell. `quote` stands for their own words; `quiet` is said beside. */
export type PdfLine = { readonly text: string; readonly tone?: 'strong' | 'quote' | 'quiet' }

/** A step of a numbered list: what it is, and what is said of it. */
export type PdfItem = { readonly title: string; readonly lines: readonly string[] }

export type PdfPart =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | ({ readonly kind: 'text' } & PdfLine)
  /** Something to read before all else; a rule stands at its left. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'steps'; readonly items: readonly PdfItem[] }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  /** Every row has as many cells as there are heads; the first column is narrow: it holds a day. */
  | {
      readonly kind: 'table'
      readonly heads: readonly string[]
      readonly rows: readonly (readonly (readonly PdfLine[])[])[]
    }

export type PdfDocument = {
  readonly language: Language
  readonly size: PdfSize
  /** Of the document and over its first page. It shows in the reader's window too. */
  readonly title: string
  readonly parts: readonly PdfPart[]
  /** At the foot of each page, beside the number of the page. */
  readonly footer: string
}
