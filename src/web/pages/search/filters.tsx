// What a search is narrowed by: a plain form whose answer stands in the address.
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { SEARCH_PATH } from '../../ui/masthead.tsx'
import type { Visitor } from '../../visitor.ts'
import { proceduresOf } from '../work/procedures.ts'
import { type Asked, addressOf, filtersUsed, STATUSES } from './asked.ts'

type Props = {
  visitor: Visitor
  asked: Asked
  years: readonly number[]
  clients: readonly { client: string; name: string }[]
}

export const Filters = ({ visitor, asked, years, clients }: Props) => {
  const words = visitor.text.office.search
  const used = filtersUsed(asked)
  const choices = choicesOf(visitor, { years, clients })
  return (
    <div class="work-filter">
      <Confirm summary={used === 0 ? words.narrow : words.narrowed(used)} kind="quiet" icon="adjustments">
        <Form action={SEARCH_PATH} method="get" csrf={null}>
          <input type="hidden" name="q" value={asked.query} />
          <div class="filter-fields">
            {choices.map(({ name, options }) => (
              <Field
                key={name}
                kind="select"
                name={name}
                label={words[name]}
                placeholder={words.every}
                value={asked[name]}
                options={options}
              />
            ))}
          </div>
          <ButtonRow>
            <Button kind="primary" icon="adjustments">
              {words.apply}
            </Button>
            {used > 0 && (
              <LinkButton kind="quiet" href={addressOf({ query: asked.query })}>
                {words.clear}
              </LinkButton>
            )}
          </ButtonRow>
        </Form>
      </Confirm>
      {used > 0 && <InUse words={words} asked={asked} choices={choices} />}
    </div>
  )
}

type Choice = {
  name: 'year' | 'procedure' | 'status' | 'client'
  options: readonly { value: string; label: string }[]
}

const choicesOf = (
  { agency, text, language }: Visitor,
  { years, clients }: Pick<Props, 'years' | 'clients'>,
): Choice[] => [
  { name: 'year', options: years.map((year) => ({ value: String(year), label: String(year) })) },
  {
    name: 'procedure',
    options: proceduresOf(agency).map(({ procedure, name }) => ({ value: procedure, label: name[language] })),
  },
  {
    name: 'status',
    options: STATUSES.map((status) => ({ value: status, label: text.office.story.status[status] })),
  },
  ...(clients.length > 1
    ? [{ name: 'client' as const, options: clients.map(({ client, name }) => ({ value: client, label: name })) }]
    : []),
]

type InUseProps = { words: Visitor['text']['office']['search']; asked: Asked; choices: readonly Choice[] }

/** Said in words: whoever reads narrowed results must know that they are. */
const InUse = ({ words, asked, choices }: InUseProps) => (
  <ul class="filters-in-use">
    {choices
      .filter(({ name }) => asked[name] !== undefined)
      .map(({ name, options }) => (
        <li key={name}>
          <span class="filter-name">{words[name]}:</span>{' '}
          {options.find(({ value }) => value === asked[name])?.label ?? asked[name]}
        </li>
      ))}
  </ul>
)
