/** Guards the house. Each rule prints the sentence it defends. When it stops you, think first; then change the rule with a decision. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, it } from 'vitest'
import { FLOORS } from './support/floors.ts'
import { unusedWords } from './support/unused-words.ts'

const ROOT = resolve(import.meta.dirname, '..')
const SRC = join(ROOT, 'src')
const ROOM_FILES =
  /^(README\.md|index\.ts|rules\.ts|access\.ts|store\.ts|actions\.ts|forms\.ts|routes\.tsx|words\.ts|examples\.ts)$/

type Source = { readonly path: string; readonly text: string; readonly imports: readonly Import[] }
type Import = { readonly from: string; readonly typeOnly: boolean; readonly target: string | undefined }

const sources = walk(SRC)
  .filter(path => /\.(ts|tsx)$/.test(path))
  .map(readSource)
const production = sources.filter(s => !/\.test\.tsx?$/.test(s.path) && !s.path.endsWith('examples.ts'))

describe('House rules', () => {
  rule('A rule file is pure: it imports types, ground, and its own nouns, nothing else.', () =>
    production
      .filter(s => /\/(rules|access)\.ts$|\/rules\//.test(s.path) && s.path.startsWith('src/rooms/'))
      .flatMap(s =>
        s.imports
          .filter(i => !i.typeOnly && i.from !== 'node:crypto')
          .filter(i => !(i.target?.startsWith('src/ground/') && !i.target.startsWith('src/ground/database/')))
          .filter(
            i =>
              !(
                i.target !== undefined &&
                roomOf(i.target) === roomOf(s.path) &&
                !/\/(store|actions|routes|forms|pages)(\/|\.tsx?$)/.test(i.target)
              ),
          )
          .map(i => `${s.path} imports ${i.from}`),
      ),
  )

  rule('SQL is spoken in stores, migrations and ground/database only.', () =>
    production
      .filter(
        s =>
          !/\/store(\.ts$|\/)/.test(s.path) &&
          !s.path.startsWith('src/ground/database/') &&
          !s.path.startsWith('src/ground/jobs/'),
      )
      .flatMap(s =>
        s.imports
          .filter(i => !i.typeOnly && (i.from === 'kysely' || i.from === 'pg'))
          .map(i => `${s.path} imports ${i.from}`),
      ),
  )

  rule('A room is entered by its door (index.ts), and only downstairs.', () =>
    sources.flatMap(s =>
      s.imports.flatMap(i => {
        const from = roomOf(s.path)
        const to = i.target === undefined ? undefined : roomOf(i.target)
        if (to === undefined || to === from) return []
        if (from === undefined)
          return /^src\/(house|main|acting|sealing|role-grants|take-in|background|clockwork|metrics|commands|demo|bench)/.test(
            s.path,
          ) || /\.test\.tsx?$/.test(s.path)
            ? []
            : [`${s.path} enters ${to}`]
        const upstairs = floorOf(to) >= floorOf(from)
        const pastDoor =
          !i.target?.endsWith(`/${to}/index.ts`) && !s.path.includes('.test.') && !i.target?.endsWith('/examples.ts')
        return [
          ...(upstairs ? [`${s.path} goes up or across to ${to}`] : []),
          ...(pastDoor ? [`${s.path} goes past the door of ${to}: ${i.from}`] : []),
        ]
      }),
    ),
  )

  rule('Ground and web know no room; web/govuk knows nothing of ours; ground knows no web.', () =>
    sources.flatMap(s =>
      s.imports
        .filter(i => i.target !== undefined)
        .filter(
          i =>
            (s.path.startsWith('src/ground/') && !i.target?.startsWith('src/ground/')) ||
            (s.path.startsWith('src/web/') && !/^src\/(ground|web)\//.test(i.target ?? '')) ||
            (s.path.startsWith('src/web/govuk/') && !i.target?.startsWith('src/web/govuk/')),
        )
        .filter(i => !i.target?.startsWith('test/'))
        .map(i => `${s.path} imports ${i.from}`),
    ),
  )

  rule('Time is read in ground/clock.ts only.', () =>
    production
      .filter(s => s.path !== 'src/ground/clock.ts' && !/\/browser\//.test(s.path))
      .flatMap(s => [...s.text.matchAll(/\bDate\.now\b|new Date\(\)/g)].map(m => `${s.path}: ${m[0]}`)),
  )

  rule('Nothing inserts raw HTML outside the tests of web/govuk.', () =>
    production
      .filter(s => s.text.includes('dangerouslySetInnerHTML') || s.text.includes('preact/hooks'))
      .map(s => s.path),
  )

  // A closure kept on an instance for each page let everything drawn outlive the quick collections of garbage: pauses of 20 ms
  // where there are 3 now (decision 0068).
  rule('What is drawn gets words from above by a class with getChildContext, not by createContext.', () =>
    production.filter(s => /\bcreateContext\b/.test(s.text.replace(/`createContext`/g, ''))).map(s => s.path),
  )

  rule('A source file has at most 400 lines, a test file 600.', () =>
    sources
      .filter(s => s.path !== 'src/ground/database/tables.ts')
      .map(s => ({ path: s.path, lines: s.text.split('\n').length, most: /\.test\.tsx?$/.test(s.path) ? 600 : 400 }))
      .filter(s => s.lines > s.most)
      .map(s => `${s.path}: ${s.lines} lines`),
  )

  rule('A room has a README and a floor, and calls its files what every room calls them.', () =>
    readdirSync(join(SRC, 'rooms')).flatMap(room => {
      const folder = join(SRC, 'rooms', room)
      const files = readdirSync(folder)
      const wrong = ['utils', 'services', 'models', 'common', 'helpers', 'types.ts'].filter(name =>
        files.includes(name),
      )
      return [
        ...(existsSync(join(folder, 'README.md')) ? [] : [`${room} has no README.md`]),
        ...(FLOORS[room] === undefined ? [`${room} has no floor in test/support/floors.ts`] : []),
        ...(files.includes('index.ts') ? [] : [`${room} has no door`]),
        ...wrong.map(name => `${room}/${name}`),
        ...files
          .filter(
            f =>
              /^(Rules|Store|Actions|Index|readme)\b/i.test(f) &&
              !ROOM_FILES.test(f) &&
              !/\.test\./.test(f) &&
              f.includes('.'),
          )
          .map(f => `${room}/${f}`),
      ]
    }),
  )

  rule('Nobody exports a default, and there is no I/Impl/Manager/Helper/util in a file name.', () =>
    production
      .filter(
        s =>
          /\bexport default\b/.test(s.text) ||
          /(impl|manager|helper|utils?|misc|common)\.tsx?$/i.test(s.path.replace(/.*\//, '-')),
      )
      .map(s => s.path),
  )

  rule('Every word of a catalogue is said on some page.', () => unusedWords(ROOT, production))

  it('reads catalogues: the scanner sees words read by name, by a part with another name, whole, and by a value', () => {
    const words = `export const en = { a: 'A', b: (n: number) => 'B', part: { c: 'C', d: 'D' }, whole: { e: 'E' }, byKey: { f: 'F' },
      lost: 'L', deep: { lost: 'L' } } as const
      export const typed: Record<string, string> = { g: 'G' }
      export type Words = typeof en`
    const page = `import { en as said } from './words.ts'
      const part = said.part
      show(said.a, said.b(1), part.c.length, part.d, said.whole, said.byKey[key], { lost: 1 }, other.lost)`
    const at = (name: string, text: string) => ({ path: `src/rooms/made-up/${name}`, text })
    expect(unusedWords(ROOT, [at('words.ts', words), at('page.tsx', page)])).toEqual([
      'src/rooms/made-up/words.ts: en.lost',
      'src/rooms/made-up/words.ts: en.deep.lost',
    ])
    const spoken = `import { wordsIn } from './words.ts'
      const said = wordsIn(language)
      show(said.a, said.b(1), said.part, wordsIn(other).whole.e, said.byKey, said.lost)`
    const two = `${words}\nconst all = { en, cy }\nexport function wordsIn(language) { return all[language] }`
    expect(unusedWords(ROOT, [at('words.ts', two), at('page.tsx', spoken)])).toEqual([
      'src/rooms/made-up/words.ts: en.deep.lost',
    ])
    const door = at('index.ts', `export { en as madeUp } from './words.ts'`)
    expect(unusedWords(ROOT, [at('words.ts', words), at('page.tsx', page), door])).toEqual([])
  })

  it('reads imports: the scanner sees static, type-only, re-exported and dynamic ones', () => {
    const seen = importsOf(
      'x.ts',
      `import a from './a.ts'\nimport type b from './b.ts'\nexport { c } from './c.ts'\nawait import('./d.ts')`,
      SRC,
    )
    expect(seen.map(i => [i.from, i.typeOnly])).toEqual([
      ['./a.ts', false],
      ['./b.ts', true],
      ['./c.ts', false],
      ['./d.ts', false],
    ])
  })
})

function rule(sentence: string, broken: () => readonly string[]): void {
  it(sentence, () => {
    expect(broken(), sentence).toEqual([])
  })
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}

function readSource(file: string): Source {
  const text = readFileSync(file, 'utf8')
  return { path: relative(ROOT, file), text, imports: importsOf(file, text, dirname(file)) }
}

function importsOf(file: string, text: string, folder: string): Import[] {
  const { module } = parseSync(file, text)
  const fixed = module.staticImports.map(i => ({
    from: i.moduleRequest.value,
    typeOnly:
      (i.entries.length > 0 && i.entries.every(e => e.isType)) ||
      text.slice(i.start, i.start + 12).startsWith('import type '),
  }))
  const passed = module.staticExports.flatMap(e =>
    e.entries.filter(x => x.moduleRequest).map(x => ({ from: x.moduleRequest?.value ?? '', typeOnly: x.isType })),
  )
  const late = module.dynamicImports.map(i => ({
    from: text.slice(i.moduleRequest.start, i.moduleRequest.end).replaceAll(/['"`]/g, ''),
    typeOnly: false,
  }))
  return [...fixed, ...passed, ...late].map(i => ({ ...i, target: targetOf(i.from, folder) }))
}

function targetOf(from: string, folder: string): string | undefined {
  const inside: Record<string, string> = {
    '#ground/': 'src/ground/',
    '#web/': 'src/web/',
    '#rooms/': 'src/rooms/',
    '#test/': 'test/support/',
  }
  for (const [alias, path] of Object.entries(inside)) if (from.startsWith(alias)) return path + from.slice(alias.length)
  if (from === '#house') return 'src/house.ts'
  return from.startsWith('.') ? relative(ROOT, resolve(folder, from)) : undefined
}

function roomOf(path: string): string | undefined {
  return /^src\/rooms\/([^/]+)\//.exec(path)?.[1]
}

function floorOf(room: string): number {
  return FLOORS[room] ?? -1
}
