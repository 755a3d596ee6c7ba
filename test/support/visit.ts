// A browser without scripts, over real HTTP: keeps cookies, sends forms as a browser would, follows nothing by itself.
import { type IncomingHttpHeaders, request } from 'node:http'

export type Answer = {
  status: number
  headers: IncomingHttpHeaders
  /** Where a redirect leads, else an empty text. */
  location: string
  text: string
  bytes: Buffer
}

export type FormFile = { field: string; name: string; type: string; bytes: Uint8Array }
export type FormFields = Record<string, string | string[]>

export class Visit {
  readonly cookies = new Map<string, string>()
  csrf: string
  readonly port: number
  readonly host: string

  constructor(port: number, host: string, session: { token: string; csrf: string } | null) {
    this.port = port
    this.host = host
    this.csrf = session?.csrf ?? ''
    if (session) this.cookies.set('mipp_session', session.token)
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, headers, null)
  }

  /** Follows redirects of this host, as a browser does after a form. */
  async open(path: string): Promise<Answer> {
    let answer = await this.get(path)
    for (let hops = 0; hops < 5 && answer.location !== ''; hops += 1) answer = await this.get(answer.location)
    return answer
  }

  /** Posts a form with the session's key; `from` is the page it stands on. */
  post(path: string, fields: FormFields, files: FormFile[] = [], from = path): Promise<Answer> {
    const all: FormFields = { csrf: this.csrf, ...fields }
    const headers = { origin: `http://${this.host}`, referer: `http://${this.host}${from}` }
    if (files.length === 0) {
      const body = Buffer.from(new URLSearchParams(entriesOf(all)).toString())
      return this.send('POST', path, { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body)
    }
    const { body, type } = multipart(all, files)
    return this.send('POST', path, { ...headers, 'content-type': type }, body)
  }

  send(method: string, path: string, headers: Record<string, string>, body: Buffer | null): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const all = {
      host: this.host,
      ...(cookie ? { cookie } : {}),
      ...headers,
      ...(body ? { 'content-length': String(body.length) } : {}),
    }
    return new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port: this.port, method, path, headers: all, agent: false },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          const answer = () => {
            this.keep(response.headers['set-cookie'] ?? [])
            const bytes = Buffer.concat(chunks)
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              location: response.headers.location ?? '',
              text: bytes.toString('utf8'),
              bytes,
            })
          }
          response.on('end', answer)
          // News never end by themselves: their head is the answer.
          if (response.headers['content-type']?.startsWith('text/event-stream')) {
            answer()
            response.destroy()
          }
        },
      )
      sent.on('error', reject)
      sent.end(body ?? undefined)
    })
  }

  private keep(cookies: string[]): void {
    for (const line of cookies) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const name = pair.slice(0, at)
      if (/max-age=0/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, pair.slice(at + 1))
    }
  }
}

/** The value of a form field in a page, or null. */
export const fieldValue = (html: string, name: string): string | null => {
  const tag = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0]
  return tag ? (/value="([^"]*)"/.exec(tag)?.[1] ?? '') : null
}

/** The words of a page without its tags, on one line. */
export const wordsOf = (html: string): string =>
  html
    .replaceAll(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
    // A mark stands within a word.
    .replaceAll(/<\/?mark>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ')

const entriesOf = (fields: FormFields): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((one): [string, string] => [name, one]) : [[name, value] as [string, string]],
  )

const multipart = (fields: FormFields, files: FormFile[]): { body: Buffer; type: string } => {
  const boundary = 'batas-mipp-7f3a9c'
  const parts: Buffer[] = []
  for (const [name, value] of entriesOf(fields)) {
    parts.push(Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`))
  }
  for (const { field, name, type, bytes } of files) {
    parts.push(
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
      ),
    )
    parts.push(Buffer.from(bytes), Buffer.from('\r\n'))
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`))
  return { body: Buffer.concat(parts), type: `multipart/form-data; boundary=${boundary}` }
}
