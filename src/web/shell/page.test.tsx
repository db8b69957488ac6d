import { parse } from 'parse5'
import type { JSX } from 'preact'
import { describe, expect, it } from 'vitest'
import { Button } from '#web/govuk/button.tsx'
import { exampleStaff, shellWords } from './examples.ts'
import { IdentityBar } from './identity-bar.tsx'
import { PageHead } from './layout.tsx'
import { Page, renderPage, type StaffPageProps } from './page.tsx'
import { StatusTag } from './status-tag.tsx'

interface Node {
  readonly nodeName: string
  readonly value?: string
  readonly attrs?: readonly { name: string; value: string }[]
  readonly childNodes?: readonly Node[]
}

function nodesOf(page: JSX.Element): readonly Node[] {
  const all = (node: Node): readonly Node[] => [node, ...(node.childNodes ?? []).flatMap(all)]
  return all(parse(renderPage(page)) as unknown as Node)
}
function attr(node: Node | undefined, name: string): string | undefined {
  return node?.attrs?.find(a => a.name === name)?.value
}
function textOf(node: Node | undefined): string {
  return node?.value ?? (node?.childNodes ?? []).map(textOf).join('')
}
function staffPage(p: Partial<StaffPageProps>): JSX.Element {
  const staff = { variant: 'staff', lang: 'en', title: 'Caseload', words: shellWords, csrfToken: 'tok<en' } as const
  return (
    <Page {...staff} partnershipName="Sample partnership" staff={exampleStaff('Caseload')} {...p}>
      {p.children ?? <PageHead title="Caseload" />}
    </Page>
  )
}
const plain = (
  <Page variant="plain" lang="cy" title="Mewngofnodi" words={shellWords}>
    <PageHead title="Mewngofnodi" />
  </Page>
)
const young = (
  <Page
    variant="young"
    lang="en"
    title="Home"
    words={shellWords}
    leaveHref="https://weather.example"
    worried={{ href: '/me/worried', text: 'Worried?' }}
    nav={[{ href: '/me', text: 'Home', icon: 'home', current: true }]}
    head={<h1>Hello</h1>}
  >
    <p>Words</p>
  </Page>
)

describe.each([
  ['staff', staffPage({})],
  ['plain', plain],
  ['young', young],
])('every page (%s)', (_, page) => {
  const nodes = nodesOf(page)
  const body = nodes.find(node => node.nodeName === 'body')

  it('says its language and has a title', () => {
    expect(
      attr(
        nodes.find(node => node.nodeName === 'html'),
        'lang',
      ),
    ).toMatch(/^(en|cy)$/)
    expect(textOf(nodes.find(node => node.nodeName === 'title'))).toMatch(/ – Connexions$/)
  })
  it('begins with the skip link, which leads to the page’s own content', () => {
    const first = nodes.find(node => node.nodeName === 'a')
    expect(attr(first, 'class')).toContain('govuk-skip-link')
    expect(attr(first, 'href')).toBe('#main-content')
    const main = nodes.filter(node => node.nodeName === 'main')
    expect(main).toHaveLength(1)
    expect(attr(main[0], 'id')).toBe('main-content')
  })
  it('has one h1', () => {
    expect(nodes.filter(node => node.nodeName === 'h1')).toHaveLength(1)
  })
  it('has no id twice', () => {
    const ids = nodes.map(node => attr(node, 'id')).filter(id => id !== undefined)
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('holds nothing that the content policy refuses', () => {
    for (const node of nodes) {
      expect(attr(node, 'style')).toBeUndefined()
      expect((node.attrs ?? []).filter(a => a.name.startsWith('on'))).toEqual([])
      if (node.nodeName === 'script') expect(textOf(node)).toBe('')
    }
    expect(nodes.filter(node => node.nodeName === 'style')).toEqual([])
  })
  it('marks the body before anything else is drawn', () => {
    const first = (body?.childNodes ?? []).find(node => node.nodeName !== '#text')
    expect(attr(first, 'src')).toMatch(/\/assets\/boot/)
  })
})

describe('a page with errors', () => {
  it('says so first', () => {
    const title = nodesOf(staffPage({ hasErrors: true })).find(node => node.nodeName === 'title')
    expect(textOf(title)).toBe('Error: Caseload – Sample partnership – Connexions')
  })
})

describe('a page of someone signed in', () => {
  const link = (page: JSX.Element, text: string) =>
    nodesOf(page).find(node => node.nodeName === 'a' && textOf(node).trim() === text)

  it('offers the concern button, and takes along whom the page is about', () => {
    expect(attr(link(staffPage({}), 'Raise a concern'), 'href')).toBe('/concerns/new')
    expect(attr(link(staffPage({ aboutId: 'a&b' }), 'Raise a concern'), 'href')).toBe('/concerns/new?about=a%26b')
  })
  it('does not offer what the person may not do', () => {
    const page = staffPage({ staff: { ...exampleStaff(), canFind: false, canRaiseConcern: false } })
    expect(link(page, 'Raise a concern')).toBeUndefined()
    expect(nodesOf(page).some(node => attr(node, 'role') === 'search')).toBe(false)
  })
  it('finds by an ordinary form, and has no key for people who switched keys off', () => {
    const box = (page: JSX.Element) => nodesOf(page).find(node => attr(node, 'name') === 'q')
    expect(attr(box(staffPage({})), 'data-find-key')).toBe('/')
    expect(attr(box(staffPage({ staff: { ...exampleStaff(), keys: false } })), 'data-find-key')).toBeUndefined()
    const form = nodesOf(staffPage({})).find(node => attr(node, 'role') === 'search')
    expect([attr(form, 'method'), attr(form, 'action')]).toEqual(['get', '/find'])
  })
  it('signs out by a form with the token', () => {
    const html = renderPage(staffPage({}))
    expect(html).toContain(
      '<form method="post" action="/sign-out"><input type="hidden" name="_csrf" value="tok&lt;en"/>',
    )
  })
  it('marks where one is, and says lateness in words', () => {
    const current = nodesOf(staffPage({})).filter(node => attr(node, 'aria-current') === 'page')
    expect(current.map(textOf)).toEqual(['Caseload100'])
    expect(renderPage(staffPage({}))).toContain('3 late')
  })
  it('leads to the menu by its address, so that it works without scripts', () => {
    const nodes = nodesOf(staffPage({}))
    expect(attr(link(staffPage({}), 'Menu'), 'href')).toBe('#menu')
    expect(nodes.find(node => attr(node, 'id') === 'menu')?.nodeName).toBe('nav')
  })
  it('loads itself again without scripts only while work goes on', () => {
    expect(renderPage(staffPage({}))).not.toContain('http-equiv')
    expect(renderPage(staffPage({ refreshSeconds: 5 }))).toContain(
      '<noscript><meta http-equiv="refresh" content="5"/></noscript>',
    )
  })
})

describe('a page in two languages', () => {
  it('leads to itself in the other, named in that language', () => {
    const otherLanguage = { lang: 'cy', href: '/iaith', text: 'Cymraeg' }
    const links = nodesOf(staffPage({ otherLanguage })).filter(node => attr(node, 'hreflang') === 'cy')
    expect(links.map(node => [attr(node, 'lang'), textOf(node)])).toEqual([
      ['cy', 'Cymraeg'],
      ['cy', 'Cymraeg'],
    ])
  })
})

describe('whatever a name holds', () => {
  const hostile = '<img src=x onerror=alert(1)>"\'&'
  it('is shown and never run', () => {
    const nodes = nodesOf(
      staffPage({
        title: hostile,
        partnershipName: hostile,
        staff: { ...exampleStaff(), name: hostile },
        identityBar: (
          <IdentityBar
            name={hostile}
            fullName={hostile}
            tag={<StatusTag kind="stop">{hostile}</StatusTag>}
            facts={[{ label: hostile, value: hostile }]}
          />
        ),
        children: <Button value={hostile}>{hostile}</Button>,
      }),
    )
    expect(nodes.some(node => node.nodeName === 'img')).toBe(false)
    expect(textOf(nodes.find(node => node.nodeName === 'h1'))).toBe(hostile)
    expect(
      attr(
        nodes.find(node => attr(node, 'class') === 'govuk-button'),
        'value',
      ),
    ).toBe(hostile)
  })
  it('cannot become an attribute that runs', () => {
    expect(() => renderPage(<Button attributes={{ onclick: 'alert(1)' }}>x</Button>)).toThrow(/refused/)
    expect(() => renderPage(<Button attributes={{ style: 'x' }}>x</Button>)).toThrow(/refused/)
    expect(() => renderPage(<Button attributes={{ 'x y': '1' }}>x</Button>)).toThrow(/refused/)
  })
})
