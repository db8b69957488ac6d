/** Two records of one young person: compared, joined, and taken apart again. */
import { journey, type Walker } from './harness.ts'
import { reloadUntil } from './list-steps.ts'
import { makeRecord, typeRecord } from './people-steps.ts'

const BORN = ['5', '5', '2010'] as const

journey('A data officer joins two records, finds every row, and takes them apart again (matching)', async ({ as }) => {
  const dana = await as('Dana Example')
  const kept = await makeRecord(dana, 'Joinda', 'Joinsample', BORN)
  const owen = await as('Owen Testcase')
  const gone = await makeRecord(owen, 'Joinder', 'Joinsample', BORN)
  await owen.go(`${gone}/contact-details`)
  await owen.fill('Mobile', '07700 900456')
  await owen.click('Save')
  await owen.see('07700 900456')

  // By keyboard: the menu, the search and its answer.
  await owen.go(kept)
  await owen.page.locator('summary', { hasText: 'More' }).focus()
  await owen.page.keyboard.press('Enter')
  await owen.page.getByRole('link', { name: 'Join with another record' }).focus()
  await owen.page.keyboard.press('Enter')
  await owen.see('Look for the other record first')
  await owen.axe('empty')
  await owen.page.getByLabel('Find the other record').focus()
  await owen.page.keyboard.type('Joinder Joinsample')
  await owen.page.keyboard.press('Enter')
  await owen.see('Found')
  await owen.axe()
  await owen.page.locator('main table a').first().focus()
  await owen.page.keyboard.press('Enter')
  await owen.see('Only one can stand')
  await owen.see('07700 900456')
  await owen.axe()
  await owen.click('Join the two records')
  await owen.see('Say how you know that they are one person')
  await owen.axe()
  await owen.fill('How do you know that they are one person?', 'A made-up letter from the school')
  await owen.clicks('joining two records', 1, () => owen.click('Join the two records'))
  await owen.see('Joined with another record')
  await owen.axe()
  await owen.go(`${kept}/details`)
  await owen.see('07700 900456')
  await owen.go(gone)
  if (new URL(owen.page.url()).pathname !== kept) throw new Error('the old address leads elsewhere')
  await dana.go(`${gone}/details`)
  await dana.see('07700 900456')

  await dana.go(`${kept}/contact-details`)
  await dana.fill('Email', 'joinda@sample.example')
  await dana.click('Save')
  await owen.go(kept)
  await owen.click(owen.page.locator('main a[href^="/matching/merges/"]'))
  await owen.see('Added: Phone or email')
  await owen.axe()
  await owen.click('Take them apart')
  await owen.see('Say why they are taken apart')
  await owen.axe()
  await owen.fill('Why are they taken apart?', 'Two cousins after all')
  await owen.clicks('taking two records apart', 1, () => owen.click('Take them apart'))
  await owen.doNotSee('Joined with another record')
  await owen.go(`${kept}/details`)
  await owen.see('joinda@sample.example')
  await owen.doNotSee('07700 900456')
  await owen.go(`${gone}/details`)
  await owen.see('07700 900456')
})

journey(
  'Two numbers of one kind are said loudly, and nobody is joined without a reason for it (matching)',
  async ({ as }) => {
    const dana = await as('Dana Example')
    const kept = await makeRecord(dana, 'Numera', 'Numbersample', BORN)
    const imran = await as('Imran Demo')
    const gone = await makeRecord(imran, 'Numero', 'Numbersample', BORN)
    const owen = await as('Owen Testcase')
    for (const [record, number] of [
      [kept, '1000000019'],
      [gone, '1000000027'],
    ] as const) {
      await owen.go(`${record}/identifiers`)
      await owen.page.getByLabel('ULN (unique learner number)', { exact: true }).check()
      await owen.fill('Number', number)
      await owen.click('Save')
    }
    await owen.go(`${kept}/merge/${gone.split('/').at(-1)}`)
    await owen.see('They have two different ULNs')
    await owen.see('Lead adviser')
    await owen.axe()
    await owen.page.getByLabel('Imran Demo').check()
    await owen.fill('How do you know that they are one person?', 'A made-up letter from the school')
    await owen.click('Join the two records')
    await owen.see('Say why they are one person although this is against it')
    await owen.axe()
  },
)

/** Two of different teams each make a record of one young person: neither may know of the other's, so the data officer is asked. */
async function twice(as: (name: string) => Promise<Walker>, given: string, family: string): Promise<void> {
  for (const name of ['Dana Example', 'Nia Pretend']) await makeRecord(await as(name), given, family, BORN)
}

journey('A data officer clears the review queue by keyboard (matching)', async ({ as }) => {
  for (const family of ['Queueasample', 'Queuebsample', 'Queuecsample']) await twice(as, 'Adelina', family)
  const owen = await as('Owen Testcase')
  await owen.visit('/review')
  await owen.see('Adelina Queueasample · Adelina Queueasample')
  await owen.click('Look for doubles now')
  // The search is over when it can be asked for again.
  await reloadUntil(owen, owen.page.getByRole('button', { name: 'Look for doubles now' }), 30)

  const at = () => new URL(owen.page.url()).pathname
  const moveOn = async (key: string) => {
    const before = at()
    await owen.page.keyboard.press(key)
    await owen.page.waitForURL(url => url.pathname !== before)
    await owen.page.waitForLoadState('load')
  }
  const seen: string[] = []
  const passed = new Set<string>()
  await owen.go('/review')
  await owen.click('Look at the next')
  await owen.page.waitForURL(/\/review\/[0-9a-f-]{36}$/)
  // Everything that waits is gone through: ours three ways, what the demo's lists left as two people, what other journeys made is theirs.
  while (at() !== '/review' && !passed.has(at()) && passed.size < 100) {
    const names = (await owen.page.locator('main thead th a').allInnerTexts()).map(name => name.split(' ').at(-1) ?? '')
    const family = names[0] === names[1] && /^Queue[abc]sample$/.test(names[0] ?? '') ? names[0] : undefined
    if (family === undefined || seen.includes(family)) {
      passed.add(at())
      await moveOn(names.some(name => /(sample|case)$/.test(name) && !name.startsWith('Queue')) ? 'n' : 'd')
      continue
    }
    seen.push(family)
    if (seen.length === 1) {
      await owen.axe()
      await owen.clicks('two different people', 0, () => moveOn('d'))
    } else if (seen.length === 2) {
      await owen.fill('A note (if you want)', 'x'.repeat(1001))
      await owen.click('Cannot tell yet')
      await owen.see('The note may have at most 1,000 letters')
      await owen.axe()
      const before = at()
      await owen.fill('A note (if you want)', 'Ask Dana on Monday')
      await owen.click('Cannot tell yet')
      await owen.page.waitForURL(url => url.pathname !== before)
    } else {
      // Joined last, when nothing else waits.
      passed.add(at())
      await moveOn('n')
    }
  }
  if (seen.length < 3) throw new Error(`only ${seen.join(', ')} came up`)
  await owen.go('/review')
  const waiting = (await owen.page.locator('main tbody tr', { hasText: 'To look at' }).allInnerTexts()).filter(
    row => !/(sample|case)\b/.test(row.replaceAll(/Queue[abc]sample/g, '')),
  )
  if (waiting.length !== 1) throw new Error(`not cleared: ${waiting.join('; ')}`)
  await owen.click(`Adelina ${seen[2]} · Adelina ${seen[2]}`)
  await owen.page.locator('main').focus()
  await owen.page.keyboard.press('s')
  await owen.page.waitForURL(/\/merge\//)
  await owen.see('Adelina')
  await owen.page.getByLabel('Dana Example').check()
  await owen.fill('How do you know that they are one person?', 'A made-up letter from the school')
  await owen.click('Join the two records')
  await owen.see('Joined with another record')
  await owen.go('/review')
  await owen.see('Nobody could tell yet')
  await owen.doNotSee(`Adelina ${seen[0]} · Adelina ${seen[0]}`)
  await owen.doNotSee(`Adelina ${seen[2]} · Adelina ${seen[2]}`)

  // Taken apart, both wait again, every row where it was.
  await owen.page.goBack()
  await owen.click(owen.page.locator('main a[href^="/matching/merges/"]'))
  await owen.fill('Why are they taken apart?', 'Two cousins after all')
  await owen.click('Take them apart')
  await owen.go('/review')
  await owen.see(`Adelina ${seen[2]} · Adelina ${seen[2]}`)
})

journey('A partner is asked by its own words alone (matching)', async ({ as }) => {
  await twice(as, 'Perpetua', 'Asksample')
  const owen = await as('Owen Testcase')
  await owen.go('/review')
  await owen.click('Perpetua Asksample · Perpetua Asksample')
  await owen.click('Ask a partner')
  await owen.see('No partner’s list names either of them')
  await owen.axe('empty')

  // Somebody a list brought, and a record of them made by hand by somebody who may not know of it.
  await owen.go('/lists')
  await owen.click(owen.page.locator('main table a').last())
  await owen.go(`${new URL(owen.page.url()).pathname}?show=new`)
  const shown = (await owen.page.locator('main tbody tr').first().innerText())
    .split(/[\t\n]/)
    .find(t => t.includes(', '))
  await owen.go(`/find?q=${encodeURIComponent((shown ?? '').split(', ').toReversed().join(' '))}`)
  await owen.click(owen.page.locator('main a[href^="/people/0"]').first())
  const name = (await owen.page.locator('main h1, .cx-identity__name').first().innerText()).trim()
  await owen.go(`${new URL(owen.page.url()).pathname}/details`)
  const told = (await owen.page.locator('main').innerText()).match(/\d{1,2} \w+ 20\d\d/)?.[0] ?? ''
  const born = new Date(`${told} UTC`)
  const nia = await as('Nia Pretend')
  const [given = '', ...family] = name.split(' ')
  await typeRecord(nia, given, family.join(' '), [
    String(born.getUTCDate()),
    String(born.getUTCMonth() + 1),
    String(born.getUTCFullYear()),
  ])
  await nia.click('Make the record')
  await owen.go('/review')
  await owen.click(`${name} · ${name}`)
  await owen.click('Ask a partner')
  await owen.see('your list tells us of')
  await owen.axe()
  await owen.click('Mark as asked')
  await owen.see('Choose the partner to ask')
  await owen.axe()
  await owen.page.getByRole('radio').first().check()
  await owen.click('Mark as asked')
  await owen.see('A partner was asked')
})
