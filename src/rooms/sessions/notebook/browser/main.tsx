/** Draws the notebook into its page, and keeps that page for where there is no signal. */
import { createAll, PasswordInput } from 'govuk-frontend'
import { type ComponentChild, render } from 'preact'
import { type FormWords, FormWordsProvider } from '#web/form/fields.tsx'
import { startNotebook } from './app.ts'
import { BrokenView, Screen } from './views.tsx'

const root = document.getElementById('notebook')
if (root !== null) {
  const words = JSON.parse(root.dataset['formWords'] ?? '{}') as FormWords
  root.replaceChildren()
  const put = (page: ComponentChild) => render(<FormWordsProvider value={words}>{page}</FormWordsProvider>, root)
  let nth = 0
  startNotebook((shown, doing, isMoved) => {
    // Another page is another form: nothing that was typed on one stands on the next.
    if (isMoved) nth++
    root.dataset['view'] = shown.view.at
    put(<Screen key={nth} shown={shown} doing={doing} />)
    // Words of so many letters are hard to type blind: they can be shown.
    if (isMoved) createAll(PasswordInput, undefined, root)
    if (isMoved && nth > 1) goToTop(root)
  }).catch(() => put(<BrokenView />))
  if ('serviceWorker' in navigator)
    navigator.serviceWorker.register('/notebook/worker.js', { scope: '/notebook/' }).catch(() => {})
}

/** As when a page is loaded: at its top, where those who hear it begin. Errors go first. */
function goToTop(within: HTMLElement): void {
  const top = within.querySelector<HTMLElement>('.govuk-error-summary, h1')
  if (top === null) return
  top.tabIndex = -1
  top.focus({ preventScroll: true })
  window.scrollTo(0, 0)
}
