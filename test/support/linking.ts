/** Secure links, for tests: what the page of a new one shows, and a phone that enters it. */
import { expect } from 'vitest'
import type { TestHouse, TestVisitor } from './house.ts'

export type MadeTestLink = { readonly path: string; readonly code: string }

/** The address and the code, as the page shows them once. */
export function madeIn(body: string): MadeTestLink {
  const path = /http:\/\/127\.0\.0\.1:3000(\/open\/[\w-]+)/.exec(body)?.[1] ?? ''
  const code = /<strong>(\d{3} \d{3})<\/strong>/.exec(body)?.[1] ?? ''
  return { path, code }
}

/** A phone of nobody in particular, on which the code was given. */
export async function enterLink(house: TestHouse, link: MadeTestLink, leads: string): Promise<TestVisitor> {
  const on = house.visitor()
  const answer = await on.post(link.path, { code: link.code }, link.path)
  expect(answer).toMatchObject({ status: 303, to: `${link.path}/${leads}` })
  house.clock.advance(1000)
  return on
}
