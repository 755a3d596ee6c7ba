// The services that are in force today under the headings of the office, with a box to find one by a word.
import { inForce } from '../../../core/agency/catalogue.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import {
  type AreaOfServices,
  byArea,
  isAskedFor,
  isInternal,
  serviceName,
} from '../../../core/procedure/service-standard.ts'
import { begins } from '../../../core/procedure/who-begins.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Stack } from '../../ui/page-head.tsx'
import type { Visitor } from '../../visitor.ts'
import { promiseWords } from './promise-words.ts'

/** A handful is seen at a glance and needs no box. */
const SEEN_AT_ONCE = 6

export const CATALOGUE_PATH = '/services'

type Props = {
  visitor: Visitor
  /** What is looked for; empty for all. */
  question: string
  /** Names alone, and only what somebody from outside may ask for: the first page. */
  brief?: boolean
}

export const CatalogueView = ({ visitor, question, brief = false }: Props) => {
  const words = visitor.text.publicPages.home
  const all = inForce(visitor.agency).filter((one) => !(brief && isInternal(one)))
  const found = question === '' ? all : all.filter((one) => isAskedFor(one, question))
  return (
    <Stack>
      <h2 id="services">{words.services}</h2>
      {all.length > SEEN_AT_ONCE && <Find visitor={visitor} question={question} />}
      {found.length === 0 ? (
        <EmptyState
          icon="clipboard-text"
          title={all.length === 0 ? words.noServices : words.noneFound(question)}
          action={question === '' ? undefined : <a href={CATALOGUE_PATH}>{words.allServices}</a>}
        />
      ) : (
        <div class="areas">
          {byArea(found, visitor.agency.agency).map((area) => (
            <Area visitor={visitor} area={area} brief={brief} key={area.area ?? ''} />
          ))}
        </div>
      )}
      {brief && (
        <p>
          <a href={CATALOGUE_PATH}>{words.wholeCatalogue}</a>
        </p>
      )}
    </Stack>
  )
}

const Find = ({ visitor, question }: Props) => {
  const words = visitor.text.publicPages.home
  return (
    <Form action={CATALOGUE_PATH} method="get" csrf={null}>
      <div class="find-service">
        <Field kind="search" name="q" label={words.find} hint={words.findHint} value={question} width="medium" />
        <Button icon="search">{words.findButton}</Button>
      </div>
    </Form>
  )
}

const Area = ({ visitor, area: { label, procedures }, brief }: AreaProps) => (
  <Card title={label?.[visitor.language] ?? visitor.text.publicPages.home.otherArea} level={3}>
    <ul class="rows">
      {procedures.map((procedure) => (
        <Service visitor={visitor} procedure={procedure} brief={brief} key={procedure.procedure} />
      ))}
    </ul>
  </Card>
)

type AreaProps = { visitor: Visitor; area: AreaOfServices; brief: boolean }
type ServiceProps = { visitor: Visitor; procedure: Procedure; brief: boolean }

const Service = ({ visitor: { language, text }, procedure, brief }: ServiceProps) => {
  const words = text.publicPages.home
  const { summary, cost } = procedure.service
  const promise = promiseWords(procedure, language)
  const terms = [
    isInternal(procedure) ? words.internal : wayIn(procedure, text),
    promise === '' ? '' : `${words.time}: ${promise}`,
    brief ? '' : (cost?.[language] ?? ''),
  ].filter((one) => one !== '')
  return (
    <li>
      <a class="service-link" href={`${CATALOGUE_PATH}/${procedure.procedure}`}>
        {serviceName(procedure)[language]}
      </a>
      {!brief && summary && <span>{summary[language]}</span>}
      {terms.length > 0 && <span class="field-hint">{terms.join(' · ')}</span>}
    </li>
  )
}

/** What is not the usual way: an account of an agency. */
const wayIn = (procedure: Procedure, { ways }: Visitor['text']): string => {
  if (begins(procedure, 'public')) return ways.offer.who.public
  return begins(procedure, 'client') || !begins(procedure, 'company') ? '' : ways.offer.who.company
}
