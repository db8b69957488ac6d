/** What the components have in common: the shape of their options, and how class names and attributes are put together. */
import type { ComponentChildren } from 'preact'

/** Extra HTML attributes. A value of `true` writes the name alone; `false`, `null` and `undefined` write nothing. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Options that nearly every component and part of a component has. */
export interface Styled {
  /** Extra class names, parted by spaces. */
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Where the Design System offers `text` or `html`, we take children: text is always escaped, markup is always typed. */
export interface Content extends Styled {
  readonly children?: ComponentChildren
}

/** Round the field itself: the group's own class names, and what stands before and after the field. */
export interface FormGroupOptions extends Styled {
  readonly beforeInput?: ComponentChildren
  readonly afterInput?: ComponentChildren
}

/** The same for fields that are made of several. */
export interface FieldsetGroupOptions extends Styled {
  readonly beforeInputs?: ComponentChildren
  readonly afterInputs?: ComponentChildren
}

/** Lists may hold gaps, so that an item can be left out by a condition. */
export type Items<Item> = readonly (Item | false | null | undefined)[]

/** A word, or the same word in each plural form. */
export type Plurals = Readonly<Record<string, string>>

const NAME = /^[a-z][a-z0-9.:_-]*$/
const RESERVED = new Set(['children', 'key', 'ref', 'class', 'classname', 'dangerouslysetinnerhtml', 'style'])

/** Joins class names, leaving out what is empty. */
export function cx(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** Joins ids for `aria-describedby`; undefined when there is none, so that the attribute is left out. */
export function ids(...parts: readonly (string | false | null | undefined)[]): string | undefined {
  return cx(...parts) || undefined
}

/**
 * The attributes that may be spread on an element: plain names with plain values. Event handlers, styles and the names
 * the renderer reserves are refused here, so that options built from data can never become script or raw markup.
 */
export function own(attributes: Attributes | undefined): Record<string, string | number | true> {
  const kept: Record<string, string | number | true> = {}
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === false || value === null || value === undefined) continue
    if (typeof value === 'object' || typeof value === 'function') throw new TypeError(`attribute ${name} is not plain`)
    const low = name.toLowerCase()
    if (!NAME.test(low) || RESERVED.has(low) || low.startsWith('on'))
      throw new TypeError(`attribute ${name} is refused`)
    kept[name] = value
  }
  return kept
}

/** The `data-i18n` attributes by which the browser scripts are given their words. */
export function i18n(key: string, words: string | Plurals | undefined): Record<string, string> {
  if (!words) return {}
  if (typeof words === 'string') return { [`data-i18n.${key}`]: words }
  return Object.fromEntries(Object.entries(words).map(([form, text]) => [`data-i18n.${key}.${form}`, text]))
}

/** True when there is nothing to show. */
export function isEmpty(children: ComponentChildren): boolean {
  return children === undefined || children === null || children === '' || typeof children === 'boolean'
}
