/** On a narrow screen the filter starts shut, so that the list is the first thing in sight. */
export function foldFilters(): void {
  if (!matchMedia('(max-width: 639px)').matches) return
  for (const box of document.querySelectorAll<HTMLDetailsElement>('.cx-filter__box')) box.open = false
}
