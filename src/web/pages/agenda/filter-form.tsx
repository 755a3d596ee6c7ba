// What a book is narrowed by: a plain form whose answer stands in the address; and the book taken away, as table and on paper.
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { Visitor } from '../../visitor.ts'
import { monthName } from '../calendar/month-name.ts'
import { type BookAsked, bookAddress, STATES } from './asked.ts'

type Props = { visitor: Visitor; asked: BookAsked }

export const FilterForm = ({ visitor, asked }: Props) => {
  const { books } = visitor.text.office
  const { book, filter, used } = asked
  return (
    <div class="work-filter">
      <Confirm
        summary={used === 0 ? books.filter : books.filterCount(used)}
        kind="quiet"
        icon="adjustments"
        open={used > 0}
      >
        <Form action="/agenda" method="get" csrf={null}>
          {book === 'outgoing' && <input type="hidden" name="book" value="outgoing" />}
          <input type="hidden" name="year" value={String(filter.year)} />
          <div class="filter-fields">
            <Choices visitor={visitor} asked={asked} />
          </div>
          <ButtonRow>
            <Button kind="primary" icon="adjustments">
              {books.apply}
            </Button>
            {used > 0 && (
              <LinkButton kind="quiet" href={bookAddress({ book, filter: { year: filter.year } })}>
                {books.clear}
              </LinkButton>
            )}
          </ButtonRow>
        </Form>
      </Confirm>
      <ButtonRow>
        <LinkButton kind="quiet" icon="download" href={bookAddress(asked, '/agenda.csv')} download>
          {books.csv}
        </LinkButton>
        <LinkButton kind="quiet" icon="printer" href={bookAddress(asked, '/agenda.pdf')}>
          {books.print}
        </LinkButton>
      </ButtonRow>
    </div>
  )
}

const Choices = ({ visitor, asked: { book, filter } }: Props) => {
  const { labels, every, states } = visitor.text.office.books
  const names: Readonly<Record<string, string>> = states[book]
  return (
    <>
      <Field kind="search" name="words" label={labels.words} value={filter.words} maxlength={100} />
      <Field
        kind="select"
        name="month"
        label={labels.month}
        placeholder={every}
        value={filter.month === null ? '' : String(filter.month)}
        options={Array.from({ length: 12 }, (_, at) => ({
          value: String(at + 1),
          label: monthName(filter.year, at + 1, visitor.language),
        }))}
      />
      <Field
        kind="select"
        name="classification"
        label={labels.classification}
        placeholder={every}
        value={filter.classification ?? ''}
        options={codeOptions(visitor)}
      />
      <Field
        kind="select"
        name="state"
        label={labels.state}
        placeholder={every}
        value={filter.state ?? ''}
        options={STATES[book].map((value) => ({ value, label: names[value] ?? value }))}
      />
    </>
  )
}

export const codeOptions = ({ agency }: Pick<Visitor, 'agency'>) =>
  agency.agency.classifications.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))
