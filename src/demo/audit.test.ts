import { describe, expect, it } from 'vitest'
import { type AuditedRow, auditDemo } from './audit.ts'
import { readTruth, readTwins } from './truth.ts'

const row = (truth: string, record: string | null, n = 1): AuditedRow => ({
  file: 'made-up.csv',
  row: n,
  truth,
  notes: '',
  record,
})

describe('The demo held against its own truth', () => {
  it('finds nothing where every person is on one record', () => {
    const audit = auditDemo([row('P1', 'a'), row('P1', 'a'), row('P2', 'b'), row('P3', null)], [], [['P1', 'P2']])
    expect(audit).toMatchObject({
      rows: 4,
      people: 2,
      waiting: 1,
      wrong: [],
      missed: [],
      twinsJoined: [],
      pairs: 1,
      found: 1,
    })
  })

  it('names every record that holds two people, and twins among them', () => {
    const audit = auditDemo([row('P1', 'a'), row('P2', 'a'), row('P3', 'b'), row('P4', 'b')], [], [['P1', 'P2']])
    expect(audit.wrong.map(w => [w.record, w.rows.map(r => r.truth)])).toEqual([
      ['a', ['P1', 'P2']],
      ['b', ['P3', 'P4']],
    ])
    expect(audit.twinsJoined).toEqual([['P1', 'P2']])
  })

  it('names everybody on two records, and whether somebody is asked', () => {
    const rows = [row('P1', 'a'), row('P1', 'b'), row('P2', 'c'), row('P2', 'd')]
    const audit = auditDemo(rows, [['b', 'a']], [])
    expect(audit.missed.map(m => [m.truth, m.isAsked])).toEqual([
      ['P1', true],
      ['P2', false],
    ])
    expect(audit).toMatchObject({ pairs: 2, found: 0 })
  })

  it('reads its files as they are written', async () => {
    expect(
      readTruth(
        'file,row,person,notes,column,trouble\nmade-up.csv,2,P1,mistyped-name,,\n',
        new Map([['made-up.csv:2', 'a']]),
      ),
    ).toEqual([{ file: 'made-up.csv', row: 2, truth: 'P1', notes: 'mistyped-name', record: 'a' }])
    expect(readTwins('{"person":"P2","notes":["twin-of:P1","leaver"]}\n{"person":"P3","notes":[]}\n')).toEqual([
      ['P2', 'P1'],
    ])
  })
})
