// A type of data in words: what it is and its limits, then its fields under it, linked to the shapes they are made of.
import { type ComponentChildren, Fragment } from 'preact'
import type { Visitor } from '../../visitor.ts'
import { Prose } from './prose.tsx'
import type { Shape } from './read-description.ts'

type Words = Visitor['text']['api']
type Props = { schema: Shape; words: Words }

export const TypeWords = ({ schema, words }: Props) => (
  <>
    <Lead schema={schema} words={words} />
    <Nested schema={schema} words={words} />
  </>
)

/** In one line. */
const Lead = ({ schema, words }: Props): ComponentChildren => {
  const all = schema.anyOf ?? schema.oneOf
  if (schema.$ref) return <RefLink to={schema.$ref} />
  if (all) return <Choice all={all} words={words} />
  if (schema.items)
    return (
      <>
        {words.listOf(rangeOf(schema.minItems, schema.maxItems))} <Lead schema={schema.items} words={words} />
      </>
    )
  if (typeof schema.additionalProperties === 'object')
    return (
      <>
        {words.mapOf} <Lead schema={schema.additionalProperties} words={words} />
      </>
    )
  if (schema.properties) return words.object
  return <Plain schema={schema} words={words} />
}

const RefLink = ({ to }: { to: string }) => {
  const name = to.split('/').at(-1) ?? ''
  return (
    <a href={`#schema-${name}`}>
      <code>{name}</code>
    </a>
  )
}

/** What may be null says so last. */
const Choice = ({ all, words }: { all: readonly Shape[]; words: Words }) => (
  <>
    {all
      .toSorted((a, b) => Number(a.type === 'null') - Number(b.type === 'null'))
      .map((one, at) => (
        <Fragment key={`${at}`}>
          {at > 0 && ` ${words.or} `}
          <Lead schema={one} words={words} />
        </Fragment>
      ))}
  </>
)

const Plain = ({ schema, words }: Props) => {
  const { enum: values, const: only, format } = schema
  const exact = values ?? (only === undefined ? null : [only])
  if (exact)
    return (
      <>
        {exact.map((one, at) => (
          <Fragment key={`${at}`}>
            {at > 0 && ` ${words.or} `}
            <code>{JSON.stringify(one)}</code>
          </Fragment>
        ))}
      </>
    )
  const [kind = words.anything, ...others] = [schema.type ?? []].flat()
  const limits = limitsOf(schema, words)
  return (
    <>
      <code>{format ? `${kind} ${format}` : kind}</code>
      {limits && ` ${limits}`}
      {others.map((other) => (
        <Fragment key={other}>
          {` ${words.or} `}
          <code>{other}</code>
        </Fragment>
      ))}
      {schema.pattern && !format && (
        <>
          {', '}
          {words.pattern} <code>{schema.pattern}</code>
        </>
      )}
    </>
  )
}

const limitsOf = ({ minLength, maxLength, minimum, maximum }: Shape, words: Words): string => {
  const length = rangeOf(minLength, maxLength)
  return length ? words.characters(length) : rangeOf(minimum, maximum)
}

/** What JavaScript can count to is no limit that anybody set. */
const rangeOf = (least: number | undefined, most: number | undefined): string => {
  const [from, to] = [least, most].map((one) => (Math.abs(one ?? Infinity) < Number.MAX_SAFE_INTEGER ? one : undefined))
  if (from === undefined && to === undefined) return ''
  if (to === undefined) return `≥ ${from}`
  return from === undefined ? `≤ ${to}` : `${from}–${to}`
}

/** The fields of every object that the line named. */
const Nested = ({ schema, words }: Props): ComponentChildren => {
  if (schema.$ref) return null
  const inner = [schema.anyOf ?? schema.oneOf ?? [], schema.items ?? [], valuesOf(schema) ?? []].flat()
  if (!schema.properties) return inner.map((one, at) => <Nested key={`${at}`} schema={one} words={words} />)
  return (
    <ul class="reference-fields">
      {Object.entries(schema.properties).map(([name, field]) => (
        <li key={name}>
          <code>{name}</code>
          {schema.required?.includes(name) ? '' : ` (${words.optional})`}: <Lead schema={field} words={words} />
          <Default of={field} words={words} />
          <About>{field.description}</About>
          <Nested schema={field} words={words} />
        </li>
      ))}
    </ul>
  )
}

const valuesOf = ({ additionalProperties }: Shape): Shape | null =>
  typeof additionalProperties === 'object' ? additionalProperties : null

export const Default = ({ of, words }: { of: Shape; words: Words }) =>
  of.default === undefined ? null : (
    <>
      {', '}
      {words.unlessTold} <code>{JSON.stringify(of.default)}</code>
    </>
  )

export const About = ({ children }: { children: string | undefined }) =>
  children ? (
    <span class="reference-about">
      <Prose>{children}</Prose>
    </span>
  ) : null
