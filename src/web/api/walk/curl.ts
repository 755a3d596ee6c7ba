// A call as a line for the shell: what can be copied from the reference page, and what the test of the walk runs.
import type { Doc } from '../endpoint.ts'
import type { Call } from './walk.ts'

/** `$MIPP` is the address of the interface; the tokens and what is kept of answers are variables too. */
export const curlOf = ({ path }: Pick<Doc, 'path'>, call: Call): string => {
  const at = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => call.place?.[name] ?? `$${name.toUpperCase()}`)
  const options = [
    ...(call.who ? [`-H "Authorization: Bearer $${call.who}"`] : []),
    ...(call.idempotencyKey ? [`-H "Idempotency-Key: ${call.idempotencyKey}"`] : []),
    ...(call.body === undefined ? [] : ['-H "Content-Type: application/json"']),
    ...(call.file ? [`-F "file=@${call.file}"`] : []),
  ]
  const last = call.body === undefined ? [] : ['-d @- <<JSON', `${JSON.stringify(call.body, null, 2)}\nJSON`]
  const [begin = '', ...rest] = [`"$MIPP${at}"`, ...options]
  const line = [`curl ${call.withHeaders ? '-i ' : ''}${begin}`, ...rest].join(' \\\n  ')
  return call.body === undefined ? line : `${line} \\\n  ${last.join('\n')}`
}
