// One address on the reference page: how it is asked, what it takes and answers, what may go wrong.
import { Fragment } from 'preact'
import { SCOPES } from '../../../core/person/scopes.ts'
import { type Doc, SENT_BYTES, SENT_FILE } from '../../api/endpoint.ts'
import { API } from '../../api/mount.ts'
import { specialProblems } from '../../api/operation-problems.ts'
import { Definition, type Fact } from '../../ui/definition.tsx'
import type { Visitor } from '../../visitor.ts'
import { Part } from './part.tsx'
import { Path, Prose } from './prose.tsx'
import type { Operation } from './read-description.ts'
import { About, Default, TypeWords } from './type-words.tsx'

type Props = { doc: Doc; operation: Operation; visitor: Visitor }

export const EndpointPart = ({ doc, operation, visitor }: Props) => {
  const { language, text } = visitor
  const answer = operation.responses[doc.status]?.content['application/json']?.example
  return (
    <Part
      id={doc.id}
      name={
        <>
          <code class="reference-method">{doc.method.toUpperCase()}</code> <Path>{`${API}${doc.path}`}</Path>
          <span class="reference-words">{doc.summary[language]}</span>
        </>
      }
    >
      {doc.description && (
        <p>
          <Prose>{doc.description[language]}</Prose>
        </p>
      )}
      <Definition facts={factsOf({ doc, operation, visitor })} />
      {Object.entries(doc.examples).map(([name, body]) => (
        <div class="reference-example" key={name} id={name === doc.id ? undefined : `${doc.id}-${name}`}>
          <p>
            {text.api.example}
            {name !== doc.id && (
              <>
                {': '}
                <code>{name}</code>
              </>
            )}
          </p>
          <pre class="code-block">{JSON.stringify(body, null, 2)}</pre>
        </div>
      ))}
      {answer !== undefined && (
        <details class="reference-answer">
          <summary>{text.api.exampleAnswer}</summary>
          <pre class="code-block">{JSON.stringify(answer, null, 2)}</pre>
        </details>
      )}
    </Part>
  )
}

const factsOf = ({ doc, operation, visitor }: Props): Fact[] => {
  const words = visitor.text.api
  return [
    { label: words.operation, value: <code>{doc.id}</code> },
    { label: words.scope, value: <ScopeWords doc={doc} visitor={visitor} /> },
    ...(operation.parameters.length === 0
      ? []
      : [{ label: words.parameters, value: <Parameters operation={operation} words={words} /> }]),
    ...(doc.body ? [{ label: words.body, value: <Body doc={doc} operation={operation} words={words} /> }] : []),
    { label: words.answer, value: <Answer doc={doc} operation={operation} words={words} /> },
    { label: words.problems, value: <Problems doc={doc} words={words} /> },
  ]
}

const ScopeWords = ({ doc, visitor: { text, language } }: Omit<Props, 'operation'>) => (
  <>
    {doc.scopes.length === 0 && text.api.open}
    {doc.scopes.map((scope, at) => (
      <Fragment key={scope}>
        {at > 0 && ` ${text.api.or} `}
        <code>{scope}</code> {`(${SCOPES[scope].label[language]})`}
      </Fragment>
    ))}
  </>
)

type Described = { operation: Operation; words: Visitor['text']['api'] }

const Parameters = ({ operation, words }: Described) => (
  <ul class="reference-fields">
    {operation.parameters.map((one) => (
      <li key={`${one.in} ${one.name}`}>
        <code>{one.name}</code> ({placeOf(one.in, words)}
        {one.required ? `, ${words.required}` : ''}): <TypeWords schema={one.schema} words={words} />
        <Default of={one.schema} words={words} />
        <About>{one.description}</About>
      </li>
    ))}
  </ul>
)

const placeOf = (place: string, { places }: Described['words']): string =>
  Object.entries(places).find(([name]) => name === place)?.[1] ?? place

const Body = ({ doc, operation, words }: Described & { doc: Doc }) => {
  if (doc.body === SENT_FILE) return <Prose>{words.fileBody}</Prose>
  if (doc.body === SENT_BYTES) return <Prose>{words.bytesBody}</Prose>
  const schema = operation.requestBody?.content['application/json']?.schema
  return schema ? <TypeWords schema={schema} words={words} /> : null
}

const Answer = ({ doc, operation, words }: Described & { doc: Doc }) => {
  const answer = operation.responses[doc.status]
  const schema = answer?.content['application/json']?.schema
  const own = Object.keys(answer?.headers ?? {}).filter((name) => !name.startsWith('RateLimit'))
  return (
    <>
      <code>{doc.status}</code>{' '}
      {schema ? <TypeWords schema={schema} words={words} /> : doc.answer === null ? words.nothing : words.file}
      {own.map((name) => (
        <About key={name}>{`\`${name}\`: ${answer?.headers[name]?.description ?? ''}`}</About>
      ))}
    </>
  )
}

const Problems = ({ doc, words }: { doc: Doc; words: Described['words'] }) => (
  <>
    {specialProblems(doc).map((code) => (
      <Fragment key={code}>
        <a href={`#problem-${code}`}>{code}</a>
        {', '}
      </Fragment>
    ))}
    <a href="#problems-general">{words.generalLink}</a>
  </>
)
