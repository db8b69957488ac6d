/**
 * A form with `data-saves-itself` is sent by itself while somebody fills it in, so that a laptop that is closed takes nothing along. It names the
 * element that says how it stands, whose `data-` words are said where it could not be saved.
 */
const SOON_MS = 1500
const TYPING_MS = 10_000
const AGAIN_MS = 15_000

export function saveItself(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-saves-itself]')) {
    const said = document.getElementById(form.dataset['savesItself'] ?? '')
    if (said !== null) watch(form, said)
  }
}

function watch(form: HTMLFormElement, said: HTMLElement): void {
  let timer = 0
  let isChanged = false
  let sending: Promise<void> | undefined
  const later = (wait: number) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(send, wait)
  }
  const send = () => {
    window.clearTimeout(timer)
    if (!isChanged) return
    if (sending !== undefined) return later(SOON_MS)
    isChanged = false
    sending = keep(form, said)
      .catch(() => {
        // The line may be down for a while: it stays on the page, and is tried again.
        isChanged = true
        said.textContent = said.dataset['offline'] ?? ''
        later(AGAIN_MS)
      })
      .finally(() => {
        sending = undefined
      })
  }
  const changed = (wait: number) => () => {
    isChanged = true
    later(wait)
  }
  form.addEventListener('change', changed(SOON_MS))
  form.addEventListener('input', changed(TYPING_MS))
  form.addEventListener('submit', event => {
    window.clearTimeout(timer)
    isChanged = false
    if (sending === undefined) return
    // What is on its way comes first: sent beside it, the form would seem older than what it sent itself.
    event.preventDefault()
    const { submitter } = event
    void sending.then(() => form.requestSubmit(submitter))
  })
  window.addEventListener('online', send)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) send()
  })
}

/** Sends the form to be kept, and takes over what the page then says of itself. */
async function keep(form: HTMLFormElement, said: HTMLElement): Promise<void> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  body.set('then', 'keep')
  const answer = await fetch(form.action, { method: 'POST', body, keepalive: true })
  if (answer.status >= 500) throw new Error(String(answer.status))
  const isHere = new URL(answer.url).pathname === new URL(form.action).pathname
  if (!answer.ok || !isHere) {
    said.textContent = (answer.ok ? said.dataset['signedOut'] : said.dataset['notYet']) ?? ''
    return
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.querySelector<HTMLFormElement>('form[data-saves-itself]')
  if (fresh !== null) takeOver(form, body, fresh)
  said.textContent = page.getElementById(said.id)?.textContent ?? ''
}

/**
 * What a part of the form was seen as (`seen-PART`) moves on where the page says of that part what was sent. Where it says something else, somebody
 * else said it: the form goes on saying what it saw, so that they are not gone over.
 */
function takeOver(form: HTMLFormElement, sent: URLSearchParams, fresh: HTMLFormElement): void {
  const now = new FormData(fresh)
  for (const field of form.querySelectorAll<HTMLInputElement>('input[type="hidden"][name^="seen-"]')) {
    const part = field.name.slice('seen-'.length)
    const seen = now.get(field.name)
    if (typeof seen === 'string' && saidOf(part, sent) === saidOf(part, now)) field.value = seen
  }
}

/** All that is said of a part, whatever its spaces. */
function saidOf(part: string, said: URLSearchParams | FormData): string {
  const lines: string[] = []
  for (const [name, value] of said)
    if (name.endsWith(`-${part}`) && !name.startsWith('seen-') && typeof value === 'string' && value.trim() !== '')
      lines.push(`${name}=${value.normalize('NFC').replaceAll(/\s+/g, ' ').trim()}`)
  return lines.toSorted((a, b) => (a < b ? -1 : 1)).join('\n')
}
