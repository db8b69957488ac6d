/**
 * A link with `data-along` takes along what is half written on the page: into a tab of its own, so that the page
 * keeps every word, and nothing of it is put away in the browser. With nothing written it is an ordinary link.
 */
export function takeAlong(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-along]'))
    link.addEventListener('click', event => {
      const what = halfWritten()
      if (what === '' || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      send(new URL(link.href), what)
    })
}

/**
 * What was typed on the page since it came, each with what it answers. A form that was refused came back with what was typed in it: then that is all of it.
 */
function halfWritten(): string {
  const said: string[] = []
  const wasRefused = document.querySelector('.govuk-error-summary') !== null
  for (const field of document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
    'main textarea, main input[type="text"]',
  )) {
    const value = field.value.trim()
    if (value === '' || (!wasRefused && field.value === field.defaultValue)) continue
    const label = field.labels?.[0]?.textContent.trim() ?? ''
    said.push(label === '' ? value : `${label}: ${value}`)
  }
  return said.join('\n\n')
}

function send(to: URL, what: string): void {
  const token = document.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? ''
  const form = document.createElement('form')
  form.method = 'post'
  form.action = `${to.pathname}/along`
  form.target = '_blank'
  form.hidden = true
  const fields = { _csrf: token, about: to.searchParams.get('about') ?? '', from: window.location.pathname, what }
  for (const [name, value] of Object.entries(fields)) {
    // An input would lose the ends of its lines.
    const field = document.createElement('textarea')
    field.name = name
    field.value = value
    form.append(field)
  }
  document.body.append(form)
  form.submit()
  form.remove()
}
