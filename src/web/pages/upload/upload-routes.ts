// Where the script of a page sends files ahead of their form, piece by piece; answers are for it, and say what to do.
import type { Context } from 'hono'
import type { Sentence } from '../../../core/sentence.ts'
import { first } from '../../request/body.ts'
import { mayKeep, posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import {
  type Arrived,
  type ArriveFault,
  addPiece,
  beginUpload,
  dropUploadOf,
  IS_GONE,
  type Sender,
  type Standing,
  TOO_OFTEN,
  uploadStanding,
} from '../../uploads/arrive.ts'
import { UPLOADS_PATH } from '../../uploads/piece-request.ts'
import type { App, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'

type Web = Context<WebEnv>

export const uploadRoutes = (app: App, services: Services): void => {
  app.post(UPLOADS_PATH, async (c) => {
    const sender = senderOf(c)
    if (!sender) return notFoundPage(c, services)
    const [name, bytes] = [first(posted(c), 'name'), Number(first(posted(c), 'bytes'))]
    if (!Number.isSafeInteger(bytes) || bytes < 0) return notFoundPage(c, services)
    if (!(await mayKeep(c, services, sender.person)()))
      return answer(c, { ok: false, fault: 'too-much', reason: TOO_OFTEN })
    return answer(c, await beginUpload(services, sender, { name, bytes }))
  })
  app.get(`${UPLOADS_PATH}/:upload`, async (c) => {
    const sender = senderOf(c)
    const standing = sender && (await uploadStanding(services, sender, c.req.param('upload')))
    return answer(c, standing ? { ok: true, standing } : { ok: false, fault: 'gone', reason: IS_GONE })
  })
  app.post(`${UPLOADS_PATH}/:upload/piece`, async (c) => {
    const sender = senderOf(c)
    const from = Number(c.req.query('from') ?? Number.NaN)
    if (!sender || !Number.isSafeInteger(from) || c.get('posted')) return notFoundPage(c, services)
    const piece = { upload: c.req.param('upload'), from, sha256: c.req.query('sha256'), body: c.env.incoming }
    return answer(c, await addPiece(services, sender, piece))
  })
  app.post(`${UPLOADS_PATH}/:upload/drop`, async (c) => {
    const sender = senderOf(c)
    const isGone = sender && (await dropUploadOf(services, sender, c.req.param('upload')))
    return isGone ? c.body(null, 204) : answer(c, { ok: false, fault: 'gone', reason: IS_GONE })
  })
}

const senderOf = (c: Web): Sender | null => {
  const { signedIn, agency, now } = c.get('visitor')
  return signedIn ? { office: agency.agency.agency, agency: agency.agency, person: signedIn.person, now } : null
}

const STATUS = { gone: 404, 'too-big': 413, 'too-much': 429, 'out-of-step': 409, again: 503 } as const satisfies Record<
  ArriveFault,
  number
>

const answer = (c: Web, arrived: Arrived): Response => {
  // What was not read is thrown away, or the sender would not hear the answer.
  c.env.incoming.resume()
  const { language } = c.get('visitor')
  const told = (reason: Sentence | undefined) => (reason ? { reason: reason[language] } : {})
  if (arrived.ok) return c.json({ ...shown(arrived.standing), ...told(arrived.standing.reason) })
  const { fault, reason, offset } = arrived
  return c.json({ fault, ...told(reason), ...(offset === undefined ? {} : { offset }) }, STATUS[fault])
}

const shown = ({ upload, name, bytes, offset, state }: Standing) => ({ upload, name, bytes, offset, state })
