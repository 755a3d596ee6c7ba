// The files of an edition and the ways to compare it with others.
import type { Procedure } from '../../../core/procedure/schema.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { Visitor } from '../../visitor.ts'

export const EditionLinks = ({ visitor, procedure }: { visitor: Visitor; procedure: Procedure }) => {
  const words = visitor.text.compare
  const here = `/services/${procedure.procedure}`
  const others = visitor.agency.editions
    .map((one) => one.procedure)
    .filter((one) => one.procedure === procedure.procedure && one.edition !== procedure.edition)
  return (
    <Card title={words.files}>
      <p>{words.filesLead}</p>
      <ul class="rows">
        {(['yaml', 'json', 'bpmn'] as const).map((format) => (
          <li key={format}>
            <LinkButton
              kind="quiet"
              icon="download"
              href={`${here}/procedure.${format}?edition=${procedure.edition}`}
              download
            >
              {words.formats[format]}
            </LinkButton>
          </li>
        ))}
        {others.map(({ edition }) => (
          <li key={edition}>
            <LinkButton kind="quiet" icon="arrow-right" href={`${here}/compare?a=${edition}&b=${procedure.edition}`}>
              {words.compareWith(edition)}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
