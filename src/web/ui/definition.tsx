// Facts as label and value, one under the other.
import type { ComponentChildren } from 'preact'

export type Fact = { label: string; value: ComponentChildren }

export type DefinitionProps = {
  facts: readonly Fact[]
  /** Labels over the values in several columns, for a strip of short facts. */
  strip?: boolean | undefined
  /** A strip of values that take more than a few words: fewer columns, plain weight. */
  roomy?: boolean | undefined
}

export const Definition = ({ facts, strip, roomy }: DefinitionProps) => (
  <div class="fit">
    <dl class={`definition${strip || roomy ? ' definition-strip' : ''}${roomy ? ' definition-roomy' : ''}`}>
      {facts.map((fact) => (
        <div class="definition-pair" key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  </div>
)
