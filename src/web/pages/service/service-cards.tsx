// The services that are in force today, as cards.
import { inForce } from '../../../core/agency/catalogue.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Grid, Stack } from '../../ui/page-head.tsx'
import type { Visitor } from '../../visitor.ts'
import { promiseWords } from './promise-words.ts'

export const ServiceCards = ({ visitor }: { visitor: Visitor }) => {
  const words = visitor.text.publicPages.home
  const procedures = inForce(visitor.agency)
  return (
    <Stack>
      <h2 id="services">{words.services}</h2>
      {procedures.length === 0 ? (
        <EmptyState icon="clipboard-text" title={words.noServices} />
      ) : (
        <Grid>
          {procedures.map((procedure) => (
            <ServiceCard visitor={visitor} procedure={procedure} key={procedure.procedure} />
          ))}
        </Grid>
      )}
    </Stack>
  )
}

const ServiceCard = ({ visitor, procedure }: { visitor: Visitor; procedure: Procedure }) => {
  const { language, text } = visitor
  const words = text.publicPages.home
  const { summary, cost } = procedure.service
  const promise = promiseWords(procedure, language)
  const facts = [
    ...(promise === '' ? [] : [{ label: words.time, value: promise }]),
    ...(cost ? [{ label: words.cost, value: cost[language] }] : []),
  ]
  return (
    <Card
      title={procedure.title}
      level={3}
      actions={
        <LinkButton href={`/services/${procedure.procedure}`} iconAfter="arrow-right">
          {words.see}
          <span class="visually-hidden">{`: ${procedure.title}`}</span>
        </LinkButton>
      }
    >
      {summary && <p>{summary[language]}</p>}
      {facts.length > 0 && <Definition facts={facts} strip />}
    </Card>
  )
}
