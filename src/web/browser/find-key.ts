import { isTyping } from './press-keys.ts'

/** The key in the find box brings you there, unless you are typing. People who switched keys off have none on the page. */
export function focusFindOnKey(): void {
  const box = document.querySelector<HTMLInputElement>('[data-find-key]')
  if (box === null) return
  document.addEventListener('keydown', event => {
    if (event.key !== box.dataset['findKey'] || event.ctrlKey || event.metaKey || event.altKey || isTyping(event))
      return
    event.preventDefault()
    box.focus()
    box.select()
  })
}
