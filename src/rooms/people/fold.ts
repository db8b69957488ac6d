/**
 * Folding: how text is made alike before it is compared, sorted or searched. Done here and kept in columns, because the
 * database runs in the C locale (DESIGN section 3): "Siân" must find "Sian" on every engine alike.
 */
import { doubleMetaphone } from 'double-metaphone'

// Letters that do not come apart under NFD.
const WHOLE: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
}

/** What is folded already: most of what is read from a column of keys. */
const FOLDED = /^[a-z0-9]+( [a-z0-9]+)*$/

/** Lower case, no accents, apostrophes gone, hyphens and other signs to one space: `O’Brien-Siân` gives `obrien sian`. */
export function fold(text: string): string {
  if (FOLDED.test(text)) return text
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[łøđðþæœßı]/g, letter => WHOLE[letter] ?? letter)
    .replaceAll(/['’‘`´]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What a list sorts by: family name first. */
export function sortKey(given: string, family: string): string {
  return `${fold(family)} ${fold(given)}`.trim()
}

/** How the words of a name sound (both codes of double metaphone), each once, without empties. */
export function soundsOf(...names: readonly string[]): string[] {
  const words = names.flatMap(name => fold(name).split(' ')).filter(word => word.length > 1)
  return [...new Set(words.flatMap(word => doubleMetaphone(word)))].filter(code => code !== '')
}

/**
 * A postcode in its usual form (`HX1 1AA`), or undefined when it cannot be one (BS 7666 shape). Small letters and
 * missing or extra spaces do not matter. ZZ99 codes of health data mean "no fixed abode": they are no place.
 */
export function toPostcode(typed: string): string | undefined {
  const bare = typed.toUpperCase().replaceAll(/[\s.-]/g, '')
  if (bare.length < 5 || bare.length > 7 || bare.startsWith('ZZ99')) return undefined
  const spaced = `${bare.slice(0, -3)} ${bare.slice(-3)}`
  return POSTCODE.test(spaced) ? spaced : undefined
}

const POSTCODE =
  /^(GIR 0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9ABEHMNPRV-Y])?|[0-9][A-HJKPS-UW]) [0-9][ABD-HJLNP-UW-Z]{2})$/
