/** Words of a catalogue (`words.ts` of a room) that no page says. Whoever reads the words for mistakes should read none for nothing. */
import { dirname, relative, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'

type Node = { readonly type: string; readonly [key: string]: unknown }
export type SourceText = { readonly path: string; readonly text: string }

/**
 * Paths such as `src/rooms/desk/words.ts: en.signIn.title` that nothing reads.
 *
 * Only plain objects are looked at: in one typed as a Record the compiler already asks for every key, and pages read it by a
 * value. What `wordsIn(language)` gives reads like the English catalogue. A path that is handed on whole (as an argument, by a spread, through the room's door), or read by a computed key, counts
 * as read with everything under it: the scan may miss an unused word, and never calls a used one unused.
 */
export function unusedWords(root: string, sources: readonly SourceText[]): string[] {
  const parsed = sources.map(({ path, text }) => ({ path, program: parseSync(path, text).program as unknown as Node }))
  return parsed
    .filter(({ path }) => /^src\/rooms\/[^/]+\/(.*\/)?words\.ts$/.test(path))
    .flatMap(({ path, program }) => {
      const catalogues = plainObjects(program)
      const reads = parsed.flatMap(other => readsOf(root, other.path, other.program, path, [...catalogues.keys()]))
      // A read of "en.steps.map" reads "en.steps"; one of all of "en.signIn" reads "en.signIn.title".
      const isUsed = (word: string) =>
        reads.some(read =>
          read.endsWith('.*') ? `${word}.`.startsWith(read.slice(0, -1)) : read === word || read.startsWith(`${word}.`),
        )
      return [...catalogues].flatMap(([name, object]) =>
        leavesOf(object, name)
          .filter(word => !isUsed(word))
          .map(word => `${path}: ${word}`),
      )
    })
}

/** Exported objects without a type of their own, by name. */
function plainObjects(program: Node): Map<string, Node> {
  const found = new Map<string, Node>()
  for (const statement of program['body'] as Node[]) {
    const declaration = statement['declaration'] as Node | null | undefined
    if (statement.type !== 'ExportNamedDeclaration' || declaration?.type !== 'VariableDeclaration') continue
    for (const { id, init } of declaration['declarations'] as { id: Node; init: Node | null }[]) {
      const value = init === null ? undefined : bare(init)
      if (value?.type === 'ObjectExpression' && id['typeAnnotation'] == null) found.set(String(id['name']), value)
    }
  }
  return found
}

/** Without `as const`. An object that `satisfies` something is checked by the compiler, and counts as one word. */
function bare(node: Node): Node {
  return node.type === 'TSAsExpression' ? bare(node['expression'] as Node) : node
}

function leavesOf(object: Node, path: string): string[] {
  return (object['properties'] as Node[]).flatMap(property => {
    const key = property['key'] as Node | undefined
    if (property.type !== 'Property' || key === undefined) return []
    const name = `${path}.${String(key['name'] ?? key['value'])}`
    const value = bare(property['value'] as Node)
    return value.type === 'ObjectExpression' ? leavesOf(value, name) : [name]
  })
}

/** What a file reads of a catalogue: `en.title`, or `en.signIn.*` where a part is handed on whole. */
function readsOf(root: string, path: string, program: Node, catalogue: string, names: readonly string[]): string[] {
  const locals = new Map<string, string>()
  if (path === catalogue) for (const name of names) locals.set(name, name)
  const reads: string[] = []
  for (const statement of program['body'] as Node[]) {
    const from = (statement['source'] as Node | null | undefined)?.['value']
    if (typeof from !== 'string' || targetOf(root, path, from) !== catalogue) continue
    for (const specifier of statement['specifiers'] as Node[]) {
      const outer = (specifier['imported'] ?? specifier['local']) as Node
      const local = specifier['local'] as Node
      // A door that hands a catalogue on hands all of it on.
      if (statement.type === 'ExportNamedDeclaration') reads.push(`${String(local['name'])}.*`)
      else locals.set(String(local['name']), String(outer['name']))
    }
  }
  if (locals.size === 0) return reads
  // `const words = en.signIn` gives a part another name; twice over, names of names.
  visit(program, node => {
    if (node.type !== 'VariableDeclarator') return
    const { id, init } = node as unknown as { id: Node; init: Node | null }
    const part = init === null ? undefined : pathOf(init, locals)
    if (id.type === 'Identifier' && part !== undefined) locals.set(String(id['name']), part)
  })
  visit(program, (node, parent) => {
    const read = pathOf(node, locals)
    if (read === undefined || isName(node, parent)) return
    // Put beside other languages in its own file, a catalogue says nothing yet.
    if (path === catalogue && names.includes(read) && parent?.type === 'Property') return
    if (parent?.type === 'MemberExpression' && parent['object'] === node) {
      if (parent['computed'] === true) reads.push(`${read}.*`)
      return
    }
    if (parent?.type === 'VariableDeclarator' && (parent['id'] as Node).type === 'Identifier') return
    reads.push(read, `${read}.*`)
  })
  return reads
}

/** `en.signIn.title` for a chain of fixed names that begins at a catalogue. */
function pathOf(node: Node, locals: ReadonlyMap<string, string>): string | undefined {
  if (node.type === 'Identifier') return locals.get(String(node['name']))
  if (node.type === 'CallExpression') return pathOf(node['callee'] as Node, locals) === 'wordsIn' ? 'en' : undefined
  if (node.type !== 'MemberExpression' || node['computed'] === true) return undefined
  const before = pathOf(node['object'] as Node, locals)
  return before === undefined ? undefined : `${before}.${String((node['property'] as Node)['name'])}`
}

/** An identifier that only names something: a key, a property, what is imported or declared. */
function isName(node: Node, parent: Node | undefined): boolean {
  if (node.type !== 'Identifier' || parent === undefined) return false
  if (parent.type === 'MemberExpression') return parent['property'] === node && parent['computed'] !== true
  if (parent.type === 'Property') return parent['key'] === node && parent['value'] !== node
  return (
    /^(Import|Export).*Specifier$/.test(parent.type) || (parent.type === 'VariableDeclarator' && parent['id'] === node)
  )
}

function visit(node: unknown, see: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  if (Array.isArray(node)) for (const one of node) visit(one, see, parent)
  else if (typeof node === 'object' && node !== null && 'type' in node) {
    const here = node as Node
    // A type made of a catalogue says none of its words.
    if (here.type === 'TSTypeQuery') return
    see(here, parent)
    for (const [key, value] of Object.entries(here)) if (key !== 'parent') visit(value, see, here)
  }
}

function targetOf(root: string, path: string, from: string): string | undefined {
  if (from.startsWith('#rooms/')) return `src/rooms/${from.slice('#rooms/'.length)}`
  return from.startsWith('.') ? relative(root, resolve(root, dirname(path), from)) : undefined
}
