// One address on the reference page: how it is asked, what it takes and answers, what may go wrong.
import type { z } from 'zod'
import { type Doc, FILE, SENT_FILE } from '../../api/endpoint.ts'
import { API } from '../../api/mount.ts'
import { parametersOf, problemsOf, schemaWord } from '../../api/openapi.ts'
import { Definition, type Fact } from '../../ui/definition.tsx'
import type { Visitor } from '../../visitor.ts'
import { TypeWords } from './schema-part.tsx'

export const EndpointPart = ({ doc, visitor }: { doc: Doc; visitor: Visitor }) => {
  const { language, text } = visitor
  return (
    <details class="reference-part">
      <summary>
        <code class="reference-method">{doc.method.toUpperCase()}</code> <code>{`${API}${doc.path}`}</code>
        <span class="reference-words">{doc.summary[language]}</span>
      </summary>
      <span id={doc.id} />
      {doc.description && <p>{doc.description[language]}</p>}
      <Definition facts={factsOf(doc, visitor)} />
      {doc.example !== undefined && (
        <>
          <p>{text.api.example}</p>
          <pre class="code-block">{JSON.stringify(doc.example, null, 2)}</pre>
        </>
      )}
    </details>
  )
}

const factsOf = (doc: Doc, { text, language }: Visitor): Fact[] => {
  const words = text.api
  const parameters = parametersOf(doc, language)
  return [
    { label: words.scope, value: doc.scopes.length === 0 ? words.open : doc.scopes.join(' / ') },
    ...(parameters.length === 0
      ? []
      : [
          {
            label: words.parameters,
            value: (
              <ul class="bullets">
                {parameters.map((one) => (
                  <li key={one.name}>
                    <code>{one.name}</code> ({one.in}
                    {one.required ? `, ${words.required}` : ''}){one.description ? `: ${one.description}` : ''}
                  </li>
                ))}
              </ul>
            ),
          },
        ]),
    ...(doc.body ? [{ label: words.body, value: <Shape schema={doc.body} io="input" words={words} /> }] : []),
    { label: words.answer, value: <Shape schema={doc.answer} io="output" words={words} /> },
    {
      label: words.problems,
      value: problemsOf(doc).map((code, at) => (
        <>
          {at > 0 && ', '}
          <a href={`#problem-${code}`} key={code}>
            {code}
          </a>
        </>
      )),
    },
  ]
}

type ShapeProps = { schema: z.ZodType | null; io: 'input' | 'output'; words: Visitor['text']['api'] }

const Shape = ({ schema, io, words }: ShapeProps) => {
  if (schema === null) return <>{words.nothing}</>
  if (schema === SENT_FILE) return <>{words.fileBody}</>
  if (schema === FILE) return <>{words.file}</>
  return <TypeWords schema={schemaWord(schema, io)} words={words} />
}
