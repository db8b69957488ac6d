/** Text between two tags: what it says, and what of it XML does not allow. */
import { XmlBroken, type XmlCause } from './xml-trouble.ts'

const FIVE: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
const ENTITY = /&(?:#(\d{1,8})|#x([0-9A-Fa-f]{1,7})|([A-Za-z_:][A-Za-z0-9_:.-]{0,60}));|&/g
const [LF, CR, BRACKET] = [10, 13, 93] as const

/**
 * Raw text as it is meant. `line` is where it begins.
 * @throws XmlBroken `ampersand` for one that is not written as `&amp;`, `entity` for one nobody knows, `bad-sign` for a sign XML has not,
 *   `bad-text` for `]]>`
 */
export function textOf(raw: string, line: number): string {
  let lines = 0
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at)
    if (code === LF) lines++
    else if ((code < 32 && code !== 9 && code !== CR) || code >= 0xfffe) throw new XmlBroken('bad-sign', line + lines)
    else if (code === BRACKET && raw.startsWith(']]>', at)) throw new XmlBroken('bad-text', line + lines)
  }
  return decoded(raw, line)
}

function decoded(raw: string, line: number): string {
  const text = raw.replaceAll(/\r\n?/g, '\n')
  return text.replaceAll(ENTITY, (whole: string, decimal?: string, hex?: string, name?: string, at = 0) => {
    const broken = (cause: XmlCause, detail = '') =>
      new XmlBroken(cause, line + (text.slice(0, at).match(/\n/g)?.length ?? 0), detail)
    if (whole === '&') throw broken('ampersand')
    if (name !== undefined) {
      const sign = FIVE.get(name)
      if (sign === undefined) throw broken('entity', name.slice(0, 40))
      return sign
    }
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    if (!isSign(code)) throw broken('bad-sign')
    return String.fromCodePoint(code)
  })
}

/** Whether XML 1.0 has a sign. */
export function isSign(code: number): boolean {
  return (
    code === 9 ||
    code === LF ||
    code === CR ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  )
}

/** Without the spaces of XML at its ends. */
export function trimmed(value: string): string {
  let from = 0
  let to = value.length
  while (from < to && isBlank(value.charCodeAt(from))) from++
  while (to > from && isBlank(value.charCodeAt(to - 1))) to--
  return from === 0 && to === value.length ? value : value.slice(from, to)
}

function isBlank(code: number): boolean {
  return code === 32 || (code <= CR && (code === 9 || code === LF || code === CR))
}
