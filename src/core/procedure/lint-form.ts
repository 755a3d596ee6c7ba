// Errors of the form: fields and conditions that the file speaks of have to exist, and to be answered by then.
import type { Field, When } from './field-schema.ts'
import { fieldsOf, TODAY, tableNamed } from './form.ts'
import { error, type Found, stepPath } from './found.ts'
import type { Path } from './read.ts'
import { type Act, DOSSIER_NUMBER, type Procedure, type RegisterFeed } from './schema.ts'

export const formFaults = (procedure: Procedure): Found[] => [
  ...writtenTwice(procedure),
  ...namedLikeControls(procedure),
  ...unknownFields(procedure),
  ...badConditions(procedure),
  ...groupsOfNoStep(procedure),
  ...daysOfNoField(procedure),
]

const writtenTwice = (procedure: Procedure): Found[] => {
  const names = fieldsOf(procedure).map((field) => field.field)
  return placedFields(procedure)
    .filter(({ field }, index) => names.indexOf(field.field) !== index)
    .map(({ field, path }) =>
      error([...path, 'field'], `Isian "${field.field}" ditulis dua kali.`, `Field "${field.field}" is written twice.`),
    )
}

/** Names that the forms of the pages use themselves: an answer under one of them would be read as something else. */
const CONTROLS = ['csrf', 'do', 'key', 'task', 'act', 'note', 'exit', 'row', 'draft', 'seen', 'phase', 'client']

const namedLikeControls = (procedure: Procedure): Found[] =>
  placedFields(procedure)
    .filter(({ field }) => CONTROLS.includes(field.field))
    .map(({ field, path }) =>
      error(
        [...path, 'field'],
        `Nama isian "${field.field}" dipakai halaman sendiri. Beri nama lain.`,
        `The name "${field.field}" is used by the pages themselves. Give the field another one.`,
      ),
    )

const unknownFields = (procedure: Procedure): Found[] => {
  const known = fieldsOf(procedure).map((field) => field.field)
  const inSubject = [...procedure.subject.matchAll(/\{([a-z0-9-]+)\}/g)].map((found) => found[1] ?? '')
  const uses: { path: Path; field: string }[] = [
    ...inSubject.map((field) => ({ path: ['subject'], field })),
    ...procedure.summary.map((field, index) => ({ path: ['summary', index], field })),
    ...procedure.steps.flatMap((step, index) =>
      step.fulfils.flatMap((one, at) =>
        Object.entries(one.with).map(([key, field]) => ({ path: stepPath(index, 'fulfils', at, 'with', key), field })),
      ),
    ),
    ...procedure.starts.flatMap((start, index) =>
      'form' in start
        ? Object.keys(start.form).map((field) => ({ path: ['starts', index, 'form', field], field }))
        : [],
    ),
  ]
  return [
    ...uses.filter(({ field }) => !known.includes(field)).map(({ path, field }) => unknownField(path, field)),
    ...procedure.registers.flatMap((feed, index) => unknownInRegister(procedure, feed, ['registers', index])),
  ]
}

/** Where a table gives the items, its columns are known beside the fields. */
const unknownInRegister = (procedure: Procedure, { each, key, columns }: RegisterFeed, path: Path): Found[] => {
  if (each !== undefined && !tableNamed(procedure, each)) {
    return [
      error(
        [...path, 'each'],
        `"${each}" bukan tabel pada formulir; register diisi satu butir per baris tabel.`,
        `"${each}" is no table of the form; the register gets one item for each row of a table.`,
      ),
    ]
  }
  const known = [...namesFor(procedure, each).map((one) => one.name), DOSSIER_NUMBER]
  return [
    { path: [...path, 'key'], field: key },
    ...columns.map((field, at) => ({ path: [...path, 'columns', at], field })),
  ]
    .filter(({ field }) => !known.includes(field))
    .map(({ path: place, field }) => unknownField(place, field))
}

/** What a condition may ask about: a field, or a column of the table that a register is fed from. */
type Named = { name: string; options: readonly { value: string }[] | null }

const namesFor = (procedure: Procedure, each?: string): Named[] => [
  ...((each === undefined ? undefined : tableNamed(procedure, each))?.columns ?? []).map(
    ({ column, type, options }) => ({
      name: column,
      options: type === 'choice' ? options : null,
    }),
  ),
  ...fieldsOf(procedure).map((field) => ({
    name: field.field,
    options: field.type === 'choice' ? field.options : null,
  })),
]

const unknownField = (path: Path, field: string): Found =>
  error(
    path,
    `Isian "${field}" dipakai tetapi tidak ada di formulir.`,
    `Field "${field}" is used but the form does not have it.`,
  )

const badConditions = (procedure: Procedure): Found[] => {
  const fields = fieldsOf(procedure)
  return [
    ...conditionsOf(procedure).flatMap(({ path, when, each }) =>
      (when ?? []).flatMap((one) => badCondition(namesFor(procedure, each), path, one)),
    ),
    ...placedFields(procedure).flatMap(({ field, path }, index) =>
      (field.when ?? [])
        .filter((one) => fields.findIndex((other) => other.field === one.field) >= index)
        .map((one) =>
          error(
            [...path, 'when'],
            `Syarat isian "${field.field}" menanyakan isian "${one.field}" yang baru ditanyakan sesudahnya.`,
            `The condition of field "${field.field}" asks about "${one.field}", which is only asked after it.`,
          ),
        ),
    ),
  ]
}

const badCondition = (names: readonly Named[], path: Path, { field: name, is }: When[number]): Found[] => {
  const asked = names.find((one) => one.name === name)
  if (!asked) return [unknownField(path, name)]
  const { options } = asked
  if (!options) return []
  return is
    .filter((value) => !options.some((option) => option.value === value))
    .map((value) =>
      error(
        path,
        `Syarat menanyakan pilihan "${value}" yang tidak ada pada isian "${name}".`,
        `A condition asks for the option "${value}", which the field "${name}" does not have.`,
      ),
    )
}

/** Acts whose page has room for fields. */
const ASKING_ACTS: readonly Act[] = ['submit', 'check', 'analyse', 'do', 'measure', 'report', 'draft', 'receive']

const groupsOfNoStep = ({ form, steps }: Procedure): Found[] =>
  form.flatMap(({ group, at }, index) =>
    at === undefined || steps.some((step) => step.step === at && ASKING_ACTS.includes(step.act))
      ? []
      : [
          error(
            ['form', index, 'at'],
            `Kelompok isian "${group}" ditanyakan pada "${at}", yang bukan langkah dengan isian (${ASKING_ACTS.join(', ')}).`,
            `The group "${group}" is asked for at "${at}", which is no step with fields (${ASKING_ACTS.join(', ')}).`,
          ),
        ],
  )

const daysOfNoField = (procedure: Procedure): Found[] =>
  placedFields(procedure).flatMap(({ field, path }) =>
    field.type === 'date'
      ? (['notBefore', 'notAfter'] as const).flatMap((key) => {
          const named = field[key]
          const isDate = fieldsOf(procedure).some((other) => other.field === named && other.type === 'date')
          return named === undefined || named === TODAY || isDate
            ? []
            : [
                error(
                  [...path, key],
                  `"${key}" menyebut "${named}", yang bukan isian tanggal; tulis isian tanggal atau ${TODAY}.`,
                  `"${key}" names "${named}", which is no field of a date; write one, or ${TODAY}.`,
                ),
              ]
        })
      : [],
  )

type Placed = { field: Field; path: Path }

const placedFields = ({ form }: Procedure): Placed[] =>
  form.flatMap((group, at) => group.fields.map((field, index) => ({ field, path: ['form', at, 'fields', index] })))

type Condition = { path: Path; when: When | undefined; each?: string | undefined }

/** Every condition of the file with its place. */
const conditionsOf = (procedure: Procedure): Condition[] => [
  ...placedFields(procedure).flatMap(({ field, path }) => [
    { path: [...path, 'when'], when: field.when },
    { path: [...path, 'availability'], when: field.type === 'domain-name' ? field.availability : undefined },
  ]),
  ...procedure.steps.flatMap((step, index) => [
    { path: stepPath(index, 'when'), when: step.when },
    ...step.fulfils.flatMap((one, at) =>
      (['when', 'changeWhen', 'removeWhen'] as const).map((key) => ({
        path: stepPath(index, 'fulfils', at, key),
        when: one[key],
      })),
    ),
  ]),
  ...procedure.registers.flatMap((feed, index) =>
    (['when', 'retireWhen'] as const).map((key) => ({
      path: ['registers', index, key],
      when: feed[key],
      each: feed.each,
    })),
  ),
]
