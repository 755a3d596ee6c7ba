// What changed between two versions of a draft: what was added and removed by words and signs, not by colour alone.
import type { PartChange, Piece } from '../../../../core/dossier/letters/difference.ts'
import {
  CLASSIFICATION_PART,
  NOTE_PART,
  SECURITY_PART,
  TEXT_PART,
} from '../../../../core/dossier/letters/difference.ts'
import type { Field } from '../../../../core/procedure/field-schema.ts'
import type { Text } from '../../../text/text.ts'
import type { Lang } from '../../../ui/masthead.tsx'

type Props = { changes: readonly PartChange[]; fields: readonly Field[]; text: Text; language: Lang }

export const DraftChanges = ({ changes, fields, text, language }: Props) => {
  const words = text.letters.change
  if (changes.length === 0) return <p class="quiet">{words.same}</p>
  return (
    <div class="draft-changes">
      <p class="field-hint">{words.legend}</p>
      {changes.map(({ part, pieces }) => (
        <section key={part}>
          <h4 class="card-title">{partName(part, { fields, text, language })}</h4>
          <p class="draft-change">{pieces.map((piece, at) => shown(piece, `${part}${at}`, words))}</p>
        </section>
      ))}
    </div>
  )
}

const shown = ({ kind, text }: Piece, key: string, words: Text['letters']['change']) => {
  if (kind === 'same') return <span key={key}>{text}</span>
  return kind === 'added' ? (
    <ins key={key}>
      <span class="visually-hidden">{`${words.added}: `}</span>
      <span aria-hidden="true">+</span>
      {text.trimEnd()}
      <span aria-hidden="true">+</span>{' '}
    </ins>
  ) : (
    <del key={key}>
      <span class="visually-hidden">{`${words.removed}: `}</span>
      <span aria-hidden="true">-</span>
      {text.trimEnd()}
      <span aria-hidden="true">-</span>{' '}
    </del>
  )
}

const partName = (part: string, { fields, text, language }: Omit<Props, 'changes'>): string => {
  const words = text.letters.change
  if (part === NOTE_PART) return words.note
  if (part === TEXT_PART) return words.body
  if (part === CLASSIFICATION_PART) return text.letters.filing.classification
  if (part === SECURITY_PART) return text.letters.filing.security
  const name = part.slice(part.indexOf('.') + 1)
  return fields.find(({ field }) => field === name)?.label[language] ?? name
}
