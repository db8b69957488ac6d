import { choices } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { text } from '#web/form/text.ts'
import { DISCLOSURES, type Disclosure } from '../organisation.ts'
import { type Choice, PHASES } from './establishment.ts'
import { overwrites, type Proposal } from './propose.ts'
import { en } from './words.ts'

/** As many lines stand on a page. */
export const MOST_LINES = 500

const CODES = /^\d{3}([\s,;]+\d{3})*$/

export const registerForm = form(
  {
    file: text({ optional: true, max: 300, tooLong: en.missingFile }),
    authorities: text({ optional: true, max: 200, tooLong: en.tooManyAuthorities }),
    phases: choices(PHASES, { optional: true, notOffered: en.badPhases }),
  },
  ({ authorities }) =>
    authorities !== null && !CODES.test(authorities) ? [{ field: 'authorities', message: en.badAuthorities }] : [],
)

export type RegisterForm = ReturnType<typeof registerForm.empty>

/** Codes of authorities as they are typed; undefined where one is none. */
export function codesIn(typed: string): readonly string[] | undefined {
  const clean = typed.trim()
  if (clean === '') return []
  return CODES.test(clean) ? clean.split(/[\s,;]+/) : undefined
}

export function choiceOf(value: { authorities: string | null; phases: Choice['phases'] }): Choice {
  return { authorities: codesIn(value.authorities ?? '') ?? [], phases: value.phases }
}

export const GROUPS = ['add', 'fill', 'differ', 'close'] as const
export type Group = (typeof GROUPS)[number]
export type Grouped = Readonly<Record<Group, readonly Proposal[]>>

/** Proposals by what they do: add, say what was not said, say something else, close. */
export function grouped(proposals: readonly Proposal[]): Grouped {
  const of = (group: Group) => proposals.filter(one => groupOf(one) === group)
  return { add: of('add'), fill: of('fill'), differ: of('differ'), close: of('close') }
}

function groupOf(one: Proposal): Group {
  return one.what === 'add' || one.what === 'close' ? one.what : overwrites(one) ? 'differ' : 'fill'
}

/** The form of a preview: a box for each line. A line that is not there any more is not done. */
export function previewForm(shown: Grouped) {
  const of = (group: Group) =>
    choices(
      shown[group].map(one => one.key),
      { optional: true, notOffered: en.changed },
    )
  return form({ add: of('add'), fill: of('fill'), differ: of('differ'), close: of('close') }, value => {
    const first = GROUPS.find(group => shown[group].length > 0)
    return first !== undefined && GROUPS.every(group => value[group].length === 0)
      ? [{ field: first, message: en.missing }]
      : []
  })
}

export type PreviewForm = ReturnType<ReturnType<typeof previewForm>['empty']>

/** The box that says what the name of one tells. */
export function tellsName(urn: string): string {
  return `tells-${urn}`
}

/** What was said of names that tell something, by URN. */
export function tellsIn(body: Readonly<Record<string, unknown>>, added: readonly Proposal[]) {
  return new Map<string, Disclosure | null>(
    added.flatMap(({ establishment: { urn, mayTell } }) => {
      const typed = body[tellsName(urn)]
      if (!mayTell || typeof typed !== 'string') return []
      return [[urn, DISCLOSURES.find(known => known === typed) ?? null] as const]
    }),
  )
}
