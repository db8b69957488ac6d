/** A letter presses the button that names it, unless you are typing. People who switched keys off have none on the page. */
export function pressOnKey(): void {
  if (document.querySelector('[data-press]') === null) return
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event)) return
    const wanted = event.key.toLowerCase()
    const button = [...document.querySelectorAll<HTMLElement>('[data-press]')].find(b => b.dataset['press'] === wanted)
    if (button === undefined) return
    event.preventDefault()
    button.click()
  })
}

/** Whether keys are words just now: a letter is one in a field, and chooses in a list. */
export function isTyping(event: KeyboardEvent): boolean {
  const at = event.target
  return at instanceof HTMLElement && (at.isContentEditable || at.closest('input, textarea, select') !== null)
}
