/** The file of the monthly return by the command line, without a database. */
import { createReadStream } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { formatDay } from '#ground/day.ts'
import { type Checked, checkReturn, type Fault, messageOf, NOT_COVERED } from '#rooms/returns/index.ts'
import {
  FIRST_YEAR,
  howKnown,
  LAST_YEAR,
  profileYear,
  type ReturnYear,
  readYear,
  yearText,
} from '#rooms/tracking/index.ts'
import { type Command, CommandTrouble } from './command.ts'

/** Wrong words, or a file that is not there: 1 means that the file does not pass. */
const WRONG_USE = 2
/** So many places of one error are shown; JSON has them all. */
const MOST_PLACES = 5
/** Bytes read at once, and signs of JSON written at once. */
const PIECE = 256 * 1024
const ADVICE = `Say "nccis check FILE [--year 2019-20] [--format text|json]".`

type Say = (line: string) => void

export const nccis: Command = {
  usage:
    'nccis check FILE [--year 2019-20] [--format text|json]   checks a file of the monthly return; ends with 1 when something stands in its way',
  async run(args, { say }) {
    const { file, year, format } = await readWords(args)
    const open = () => createReadStream(file, { highWaterMark: PIECE })
    const checked = format === 'json' ? await checkToJson(open, year, say) : await checkToText(open, year, file, say)
    return checked.blocking > 0 ? 1 : 0
  },
}

type Words = { readonly file: string; readonly year: ReturnYear | undefined; readonly format: 'text' | 'json' }

async function readWords(args: string[]): Promise<Words> {
  const { values, positionals } = parsed(args)
  const [verb, file, ...more] = positionals
  if (verb !== 'check' || file === undefined || more.length > 0)
    throw new CommandTrouble('That is not how it is said.', ADVICE, WRONG_USE)
  const year = values.year === undefined ? undefined : readYear(values.year)
  if (values.year !== undefined && year === undefined)
    throw new CommandTrouble(
      `--year must be one of ${yearText(FIRST_YEAR)} to ${yearText(LAST_YEAR)}.`,
      ADVICE,
      WRONG_USE,
    )
  const { format } = values
  if (format !== 'text' && format !== 'json') throw new CommandTrouble('--format is text or json.', ADVICE, WRONG_USE)
  const found = await stat(file).catch(() => undefined)
  if (found === undefined) throw new CommandTrouble(`There is no file ${file}.`, '', WRONG_USE)
  // It is read twice: what comes through a pipe can be read once only.
  if (!found.isFile()) throw new CommandTrouble(`${file} is no file.`, '', WRONG_USE)
  await access(file, constants.R_OK).catch(() => {
    throw new CommandTrouble(`${file} may not be read.`, 'Ask whoever owns it.', WRONG_USE)
  })
  return { file, year, format }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { year: { type: 'string' }, format: { type: 'string', default: 'text' } },
    })
  } catch (trouble) {
    if (!(trouble instanceof TypeError)) throw trouble
    throw new CommandTrouble(trouble.message, ADVICE, WRONG_USE)
  }
}

/** Every fault as it comes, refusals first: one list of `{error, line, person, message}`. */
async function checkToJson(
  open: () => AsyncIterable<Uint8Array>,
  year: ReturnYear | undefined,
  say: Say,
): Promise<Checked> {
  let piece = '['
  let isFirst = true
  const checked = await checkReturn(open, year, fault => {
    const { error, line, person } = fault
    piece += `${isFirst ? '' : ','}\n${JSON.stringify({ error, line, person, message: messageOf(fault) })}`
    isFirst = false
    if (piece.length < PIECE) return
    // A line ends where the next object begins anyway.
    const end = piece.lastIndexOf('\n')
    say(piece.slice(0, end))
    piece = piece.slice(end + 1)
  })
  say(`${piece}\n]`)
  return checked
}

/** Faults that say the same. */
type Group = { readonly fault: Fault; count: number; readonly places: Fault[] }

async function checkToText(
  open: () => AsyncIterable<Uint8Array>,
  year: ReturnYear | undefined,
  file: string,
  say: Say,
): Promise<Checked> {
  const groups = new Map<string, Group>()
  const checked = await checkReturn(open, year, fault => {
    const key = `${fault.error}\n${fault.says}`
    const group = groups.get(key) ?? { fault, count: 0, places: [] }
    group.count++
    if (group.places.length < MOST_PLACES) group.places.push(fault)
    groups.set(key, group)
  })
  sayWhat(checked, basename(file), say)
  const told = [...groups.values()]
  sayGroups(
    'The file is refused as a whole for:',
    told.filter(one => one.fault.refuses),
    say,
  )
  sayGroups(
    'To be mended:',
    told.filter(one => one.fault.blocks && !one.fault.refuses),
    say,
  )
  sayGroups(
    'Advice, which does not count:',
    told.filter(one => !one.fault.blocks),
    say,
  )
  return checked
}

function sayWhat(checked: Checked, file: string, say: Say): void {
  const { header, periodEnd, year, otherYear, isWhole, people, refusals, blocking, advice, unknown } = checked
  const period = periodEnd === undefined ? 'a period it does not say' : `the period to ${formatDay(periodEnd)}`
  const codes = header === undefined || header.authorities.length === 0 ? '' : ` of ${listed(header.authorities)}`
  say(
    `${file}: a return${codes} for ${period}, ${counted(people, 'person', 'people')}${isWhole ? '' : ' up to where it breaks off'}.`,
  )
  const verdict =
    blocking === 0
      ? 'It passes our checks'
      : `It does NOT pass our checks: ${counted(blocking, 'error', 'errors')} to be mended${refusals > 0 ? `, ${refusals} of which the file is refused as a whole for` : ''}`
  say(`${verdict}. Pieces of advice: ${advice === 0 ? 'none' : advice.toLocaleString('en-GB')}.`)
  say(`The checks are based on ${basisOf(year)}. They are not validated by the Department for Education.`)
  if (otherYear !== undefined) say(`You asked for ${yearText(year)}; the period is in ${yearText(otherYear)}.`)
  if (checked.hasMoreRepeats) say('So many seem to be there twice that not each of them is told.')
  if (unknown.size > 0)
    say(
      `Passed over, because we do not know them: ${[...unknown].map(([name, count]) => `${name} (${count})`).join(', ')}.`,
    )
  say('Not covered:')
  for (const line of NOT_COVERED) say(`  - ${line}`)
}

/** What a year's checks rest on. */
function basisOf(year: ReturnYear): string {
  const known = howKnown(year)
  if (known === 'read') return `the published error list of ${yearText(year)}`
  if (known === 'changes-read') return `the published error list of 2019-20 with the changes known of ${yearText(year)}`
  if (profileYear(year) !== year)
    return `the nearest year we have, ${yearText(profileYear(year))}: nothing is known of ${yearText(year)}`
  return year < 2019
    ? `the published error lists of 2015-16 and 2019-20; what changed between is not known, so ${yearText(year)} is carried over`
    : `the published error list of 2019-20 and the changes known since; what else changed by ${yearText(year)} is not known, so it is carried over`
}

function sayGroups(heading: string, groups: readonly Group[], say: Say): void {
  if (groups.length === 0) return
  say('')
  say(heading)
  const sorted = groups.toSorted((a, b) => firstNumber(a) - firstNumber(b) || b.count - a.count)
  for (const { fault, count, places } of sorted) {
    const name = fault.error === 'file' ? 'File' : `Error ${fault.error}`
    say(`  ${name}: ${fault.says} ${count === 1 ? 'Once' : `${count.toLocaleString('en-GB')} times`}.`)
    for (const { line, person, here } of places)
      say(`    line ${line}${person === '' ? '' : `, person ${person}`}${here === '' ? '' : `. ${here}`}`)
    if (count > places.length)
      say(`    and ${(count - places.length).toLocaleString('en-GB')} more (all with --format json)`)
  }
}

function firstNumber({ fault }: Group): number {
  return Number.parseInt(fault.error, 10) || 0
}

function counted(count: number, one: string, many: string): string {
  return `${count === 0 ? 'no' : count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}

function listed(codes: readonly string[]): string {
  const shown = codes.slice(0, 10).filter(code => /^\w{1,10}$/.test(code))
  return `${codes.length === 1 ? 'authority' : 'authorities'} ${shown.join(', ')}${codes.length > shown.length ? ' and others' : ''}`
}
