/** What people type, made safe to keep and to show: one place, so that every field treats text alike. */

// Direction overrides and isolates can make a text read as another one; zero-width spaces and byte-order marks hide in
// copied names and break matching; control characters and lone surrogates cannot be stored. Joiners stay: scripts need them.
const UNWANTED =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|\p{Cs}/gu
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029\u000B\u000C]/g

/**
 * One line: control, direction-override and zero-width characters go, every run of white space becomes one space, the
 * ends are trimmed, and composed characters are used (NFC), so that two ways to type "ŵ" are one text.
 */
export function cleanLine(text: string): string {
  return text.replace(UNWANTED, '').replace(LINE_ENDS, ' ').normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Several lines: as `cleanLine`, but line breaks stay, as `\n`, and so does the space within lines. */
export function cleanLines(text: string): string {
  const lines = text.replace(UNWANTED, '').replace(LINE_ENDS, '\n').normalize('NFC').split('\n')
  return lines
    .map(line => line.trimEnd())
    .join('\n')
    .trim()
}

/** A body as frameworks give it, read without trust: a field may be there once, often, as something else or not at all. */
export type Body = Readonly<Record<string, unknown>>

/** The field's text: the first when it came more than once, empty when it is not text. */
export function oneOf(body: Body, name: string): string {
  return allOf(body, name)[0] ?? ''
}

/** Every text that came under the name. */
export function allOf(body: Body, name: string): readonly string[] {
  const given = Object.hasOwn(body, name) ? body[name] : undefined
  if (typeof given === 'string') return [given]
  return Array.isArray(given) ? given.filter(item => typeof item === 'string') : []
}
