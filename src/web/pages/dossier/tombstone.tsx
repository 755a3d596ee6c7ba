// What is shown in place of a dossier that was destroyed: that it was, by which record, and what still proves its chain.
import type { Context } from 'hono'
import { speakInstant } from '../../../core/clock/speak.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { type Tombstone, tombstoneOf } from '../../../store/destructions.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'

/** For officers, and for the people of the client; to others there is no such dossier. */
export const tombstonePage = async (c: Context<WebEnv>, services: Services, id: string): Promise<Response> => {
  const visitor = c.get('visitor')
  const { signedIn, agency } = visitor
  const stone = signedIn ? await tombstoneOf(services.store, agency.agency.agency, id) : null
  if (!stone || !signedIn) return notFoundPage(c, services)
  const isClients = signedIn.actor.clients.includes(stone.client)
  if (!isClients && !mayOffice(signedIn.actor, 'see-work') && !mayOffice(signedIn.actor, 'see-retention'))
    return notFoundPage(c, services)
  const title = visitor.text.retention.tombstone.title(stone.number)
  const children = <TombstoneView visitor={visitor} stone={stone} isInside={!isClients} />
  return page(c, services, { title, narrow: true, children })
}

type Props = { visitor: Visitor; stone: Tombstone; isInside: boolean }

const TombstoneView = ({ visitor, stone, isInside }: Props) => {
  const { text, language, agency } = visitor
  const words = text.retention
  const at = stone.destroyedAt ? speakInstant(stone.destroyedAt, language, agency.agency.zone) : ''
  const inside = [
    { label: words.tombstone.hash, value: <code class="any-break">{stone.headHash}</code> },
    { label: words.tombstone.events, value: String(stone.version) },
    { label: words.tombstone.papers, value: String(stone.papers) },
    ...(stone.stays.length > 0 ? [{ label: words.record.stays, value: stone.stays.join(', ') }] : []),
  ]
  return (
    <>
      <PageHead title={words.tombstone.title(stone.number)} lead={words.tombstone.lead} />
      <Card title={words.states.destroyed}>
        <Definition
          facts={[
            { label: words.tombstone.record, value: stone.record },
            { label: words.tombstone.when, value: at },
            { label: words.tombstone.reason, value: stone.reason },
            { label: words.classification, value: stone.classification },
            ...(isInside ? inside : []),
          ]}
        />
      </Card>
    </>
  )
}
