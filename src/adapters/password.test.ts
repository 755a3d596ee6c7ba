import { argon2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

const WORDS = 'empat kuda makan rumput'

test('a password is kept as argon2id with its cost and a salt of its own', async () => {
  const one = await hashPassword(WORDS)
  const two = await hashPassword(WORDS)
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(two).not.toBe(one)
})

test('the right password fits, another does not', async () => {
  const stored = await hashPassword(WORDS)
  expect(await verifyPassword(WORDS, stored)).toBe(true)
  expect(await verifyPassword(`${WORDS} `, stored)).toBe(false)
  expect(await verifyPassword('', stored)).toBe(false)
})

test('a letter typed as one sign or as two fits alike', async () => {
  expect(await verifyPassword('kafe\u0301 di tepi sungai', await hashPassword('kaf\u00e9 di tepi sungai'))).toBe(true)
})

test('nobody gets in where no password is stored, or something else stands in its place', async () => {
  expect(await verifyPassword(WORDS, null)).toBe(false)
  expect(await verifyPassword('', null)).toBe(false)
  expect(await verifyPassword(WORDS, WORDS)).toBe(false)
  expect(await verifyPassword('', '')).toBe(false)
})

test('a hash of another cost, made by other software, is still understood', async () => {
  const nonce = Buffer.from('garam dari server')
  const cost = { memory: 8192, passes: 1, parallelism: 2 }
  const hash = argon2Sync('argon2id', { message: WORDS, nonce, tagLength: 24, ...cost })
  const [salt64, hash64] = [nonce, hash].map((bytes) => bytes.toString('base64').replaceAll('=', ''))
  const stored = `$argon2id$v=19$m=8192,t=1,p=2$${salt64}$${hash64}`
  expect(await verifyPassword(WORDS, stored)).toBe(true)
  expect(await verifyPassword('kata sandi lain', stored)).toBe(false)
})
