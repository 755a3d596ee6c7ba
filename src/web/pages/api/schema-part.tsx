// A shape of data on the reference page.
import type { Visitor } from '../../visitor.ts'
import { Part } from './part.tsx'
import { Prose } from './prose.tsx'
import type { Shape } from './read-description.ts'
import { TypeWords } from './type-words.tsx'

export const SchemaPart = ({ name, schema, visitor }: { name: string; schema: Shape; visitor: Visitor }) => (
  <Part id={`schema-${name}`} name={<code>{name}</code>}>
    {schema.description && (
      <p>
        <Prose>{schema.description}</Prose>
      </p>
    )}
    <div>
      <TypeWords schema={schema} words={visitor.text.api} />
    </div>
  </Part>
)
