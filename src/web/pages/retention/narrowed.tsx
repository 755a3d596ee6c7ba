// What the list of retention is narrowed by: the states as tabs with how many there are, and one classification.
import { RETENTION_STATES, type RetentionState } from '../../../core/retention/retention.ts'
import type { RetentionCounts, RetentionFilter } from '../../../store/retention.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { Visitor } from '../../visitor.ts'
import { listAddress } from './asked.ts'
import { RETENTION_PATH } from './retention-path.ts'

type Props = { visitor: Visitor; counts: RetentionCounts; filter: RetentionFilter }

export const Narrowed = (props: Props) => (
  <>
    <States {...props} />
    <Code {...props} />
  </>
)

const States = ({ visitor, counts, filter: { state: chosen, ...others } }: Props) => {
  const words = visitor.text.retention
  const tab = (state: RetentionState | undefined, label: string) => (
    <li key={label}>
      <a
        class="tab"
        href={listAddress({ ...others, ...(state ? { state } : {}) })}
        aria-current={state === chosen ? 'page' : undefined}
      >
        {label}
      </a>
    </li>
  )
  return (
    <nav class="tabs" aria-label={words.filters}>
      <ul class="tab-list">
        {tab(undefined, words.all)}
        {RETENTION_STATES.filter((state) => counts[state] || state === chosen).map((state) =>
          tab(state, `${words.states[state]} (${counts[state] ?? 0})`),
        )}
      </ul>
    </nav>
  )
}

const Code = ({ visitor, filter: { classification, ...others } }: Props) => {
  const words = visitor.text.retention
  const codes = visitor.agency.agency.classifications
  return (
    <div class="work-filter">
      <Confirm
        summary={classification === undefined ? words.narrow : words.narrowedTo(classification)}
        kind="quiet"
        icon="adjustments"
        open={classification !== undefined}
      >
        <Form action={RETENTION_PATH} method="get" csrf={null}>
          {others.state && <input type="hidden" name="state" value={others.state} />}
          <Field
            kind="select"
            name="classification"
            label={words.classification}
            placeholder={words.every}
            value={classification ?? ''}
            options={codes.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
          />
          <ButtonRow>
            <Button kind="primary" icon="adjustments">
              {words.apply}
            </Button>
            {classification !== undefined && (
              <LinkButton kind="quiet" href={listAddress(others)}>
                {words.clear}
              </LinkButton>
            )}
          </ButtonRow>
        </Form>
      </Confirm>
    </div>
  )
}
