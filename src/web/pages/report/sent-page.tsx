// After a report was sent: its code, shown once, to the browser that sent it.
import type { Context } from 'hono'
import { z } from 'zod'
import { showCode } from '../../../core/paper/code.ts'
import { readDossier } from '../../../store/dossiers.ts'
import { page } from '../../page.tsx'
import { clearReported, reportedToken, setReported } from '../../request/cookies.ts'
import type { Services } from '../../services.ts'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { REPORT_BASE } from './holder.ts'
import { openSealed, sealedFor } from './sealed.ts'
import { reportNamed, type Writing } from './situation.ts'

type Web = Context<WebEnv>

const HOURS = 1
const shape = z.object({ kind: z.literal('reported'), report: z.uuid() })

/** The code stands in no address and in no cookie in the clear. */
export const showCodeOnce = (c: Web, services: Services, { procedure, key }: Writing) => {
  setReported(c, services, sealedFor(c, services, { kind: 'reported', report: key.report }), HOURS)
  return c.redirect(`${REPORT_BASE}/${procedure.procedure}/sent`, 303)
}

export const sentPage = async (c: Web, services: Services) => {
  const procedure = reportNamed(c)
  if (!procedure) return notFoundPage(c, services)
  const visitor = c.get('visitor')
  const { report: words } = visitor.text.ways
  const opened = openSealed(c, services, reportedToken(c, services), { shape, hours: HOURS })
  const record = opened && (await readDossier(services.store, visitor.agency.agency.agency, opened.report))
  clearReported(c, services)
  c.header('cache-control', 'no-store')
  const code = record?.procedure === procedure.procedure ? record.dossier.trackingCode : null
  const body = (
    <>
      <PageHead title={code === null ? words.shownTitle : words.sentTitle} />
      {code === null ? <Shown visitor={visitor} /> : <Code visitor={visitor} code={code} />}
      <ButtonRow>
        <LinkButton icon="route" href={code === null ? '/track' : `/track/${code}`}>
          {words.track}
        </LinkButton>
        <LinkButton kind="quiet" icon="home" href="/">
          {visitor.text.common.nav.home}
        </LinkButton>
      </ButtonRow>
    </>
  )
  return page(c, services, { title: words.sentTitle, narrow: true, children: body })
}

const Code = ({ visitor, code }: { visitor: Visitor; code: string }) => {
  const { common, ways } = visitor.text
  const words = ways.report
  return (
    <>
      <Notice tone="good" word={common.words.good} spoken>
        <p>{words.sent}</p>
      </Notice>
      <Card title={words.code}>
        <CopyText
          id="report-code"
          text={showCode(code)}
          first
          words={{ label: words.code, copy: words.copy, copied: words.copied, copyByHand: words.copyByHand }}
        />
        <p>{words.codeHint}</p>
      </Card>
    </>
  )
}

const Shown = ({ visitor }: { visitor: Visitor }) => (
  <Notice tone="info" word={visitor.text.common.words.info}>
    <p>{visitor.text.ways.report.shown}</p>
  </Notice>
)
