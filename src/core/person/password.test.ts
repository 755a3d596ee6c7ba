import { describe, expect, test } from 'vitest'
import { passwordFault } from './password.ts'

const EMAIL = 'petugas@dinkominfo.example'

describe('a password is refused with a sentence when', () => {
  test.each([
    ['it is empty', ''],
    ['it has eleven characters', 'kuda makan 1'.slice(0, 11)],
    ['it is longer than anybody types', 'kuda '.repeat(41)],
    ['it is the mail address', EMAIL],
    ['it is the mail address in capitals', EMAIL.toUpperCase()],
    ['it is the mail address without its signs', 'petugasdinkominfoexample'],
    ['it is one sign over and over', 'aaaaaaaaaaaaaaaa'],
    ['it is a few signs over and over', 'abcabcabcabcabc'],
    ['it is a row of digits', '123456789012'],
    ['it is a row of keys', 'qwertyuiopas'],
    ['it is a common word with digits', 'Password12345!'],
    ['it is a common word disguised', 'P@ssw0rd-2026'],
    ['it is a common word twice', 'rahasiarahasia'],
    ['it is the name of the place and a year', 'dinkominfo2026'],
    ['it is a common Indonesian word with digits', 'bismillah12345'],
  ])('%s', (_, password) => {
    expect(passwordFault(password, EMAIL)).toEqual({ id: expect.any(String), en: expect.any(String) })
  })
})

test.each([
  'empat kuda makan rumput',
  'kopi-hujan-sepeda',
  'Xq7!mzRt0pVw',
  'пароль из слов',
  'kantor kami di tepi sungai',
])('a password of a few words or of chance is taken: %s', (password) => {
  expect(passwordFault(password, EMAIL)).toBeNull()
})

test('twelve characters are counted as people see them, not as bytes', () => {
  expect(passwordFault('😀🐎🌧🍚🚲🏠🌊🌴🎋🪁🥁🛶'.slice(0, 22), EMAIL)).not.toBeNull()
  expect(passwordFault('😀🐎🌧🍚🚲🏠🌊🌴🎋🪁🥁🛶', EMAIL)).toBeNull()
})
