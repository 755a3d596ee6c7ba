// What a work list is narrowed by and how it is ordered: a plain form whose answer stands in the address.
import { WORK_SORTS } from '../../../store/work-view.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { Visitor } from '../../visitor.ts'
import { type Asked, FILTERS, type FilterName, URGENCIES, viewAddress, workAddress } from './asked.ts'
import { type ListedProcedure, proceduresOf } from './procedures.ts'

type Clients = readonly { client: string; name: string }[]
type Props = { visitor: Visitor; asked: Asked; clients: Clients }
type FormProps = Props & { isEmpty: boolean }

/** Folded away: most days a list is worked off from the top. */
export const FilterForm = ({ visitor, asked, clients, isEmpty }: FormProps) => {
  const words = visitor.text.office.views
  const used = FILTERS.filter((name) => asked.typed[name] !== undefined).length
  const procedures = proceduresOf(visitor.agency)
  return (
    <div class="work-filter">
      <Confirm
        summary={used === 0 ? words.filter : words.filterCount(used)}
        kind="quiet"
        icon="adjustments"
        open={asked.strange.length > 0}
      >
        <Form action="/work" method="get" csrf={null}>
          {asked.view !== 'mine' && <input type="hidden" name="view" value={asked.view} />}
          <div class="filter-fields">
            <TextField visitor={visitor} asked={asked} />
            <Choices visitor={visitor} asked={asked} clients={clients} procedures={procedures} />
            <Field kind="date" name="from" label={words.labels.from} value={asked.typed.from} />
            <Field kind="date" name="to" label={words.labels.to} value={asked.typed.to} />
            <SortField visitor={visitor} asked={asked} />
          </div>
          <ButtonRow>
            <Button kind="primary" icon="adjustments">
              {words.apply}
            </Button>
            {used > 0 && (
              <LinkButton kind="quiet" href={viewAddress(asked.view, { typed: {} })}>
                {words.clear}
              </LinkButton>
            )}
          </ButtonRow>
        </Form>
      </Confirm>
      {!isEmpty && (
        <LinkButton kind="quiet" icon="download" href={workAddress({ ...asked, after: null }, '/work.csv')} download>
          {words.csv}
        </LinkButton>
      )}
      {used > 0 && <InUse visitor={visitor} asked={asked} clients={clients} procedures={procedures} />}
    </div>
  )
}

type Choosing = Props & { procedures: readonly ListedProcedure[] }

const TextField = ({ visitor, asked }: Pick<Props, 'visitor' | 'asked'>) => (
  <Field
    kind="search"
    name="text"
    label={visitor.text.office.views.labels.text}
    value={asked.typed.text}
    maxlength={100}
  />
)

const Choices = ({ visitor, asked: { typed }, clients, procedures }: Choosing) => {
  const { labels, every, stepHint } = visitor.text.office.views
  const { language } = visitor
  const chosen = procedures.find(({ procedure }) => procedure === typed.procedure)
  const select = (name: FilterName, options: readonly { value: string; label: string }[]) => (
    <Field kind="select" name={name} label={labels[name]} placeholder={every} value={typed[name]} options={options} />
  )
  return (
    <>
      {select(
        'procedure',
        procedures.map(({ procedure, name }) => ({ value: procedure, label: name[language] })),
      )}
      {chosen ? (
        select(
          'step',
          chosen.steps.map(({ step, activity }) => ({ value: step, label: activity })),
        )
      ) : (
        <Field
          kind="select"
          name="step"
          label={labels.step}
          placeholder={every}
          hint={stepHint}
          options={[]}
          disabled
        />
      )}
      {select(
        'client',
        clients.map(({ client, name }) => ({ value: client, label: name })),
      )}
      {select(
        'urgency',
        URGENCIES.map((one) => ({ value: one, label: visitor.text.office.grades.urgency[one] })),
      )}
    </>
  )
}

const SortField = ({ visitor, asked }: Pick<Props, 'visitor' | 'asked'>) => {
  const { labels, sorts } = visitor.text.office.views
  const offered = asked.view === 'elsewhere' ? (['oldest', 'newest'] as const) : WORK_SORTS
  return (
    <Field
      kind="select"
      name="sort"
      label={labels.sort}
      value={asked.sort}
      options={offered.map((one) => ({ value: one, label: sorts[one] }))}
    />
  )
}

/** Said in words, also on paper: whoever reads a narrowed list must know that it is one. */
const InUse = ({ visitor, asked: { typed }, clients, procedures }: Choosing) => {
  const { labels } = visitor.text.office.views
  const told: Partial<Record<FilterName, string | undefined>> = {
    ...typed,
    procedure: procedures.find(({ procedure }) => procedure === typed.procedure)?.name[visitor.language],
    step: procedures
      .find(({ procedure }) => procedure === typed.procedure)
      ?.steps.find(({ step }) => step === typed.step)?.activity,
    client: clients.find(({ client }) => client === typed.client)?.name,
    urgency: URGENCIES.filter((one) => one === typed.urgency).map((one) => visitor.text.office.grades.urgency[one])[0],
  }
  return (
    <ul class="filters-in-use">
      {FILTERS.filter((name) => typed[name] !== undefined).map((name) => (
        <li key={name}>
          <span class="filter-name">{labels[name]}:</span> {told[name] ?? typed[name]}
        </li>
      ))}
    </ul>
  )
}
