import { describe, expect, it } from 'vitest'
import { pageOf, pageQuery, pagesOffered } from './list-pages.tsx'

describe('A long list', () => {
  const rows = Array.from({ length: 101 }, (_, i) => i)
  it.each([
    ['the first page', 1, 0, 49, 1],
    ['the last page', 3, 100, 100, 3],
    ['past its end: the last page', 9, 100, 100, 3],
  ])('shows %s', (_words, wanted, first, last, page) => {
    const part = pageOf(rows, wanted)
    expect([part.rows[0], part.rows.at(-1), part.page, part.pages, part.total]).toEqual([first, last, page, 3, 101])
  })

  it('with nobody in it is one page without rows', () => {
    expect(pageOf([], 4)).toEqual({ rows: [], page: 1, pages: 1, total: 0 })
  })

  it.each([
    [1, 3, [1, 2, 3]],
    [4, 7, [1, 2, 3, 4, 5, 6, 7]],
    [1, 30, [1, 2, 'gap', 30]],
    [4, 30, [1, 2, 3, 4, 5, 'gap', 30]],
    [15, 30, [1, 'gap', 14, 15, 16, 'gap', 30]],
    [30, 30, [1, 'gap', 29, 30]],
  ])('on page %i of %i leads to %j', (page, pages, offered) => {
    expect(pagesOffered(page, pages)).toEqual(offered)
  })

  it.each([
    ['2', 2],
    ['0', 1],
    ['-3', 1],
    ['x', 1],
    [undefined, 1],
  ])('takes %j in an address as page %i', (typed, page) => {
    expect(pageQuery.parse(typed)).toBe(page)
  })
})
