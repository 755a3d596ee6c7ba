// Gives a step, an actor, a field or a group another name, and follows it wherever the procedure speaks of it.
import { type Document, isMap, isScalar } from 'yaml'
import { type Sentence, sentence } from '../../sentence.ts'
import type { Path } from '../fault.ts'
import { type Data, isData, listAt, textAt } from './look.ts'
import { type NameKind, placesOf } from './places.ts'

export const rename = (
  document: Document,
  { kind, from, to }: { kind: NameKind; from: string; to: string },
): Sentence[] => {
  const data: unknown = document.toJS()
  if (!isData(data) || from === to) return []
  const uses = placesOf(data, kind, from)
  for (const path of [...uses, ...definitionsOf(data, kind, from)]) document.setIn(path, to)
  if (kind === 'actor') renameKeys(document, ['actors'], { from, to })
  if (kind === 'field') followField(document, data, { from, to })
  return uses.length === 0
    ? []
    : [
        sentence(
          `Nama pendek "${from}" menjadi "${to}"; ${uses.length} acuan ikut berubah.`,
          `The short name "${from}" became "${to}"; ${uses.length} references followed.`,
        ),
      ]
}

/** Where the thing itself says its name. */
const definitionsOf = (data: Data, kind: NameKind, name: string): Path[] => {
  switch (kind) {
    case 'actor':
      return []
    case 'step':
      return named(data, ['steps'], { key: 'step', name })
    case 'group':
      return named(data, ['form'], { key: 'group', name })
    case 'field':
      return listAt(data, ['form']).flatMap((_, at) => named(data, ['form', at, 'fields'], { key: 'field', name }))
  }
}

const named = (data: Data, list: Path, { key, name }: { key: string; name: string }): Path[] =>
  listAt(data, list).flatMap((one, at) => (textAt(one, [key]) === name ? [[...list, at, key]] : []))

type Names = { from: string; to: string }

/** The subject names fields in brackets; what rules fill in stands under the name of the field. */
const followField = (document: Document, data: Data, { from, to }: Names): void => {
  const subject = textAt(data, ['subject'])
  if (subject.includes(`{${from}}`)) document.setIn(['subject'], subject.replaceAll(`{${from}}`, `{${to}}`))
  listAt(data, ['starts']).forEach((_, at) => {
    renameKeys(document, ['starts', at, 'form'], { from, to })
  })
}

const renameKeys = (document: Document, path: Path, { from, to }: Names): void => {
  const map = document.getIn(path, true)
  if (!isMap(map)) return
  for (const { key } of map.items) if (isScalar(key) && String(key.value) === from) key.value = to
}
