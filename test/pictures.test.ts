// An uploaded letter on the page of an officer: a picture, drawn by the real office, that nothing of the upload runs in.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadImage } from '@napi-rs/canvas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOffice, type TestOffice } from './support/office.ts'
import { subdomainForm, submitted } from './support/walk.ts'

let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ works: false })
})
afterAll(() => office.stop())

test('The front office reads the letter of an applicant on the page, and may enlarge it', async () => {
  const walk = await submitted(office, subdomainForm('gambar'))
  const paper = (await walk.see()).papers[0]?.id
  const officer = await office.as('pelaksana')
  const address = `/dossiers/${walk.id}/papers/${paper}/pages/1.png`
  expect((await officer.get(`/dossiers/${walk.id}`)).text).toContain(`src="${address}"`)

  const picture = await officer.get(address)
  expect(picture.status).toBe(200)
  expect(picture.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
  expect(await loadImage(picture.bytes)).toMatchObject({ width: 900, height: 1274 })
  expect(await loadImage((await officer.get(`${address}?size=large`)).bytes)).toMatchObject({ width: 1600 })
  expect(existsSync(join(office.dataFolder, 'cache', 'pictures'))).toBe(true)
  expect((await officer.get(address.replace('1.png', '2.png'))).status).toBe(404)
})
