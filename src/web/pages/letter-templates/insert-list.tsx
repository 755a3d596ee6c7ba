// What may stand in this text: answers of the form, what the text itself asks, the office's own words, conditions and loops.

import { fieldsOf } from '../../../core/procedure/form.ts'
import { sentence } from '../../../core/sentence.ts'
import { type Insertable, insertableFields, insertableWords } from '../../../letters/desk/insertable.ts'
import { readTemplate } from '../../../letters/language/read.ts'
import { procedureFor } from '../../letter-templates/sample.ts'
import { Card } from '../../ui/card.tsx'
import type { Visitor } from '../../visitor.ts'
import type { Chosen } from './desk.ts'

type Props = { visitor: Visitor; letter: string; chosen: Chosen; source: string }

export const InsertList = ({ visitor, letter, chosen, source }: Props) => {
  const words = visitor.text.letterTemplates.editor
  const procedure = procedureFor(visitor.agency, letter, chosen.with)
  const read = readTemplate(source)
  const own = read.ok ? insertableFields(read.template.front.fields) : []
  const form = procedure ? insertableFields(fieldsOf(procedure)) : []
  return (
    <Card title={words.insert}>
      <p class="quiet">{words.insertLead}</p>
      <div class="letter-inserts" data-inserts="">
        {procedure && form.length > 0 && (
          <Group visitor={visitor} title={words.fromForm(procedure.title)} list={form} isOpen />
        )}
        {own.length > 0 && <Group visitor={visitor} title={words.fromOwn} list={own} isOpen />}
        <Group visitor={visitor} title={words.fromOffice} list={insertableWords} isOpen={form.length === 0} />
        <Group visitor={visitor} title={words.commands} list={commands(words)} isOpen={false} />
      </div>
    </Card>
  )
}

type GroupProps = { visitor: Visitor; title: string; list: readonly Insertable[]; isOpen: boolean }

const Group = ({ visitor, title, list, isOpen }: GroupProps) => (
  <details class="letter-insert-group" open={isOpen}>
    <summary>{title}</summary>
    <ul>
      {list.map(({ text, says }) => (
        <li key={text}>
          <code data-insert={text}>{text}</code> <span>{says[visitor.language]}</span>
        </li>
      ))}
    </ul>
  </details>
)

type Words = Visitor['text']['letterTemplates']['editor']

const commands = (words: Words): Insertable[] => [
  command('[jika isian = nilai]\n\n[selesai]', words.commandIf),
  command('[selain itu]', words.commandElse),
  command('[ulang tabel]\n\n[selesai]', words.commandEach),
]

/** The words come in the reader's own language already. */
const command = (text: string, says: string): Insertable => ({ text, says: sentence(says, says) })
