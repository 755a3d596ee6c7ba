// Public tracking: whoever has the code sees where the dossier stands, by posts and times, without any name of a person.
import type { Context } from 'hono'
import { readCode, showCode } from '../../../core/paper/code.ts'
import { type DossierRecord, dossierOfTrackingCode, readDossier } from '../../../store/dossiers.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, WebEnv } from '../../visitor.ts'
import { TrackBox } from './track-box.tsx'
import { TrackView } from './track-view.tsx'
import { findSlowly } from './wrong-codes.ts'

type Web = Context<WebEnv>
type Trouble = { typed: string; message: string; status: 404 | 422 | 429 }

export const trackRoutes = (app: App, services: Services): void => {
  app.get('/track', (c) => {
    const typed = c.req.query('code')?.slice(0, 100) ?? ''
    if (typed.trim() === '') return showBox(c, services, null)
    const code = readCode(typed)
    const { malformed } = c.get('visitor').text.publicPages.track
    return code ? c.redirect(`/track/${code}`, 303) : showBox(c, services, { typed, message: malformed, status: 422 })
  })
  app.get('/track/:code', async (c) => {
    const { text } = c.get('visitor')
    const typed = c.req.param('code').slice(0, 100)
    const code = readCode(typed)
    if (!code) return showBox(c, services, { typed, message: text.publicPages.track.malformed, status: 422 })
    const found = await findSlowly(c, services, 'track', () => recordOf(c, services, code))
    if (found === 'too-many')
      return showBox(c, services, { typed, message: text.publicPages.track.tooMany, status: 429 })
    if (!found) return showBox(c, services, { typed, message: text.publicPages.track.unknown, status: 404 })
    return showDossier(c, services, found)
  })
}

const recordOf = async (c: Web, services: Services, code: string): Promise<DossierRecord | null> => {
  const { agency } = c.get('visitor').agency.agency
  const id = await dossierOfTrackingCode(services.store, agency, code)
  return id ? readDossier(services.store, agency, id) : null
}

const showBox = (c: Web, services: Services, trouble: Trouble | null) => {
  const { text } = c.get('visitor')
  const words = text.publicPages.track
  const body = (
    <>
      <PageHead title={words.title} lead={words.lead} />
      {trouble && (
        <ErrorSummary title={text.common.errors.title} faults={[{ name: 'code', message: trouble.message }]} />
      )}
      <TrackBox text={words} typed={trouble?.typed ?? ''} error={trouble?.message} primary />
    </>
  )
  return page(c, services, { title: words.title, narrow: true, children: body }, trouble?.status ?? 200)
}

const showDossier = async (c: Web, services: Services, record: DossierRecord) => {
  const visitor = c.get('visitor')
  const words = visitor.text.publicPages.track
  const procedure = await services.procedureOf(visitor.agency.agency.agency, record.procedure, record.edition)
  const title = words.heading(record.dossier.number)
  const body = (
    <>
      <PageHead
        kicker={showCode(record.dossier.trackingCode)}
        title={title}
        lead={procedure.title}
        back={{ href: '/track', label: words.another }}
      />
      <TrackView visitor={visitor} procedure={procedure} dossier={record.dossier} />
    </>
  )
  return page(c, services, { title, children: body })
}
