/** The faces documents are set in. All come with the packages: nothing of the machine is asked, so a document looks the same everywhere. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'

const FACES = {
  'Atkinson Hyperlegible Next': 'atkinson-hyperlegible-next/#/AtkinsonHyperlegibleNext_#.ttf',
  // Cyrillic, Greek, Devanagari, Vietnamese.
  'Noto Sans': 'noto-sans/#/NotoSans_#.ttf',
  'Noto Sans Arabic': 'noto-sans-arabic/#/NotoSansArabic_#.ttf',
  'Noto Sans Hebrew': 'noto-sans-hebrew/#/NotoSansHebrew_#.ttf',
} as const
const WEIGHTS = ['400Regular', '700Bold']

/** What is asked for only where those lack a sign. */
const MORE = {
  'Noto Sans Bengali': 'noto-sans-bengali/#/NotoSansBengali_#.ttf',
  'Noto Sans Gurmukhi': 'noto-sans-gurmukhi/#/NotoSansGurmukhi_#.ttf',
  'Noto Sans Gujarati': 'noto-sans-gujarati/#/NotoSansGujarati_#.ttf',
  'Noto Sans Tamil': 'noto-sans-tamil/#/NotoSansTamil_#.ttf',
  'Noto Sans Ethiopic': 'noto-sans-ethiopic/#/NotoSansEthiopic_#.ttf',
} as const
/** What has a sign for nearly everything there is, coarse as it is: Chinese, Georgian, pictures. The last to be asked. */
const LAST_RESORT = { name: 'UnifontExMono', file: '@fontsource/unifontex/files/unifontex-latin-400-normal.woff' }

export type Faces = { readonly names: readonly string[]; readonly files: Buffer[] }

/** The faces every document is set in, in the order in which they are asked for a sign. */
export function everydayFaces(): Faces {
  return facesOf(FACES)
}

/** The same, and behind them one for each writing that is less often met, and the one for nearly everything (14 MB in memory). */
export function allFaces(): Faces {
  const { names, files } = facesOf({ ...FACES, ...MORE })
  return { names: [...names, LAST_RESORT.name], files: [...files, unpack(read(LAST_RESORT.file))] }
}

function facesOf(faces: Readonly<Record<string, string>>): Faces {
  const files = Object.values(faces).flatMap(file =>
    WEIGHTS.map(weight => read(`@expo-google-fonts/${file.replaceAll('#', weight)}`)),
  )
  return { names: Object.keys(faces), files }
}

function read(path: string): Buffer {
  return readFileSync(createRequire(import.meta.url).resolve(path))
}

/**
 * Takes a font out of its WOFF wrapper (W3C WOFF 1.0, section 3: a header of 44 bytes, then 20 for each table), as the typesetter
 * reads TrueType only.
 */
export function unpack(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, i) => {
    const entry = 44 + i * 20
    const [offset, packed, length] = [4, 8, 12].map(at => woff.readUInt32BE(entry + at)) as [number, number, number]
    const raw = woff.subarray(offset, offset + packed)
    return { entry, data: packed < length ? inflateSync(raw) : raw }
  })
  const head = Buffer.alloc(12 + 16 * count)
  const power = 2 ** Math.floor(Math.log2(count))
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((count - power) * 16, 10)
  const parts = [head]
  let at = head.length
  for (const [i, { entry, data }] of tables.entries()) {
    const line = 12 + i * 16
    woff.copy(head, line, entry, entry + 4)
    woff.copy(head, line + 4, entry + 16, entry + 20)
    head.writeUInt32BE(at, line + 8)
    head.writeUInt32BE(data.length, line + 12)
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4)
    data.copy(padded)
    parts.push(padded)
    at += padded.length
  }
  return Buffer.concat(parts)
}
