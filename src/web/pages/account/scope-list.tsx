// Scopes of a token in words, each with the code by which programs and the reference name it.
import { Fragment } from 'preact'
import { SCOPES, type Scope } from '../../../core/person/scopes.ts'
import type { Lang } from '../../ui/masthead.tsx'

export const ScopeList = ({ scopes, language }: { scopes: readonly Scope[]; language: Lang }) => (
  <>
    {scopes.map((scope, at) => (
      <Fragment key={scope}>
        {at > 0 && ', '}
        {SCOPES[scope].label[language]} (<code>{scope}</code>)
      </Fragment>
    ))}
  </>
)
