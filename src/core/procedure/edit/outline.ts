// A procedure as its editor offers it in lists: steps, actors, fields, papers, also while the text has faults.
import { type Data, isData, listAt, namesOf, textAt, valueAt, wordsOf } from './look.ts'

export type OutlinedStep = {
  key: string
  activity: string
  act: string
  actors: string[]
  makes: string[]
  letter: string
  isPolicy: boolean
}
export type OutlinedField = {
  key: string
  label: string
  type: string
  group: number
  options: { value: string; label: string }[]
}

export type Outline = {
  title: string
  steps: OutlinedStep[]
  actors: { key: string; label: string; post: string; isApplicant: boolean }[]
  groups: { key: string; label: string; at: string }[]
  fields: OutlinedField[]
  /** Papers that some step makes or the form brings, each once. */
  papers: string[]
}

export const outlineOf = (data: Data): Outline => {
  const steps = listAt(data, ['steps']).map(stepOf)
  const fields = listAt(data, ['form']).flatMap((group, at) =>
    listAt(group, ['fields']).map((field) => fieldOf(field, at)),
  )
  return {
    title: textAt(data, ['title']),
    steps,
    actors: actorsOf(data),
    groups: listAt(data, ['form']).map((group) => ({
      key: textAt(group, ['group']),
      label: wordsOf(valueAt(group, ['label'])),
      at: textAt(group, ['at']),
    })),
    fields,
    papers: [...new Set([...steps.flatMap((step) => step.makes), ...filesOf(data)])],
  }
}

const stepOf = (step: unknown): OutlinedStep => ({
  key: textAt(step, ['step']),
  activity: textAt(step, ['activity']),
  act: textAt(step, ['act']),
  actors: namesOf(valueAt(step, ['actor'])),
  makes: namesOf(valueAt(step, ['makes'])),
  letter: textAt(step, ['letter']),
  isPolicy: valueAt(step, ['policy']) === true,
})

const actorsOf = (data: Data): Outline['actors'] => {
  const actors = valueAt(data, ['actors'])
  if (!isData(actors)) return []
  return Object.entries(actors).map(([key, actor]) => ({
    key,
    label: textAt(actor, ['label']) || key,
    post: textAt(actor, ['post']),
    isApplicant: textAt(actor, ['is']) === 'applicant',
  }))
}

const fieldOf = (field: unknown, group: number): OutlinedField => ({
  key: textAt(field, ['field']),
  label: wordsOf(valueAt(field, ['label'])),
  type: textAt(field, ['type']),
  group,
  options: listAt(field, ['options']).map((option) => ({
    value: textAt(option, ['value']),
    label: wordsOf(valueAt(option, ['label'])),
  })),
})

const filesOf = (data: Data): string[] =>
  listAt(data, ['form']).flatMap((group) =>
    listAt(group, ['fields']).flatMap((field) => namesOf(valueAt(field, ['paper']))),
  )
