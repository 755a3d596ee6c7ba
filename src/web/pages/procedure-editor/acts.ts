// What the forms of the editor do to a draft: each a list of edits upon the text as it stands at this moment.
import { applyEdits, type Edit } from '../../../core/procedure/edit/edit.ts'
import { type Data, isData, listAt, namesOf, textAt, valueAt, wordsOf } from '../../../core/procedure/edit/look.ts'
import type { Outline } from '../../../core/procedure/edit/outline.ts'
import type { NameKind } from '../../../core/procedure/edit/places.ts'
import { pathOf, type Section } from '../../../core/procedure/edit/section.ts'
import { slugFrom, slugOf } from '../../../core/procedure/edit/slug.ts'
import type { Path } from '../../../core/procedure/fault.ts'
import type { Sentence } from '../../../core/sentence.ts'
import { first, type Posted } from '../../request/body.ts'
import type { EditField } from './edit-field.ts'
import { editsOf, newValue, strayKeys } from './edits-of.ts'
import { actorSets } from './parts/actor.ts'
import { groupSets, newFieldFields } from './parts/form-field.ts'
import { newStepFields, wordsForStep } from './parts/step.ts'
import type { Scene } from './scene.ts'
import { setsOf } from './sets.ts'

/** `opens` is the section to show next. */
export type Acted =
  | { ok: true; source: string; notes: Sentence[]; opens: Section }
  | { ok: false; why: 'words-missing' | 'gone' | 'no-change' }
  | { ok: false; why: 'refused'; sentence: Sentence }

export type Asking = { source: string; scene: Scene; section: Section; form: Posted }

export const act = (asking: Asking): Acted => {
  const what = first(asking.form, 'do')
  if (what === 'save') return save(asking)
  if (what === 'add-step') return addStep(asking)
  if (what === 'add-actor') return addActor(asking)
  if (what === 'add-group') return addGroup(asking)
  if (what === 'add-field') return addField(asking)
  if (what === 'up' || what === 'down' || what === 'copy' || what === 'remove') return onItem(asking, what)
  return { ok: false, why: 'no-change' }
}

const done = (source: string, edits: readonly Edit[], opens: Section): Acted => {
  const edited = applyEdits(source, edits)
  return edited.ok ? { ...edited, opens } : { ok: false, why: 'refused', sentence: edited.sentence }
}

/** The answers first: the new name of a thing would move the places they go to. */
const save = ({ source, scene, section, form }: Asking): Acted => {
  const path = pathOf(scene.data, section)
  if (path === null) return { ok: false, why: 'gone' }
  const fields = setsOf(scene, section, path).flatMap((set) => set.fields)
  const edits = editsOf(fields, scene.data, { path, prefix: 'f' }, form)
  const stray = section.part === 'form' ? strayKeys({ kindKey: 'type' }, scene.data, { path, edits }) : []
  const renaming = renamed({ scene, section, form, path, edits })
  const to = renaming?.do === 'rename' && section.part !== 'form' ? { ...section, item: renaming.to } : section
  return done(source, [...edits, ...stray, ...(renaming ? [renaming] : [])], to)
}

type Renaming = Pick<Asking, 'scene' | 'section' | 'form'> & { path: Path; edits: readonly Edit[] }

/** A name that somebody typed, or one that was made from words which are others now. */
const renamed = ({ scene, section, form, path, edits }: Renaming): Edit | null => {
  const kind = kindOf(section, path)
  if (kind === null) return null
  const thing = valueAt(scene.data, path)
  const from = kind === 'actor' ? String(section.item) : textAt(thing, [kind])
  const typed = slugOf(first(form, 'short-name'))
  const words = WORDS[kind](thing)
  const follows = (typed === '' || typed === from) && from === slugOf(words)
  const wanted = follows ? WORDS[kind](afterEdits(thing, path, edits)) : typed
  if (wanted === '' || slugOf(wanted) === from || from === '') return null
  const to = slugFrom(wanted, namesTaken(scene.outline, kind), kind)
  return { do: 'rename', kind, from, to }
}

const WORDS: Record<NameKind, (thing: unknown) => string> = {
  step: wordsForStep,
  actor: (actor) => textAt(actor, ['label']),
  group: (group) => wordsOf(valueAt(group, ['label'])),
  field: (field) => wordsOf(valueAt(field, ['label'])),
}

/** The thing with what was just answered at its top. */
const afterEdits = (thing: unknown, path: Path, edits: readonly Edit[]): unknown => ({
  ...(isData(thing) ? thing : {}),
  ...Object.fromEntries(
    edits.flatMap((edit) =>
      edit.do === 'set' && edit.path.length === path.length + 1 ? [[String(edit.path.at(-1)), edit.value]] : [],
    ),
  ),
})

const kindOf = ({ part, item }: Section, path: Path): NameKind | null => {
  if (item === undefined) return null
  if (part === 'steps') return 'step'
  if (part === 'actors') return 'actor'
  if (part === 'form') return path.length > 2 ? 'field' : 'group'
  return null
}

const namesTaken = ({ steps, actors, fields, groups }: Outline, kind: NameKind): string[] =>
  ({ step: steps, actor: actors, field: fields, group: groups })[kind].map(({ key }) => key)

const newThing = (fields: readonly EditField[], form: Posted): Data => {
  const value = newValue(fields, 'n', form)
  return isData(value) ? value : {}
}

const addStep = ({ source, scene, form }: Asking): Acted => {
  const value = newThing(newStepFields(scene), form)
  const words = wordsForStep(value)
  if (words === '') return { ok: false, why: 'words-missing' }
  const step = slugFrom(words, namesTaken(scene.outline, 'step'), 'langkah')
  const behind = scene.outline.steps.findIndex(({ key }) => key === first(form, 'after'))
  const at = behind < 0 ? {} : { at: behind + 1 }
  return done(source, [{ do: 'add', list: ['steps'], value: { step, ...value }, ...at }], { part: 'steps', item: step })
}

const addActor = ({ source, scene, form }: Asking): Acted => {
  const value = newThing(
    actorSets(scene).flatMap((set) => set.fields),
    form,
  )
  const words = textAt(value, ['label'])
  if (words === '') return { ok: false, why: 'words-missing' }
  const key = slugFrom(words, namesTaken(scene.outline, 'actor'), 'pelaksana')
  return done(source, [{ do: 'add', list: ['actors'], key, value }], { part: 'actors' })
}

const addGroup = ({ source, scene, form }: Asking): Acted => {
  const value = newThing(
    groupSets(scene).flatMap((set) => set.fields),
    form,
  )
  const words = wordsOf(value.label)
  if (words === '') return { ok: false, why: 'words-missing' }
  const group = slugFrom(words, namesTaken(scene.outline, 'group'), 'kelompok')
  return done(source, [{ do: 'add', list: ['form'], value: { group, ...value, fields: [] } }], { part: 'form' })
}

const addField = ({ source, scene, form }: Asking): Acted => {
  const group = Number(first(form, 'group'))
  if (!scene.outline.groups[group]) return { ok: false, why: 'gone' }
  const value = newThing(newFieldFields(), form)
  const words = wordsOf(value.label)
  if (words === '') return { ok: false, why: 'words-missing' }
  const field = slugFrom(words, namesTaken(scene.outline, 'field'), 'isian')
  const list: Path = ['form', group, 'fields']
  const item = `${group}.${listAt(scene.data, list).length}`
  return done(source, [{ do: 'add', list, value: { field, ...value } }], { part: 'form', item })
}

const onItem = ({ source, scene, section, form }: Asking, what: 'up' | 'down' | 'copy' | 'remove'): Acted => {
  const one: Section = { part: section.part, item: first(form, 'item') }
  const path = pathOf(scene.data, one)
  const kind = kindOf(one, path ?? [])
  if (path === null || kind === null) return { ok: false, why: 'gone' }
  const list = path.slice(0, -1)
  const at = kind === 'actor' ? scene.outline.actors.findIndex(({ key }) => key === one.item) : Number(path.at(-1))
  const opens: Section = { part: section.part }
  const name = kind === 'actor' ? (one.item ?? '') : textAt(valueAt(scene.data, path), [kind])
  switch (what) {
    case 'up':
      return done(source, [{ do: 'move', list, from: at, to: Math.max(0, at - 1) }], opens)
    case 'down':
      return done(source, [{ do: 'move', list, from: at, to: at + 1 }], opens)
    case 'copy': {
      const twin = slugFrom(name, namesTaken(scene.outline, kind), kind)
      const called = kind === 'actor' ? {} : { called: kind }
      return done(source, [{ do: 'copy', list, at, name: twin, ...called }, ...fieldsOfTwin(scene, kind, path)], opens)
    }
    case 'remove':
      return done(source, [...fieldsGone(scene, kind, path), { do: 'remove', list, at, named: { kind, name } }], opens)
  }
}

/** The fields of a doubled group need names of their own. */
const fieldsOfTwin = ({ data, outline }: Scene, kind: NameKind, path: Path): Edit[] => {
  if (kind !== 'group') return []
  const taken = namesTaken(outline, 'field')
  const group = Number(path.at(-1)) + 1
  return listAt(data, [...path, 'fields']).map((field, index): Edit => {
    const name = slugFrom(textAt(field, ['field']), taken, 'isian')
    taken.push(name)
    return { do: 'set', path: ['form', group, 'fields', index, 'field'], value: name }
  })
}

/** With a group go its fields, and what spoke of them is mended or told. */
const fieldsGone = ({ data }: Scene, kind: NameKind, path: Path): Edit[] => {
  if (kind !== 'group') return []
  const list: Path = [...path, 'fields']
  const names = listAt(data, list).flatMap((field) => namesOf(valueAt(field, ['field'])))
  return names.map((name, at): Edit => ({ do: 'remove', list, at, named: { kind: 'field', name } })).toReversed()
}
