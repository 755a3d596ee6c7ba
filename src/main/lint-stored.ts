// All faults of the editions that the running office holds: their own, and posts that the office does not have.
import { procedureMisfits } from '../core/agency/fit.ts'
import { lintProcedure } from '../core/procedure/lint.ts'
import { type Fault, readProcedure } from '../core/procedure/read.ts'
import { type EditionRow, postsOf, storedEditions } from '../store/editions.ts'
import type { OwnerStore } from '../store/owner.ts'

export type LintedEdition = { name: string; faults: Fault[] }

export const lintStored = async (store: OwnerStore): Promise<LintedEdition[]> => {
  const posts = await postsOf(store)
  return (await storedEditions(store)).map((row) => ({
    name: `${row.agency}/${row.procedure}@${row.edition}`,
    faults: faultsOf(
      row,
      posts.filter(({ agency }) => agency === row.agency),
    ),
  }))
}

const faultsOf = ({ source }: EditionRow, posts: Post[]): Fault[] => {
  const read = readProcedure(source)
  const missing = read.ok ? missingPosts(read, posts) : []
  return [...lintProcedure(source), ...missing].toSorted((a, b) => a.line - b.line)
}

type Post = { post: string }
type Readable = Extract<ReturnType<typeof readProcedure>, { ok: true }>

const missingPosts = ({ procedure, lineOf }: Readable, posts: Post[]): Fault[] =>
  procedureMisfits(procedure, { posts }).map(({ at, sentence }) => ({
    line: lineOf(['actors', at, 'post']),
    severity: 'error',
    sentence,
  }))
