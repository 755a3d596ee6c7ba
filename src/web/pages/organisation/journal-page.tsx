// The whole journal of the organisation, the latest first, page by page.
import { readOrganisation } from '../../../store/organisation.ts'
import { readOrganisationJournal } from '../../../store/organisation-journal.ts'
import type { Services } from '../../services.ts'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { App } from '../../visitor.ts'
import { ORGANISATION_PATH } from './address.ts'
import { type Desk, deskOf } from './desk.ts'
import { framed } from './frame.tsx'
import { forThose } from './gate.ts'
import { JournalList } from './journal-list.tsx'

const PATH = `${ORGANISATION_PATH}/journal`
const PAGE = 50

export const journalRoute = (app: App, services: Services): void => {
  app.get(
    PATH,
    forThose(services, 'manage-organisation', (c, signedIn) => show(deskOf(c, services, signedIn))),
  )
}

const show = async (desk: Desk) => {
  const { c, services, visitor } = desk
  const { agency } = visitor.agency.agency
  const words = visitor.text.organisation.journal
  const [, asked] = /^(\d{1,15})$/.exec(c.req.query('before') ?? '') ?? []
  const before = asked === undefined ? {} : { before: Number(asked) }
  const entries = await readOrganisationJournal(services.store, agency, { ...before, limit: PAGE + 1 })
  const shown = entries.slice(0, PAGE)
  const office = await readOrganisation(services.store, agency)
  return framed(desk, {
    title: words.title,
    part: 'journal',
    lead: words.lead,
    children: (
      <>
        <Card>
          <JournalList visitor={visitor} entries={shown} office={office} />
        </Card>
        {entries.length > PAGE && (
          <ButtonRow>
            <LinkButton href={`${PATH}?before=${shown.at(-1)?.entry ?? 0}`} iconAfter="arrow-right">
              {words.older}
            </LinkButton>
          </ButtonRow>
        )}
      </>
    ),
  })
}
