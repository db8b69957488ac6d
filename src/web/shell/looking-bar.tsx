import type { JSX } from 'preact'
import { SHELL_PATHS, type ShellWords, type Staff } from './words.ts'

/** Over every page of somebody who looks through another's eyes: whose, that it is made up, and the way back. */
export function LookingBar(p: {
  words: ShellWords
  looking: NonNullable<Staff['looking']>
  csrfToken: string
  /** Whom the page is about: the way back leads to who sees what of them. */
  aboutId?: string | undefined
}): JSX.Element {
  return (
    <aside class="cx-looking" aria-label={p.words.stopLooking}>
      <p class="cx-looking__words">
        <strong>{p.words.looking(p.looking.name, p.looking.role)}</strong> {p.words.lookingMadeUp}
      </p>
      <form method="post" action={SHELL_PATHS.stopLooking}>
        <input type="hidden" name="_csrf" value={p.csrfToken} />
        {p.aboutId !== undefined && <input type="hidden" name="person" value={p.aboutId} />}
        <button type="submit" class="cx-link-button cx-looking__stop">
          {p.words.stopLooking}
        </button>
      </form>
    </aside>
  )
}
