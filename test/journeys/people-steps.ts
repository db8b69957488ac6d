/** What several journeys do with the forms about a young person. */
import type { Walker } from './harness.ts'

export type Date3 = readonly [day: string, month: string, year: string]

/** Fills a date of three boxes, by the words of its group. */
export async function fillDate(walker: Walker, name: string, [day, month, year]: Date3): Promise<void> {
  const group = walker.page.getByRole('group', { name }).first()
  for (const [label, text] of [
    ['Day', day],
    ['Month', month],
    ['Year', year],
  ] as const)
    await group.getByLabel(label, { exact: true }).fill(text)
}

/** The day so many days from now. */
export async function dateIn(walker: Walker, days: number): Promise<Date3> {
  const day = await walker.page.evaluate(ahead => new Date(Date.now() + ahead * 86_400_000).toISOString(), days)
  const [year = '', month = '', dayOfMonth = ''] = day.slice(0, 10).split('-')
  return [dayOfMonth, month, year]
}

/** Types a new record in, up to its button. */
export async function typeRecord(walker: Walker, given: string, family: string, born: Date3): Promise<void> {
  await walker.go('/people/new')
  await walker.fill('Given name', given)
  await walker.fill('Family name', family)
  await fillDate(walker, 'Birth date', born)
}

/** Makes a record of one's own, so that nobody else's is touched, whoever it is like. Returns its address. */
export async function makeRecord(walker: Walker, given: string, family: string, born: Date3): Promise<string> {
  await typeRecord(walker, given, family, born)
  await walker.click('Make the record')
  const again = walker.page.getByRole('button', { name: 'None of these: make a new record' })
  if ((await again.count()) > 0) await walker.click(again)
  await walker.see(`${given} ${family}`)
  return new URL(walker.page.url()).pathname
}

/** The first young person a page leads to. */
export const firstRecordLink = (walker: Walker) => walker.page.locator('main a[href^="/people/"]').first()

export async function firstRecord(walker: Walker): Promise<string> {
  const href = await firstRecordLink(walker).getAttribute('href')
  if (href === null) throw new Error('nobody is on this list')
  return new URL(href, walker.page.url()).pathname
}
