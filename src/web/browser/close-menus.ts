/** A menu that lies over the page shuts when focus leaves it or Escape is pressed, so that it covers nothing in focus. */
export function closeMenus(): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.cx-more, .cx-account')) {
    menu.addEventListener('focusout', event => {
      if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false
    })
    menu.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || !menu.open) return
      menu.open = false
      menu.querySelector('summary')?.focus()
    })
  }
}
