/** A long list in pages: which rows stand on one, and the way to the others. */
import type { JSX } from 'preact'
import { z } from 'zod'
import { Pagination, type PaginationItem } from '../govuk/pagination.tsx'

/** Rows of a page, where a list says nothing else. */
export const ROWS_A_PAGE = 50

/** The page wanted, as an address says it: the first where it says nothing that is one. */
export const pageQuery = z.coerce.number().int().min(1).max(1000).catch(1).default(1)

export type PageWords = { readonly pages: string; readonly previous: string; readonly next: string }

export type PagePart<Row> = {
  readonly rows: readonly Row[]
  readonly page: number
  readonly pages: number
  /** Of all pages together. */
  readonly total: number
}

/** The rows of one page; past the end, those of the last. */
export function pageOf<Row>(rows: readonly Row[], wanted: number, size = ROWS_A_PAGE): PagePart<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const page = Math.min(Math.max(1, wanted), pages)
  return { rows: rows.slice((page - 1) * size, page * size), page, pages, total: rows.length }
}

/**
 * One page of a list that is not counted, of which one row more than the page has was asked for: that one says whether there is another page.
 */
export function onePage<Row>(found: readonly Row[], page: number, size = ROWS_A_PAGE): PagePart<Row> {
  const rows = found.slice(0, size)
  return { rows, page, pages: found.length > size ? page + 1 : page, total: rows.length }
}

/** The pages a list offers by number: the first, the last, and those beside this one; a gap stands for what is left out. */
export function pagesOffered(page: number, pages: number): (number | 'gap')[] {
  const near = Array.from({ length: pages }, (_, i) => i + 1).filter(
    n => n === 1 || n === pages || Math.abs(n - page) <= 1 || pages <= 7,
  )
  return near.flatMap((n, i) => {
    const before = near[i - 1] ?? 0
    // A gap of one would take as much room as its number.
    if (n - before === 2) return [n - 1, n]
    return n - before > 2 ? ['gap' as const, n] : [n]
  })
}

/** Leads from page to page; nothing where there is one. */
export function ListPages(p: {
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
  readonly words: PageWords
}): JSX.Element | null {
  if (p.pages <= 1) return null
  const items = pagesOffered(p.page, p.pages).map(
    (n): PaginationItem =>
      n === 'gap' ? { ellipsis: true } : { number: String(n), href: p.hrefOf(n), current: n === p.page },
  )
  return (
    <Pagination
      landmarkLabel={p.words.pages}
      previous={p.page > 1 ? { href: p.hrefOf(p.page - 1), children: p.words.previous } : undefined}
      next={p.page < p.pages ? { href: p.hrefOf(p.page + 1), children: p.words.next } : undefined}
      items={items}
    />
  )
}
