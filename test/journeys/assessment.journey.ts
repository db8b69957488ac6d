/** Assessing with two voices: from nothing to a baseline, a review, and whose is due. */
import { journey, type Walker } from './harness.ts'
import { makeRecord } from './people-steps.ts'

const choose = (walker: Walker, who: RegExp, level: string) =>
  walker.page.getByRole('group', { name: who }).getByRole('radio', { name: level }).check()

journey('An adviser assesses with both views, agrees it, and it is the baseline', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.go('/caseload?sort=name')
  // Some of the demo have none yet; which, other journeys that add to the caseload do not change.
  const records = await dana.page
    .locator('main th a[href^="/people/"]')
    .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  for (const record of records) {
    await dana.go(`${record}/assessment`)
    if ((await dana.page.getByText('Not assessed yet').count()) > 0) break
  }
  await dana.see('Not assessed yet')
  await dana.axe('empty')
  await dana.clicks('beginning an assessment', 1, () =>
    dana.click(dana.page.getByRole('button', { name: 'Begin an initial assessment' })),
  )
  await dana.see('Group 1 of 4')
  await dana.axe('empty')
  await choose(dana, /Your view\s+Participation/, 'Mixed')
  await choose(dana, /own view\s+Participation/, 'Worry')
  await dana.page.locator('#evidence-participation').fill('x'.repeat(10_001))
  await dana.click(dana.page.getByRole('button', { name: 'Save, next group' }))
  await dana.see('Use at most 10,000 characters')
  await dana.axe()
  await dana.page.locator('#evidence-participation').fill('Made-up: comes on four days of five')
  await dana.click(dana.page.getByRole('button', { name: 'Save, next group' }))
  await dana.see('Group 2 of 4')
  await dana.see('where')
  await dana.click(dana.page.getByRole('button', { name: 'Save, next group' }))
  await choose(dana, /own view\s+Housing/, 'Critical')
  await dana.click(dana.page.getByRole('button', { name: 'Save, next group' }))
  await dana.see('What you write here goes to colleagues who may read about it')
  await dana.click(dana.page.getByRole('button', { name: 'Save and agree it together' }))
  await dana.see('Before it can be agreed')
  await dana.axe()
  await dana.click(dana.page.getByRole('button', { name: 'Agree and lock' }))
  await dana.see('Select whether they agree')
  await dana.axe()
  await dana.page.locator('#answer-housing').selectOption('acted')
  await dana.page.locator('#did-housing').fill('Made-up: went to the housing office together')
  await dana.page.getByRole('radio', { name: 'Yes' }).check()
  await dana.click(dana.page.getByRole('button', { name: 'Agree and lock' }))
  await dana.see('The baseline was agreed on')
  await dana.axe()
  await dana.click(dana.page.getByRole('button', { name: 'Begin a review' }))
  await dana.click(dana.page.getByRole('button', { name: 'Still true of participation' }))
  const said = await dana.page.locator('#evidence-participation').inputValue()
  if (said !== 'Made-up: comes on four days of five') throw new Error(`what is still true reads "${said}"`)
})

journey('An adviser sees whose assessment is due, the latest first', async ({ as }) => {
  const dana = await as('Dana Example')
  await dana.visit('/assessments/due')
  await dana.see(/days late/)
  await dana.click(dana.page.getByRole('link', { name: /Open the assessment/ }).first())
  await dana.see('Distance travelled')
  const priya = await as('Priya Specimen')
  await priya.visit('/assessments/due', { state: 'empty' })
  await priya.click('My team')
  await priya.see('Lead adviser')
  await priya.axe()
})

journey('A draft saves itself while it is written, and again when the line is back', async ({ as }) => {
  const dana = await as('Dana Example')
  const record = await makeRecord(dana, 'Savy', 'Madeupdraft', ['6', '7', '2010'])
  await dana.go(`${record}/assessment`)
  await dana.click(dana.page.getByRole('button', { name: 'Begin an initial assessment' }))
  await dana.page.locator('#evidence-participation').fill('Made-up: written and never sent')
  await choose(dana, /Your view\s+Participation/, 'Mixed')
  await dana.page
    .locator('#saved')
    .getByText(/^Saved/)
    .waitFor()
  const here = new URL(dana.page.url()).pathname
  await dana.page.context().setOffline(true)
  await dana.page.locator('#evidence-participation').fill('Made-up: written without a line')
  await dana.page.locator('#evidence-participation').blur()
  await dana.page.locator('#saved').getByText('No connection').waitFor()
  await dana.page.context().setOffline(false)
  await dana.page
    .locator('#saved')
    .getByText(/^Saved/)
    .waitFor()
  await dana.go(here)
  const kept = await dana.page.locator('#evidence-participation').inputValue()
  if (kept !== 'Made-up: written without a line') throw new Error(`kept was "${kept}"`)
})

journey('A draft that saves itself goes over nobody else’s words', async ({ as }) => {
  const dana = await as('Dana Example')
  const record = await makeRecord(dana, 'Twoey', 'Madeupdraft', ['6', '7', '2010'])
  await dana.go(`${record}/assessment`)
  await dana.click(dana.page.getByRole('button', { name: 'Begin an initial assessment' }))
  const here = new URL(dana.page.url()).pathname
  const priya = await as('Priya Specimen')
  await priya.go(here)
  await choose(priya, /Your view\s+Basic skills/, 'Worry')
  await priya.page.locator('#evidence-basic-skills').fill('Made-up: said by the other')
  await priya.click(priya.page.getByRole('button', { name: 'Save and leave' }))
  await choose(dana, /Your view\s+Participation/, 'Mixed')
  await dana.page
    .locator('#saved')
    .getByText(/^Saved/)
    .waitFor()
  await choose(dana, /own view\s+Participation/, 'Worry')
  await dana.click(dana.page.getByRole('button', { name: 'Save, next group' }))
  await dana.see('Group 2 of 4')
  await dana.go(here)
  const kept = await dana.page.locator('#evidence-basic-skills').inputValue()
  if (kept !== 'Made-up: said by the other') throw new Error(`of the other’s words there is "${kept}"`)
})

journey('An adviser assesses in depth what asks for it', async ({ as }) => {
  const dana = await as('Dana Example')
  const record = await makeRecord(dana, 'Deepa', 'Madeupdepth', ['6', '7', '2010'])
  await dana.go(`${record}/assessment`)
  await dana.click(dana.page.getByRole('button', { name: 'Begin an in-depth assessment' }))
  await dana.see('every factor is here')
  await dana.axe()
  await choose(dana, /Your view\s+Participation/, 'Worry')
  await dana.click(dana.page.getByRole('button', { name: 'Save, next group' }))
  await dana.see('Nothing in this group asks to be looked at closer')
  await dana.go(dana.page.url().replace('/self', '/education'))
  await dana.see('3 others of this group')
  await dana.see('What is different on the days you do go?')
  await dana.axe()
})

journey(
  'What whoever agreed could not see, and calls for somebody else, is answered by whoever leads next and can',
  async ({ as }) => {
    const [imran, dana, priya] = [await as('Imran Demo'), await as('Dana Example'), await as('Priya Specimen')]
    const record = await makeRecord(imran, 'Latey', 'Madeupsignal', ['6', '7', '2010'])
    await imran.go(`${record}/assessment`)
    await imran.click(imran.page.getByRole('button', { name: 'Begin an initial assessment' }))
    const at = new URL(imran.page.url()).pathname.replace('/education', '')
    await imran.go(`${at}/health`)
    await choose(imran, /Your view\s+Physical health/, 'Critical')
    await imran.click(imran.page.getByRole('button', { name: 'Save and agree it together' }))
    const leads = async (name: string) => {
      await priya.go(`${record}/lead`)
      const option = priya.page.locator('#adviser option', { hasText: name })
      await priya.page.locator('#adviser').selectOption((await option.getAttribute('value')) ?? '')
      await priya.fill('Why?', 'Made up')
      await priya.click('Make them lead adviser')
    }
    await leads('Dana Example')
    await dana.go(`${at}/education`)
    await choose(dana, /Your view\s+Participation/, 'Well')
    await dana.click(dana.page.getByRole('button', { name: 'Save and leave' }))
    await dana.go(`${at}/agree`)
    await dana.page.getByRole('radio', { name: 'Yes' }).check()
    await dana.click(dana.page.getByRole('button', { name: 'Agree and lock' }))
    await dana.see('The baseline was agreed on')
    await leads('Imran Demo')
    await imran.go(`${record}/assessment`)
    await imran.see('Needs an answer')
    await imran.click('Answer it')
    await imran.visit(`${at}/answers`)
    await imran.click('Save what was done')
    await imran.see('There is a problem')
    await imran.axe()
    await imran.page.locator('#answer-physical-health').selectOption('acted')
    await imran.page.locator('#did-physical-health').fill('Made-up: rang the school nurse')
    await imran.click('Save what was done')
    await imran.see('rang the school nurse')
  },
)
