// The other eight components of the service standard: how the service is made, each said or openly not yet said.

import type { Procedure } from '../../../core/procedure/schema.ts'
import { type Component, makingOf } from '../../../core/procedure/service-standard.ts'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import type { Visitor } from '../../visitor.ts'

export const Making = ({ visitor, procedure }: { visitor: Visitor; procedure: Procedure }) => {
  const words = visitor.text.publicPages.service
  const facts = makingOf(procedure, visitor.agency.agency).map(({ component, lines }) => ({
    label: words.making[component],
    value: <Lines visitor={visitor} lines={lines} />,
  }))
  return (
    <Card title={words.makingTitle}>
      <p>{words.makingLead}</p>
      <Definition facts={facts} />
    </Card>
  )
}

const Lines = ({ visitor, lines }: { visitor: Visitor; lines: Component['lines'] }) => {
  const [only, ...more] = lines
  if (!only) return <em>{visitor.text.publicPages.service.unsaid}</em>
  if (more.length === 0) return <>{only[visitor.language]}</>
  return (
    <ul class="bullets">
      {lines.map((line) => (
        <li key={line.id}>{line[visitor.language]}</li>
      ))}
    </ul>
  )
}
