/** Somebody without training in assessing on record agrees an assessment, and says who looked at it too. */
import { journey } from './harness.ts'
import { makeRecord } from './people-steps.ts'

journey('Whoever has no training on record says who looked at an assessment with them', async ({ as }) => {
  const [dana, priya] = [await as('Dana Example'), await as('Priya Specimen')]
  const record = await makeRecord(dana, 'Ledley', 'Madeuplook', ['6', '10', '2010'])
  // What a team leader has done is written down by nobody of their own team.
  await priya.go(`${record}/assessment`)
  await priya.click('Begin an initial assessment')
  await priya.page
    .getByRole('group', { name: /Your view\s+Participation/ })
    .getByRole('radio', { name: 'Well', exact: true })
    .check()
  await priya.click(priya.page.getByRole('button', { name: 'Save and leave' }))
  await priya.click(priya.page.getByRole('button', { name: /Go on with the initial/ }))
  await priya.go(`${new URL(priya.page.url()).pathname.replace(/\/education$/, '')}/agree`)
  await priya.see('Did a colleague with training in assessing look at it with you?')
  await priya.axe('full')
  await priya.page.getByRole('radio', { name: 'Yes', exact: true }).first().check()
  await priya.click('Agree and lock')
  await priya.see('Select whether a colleague with training looked at it with you')
  await priya.axe()
  await priya.page.getByRole('radio', { name: 'No, nobody did' }).check()
  await priya.click('Agree and lock')
  await priya.see('Write why nobody looked at it with you')
  await priya.axe()
  const question = priya.page.getByRole('group', { name: /Did a colleague with training/ })
  await question.getByRole('radio', { name: 'Yes', exact: true }).check()
  await priya.page.getByLabel('Who was it?').selectOption({ label: 'Dana Example (your team)' })
  await priya.clicks('agreeing, once it is said', 1, () => priya.click('Agree and lock'))
  await priya.see('Looked at with Dana Example.')
  await priya.axe('full')
})
