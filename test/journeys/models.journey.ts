/** What matching goes by, and what partners' lists are like: in a demo of its own, large enough to learn from. */

import type { Locator } from 'playwright-core'
import { serve } from '#test/served.ts'
import { journey, type Walker } from './harness.ts'
import { reloadUntil } from './list-steps.ts'
import { joinAs } from './live.ts'

/** What is there when nothing is being learned: the page does not load itself again then. */
function isDone(walker: Walker): Locator {
  return walker.page.getByRole('button', { name: 'Learn anew now' })
}

journey(
  'A data officer sees what matching goes by, moves its threshold, freezes it, and goes back',
  async ({ stranger, live }) => {
    const early = await joinAs(await live(), stranger, 'data-officer', 'models')
    await early.visit('/matching/models', { state: 'empty' })
    await early.see('Nothing is learned yet')
    await early.visit('/matching/quality', { state: 'empty' })
    await early.see('No lists have gone in yet')

    const demo = await serve('demo', ['--people', '300'])
    try {
      const owen = await stranger(demo)
      await owen.go('/demo')
      await owen.click(owen.page.getByRole('button', { name: 'Owen Testcase' }))
      await owen.go('/matching/models')
      await owen.clicks('asking for a new model', 1, () => owen.click('Learn anew now'))
      await reloadUntil(owen, owen.page.getByText('Somebody asked for it: Owen Testcase'), 60)
      await reloadUntil(owen, isDone(owen), 60)
      await owen.axe('full')
      await owen.page.locator('summary', { hasText: 'Every weight' }).click()
      await owen.see('The other way round')

      await owen.page
        .locator('label', { hasText: /1 wrong in/ })
        .last()
        .click()
      await owen.clicks('moving the threshold', 1, () => owen.click('Save the threshold'))
      await owen.see('Counts now')
      await owen.axe('full')
      await owen.page.evaluate(() => {
        for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=threshold]')) radio.checked = false
      })
      await owen.click('Save the threshold')
      await owen.see('There is a problem')
      await owen.axe('error')
      await owen.go('/matching/models')
      await owen.page.locator('label', { hasText: 'As the model says' }).click()
      await owen.click('Save the threshold')

      await owen.clicks('freezing the model', 1, () => owen.click('Freeze'))
      await owen.see('Neither a night nor a list puts another model in its place.')
      const [number = ''] = (await owen.page.locator('dd', { hasText: /^No\. \d+$/ }).innerText()).match(/\d+/) ?? []
      await owen.click('Learn anew now')
      await reloadUntil(owen, owen.page.locator('dd', { hasText: `No. ${Number(number) + 1}` }), 60)
      await reloadUntil(owen, isDone(owen), 60)
      await owen.click(owen.page.locator('main table a[href^="/matching/models/"]').first())
      await owen.see('Line by line')
      await owen.axe('full')
      await owen.clicks('going back to a model', 1, () => owen.click('Go back to this one'))
      await reloadUntil(owen, owen.page.getByText('Somebody went back to an earlier one'), 60)
      await reloadUntil(owen, isDone(owen), 60)
      await reloadUntil(owen, owen.page.getByRole('button', { name: 'Learn anew now' }))

      await owen.visit('/matching/quality')
      await owen.click('Patternroyd School (demo)')
      await owen.see('Rows to mend, by column')
      await owen.axe('full')
    } finally {
      await demo.stop()
    }
  },
)
