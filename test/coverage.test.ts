/** docs/coverage.md claims only what a test proves: each line names a file that is there and a title in it that is run. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const HEAD = ['row', 'what', 'where', 'test file', 'test title']
/** Rows of the inventory: 299 of the report, 14 of today's practice. */
const LAST_ROW = 313

type Line = {
  readonly row: string
  readonly what: string
  readonly where: string
  readonly file: string
  readonly title: string
}

const lines = readCoverage(readFileSync(join(ROOT, 'docs/coverage.md'), 'utf8'))

describe('What is claimed to work', () => {
  it('is a table that can be read, of rows that exist', () => {
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      expect(line.row).toMatch(/^[1-9]\d{0,2}$/)
      expect(Number(line.row)).toBeLessThanOrEqual(LAST_ROW)
      for (const cell of [line.what, line.where, line.title]) expect(cell, line.row).not.toBe('')
    }
  })

  it('is in the order of the rows, and says nothing twice', () => {
    const rows = lines.map(line => Number(line.row))
    expect(rows).toEqual(rows.toSorted((a, b) => a - b))
    const said = lines.map(line => `${line.row} ${line.file} ${line.title}`)
    expect(said).toEqual([...new Set(said)])
  })

  it.each(lines)('row $row: $title', ({ file, title }) => {
    expect(troubleWith(file, title)).toBeUndefined()
  })
})

describe('The check', () => {
  it('sees a file that is not there, a title that is not in it, and a test that is not run', () => {
    expect(troubleWith('test/nowhere.test.ts', 'x')).toMatch(/no such file/)
    expect(troubleWith('README.md', 'x')).toMatch(/no file of tests/)
    expect(troubleWith('test/house-rules.test.ts', 'a title that nobody wrote')).toMatch(/no test/)
    expect(isRun(`it('holds', () => {})`)).toBe(true)
    for (const word of ['skip', 'todo', 'only', 'skipIf(true)', 'runIf(false)', 'fails'])
      expect(isRun(`it.${word}('holds', () => {})`), word).toBe(false)
    expect(isRun(`describe.concurrent.skip('holds', () => {})`)).toBe(false)
    expect(isRun(`test(x => x.skip())`)).toBe(false)
  })
})

/** Why a line does not hold, or undefined. */
function troubleWith(file: string, title: string): string | undefined {
  if (!/^(src|test)\/.+\.(test\.tsx?|journey\.ts)$/.test(file)) return `${file} is no file of tests`
  if (!existsSync(join(ROOT, file))) return `no such file: ${file}`
  const text = readFileSync(join(ROOT, file), 'utf8')
  if (!holdsTitle(text, title)) return `no test "${title}" in ${file}`
  return isRun(text) ? undefined : `${file} has a test that is not run`
}

/** Titles stand in quotes as they are written, those of tables of cases in their rows. */
function holdsTitle(text: string, title: string): boolean {
  return ["'", '"', '`'].some(quote => text.includes(quote + title + quote))
}

/** False when a test of the text is left out, or others because of it. */
function isRun(text: string): boolean {
  return !/\b(it|test|describe|journey|suite)(\.\w+(\([^)]*\))?)*\.(skip|todo|only|skipIf|runIf|fails)\b|\b\w+\.skip\(/.test(
    text,
  )
}

function readCoverage(text: string): Line[] {
  const all = text.split('\n').map(cellsOf)
  const head = all.findIndex(cells => cells.join('|') === HEAD.join('|'))
  if (head < 0) throw new Error(`docs/coverage.md has no table with the columns ${HEAD.join(', ')}`)
  const rest = all.slice(head + 2)
  const end = rest.findIndex(cells => cells.length === 0)
  return (end < 0 ? rest : rest.slice(0, end)).map(cells => {
    const [row = '', what = '', where = '', file = '', title = ''] = cells
    if (cells.length !== HEAD.length)
      throw new Error(`docs/coverage.md: a line of ${cells.length} cells: ${cells.join(' | ')}`)
    return { row, what, where, file, title }
  })
}

/** The cells of a line of a table; none where it is no line of one. */
function cellsOf(line: string): string[] {
  if (!line.startsWith('|')) return []
  return line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim())
}
