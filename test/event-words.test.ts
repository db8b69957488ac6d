/** Every event of the audit has its words on the page "Who looked": nobody should read a name made for programs. */
import { describe, expect, it } from 'vitest'
import { auditEvents, recordedIn } from '#test/audit-events.ts'
import { eventWords, sayEvent } from '../src/rooms/desk/event-words.ts'

describe('The words of an event', () => {
  it('are there for every event the program can write', () => {
    const events = auditEvents()
    expect(events.length).toBeGreaterThan(150)
    expect(events).toEqual(expect.arrayContaining(['record.viewed', 'account.disabled', 'list.undone', 'page.refused']))
    expect(
      events.filter(event => eventWords[event] === undefined),
      'Give each of these a sentence in src/rooms/desk/event-words.ts',
    ).toEqual([])
  })

  it('are a sentence of their own, said of one event only', () => {
    const said = Object.values(eventWords)
    expect(said.filter(words => !/^[A-Z][^.:_]+$/.test(words))).toEqual([])
    expect(said.filter((words, index) => said.indexOf(words) !== index)).toEqual([])
  })

  it('say how it ended, so that a try never reads like a deed', () => {
    expect(sayEvent({ action: 'record.viewed', outcome: 'done' })).toBe('Opened the record')
    expect(sayEvent({ action: 'record.viewed', outcome: 'refused' })).toBe('Opened the record (refused)')
    expect(sayEvent({ action: 'contact.recorded', outcome: 'invalid' })).toBe('Recorded a contact (not saved)')
    expect(sayEvent({ action: 'older-noun.verb-kept', outcome: 'done' })).toBe('older noun: verb kept')
  })

  it('are asked for where an event is recorded in either branch of a condition, and nowhere else', () => {
    const text = `record(tx, { action: isOn ? 'thing.switched-on' : 'thing.switched-off', target: 'thing.else' })
      post('/thing/new', { action: '/thing/new' })`
    expect(recordedIn('src/rooms/made-up/actions.ts', text)).toEqual(['thing.switched-on', 'thing.switched-off'])
  })
})
