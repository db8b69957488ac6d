/** A button with `data-copy` copies the text of the element of that id, and says so where `data-copied` gives the words. */
export function copyOnClick(): void {
  document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-copy]') : null
    const text = button && document.getElementById(button.dataset['copy'] ?? '')?.textContent
    if (!button || !text) return
    void copy(text.trim(), button)
  })
}

async function copy(text: string, button: HTMLButtonElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    button.textContent = button.dataset['copied'] ?? button.textContent
  } catch {
    // Without leave to write, the text is still there to be marked by hand.
  }
}
