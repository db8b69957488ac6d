/**
 * Signing out forgets what this browser keeps for where there is no signal. Where something of it was not sent, it leads to a page that asks first; that
 * page's own form says `data-unsent="throw-away"`. The answer to signing out says the same to the browser (Clear-Site-Data): either is enough.
 */
import { countUnsent, forgetKept } from './kept.ts'

const SIGN_OUT = '/sign-out'
const ASKS_FIRST = '/notebook/leave'

export function forgetAtSignOut(): void {
  document.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || new URL(form.action).pathname !== SIGN_OUT) return
    event.preventDefault()
    void leave(form)
  })
}

async function leave(form: HTMLFormElement): Promise<void> {
  const isAsked = form.dataset['unsent'] === 'throw-away'
  // A browser that keeps nothing at all cannot be asked, and has nothing to lose.
  const unsent = isAsked ? 0 : await countUnsent().catch(() => 0)
  if (unsent > 0) {
    location.assign(ASKS_FIRST)
    return
  }
  await forgetKept().catch(() => {})
  form.submit()
}
