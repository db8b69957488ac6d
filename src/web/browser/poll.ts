/**
 * Work that goes on: asks the page again and puts in its new progress, for as long as the page says that it goes on. When
 * it is over the page is loaded whole, for what came of it.
 */
const EVERY_MS = 1000
const MOST_MS = 15_000

export function pollProgress(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-poll]')) later(element.id, EVERY_MS)
}

function later(id: string, wait: number): void {
  setTimeout(() => {
    ask(id).then(
      goesOn => (goesOn ? later(id, EVERY_MS) : location.reload()),
      // The line may be down for a while: ask less often, and never give up while the page is open.
      () => later(id, Math.min(wait * 2, MOST_MS)),
    )
  }, wait)
}

async function ask(id: string): Promise<boolean> {
  if (document.hidden) return true
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!answer.ok) throw new Error(String(answer.status))
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const [fresh, old] = [page.getElementById(id), document.getElementById(id)]
  if (fresh === null || old === null || fresh.dataset['poll'] === undefined) return false
  old.replaceChildren(...fresh.childNodes)
  return true
}
