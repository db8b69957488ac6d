/**
 * Makers of valid numbers. Written from the published rules and not from the people room, so that the two prove each other.
 */

const CHECK_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** Calderdale's number, with school numbers from 9001 that no school there has. */
const AUTHORITY = '381'

/** A UPN: what its twelve figures weigh, by place 2 to 13, gives the letter before them. */
export function makeUpn(school: number, yearOfEntry: number, serial: number): string {
  const figures = `${AUTHORITY}${9001 + school}${pad(yearOfEntry % 100, 2)}${pad(serial, 3)}`
  let weight = 0
  for (let place = 0; place < figures.length; place++) weight += Number(figures[place]) * (place + 2)
  return `${CHECK_LETTERS[weight % 23]}${figures}`
}

/** UPNs one after the other. A school has a thousand for a year of entry; then it borrows another number. */
export function upnMaker(): (school: number, yearOfEntry: number) => string {
  const used = new Map<number, number>()
  return (school, yearOfEntry) => {
    const key = school * 100 + (yearOfEntry % 100)
    const count = used.get(key) ?? 0
    used.set(key, count + 1)
    return makeUpn((school + 400 * Math.floor(count / 999)) % 990, yearOfEntry, (count % 999) + 1)
  }
}

/** A ULN: nine figures weighed 10 to 2; ten less the remainder by eleven is the tenth. Some nines have none. */
export function makeUln(nine: number): string | undefined {
  const figures = String(nine)
  let weight = 0
  for (let place = 0; place < 9; place++) weight += Number(figures[place]) * (10 - place)
  const remainder = weight % 11
  return remainder === 0 ? undefined : `${figures}${10 - remainder}`
}

const NINES = 900_000_000

/** ULNs that look unrelated and never repeat: steps of 7^10 through nine hundred million numbers. */
export function ulnMaker(seed: number): () => string {
  let step = (Math.abs(seed) * 7919) % 1_000_000
  return () => {
    for (;;) {
      step++
      const uln = makeUln(100_000_000 + ((step * 282_475_249) % NINES))
      if (uln !== undefined) return uln
    }
  }
}

export function pad(n: number, width: number): string {
  return String(n).padStart(width, '0')
}
