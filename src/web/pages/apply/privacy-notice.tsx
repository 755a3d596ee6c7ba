// What happens with the personal data in a form, in the words of the agency.
import { Card } from '../../ui/card.tsx'
import type { Visitor } from '../../visitor.ts'

export const PrivacyNotice = ({ visitor }: { visitor: Visitor }) => (
  <Card title={visitor.text.apply.form.privacy} id="privacy">
    <ul class="bullets">
      {visitor.agency.agency.privacy.map((sentence) => (
        <li key={sentence.id}>{sentence[visitor.language]}</li>
      ))}
    </ul>
  </Card>
)
