/** The other side of `pdf.ts`: sets one document after another, on a thread of its own. It knows no network, and reads no file but fonts. */
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfDocument } from './document.ts'
import { allFaces, everydayFaces, type Faces } from './fonts.ts'
import type { FromPress, ToPress } from './pdf.ts'
import { TEMPLATE } from './template.ts'
import { pdfWordsIn } from './words.ts'

type Typesetter = { readonly compiler: NodeCompiler; readonly names: readonly string[] }

/** A sign no face of ours has; each of them has this one. */
const NO_SIGN = '\u{fffd}'
/** Controls, and what turns the direction of writing round behind the reader's back: nothing to be seen of either. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/gu

let everyday: Typesetter | undefined
let everything: Typesetter | undefined

parentPort?.on('message', ({ id, document, madeAt }: ToPress) => {
  let answer: FromPress
  try {
    answer = { id, pdf: print(document, madeAt) }
  } catch (trouble) {
    // What the typesetter says may quote what was written: only its kind leaves this thread.
    answer = { id, trouble: trouble instanceof Unprintable ? trouble.kind : 'press' }
  }
  parentPort?.postMessage(answer)
})

class Unprintable extends Error {
  constructor(readonly kind: string) {
    super(kind)
  }
}

/** A face that has nearly everything is asked for only where one of every day lacks a sign; what that lacks too is told of. */
function print(document: PdfDocument, madeAt: number): Uint8Array {
  everyday ??= typesetterOf(everydayFaces())
  const first = set(everyday, document, madeAt)
  if (first.pdf) return first.pdf
  everything ??= typesetterOf(allFaces())
  const second = set(everything, document, madeAt)
  if (second.pdf) return second.pdf
  const third = set(everything, without(document, new Set(second.missing)), madeAt)
  if (third.pdf) return third.pdf
  throw new Unprintable('missing-signs')
}

function typesetterOf({ names, files }: Faces): Typesetter {
  // The folder is one that is not there: there is nothing in it to be read.
  return { compiler: NodeCompiler.create({ workspace: '/nowhere', fontArgs: [{ fontBlobs: files }] }), names }
}

function set(
  { compiler, names }: Typesetter,
  document: PdfDocument,
  madeAt: number,
): { pdf: Uint8Array; missing?: never } | { pdf?: never; missing: string[] } {
  const { page } = pdfWordsIn(document.language)
  const data = { ...document, lang: document.language, page, faces: names }
  const seen = JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(UNSEEN, '') : value,
  )
  try {
    const compiled = compiler.compile({ mainFileContent: TEMPLATE, inputs: { document: seen } })
    if (compiled.result === null) throw new Unprintable('template')
    return { pdf: compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: madeAt }) }
  } catch (trouble) {
    const missing = trouble instanceof Error ? missingIn(trouble.message) : []
    if (missing.length === 0) throw trouble
    return { missing }
  } finally {
    // It remembers what it set, to be quicker next time: what somebody's record says is not to stay in memory.
    compiler.evictCache(0)
  }
}

/** The signs no face had, as the typesetter names them: PDF/UA-1 has no room for an empty box. */
function missingIn(message: string): string[] {
  return [...message.matchAll(/the text `\\"(.+?)\\"` could not be displayed/gs)].flatMap(([, text = '']) =>
    Array.from(
      text.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
    ),
  )
}

function without(document: PdfDocument, missing: ReadonlySet<string>): PdfDocument {
  const told = {
    ...document,
    parts: [...document.parts, { kind: 'text', text: pdfWordsIn(document.language).missing, tone: 'quiet' }],
  }
  return JSON.parse(JSON.stringify(told), (_, value: unknown) =>
    typeof value === 'string' ? Array.from(value, sign => (missing.has(sign) ? NO_SIGN : sign)).join('') : value,
  ) as PdfDocument
}
