// Somebody who may ask for several agencies says first for which one.
import type { Context } from 'hono'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { WebEnv } from '../../visitor.ts'

type Choice = { client: string; name: string }

export const clientChoice = (
  c: Context<WebEnv>,
  services: Services,
  procedure: Procedure,
  clients: readonly Choice[],
) => {
  const text = c.get('visitor').text.apply.form
  const body = (
    <>
      <PageHead
        kicker={procedure.title}
        title={text.whichClient}
        back={{ href: `/services/${procedure.procedure}`, label: text.backToService }}
      />
      <Card>
        <ul class="rows">
          {clients.map(({ client, name }) => (
            <li key={client}>
              <LinkButton href={`/services/${procedure.procedure}/apply?client=${client}`} icon="building" wide>
                {name}
              </LinkButton>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
  return page(c, services, { title: text.whichClient, narrow: true, children: body })
}
