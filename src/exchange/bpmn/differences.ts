// What stands in a diagram and was not put there by us, or no longer stands there: told by name, so that nothing is lost unseen.
import type { ModdleElement } from 'bpmn-moddle'
import { type Fault, faultAt } from '../../core/procedure/fault.ts'
import { elementIn, elementsIn, isElement, oursOf, squashed, textIn } from './facts.ts'

/** @param ours the diagram as it would be written now, with every word that was taken over */
export const changesOf = (ours: ModdleElement, theirs: ModdleElement): Fault[] => {
  const [expected, found] = [partsOf(ours), partsOf(theirs)]
  const ids = found.map(({ id }) => id)
  return [
    ...found
      .filter(({ id }, at) => !expected.some((one) => one.id === id) || ids.indexOf(id) !== at)
      .map(({ type, name, id }) => added(type, name || id)),
    ...expected.filter(({ id }) => !ids.includes(id)).map(({ type, name, id }) => removed(type, name || id)),
    ...expected.flatMap((one) => {
      const now = found.find(({ id }) => id === one.id)
      const what = now ? differing(one, now) : []
      return what.length > 0 ? [changed(one.type, one.name || one.id, what)] : []
    }),
  ].slice(0, MOST_TOLD)
}

const MOST_TOLD = 20

type Part = { id: string; type: string; name: string; facts: Map<string, string> }

/** Drawing, colours and the modeller's own marks are not the procedure: they may change. */
const partsOf = (definitions: ModdleElement): Part[] => elementsIn(definitions, 'rootElements').flatMap(partsUnder)

const partsUnder = (element: ModdleElement): Part[] => {
  const taken = oursOf(element, 'mipp:Step').length > 0 ? TAKEN_OVER : []
  // References are there, but not among the keys.
  const inside = [...new Set([...Object.keys(element), ...REFERENCES])]
    .filter((key) => !SKIPPED.has(key) && !taken.includes(key) && !key.startsWith('$'))
    .map((key): [string, unknown] => [key, element[key]])
  const children = inside.flatMap(([key, value]) =>
    REFERENCES.has(key) ? [] : (Array.isArray(value) ? value : [value]).filter(isElement),
  )
  const facts = new Map(
    inside
      .map(([key, value]): [string, string] => [key, REFERENCES.has(key) ? namesOf(value) : plain(value)])
      .filter(([, value]) => value !== ''),
  )
  for (const [key, value] of Object.entries(element.$attrs)) {
    if (!key.startsWith('xmlns')) facts.set(key, value)
  }
  for (const value of elementsIn(elementIn(element, 'extensionElements'), 'values')) {
    for (const [key, text] of wordsOf(value)) facts.set(key, text)
  }
  const { id, name } = element
  const own = id === undefined ? [] : [{ id, type: element.$type, name: name ?? '', facts }]
  return [...own, ...children.flatMap(partsUnder)]
}

/** Both hold the activity of the step, which has been read from whichever was changed. */
const TAKEN_OVER = ['name', 'documentation']

/** Of ours the heads alone: their facts have been read. Extensions of others are kept by nobody. */
const wordsOf = (value: ModdleElement): [string, string][] => {
  if (!value.$type.startsWith('mipp:')) return [[value.$type, 'extension']]
  return ['agency', 'key', 'act', 'time'].map((key) => [`mipp:${key}`, textIn(value, key)])
}

/** `incoming` and `outgoing` say again what the flows say; a lane has been read from where its tasks stand. */
const SKIPPED = new Set(['id', 'di', 'incoming', 'outgoing', 'extensionElements', 'isExecutable', 'flowNodeRef'])
const REFERENCES = new Set(['sourceRef', 'targetRef', 'processRef', 'default'])

const namesOf = (value: unknown): string =>
  (Array.isArray(value) ? value : [value])
    .filter(isElement)
    .map(({ id }) => id ?? '')
    .toSorted()
    .join(' ')

/** Elements with a name of their own are parts; those without, as documentation, are facts of theirs. */
const plain = (value: unknown): string => {
  if (Array.isArray(value))
    return value
      .map(plain)
      .filter((one) => one !== '')
      .join(' ')
  if (!isElement(value)) return squashed(String(value ?? ''))
  return value.id === undefined ? squashed(String(value.text ?? value.$type)) : ''
}

const differing = (before: Part, now: Part): string[] => {
  const keys = new Set([...before.facts.keys(), ...now.facts.keys()])
  const facts = [...keys].filter((key) => before.facts.get(key) !== now.facts.get(key))
  return before.type === now.type ? facts : ['type', ...facts]
}

const KINDS: Readonly<Record<string, readonly [string, string]>> = {
  'bpmn:SequenceFlow': ['Alur', 'The flow'],
  'bpmn:Lane': ['Lajur', 'The lane'],
  'bpmn:Participant': ['Kolam', 'The pool'],
}

const kindOf = (type: string): readonly [string, string] => KINDS[type] ?? ['Unsur', 'The element']

const added = (type: string, name: string): Fault => {
  const [id, en] = kindOf(type)
  return faultAt(
    1,
    `${id} "${name}" ditambahkan di luar MIPP dan tidak dapat diambil alih. Tambahkan di editor MIPP, atau hapus dari diagram.`,
    `${en} "${name}" was added outside MIPP and cannot be taken over. Add it in the MIPP editor, or delete it from the diagram.`,
  )
}

const removed = (type: string, name: string): Fault => {
  const [id, en] = kindOf(type)
  return faultAt(
    1,
    `${id} "${name}" dihapus di luar MIPP. Hapus di editor MIPP, lalu ekspor diagramnya lagi.`,
    `${en} "${name}" was deleted outside MIPP. Delete it in the MIPP editor, then export the diagram again.`,
  )
}

const changed = (type: string, name: string, what: readonly string[]): Fault => {
  const [id, en] = kindOf(type)
  return faultAt(
    1,
    `${id} "${name}" diubah di luar MIPP (${what.join(', ')}) dan tidak dapat diambil alih. Ubah di editor MIPP.`,
    `${en} "${name}" was changed outside MIPP (${what.join(', ')}) and cannot be taken over. Change it in the MIPP editor.`,
  )
}
