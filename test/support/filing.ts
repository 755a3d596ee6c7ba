// Requests that a program files, for the tests of the machine interface.
import type { ApiAnswer, Program } from './api.ts'
import { letterPdf, subdomainForm } from './walk.ts'

const BOUNDARY = 'batas-mipp-7f3a9c'

/** One file as `multipart/form-data`, the way a program sends it. */
export const sendFile = (
  program: Program,
  bytes: Uint8Array,
  { name = 'surat.pdf', field = 'file' }: { name?: string; field?: string } = {},
): Promise<ApiAnswer> => {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)])
  const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }
  return program.send('POST', '/uploads', { body, headers })
}

/** @returns the upload of a real PDF */
export const uploaded = async (program: Program, text?: string, name?: string): Promise<string> => {
  const { status, json } = await sendFile(program, await letterPdf(text), name === undefined ? {} : { name })
  if (status !== 201) throw new Error(`not kept: ${JSON.stringify(json)}`)
  return json.upload
}

export const filing = (name: string, more: object = {}): Record<string, unknown> => ({
  procedure: 'subdomain-hosting',
  client: 'dinas-arsip',
  form: subdomainForm(name),
  ...more,
})
