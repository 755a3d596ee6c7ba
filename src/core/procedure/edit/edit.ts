// What an editor may do to the text of a procedure: a closed list of operations, each on one place, the rest left as it stands.
import { type Document, isCollection, isMap, isNode, isPair, isScalar, isSeq, Pair, Scalar, visit } from 'yaml'
import { type Sentence, sentence } from '../../sentence.ts'
import type { Path } from '../fault.ts'
import { readDocument } from '../read.ts'
import { forget } from './forget.ts'
import type { NameKind } from './places.ts'
import { rename } from './rename.ts'
import { nodeOf, textOfDocument, writeValue } from './write-value.ts'

export type Edit =
  /** Nothing takes the value away. */
  | { do: 'set'; path: Path; value: unknown }
  /** At the end unless told; `key` where the list is one of names, as the actors are. */
  | { do: 'add'; list: Path; value: unknown; at?: number; key?: string }
  | { do: 'move'; list: Path; from: number; to: number }
  /** `named` says what the thing is called elsewhere, so that what spoke of it is mended or told. */
  | { do: 'remove'; list: Path; at: number; named?: { kind: NameKind; name: string } }
  /** Right behind the one it is like; `called` is the key that holds its name. */
  | { do: 'copy'; list: Path; at: number; name: string; called?: string }
  /** The new name is followed wherever the old one stood. */
  | { do: 'rename'; kind: NameKind; from: string; to: string }

/** `notes` say what else was changed, and what was not. */
export type Edited = { ok: true; source: string; notes: Sentence[] } | { ok: false; sentence: Sentence }

export const applyEdits = (source: string, edits: readonly Edit[]): Edited => {
  if (edits.length === 0) return { ok: true, source, notes: [] }
  const read = readDocument(source)
  if (!read.ok) return { ok: false, sentence: unreadable() }
  const { document } = read
  withoutAliases(document)
  const notes = edits.flatMap((edit) => applied(document, edit))
  const text = textOfDocument(document)
  return readDocument(text).ok ? { ok: true, source: text, notes } : { ok: false, sentence: unwritable() }
}

const applied = (document: Document, edit: Edit): Sentence[] => {
  switch (edit.do) {
    case 'set':
      writeValue(document, edit.path, edit.value)
      return []
    case 'add':
      return add(document, edit)
    case 'move':
      return move(itemsAt(document, edit.list), edit)
    case 'remove': {
      const notes = edit.named ? forget(document, edit.named) : []
      writeValue(document, [...edit.list, placeOf(document, edit)], undefined)
      return notes
    }
    case 'copy':
      return copy(document, edit)
    case 'rename':
      return rename(document, edit)
  }
}

const add = (document: Document, { list, value, at, key }: Extract<Edit, { do: 'add' }>): Sentence[] => {
  const before = document.getIn(list, true)
  if (!isCollection(before)) {
    writeValue(document, list, key === undefined ? [value] : { [key]: value })
    return []
  }
  const node = nodeOf(document, value)
  const index = at ?? before.items.length
  if (isMap(before)) before.items.splice(index, 0, new Pair(new Scalar(key ?? ''), node))
  else before.items.splice(index, 0, node)
  // An empty list is written `[]`; what comes into it stands in lines of its own.
  if (before.items.length === 1) before.flow = false
  return []
}

const move = (items: unknown[], { from, to }: { from: number; to: number }): Sentence[] => {
  const [item] = from in items ? items.splice(from, 1) : []
  if (item !== undefined) items.splice(Math.max(0, Math.min(to, items.length)), 0, item)
  return []
}

const copy = (document: Document, { list, at, name, called }: Extract<Edit, { do: 'copy' }>): Sentence[] => {
  const holder = document.getIn(list, true)
  if (isMap(holder)) {
    const value = holder.items[at]?.value
    holder.items.splice(at + 1, 0, new Pair(new Scalar(name), isNode(value) ? value.clone() : value))
  }
  if (isSeq(holder)) {
    const like = holder.items[at]
    const twin = isNode(like) ? like.clone() : like
    if (called !== undefined && isMap(twin)) twin.set(called, name)
    holder.items.splice(at + 1, 0, twin)
  }
  return []
}

const itemsAt = (document: Document, list: Path): unknown[] => {
  const node = document.getIn(list, true)
  return isCollection(node) ? node.items : []
}

const placeOf = (document: Document, { list, at }: { list: Path; at: number }): PropertyKey => {
  const item = itemsAt(document, list)[at]
  return isPair(item) && isScalar(item.key) ? String(item.key.value) : at
}

/** What stands in two places by an alias is written out: a change of one must not change the other. */
const withoutAliases = (document: Document): void => {
  visit(document, {
    Alias: (_, alias) => {
      const meant: unknown = alias.resolve(document)?.clone()
      return isNode(meant) ? meant : undefined
    },
  })
  visit(document, {
    Node: (_, node) => {
      if ('anchor' in node) delete node.anchor
    },
  })
}

const unreadable = (): Sentence =>
  sentence(
    'Naskah draf ini belum dapat dibaca. Perbaiki dulu pada bagian "Naskah berkas".',
    'The text of this draft cannot be read yet. Mend it first under "Text of the file".',
  )

const unwritable = (): Sentence =>
  sentence(
    'Isian ini tidak dapat disimpan karena draf menjadi terlalu besar atau memuat karakter yang tidak dapat dibaca.',
    'This cannot be saved: the draft would become too large, or holds characters that cannot be read.',
  )
