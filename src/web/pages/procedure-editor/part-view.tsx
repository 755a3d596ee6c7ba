// One part of the procedure: its list of things with the open one inside, what may be added, or its form alone.
import { textAt, valueAt } from '../../../core/procedure/edit/look.ts'
import type { Posted } from '../../request/body.ts'
import { Field } from '../../ui/field.tsx'
import type { Desk } from './desk.ts'
import { FileView } from './file-view.tsx'
import { type Item, ItemList } from './item-list.tsx'
import { ACT_WORDS, TYPE_WORDS } from './kind-words.ts'
import { actorSets } from './parts/actor.ts'
import { groupSets, newFieldFields } from './parts/form-field.ts'
import { newStepFields } from './parts/step.ts'
import type { Scene } from './scene.ts'
import { AddForm, fieldsIn, SectionForm } from './section-view.tsx'

export type Shown = { desk: Desk; typed: Posted | null }

export const PartView = ({ desk, typed }: Shown) => {
  const { scene, section } = desk
  if (section.part === 'file' || !scene) return <FileView desk={desk} typed={typed} />
  switch (section.part) {
    case 'steps':
      return <StepsPart desk={desk} typed={typed} scene={scene} />
    case 'actors':
      return <ActorsPart desk={desk} typed={typed} scene={scene} />
    case 'form':
      return <FormPart desk={desk} typed={typed} scene={scene} />
    case 'identity':
    case 'policy':
    case 'starts':
    case 'registers':
    case 'service':
    case 'remarks':
      return <SectionForm desk={desk} typed={typed} />
  }
}

type PartProps = Shown & { scene: Scene }

const StepsPart = ({ desk, typed, scene }: PartProps) => {
  const { language, text } = desk.visitor
  const words = text.editor
  const { steps, actors } = scene.outline
  const items = steps.map(
    ({ key, activity, act, actors: names }, at): Item => ({
      item: key,
      title: activity || key,
      facts: [
        names.map((name) => actors.find((one) => one.key === name)?.label ?? name).join(' / '),
        wordOf(ACT_WORDS, act, language),
        textAt(scene.data, ['steps', at, 'time']),
        valueAt(scene.data, ['steps', at, 'policy']) === true ? words.policyStep : '',
      ],
    }),
  )
  const places = [
    ...steps.map(({ key, activity }, at) => ({ value: key, label: words.behind(`${at + 1}. ${activity || key}`) })),
  ]
  return (
    <>
      {items.length === 0 ? <p>{words.noSteps}</p> : <List desk={desk} typed={typed} items={items} numbered />}
      <AddForm desk={desk} what="add-step" label={words.addStep} fields={newStepFields(scene)}>
        <Field kind="select" name="after" label={words.after} placeholder={words.atEnd} options={places} value="" />
      </AddForm>
    </>
  )
}

const ActorsPart = ({ desk, typed, scene }: PartProps) => {
  const { language, text } = desk.visitor
  const items = scene.outline.actors.map(
    ({ key, label, post, isApplicant }): Item => ({
      item: key,
      title: label,
      facts: [
        isApplicant ? APPLICANT[language] : (scene.posts.find(({ value }) => value === post)?.label[language] ?? post),
      ],
    }),
  )
  return (
    <>
      {items.length === 0 ? <p>{text.editor.noActors}</p> : <List desk={desk} typed={typed} items={items} />}
      <AddForm desk={desk} what="add-actor" label={text.editor.addActor} fields={fieldsIn(actorSets(scene))} />
    </>
  )
}

const APPLICANT = { id: 'Pemohon', en: 'The applicant' }

const FormPart = ({ desk, typed, scene }: PartProps) => {
  const { text } = desk.visitor
  const { section } = desk
  const items = scene.outline.groups.map(
    ({ label, key, at }, index): Item => ({
      item: String(index),
      title: label || key,
      facts: [scene.outline.steps.find((step) => step.key === at)?.activity ?? ''],
      below: <FieldsOf desk={desk} typed={typed} scene={scene} group={index} />,
    }),
  )
  return (
    <>
      {items.length === 0 ? <p>{text.editor.noGroups}</p> : <List desk={desk} typed={typed} items={items} />}
      <AddForm desk={desk} what="add-group" label={text.editor.addGroup} fields={fieldsIn(groupSets(scene))} />
      {section.item === undefined && <SectionForm desk={desk} typed={typed} />}
    </>
  )
}

const FieldsOf = ({ desk, typed, scene, group }: PartProps & { group: number }) => {
  const { language, text } = desk.visitor
  const fields = scene.outline.fields.filter((one) => one.group === group)
  const items = fields.map(
    ({ label, key, type }, at): Item => ({
      item: `${group}.${at}`,
      title: label || key,
      facts: [wordOf(TYPE_WORDS, type, language)],
    }),
  )
  return (
    <div class="editor-below">
      {items.length > 0 && <List desk={desk} typed={typed} items={items} />}
      <AddForm desk={desk} what="add-field" label={text.editor.addField} fields={newFieldFields()}>
        <input type="hidden" name="group" value={String(group)} />
      </AddForm>
    </div>
  )
}

const List = ({ desk, typed, items, numbered }: Shown & { items: readonly Item[]; numbered?: boolean }) => (
  <ItemList
    desk={desk}
    items={items}
    numbered={numbered === true}
    label={desk.visitor.text.editor.parts[desk.section.part]}
    open={<SectionForm desk={desk} typed={typed} />}
  />
)

const wordOf = (
  all: Readonly<Record<string, { label: { id: string; en: string } }>>,
  key: string,
  language: 'id' | 'en',
): string => (Object.hasOwn(all, key) ? (all[key]?.label[language] ?? key) : key)
