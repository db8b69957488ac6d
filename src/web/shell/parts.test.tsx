import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { Alert, Alerts } from './alert.tsx'
import { DataTable } from './data-table.tsx'
import { ListState } from './filter-box.tsx'
import { StatusTag } from './status-tag.tsx'
import { CountTabs, ProgressBar, Steps } from './steps.tsx'
import { Stones } from './young-parts.tsx'

const hostile = '<b>"\'&'
function html(page: JSX.Element): string {
  return renderToString(page)
}

describe('the parts of pages', () => {
  it('never say a thing by colour alone: a state has a shape and a word', () => {
    for (const kind of ['good', 'note', 'care', 'late', 'stop', 'protected', 'unknown', 'quiet'] as const) {
      expect(html(<StatusTag kind={kind}>Word</StatusTag>)).toMatch(/<svg [^>]*aria-hidden="true".*<span>Word<\/span>/s)
    }
    expect(html(<Alert kind="stop" kindWord="Stop" first="Do not call." />)).toContain('>Stop: </span>')
  })

  it('show three alerts and fold the rest', () => {
    const items = ['one', 'two', 'three', 'four'].map(word => <Alert kind="note" kindWord="Note" first={word} />)
    const drawn = html(<Alerts items={items} more={count => `${count} more`} />)
    expect(drawn.indexOf('three')).toBeLessThan(drawn.indexOf('<details'))
    expect(drawn.indexOf('four')).toBeGreaterThan(drawn.indexOf('1 more'))
  })

  it('name each row of a table by its first cell, and say the order to those who hear it', () => {
    const table = html(
      <DataTable
        caption="People"
        rows={[{ name: hostile, days: 3 }]}
        columns={[
          { key: 'name', heading: 'Name', sortHref: '?sort=name', currentSort: 'ascending', cell: row => row.name },
          { key: 'days', heading: 'Seen', numeric: true, phone: { label: 'Seen' }, cell: row => `${row.days} days` },
        ]}
      />,
    )
    expect(table).toContain('<caption class="govuk-visually-hidden">People</caption>')
    expect(table).toContain('aria-sort="ascending"')
    expect(table).toContain('<th scope="row">&lt;b>&quot;\'&amp;</th>')
    expect(table).toContain('<td class="cx-table__number" data-label="Seen">3 days</td>')
  })

  it('say what taking a chip away does', () => {
    const chips = [{ text: 'Open', removeHref: '/list', removeWord: 'Remove filter' }]
    expect(html(<ListState count="3 of 9" chips={chips} />)).toContain('>Remove filter </span>Open')
    expect(
      html(<ListState count="3 of 9" filtersLabel="Filters" clearAll={{ href: '/', text: 'Clear' }} />),
    ).not.toMatch(/Filters|Clear/)
  })

  it('tell how far work is in words as well, and ask again only while it goes on', () => {
    const steps = html(
      <Steps
        label="Steps"
        steps={[
          { text: 'Read', state: 'done', stateWord: 'done' },
          { text: 'Check', state: 'now' },
        ]}
      />,
    )
    expect(steps).toContain('Read<span class="govuk-visually-hidden"> (done)</span>')
    expect(steps).toContain('aria-current="step"')
    const bar = (live: boolean) =>
      html(<ProgressBar id="p" label="Rows" done={2} total={0} words="2 of 0" live={live} />)
    expect(bar(true)).toContain('data-poll="p"')
    expect(bar(false)).not.toContain('data-poll')
    expect(bar(false)).toContain('max="1"')
  })

  it('mark the tab one is on, and say the state of each stone', () => {
    const tabs = [{ href: '#a', count: '1', sign: '+', text: 'New', current: true }] as const
    expect(html(<CountTabs label="Counts" tabs={tabs} />)).toContain('aria-current="page"')
    const stones = [{ text: 'Bus card', state: 'done', stateWord: 'done' }] as const
    expect(html(<Stones label="Steps" stones={stones} goal="Goal" />)).toContain('> (done)</span>')
  })
})
