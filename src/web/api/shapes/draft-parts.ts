// The parts of a draft that a program sends, judged by what judges the pages.
import type { AgencyData } from '../../../core/agency/catalogue.ts'
import type { LetterDraft } from '../../../core/dossier/letters/facts.ts'
import { draftParts as parts } from '../../../core/dossier/letters/writing.ts'
import type { Form } from '../../../core/procedure/form.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { judgeDraft, type LetterKind } from '../../letter-desk.ts'
import { bad } from '../endpoint.ts'

/** Beside the note: also how the letter is filed. */
export const draftParts = {
  values: parts.values,
  text: parts.text,
  classification: parts.classification,
  security: parts.security,
}

type Asked = { agency: AgencyData; procedure: Procedure; kind: LetterKind }

export const draftFaults = (
  asked: Asked,
  { values, text }: { values: LetterDraft['values']; text: string | undefined },
): { ok: true; values: Form } | ReturnType<typeof bad> => {
  const kind = values === undefined ? { ...asked.kind, fields: [] } : asked.kind
  const judged = judgeDraft({ ...asked, kind }, { values: values ?? {}, text: text ?? '' })
  if (judged.faults.length === 0) return { ok: true, values: judged.values }
  return bad(
    'invalid',
    undefined,
    judged.faults.map(({ field, sentence }) => ({
      in: 'body' as const,
      path: field === 'text' ? '/text' : `/values/${field.replaceAll('.', '/')}`,
      sentence,
    })),
  )
}
