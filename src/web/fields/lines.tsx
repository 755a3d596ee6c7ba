// Text as its writer broke it into lines.
import { type ComponentChildren, Fragment } from 'preact'

export const inLines = (lines: readonly string[]): ComponentChildren =>
  lines.map((line, index) => (
    <Fragment key={`${index}${line}`}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ))
