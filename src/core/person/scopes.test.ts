import { describe, expect, test } from 'vitest'
import { isScope, mayGrant, SCOPE_NAMES, SCOPES, scopeOfCommand, usefulScopes } from './scopes.ts'

describe('scopes', () => {
  test('are a closed list, each told in both languages', () => {
    expect([...SCOPE_NAMES].sort()).toEqual(Object.keys(SCOPES).sort())
    for (const { label, explains } of Object.values(SCOPES))
      for (const { id, en } of [label, explains]) expect(id !== '' && en !== '' && id !== en).toBe(true)
    expect(['read', 'admin', '', 'constructor', 'READ'].filter(isScope)).toEqual(['read'])
  })

  test('of a command follow from who gives it: the applicant, or a post of the office', () => {
    expect(scopeOfCommand('client')).toBe('apply')
    expect(scopeOfCommand('post')).toBe('work')
  })

  test('that would open nothing for somebody are not offered to them', () => {
    const nobody = { person: 'p', isAdministrator: false, posts: [], duties: [], clients: [] }
    expect(usefulScopes(nobody)).toEqual(['read', 'tokens'])
    expect(usefulScopes({ ...nobody, clients: ['dinas-arsip'] })).toEqual(['read', 'apply', 'tokens'])
    expect(usefulScopes({ ...nobody, posts: ['kabid'] })).toEqual(['read', 'work', 'tokens'])
    expect(usefulScopes({ ...nobody, isAdministrator: true })).toEqual(['read', 'people', 'tokens'])
  })

  test('are handed on by a token only so far as it has them itself, and only if it may make tokens', () => {
    expect(mayGrant(['tokens', 'read'], ['read'])).toBe(true)
    expect(mayGrant(['tokens', 'read'], ['read', 'work'])).toBe(false)
    expect(mayGrant(['read', 'work'], ['read'])).toBe(false)
  })
})
