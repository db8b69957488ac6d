/** How a case stands: an adviser looks what is missing, and who has worked with a young person. */
import { journey } from './harness.ts'
import { makeRecord } from './people-steps.ts'

journey('An adviser looks how a case stands, and goes where something is missing', async ({ as }) => {
  const dana = await as('Dana Example')
  const record = await makeRecord(dana, 'Casey', 'Madeupcase', ['6', '10', '2010'])
  await dana.visit(`${record}/case`, { state: 'empty' })
  await dana.see('No open goal')
  await dana.clicks('going where something is missing', 1, () =>
    dana.click(dana.page.getByRole('link', { name: /^Open\s*: Plan/ })),
  )
  await dana.see('No plan yet')
  await dana.go('/caseload')
  await dana.click(dana.page.locator('tbody th a, tbody td a').first())
  await dana.visit(`${new URL(dana.page.url()).pathname}/case`, { state: 'full' })
  await dana.see('How to say it')
})

journey('An adviser looks who stands round a young person, and what each can read', async ({ as }) => {
  const dana = await as('Dana Example')
  const record = await makeRecord(dana, 'Rounda', 'Madeupround', ['6', '10', '2010'])
  await dana.visit(`${record}/round`, { state: 'full' })
  await dana.see('Nobody else is written down.')
  await dana.go('/caseload')
  await dana.click(dana.page.locator('tbody th a, tbody td a').first())
  await dana.visit(`${new URL(dana.page.url()).pathname}/round`, { state: 'full' })
  await dana.see('Does not read')
})
