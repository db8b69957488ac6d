/** The first line of a list, read ahead to see what parts its columns. */
import { ListRefused } from './refusal.ts'

export type Delimiter = ',' | ';' | '\t' | '|'

export type FirstLine = {
  readonly line: string
  /** Everything from that line on. */
  readonly rest: AsyncIterable<string>
  /** Lines a spreadsheet shows above it: empty ones, and the `sep=;` line Excel writes for itself. */
  readonly linesBefore: number
  /** What a `sep=` line said. */
  readonly delimiter?: Delimiter
}

/** Reads ahead to the end of the first line that says anything. */
export async function readFirstLine(text: AsyncIterable<string>, most: number): Promise<FirstLine> {
  const source = text[Symbol.asyncIterator]()
  let ahead = ''
  let linesBefore = 0
  let delimiter: Delimiter | undefined
  let ended = false
  for (;;) {
    const end = endOfLine(ahead)
    if (end === undefined && !ended) {
      if (ahead.length > most) {
        await source.return?.()
        throw new ListRefused('line-too-long', String(linesBefore + 1))
      }
      const next = await source.next()
      if (next.done === true) ended = true
      else ahead += next.value
      continue
    }
    const line = ahead.slice(0, end?.at ?? ahead.length)
    const separator = /^sep=([,;\t|])$/i.exec(line)
    if (separator === null && line.trim() !== '')
      return { line, rest: readOn(ahead, source), linesBefore, ...(delimiter === undefined ? {} : { delimiter }) }
    if (end === undefined) throw new ListRefused('empty-file')
    if (separator !== null) delimiter = separator[1] as Delimiter
    ahead = ahead.slice(end.next)
    linesBefore++
  }
}

/** Where the first line ends: line breaks inside quotes are part of a cell. */
function endOfLine(text: string): { at: number; next: number } | undefined {
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (sign === '"' && (quoted || i === 0 || ',;\t|'.includes(text[i - 1] ?? ''))) quoted = !quoted
    else if (!quoted && sign === '\n') return { at: i, next: i + 1 }
    else if (!quoted && sign === '\r' && i + 1 < text.length)
      return { at: i, next: text[i + 1] === '\n' ? i + 2 : i + 1 }
  }
  return undefined
}

/** A tab is never part of a header's words; of the rest, the one met most. */
export function guessDelimiter(line: string): Delimiter {
  const bare = line.replaceAll(/"[^"]*"/g, '')
  const count = (sign: string) => bare.split(sign).length - 1
  if (count('\t') > 0) return '\t'
  const [best] = ([',', ';', '|'] as const).toSorted((a, b) => count(b) - count(a))
  return best !== undefined && count(best) > 0 ? best : ','
}

/** What was read ahead, and then what comes after it. */
export async function* readOn(ahead: string, source: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield ahead
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value
  } finally {
    await source.return?.()
  }
}
