/** Forms as browsers send them that `post` cannot: with a file, or with a name that stands more than once. */
import { type Answered, answeredBy, type TestColleague, type TestHouse, tokenIn } from './house.ts'

type Fields = Iterable<readonly [string, string]>

/** Sends a form with its file. */
export async function postFile(
  house: TestHouse,
  by: TestColleague,
  path: string,
  fields: Fields,
  file: { readonly name: string; readonly content: string | Uint8Array } | undefined,
): Promise<Answered> {
  const edge = '----made-up-edge'
  const field = (key: string, value: string) =>
    `--${edge}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`
  const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${file?.name ?? ''}"\r\nContent-Type: text/csv\r\n\r\n`
  const payload = Buffer.concat([
    Buffer.from(field('_csrf', await tokenFor(by))),
    ...[...fields].map(([name, value]) => Buffer.from(field(name, value))),
    Buffer.from(head),
    Buffer.from(file?.content ?? ''),
    Buffer.from(`\r\n--${edge}--\r\n`),
  ])
  return send(house, by, path, `multipart/form-data; boundary=${edge}`, payload)
}

/** Sends a form in which a name may stand more than once. */
export async function postFields(house: TestHouse, by: TestColleague, path: string, fields: Fields): Promise<Answered> {
  const body = new URLSearchParams([...fields].map(([name, value]) => [name, value]))
  body.set('_csrf', await tokenFor(by))
  return send(house, by, path, 'application/x-www-form-urlencoded', Buffer.from(body.toString()))
}

async function tokenFor(by: TestColleague): Promise<string> {
  return tokenIn((await by.get('/no-such-page')).body)
}

async function send(
  house: TestHouse,
  by: TestColleague,
  url: string,
  type: string,
  payload: Buffer,
): Promise<Answered> {
  const cookie = [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await house.app.inject({
    method: 'POST',
    url,
    remoteAddress: '192.0.2.1',
    headers: { cookie, 'content-type': type },
    payload,
  })
  return answeredBy(answer)
}
