/** The name of every audit event the program writes: what lines of the register declare, and what actions record. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'
import { registerLines } from './register.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const EVENT = /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/

/** Names such as `record.viewed`, in alphabetical order. */
export function auditEvents(): string[] {
  const declared = registerLines().flatMap(line => (typeof line.audit === 'string' ? [line.audit] : []))
  const recorded = sourcesUnder(join(ROOT, 'src')).flatMap(path => recordedIn(path, readFileSync(path, 'utf8')))
  return [...new Set([...declared, ...recorded])].toSorted((a, b) => a.localeCompare(b))
}

/**
 * What is given as `action` in one file, both branches of a condition included. The pipeline names the one event that no
 * line declares by a function's answer, so there every text of that shape counts.
 */
export function recordedIn(path: string, text: string): string[] {
  const found: string[] = []
  visit(parseSync(path, text).program, node => {
    const isNamed = node['type'] === 'Property' && (node['key'] as { name?: string }).name === 'action'
    if (isNamed) visit(node['value'], inner => keep(inner, found))
    else if (path.endsWith('src/web/pipeline.ts')) keep(node, found)
  })
  return found
}

type Node = Readonly<Record<string, unknown>>

function keep(node: Node, found: string[]): void {
  const { type, value } = node
  if (type === 'Literal' && typeof value === 'string' && EVENT.test(value)) found.push(value)
}

function visit(node: unknown, see: (node: Node) => void): void {
  if (Array.isArray(node)) for (const one of node) visit(one, see)
  else if (typeof node === 'object' && node !== null) {
    if ('type' in node) see(node as Node)
    for (const value of Object.values(node)) visit(value, see)
  }
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourcesUnder(path)
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}
