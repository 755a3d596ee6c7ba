// Sentences with code in them, and addresses that break where a reader would break them.
import { Fragment } from 'preact'

/** What stands between backticks is code. */
export const Prose = ({ children }: { children: string }) => (
  <>{children.split('`').map((part, at) => (at % 2 === 1 ? <code key={`${at}`}>{part}</code> : part))}</>
)

/** An address breaks after its slashes, never inside a word. */
export const Path = ({ children }: { children: string }) => {
  const parts = children.split('/')
  return (
    <code class="reference-path">
      {parts.map((part, at) => (
        <Fragment key={`${at}`}>
          {at > 0 && '/'}
          {at > 1 && <wbr />}
          {part}
        </Fragment>
      ))}
    </code>
  )
}
