/**
 * The page's own content begins at the top of the page, under what sticks there. Focus that is set on it by the skip link scrolls it to the
 * edge instead, and the first stop of Tab inside would stand covered.
 */
export function skipToTop(): void {
  for (const link of document.querySelectorAll('.govuk-skip-link'))
    link.addEventListener('click', () => requestAnimationFrame(() => window.scrollTo({ top: 0, behavior: 'instant' })))
}
