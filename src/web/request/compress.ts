// Sends texts compressed to whoever takes them so: pages, data, style sheets and scripts; never papers or streams of news.
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { WebEnv } from '../visitor.ts'

type Encoding = 'br' | 'gzip'

const TEXTS = /^(text\/(html|css|javascript|plain|markdown)|application\/([\w.]+\+)?json|image\/svg\+xml)\b/
/** A page is made for one reader: quick is better than small. */
const QUICK = 4
/** An asset is packed once and sent for months. */
const SMALL = 11

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

export const compressed = (): MiddlewareHandler<WebEnv> => {
  const packedAssets = new Map<string, Promise<Buffer>>()
  return async (c, next) => {
    await next()
    const plain = c.res
    if (c.req.method === 'HEAD' || plain.body === null || !TEXTS.test(plain.headers.get('content-type') ?? '')) return
    if (plain.headers.has('content-encoding')) return
    plain.headers.append('vary', 'accept-encoding')
    const encoding = encodingFor(c.req.header('accept-encoding') ?? '')
    if (!encoding) return
    const place = `${encoding} ${c.req.path}`
    const isAsset = plain.status === 200 && c.req.path.startsWith('/assets/')
    const known = isAsset ? packedAssets.get(place) : undefined
    if (known) await plain.body.cancel()
    const packing = known ?? pack(plain, encoding, isAsset ? SMALL : QUICK)
    if (isAsset) packedAssets.set(place, packing)
    const body = await packing
    const packed = new Response(new Uint8Array(body), plain)
    packed.headers.set('content-encoding', encoding)
    packed.headers.set('content-length', String(body.length))
    // Emptied first: Hono would mix the headers of both.
    c.res = undefined
    c.res = packed
  }
}

const pack = async (plain: Response, encoding: Encoding, quality: number): Promise<Buffer> => {
  const body = Buffer.from(await plain.arrayBuffer())
  if (encoding === 'gzip') return zip(body, { level: Math.min(9, quality + 2) })
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
  return brotli(body, { params: { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: body.length } })
}

/** The better of those that the browser takes; `q=0` says that it does not. */
const encodingFor = (accepted: string): Encoding | null => {
  const taken = accepted
    .toLowerCase()
    .split(',')
    .map((one) => one.split(';').map((part) => part.trim()))
    .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ''))
    .map(([name]) => name)
  return ENCODINGS.find((one) => taken.includes(one)) ?? null
}

const ENCODINGS: readonly Encoding[] = ['br', 'gzip']
