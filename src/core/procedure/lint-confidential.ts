// Errors about what is confidential: it must not stand where anybody in the office, or outside it, reads it.
import { fieldsOf } from './form.ts'
import { error, type Found, stepPath } from './found.ts'
import type { Path } from './read.ts'
import type { Procedure } from './schema.ts'

type Use = { path: Path; field: string; id: string; en: string }

export const confidentialFaults = (procedure: Procedure): Found[] => {
  const hidden = fieldsOf(procedure)
    .filter((field) => field.confidential)
    .map((field) => field.field)
  if (hidden.length === 0) return []
  return usesOf(procedure)
    .filter(({ field }) => hidden.includes(field))
    .map(({ path, field, id, en }) =>
      error(path, `Isian "${field}" dirahasiakan, tetapi ${id}.`, `Field "${field}" is confidential, but ${en}.`),
    )
}

const usesOf = (procedure: Procedure): Use[] => [
  ...[...procedure.subject.matchAll(/\{([a-z0-9-]+)\}/g)].map(([, field = '']) => ({
    path: ['subject'],
    field,
    id: 'tertulis dalam hal berkas, yang tampil di setiap daftar',
    en: 'stands in the subject, which every list shows',
  })),
  ...procedure.summary.map((field, at) => ({
    path: ['summary', at],
    field,
    id: 'tampil dalam ringkasan',
    en: 'is shown in the summary',
  })),
  ...procedure.registers.flatMap(({ each, key, columns }, index) =>
    [...(each ? [each] : []), key, ...columns].map((field) => ({
      path: ['registers', index],
      field,
      id: 'tercatat dalam register, yang dibaca seluruh kantor',
      en: 'goes into a register, which the whole office reads',
    })),
  ),
  ...procedure.steps.flatMap((step, index) =>
    step.fulfils.flatMap((one, at) =>
      Object.values(one.with).map((field) => ({
        path: stepPath(index, 'fulfils', at, 'with'),
        field,
        id: 'dikirim ke sistem luar dan tertulis dalam buktinya',
        en: 'is sent to an outside system and stands in its proof',
      })),
    ),
  ),
  ...IN_THE_BOOK.map((field) => ({
    path: ['form'],
    field,
    id: 'tercetak dalam buku agenda dan lembar disposisi',
    en: 'is printed in the letter book and on the disposition sheet',
  })),
]

const IN_THE_BOOK = ['nomor-surat', 'tanggal-surat']
