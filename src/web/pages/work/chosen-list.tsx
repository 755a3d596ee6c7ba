// The chosen tasks once more with what they are about, still ticked: whoever sees a wrong one takes the tick away.

import type { Visitor } from '../../visitor.ts'
import type { Chosen } from './chosen.ts'
import { taskWords } from './items.tsx'

type Props = { visitor: Visitor; legend: string; chosen: readonly Chosen[] }

export const ChosenList = ({ visitor, legend, chosen }: Props) => (
  <fieldset class="field field-group">
    <legend class="field-label">{legend}</legend>
    <ul class="chosen-list">
      {chosen.map((one) => (
        <li class="choice" key={one.value}>
          <input class="tick" type="checkbox" name="task" id={`task-${one.value}`} value={one.value} checked />
          <label class="choice-label" for={`task-${one.value}`}>
            {one.dossier.subject}
            <span class="chosen-about">{aboutChosen(visitor, one)}</span>
          </label>
        </li>
      ))}
    </ul>
  </fieldset>
)

export const aboutChosen = (visitor: Visitor, { dossier, record, procedure, task }: Chosen): string =>
  [dossier.number, record.clientName ?? '', taskWords(visitor, procedure, task)]
    .filter((part) => part !== '')
    .join(', ')
