// The published description: valid as OpenAPI, complete, and a judge that can say no.
import { describe, expect, test } from 'vitest'
import { judgeBy, readDescription } from '../../../test/support/described.ts'
import { ORDER } from '../pages/api/order.ts'
import { SENT_BYTES, SENT_FILE } from './endpoint.ts'
import { ENDPOINTS } from './endpoints.ts'
import { openApi } from './openapi.ts'
import { PROBLEMS } from './problem-codes.ts'

const docs = ENDPOINTS.map(({ doc }) => doc)
const description = openApi(docs, { language: 'id', version: '1' })

/** The zone of every moment. */
const SAME_IN_BOTH = ['UTC']

/** Every sentence for people, in the order of the description. */
const sentencesOf = (part: unknown): string[] => {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, value]) =>
    (name === 'description' || name === 'summary') && typeof value === 'string' ? [value] : sentencesOf(value),
  )
}

describe('the description', () => {
  test('names every address once, by its own name', () => {
    const ids = docs.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const places = docs.map(({ method, path }) => `${method} ${path}`)
    expect(new Set(places).size).toBe(places.length)
  })

  test('names every parameter of its path, and no reference leads nowhere', () => {
    for (const { path, params } of docs) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(Object.keys(params?.shape ?? {}).toSorted()).toEqual(named.toSorted())
    }
    const { components } = readDescription(description)
    const referred = [...JSON.stringify(description).matchAll(/"#\/components\/schemas\/(\w+)"/g)]
    expect(referred.length).toBeGreaterThan(20)
    for (const [, name = ''] of referred) expect(components.schemas, name).toHaveProperty(name)
  })

  test('says the same in both languages but for the words', () => {
    const shapes = (language: 'id' | 'en') =>
      JSON.stringify(openApi(docs, { language, version: '1' })).replaceAll(
        /"(description|summary)":"(\\.|[^"\\])*"/g,
        '',
      )
    expect(shapes('en')).toBe(shapes('id'))
  })

  test('says nothing in English to who reads Indonesian, but for the words that are the same in both', () => {
    const [id, en] = (['id', 'en'] as const).map((language) => sentencesOf(openApi(docs, { language, version: '1' })))
    expect(id?.length).toBe(en?.length)
    expect(id?.length).toBeGreaterThan(500)
    expect([...new Set(id?.filter((words, at) => words === en?.[at]))]).toEqual(SAME_IN_BOTH)
  })

  test('shows what the page of the reference shows: every address in a group of its own order', () => {
    expect(Object.values(ORDER).flat().toSorted()).toEqual(docs.map(({ id }) => id).toSorted())
    for (const { id, tag } of docs) expect(ORDER[tag], id).toContain(id)
  })

  test('names an address by its method and path, never by a name that only programs know', () => {
    const ids = docs.map(({ id }) => id).filter((id) => /[A-Z]/.test(id))
    const words = sentencesOf(description).join('\n')
    expect(ids.filter((id) => words.includes(id))).toEqual([])
  })

  test('gives every problem a status that its code stands for', () => {
    for (const [code, { status, title, detail }] of Object.entries(PROBLEMS)) {
      expect(status, code).toBeGreaterThanOrEqual(400)
      for (const one of [title, detail]) expect([one.id, one.en].every((words) => words.length > 3)).toBe(true)
    }
  })

  test('shows a body that works wherever one has to be sent', () => {
    const without = docs
      .filter(
        ({ body, examples }) =>
          body !== null && body !== SENT_FILE && body !== SENT_BYTES && Object.keys(examples).length === 0,
      )
      .map(({ id }) => id)
    expect(without).toEqual([])
  })
})

describe('an answer is judged by the description', () => {
  const judge = judgeBy(description)
  const post = { post: 'a', title: 'A', unit: 'u', superior: null }
  const answered = { method: 'GET', path: '/posts', status: 200, type: 'application/json', json: { posts: [post] } }

  test('and found right', () => {
    expect(judge.faultOf(answered)).toBeNull()
  })

  test('and found wrong by a header that is promised and not sent, or sent and not promised', () => {
    const headers = { ratelimit: '', 'ratelimit-policy': '' }
    expect(judge.faultOf({ ...answered, headers })).toBeNull()
    expect(judge.faultOf({ ...answered, headers: { ratelimit: '' } })).toContain('RateLimit-Policy')
    expect(judge.faultOf({ ...answered, headers: { ...headers, location: '/' } })).toContain('Location')
  })

  test('and found wrong by a field too many, a field too few, a status or a kind that is not described', () => {
    const wrong = [
      { ...answered, json: { posts: [{ ...post, holder: 'x' }] } },
      { ...answered, json: { posts: [{ post: 'a', title: 'A', unit: 'u' }] } },
      { ...answered, status: 418 },
      { ...answered, type: 'text/html' },
      { ...answered, path: '/gudang', status: 404, type: 'application/problem+json', json: { code: 'not-found' } },
    ]
    for (const one of wrong) expect(judge.faultOf(one), JSON.stringify(one)).not.toBeNull()
  })
})
