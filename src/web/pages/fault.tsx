// The page for a bug or an outage: says so plainly, with a code, and holds what was typed so that it can be sent again.
import type { Context } from 'hono'
import { isDamaged } from '../../adapters/files/checked.ts'
import { outageOf } from '../../store/outage.ts'
import { page } from '../page.tsx'
import { postedBeforeFault } from '../request/posted.ts'
import type { Services } from '../services.ts'
import { ButtonRow, LinkButton } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import type { Visitor, WebEnv } from '../visitor.ts'
import { addressOf, SendAgain } from './send-again.tsx'

type Web = Context<WebEnv>

const RETRY_AFTER_SECONDS = '15'

/** Asks nothing of the database: it may be what is away. */
export const faultPage = async (c: Web, services: Services, error: unknown): Promise<Response> => {
  const visitor = c.get('visitor')
  const { errors, words } = visitor.text.common
  const outage = outageOf(error) ?? ((await isFromUpdate(services, error)) ? 'outdated' : null)
  const { title, says } = outage ? errors.outages[outage] : saidOf(visitor, error)
  const typed = await postedBeforeFault(c, services)
  if (outage) c.header('retry-after', RETRY_AFTER_SECONDS)
  const body = (
    <>
      <PageHead title={title} />
      <Notice tone="bad" word={words.bad} spoken>
        <p>{says}</p>
        <p>
          {errors.code} <code>{visitor.requestId}</code>
        </p>
      </Notice>
      {typed ? <SendAgain visitor={visitor} typed={typed} to={addressOf(c)} /> : <LookAgain c={c} visitor={visitor} />}
    </>
  )
  return page(c, services, { title, narrow: true, children: body }, outage ? 503 : 500)
}

const saidOf = ({ text }: Visitor, error: unknown): { title: string; says: string } => {
  const { faultTitle, fault, paperDamagedTitle, paperDamaged } = text.common.errors
  return isDamaged(error) ? { title: paperDamagedTitle, says: paperDamaged } : { title: faultTitle, says: fault }
}

/** The database no longer understands a program that is older than its schema. */
const isFromUpdate = async (services: Services, error: unknown): Promise<boolean> => {
  const isSaidByDatabase = error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/.test(String(error.code))
  return isSaidByDatabase && (await services.isOutdated().catch(() => false))
}

const LookAgain = ({ c, visitor }: { c: Web; visitor: Visitor }) =>
  c.req.method === 'GET' ? (
    <ButtonRow>
      <LinkButton kind="primary" icon="refresh" href={addressOf(c)}>
        {visitor.text.common.reload}
      </LinkButton>
    </ButtonRow>
  ) : null
