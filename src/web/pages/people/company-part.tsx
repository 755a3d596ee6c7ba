// What an administrator has to know of a company before letting one of its people in: its NIB, and whether it is new.
import type { MemberCompany, MembershipRow } from '../../../store/people.ts'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Visitor } from '../../visitor.ts'
import type { PersonPart } from './person-part.ts'

/** Also where a refused account may be opened again: that admits its company. */
export const CompanyCards = ({ account, visitor }: Pick<PersonPart, 'account' | 'visitor'>) => (
  <>
    {account.clients.map(({ client, name, company }) =>
      company && (account.state === 'awaiting-approval' || company.isNew) ? (
        <CompanyCard key={client} name={name} company={company} visitor={visitor} />
      ) : null,
    )}
  </>
)

const CompanyCard = ({ name, company, visitor }: { name: string; company: MemberCompany; visitor: Visitor }) => {
  const words = visitor.text.account.people.company
  const { nib, isNew, address, typed } = company
  return (
    <Card title={words.title}>
      <Definition
        facts={[
          { label: words.nib, value: nib },
          { label: words.name, value: typed?.name ?? name },
          { label: words.address, value: typed?.address ?? address },
        ]}
      />
      <Notice tone="warning" word={isNew ? words.isNew : words.isKnown}>
        <p>{isNew ? words.newLead : words.knownLead(name, address)}</p>
      </Notice>
    </Card>
  )
}

/** A client as it stands in a line: a company with its NIB, and marked where the office has not admitted it. */
export const clientWords = ({ name, company }: MembershipRow, { text }: Visitor): string => {
  const words = text.account.people.company
  if (!company) return name
  return company.isNew ? words.newMark(name, company.nib) : words.knownMark(name, company.nib)
}
