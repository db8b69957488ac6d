/** What is done to every cell before anybody looks at it. */

// Control signs except tab and line break, marks without width, and those that turn the writing direction.
const STRAY =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g

const PLAIN = /^[\u0020-\u007e]*$/

/** How many signs a cell carries that no list should have. */
export function signsStripped(value: string): number {
  return PLAIN.test(value) ? 0 : (value.match(STRAY)?.length ?? 0)
}

/** The cell's text: stray signs out, spaces alike, composed letters, trimmed. */
export function cleanCell(value: string): string {
  if (PLAIN.test(value)) return value.trim()
  return value
    .replaceAll(STRAY, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .normalize('NFC')
    .trim()
}

const NOTHING = /^(-+|–|\.|n\/?a|n\.a\.|null|none|nil|unknown|not known|not recorded|#n\/a|tbc)$/i

/** Empty, or one of the ways people write that they do not know. */
export function isNothing(value: string): boolean {
  return value === '' || NOTHING.test(value)
}

/** A formula a spreadsheet would run. `+44 1422 …` and `-` are none. */
export function isFormula(value: string): boolean {
  return /^[=@]/.test(value) || /^[+-].*[A-Za-z(!]/.test(value)
}
