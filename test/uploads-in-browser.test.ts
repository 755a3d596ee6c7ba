// Files in a real browser: chosen, dropped, pasted, photographed; over a line that breaks, and across a reload of the page.
import { mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyFor, SERVICE } from './support/apply.ts'
import { findBarriers } from './support/axe.ts'
import { launchBrowser } from './support/browser.ts'
import { startOffice, type TestOffice } from './support/office.ts'
import { letterPdf } from './support/walk.ts'

let office: TestOffice
let browser: Browser
let line: CutLine
beforeAll(async () => {
  office = await startOffice({ works: false })
  line = await cutLine(office.port)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await line.close()
  await office.stop()
})

/** A line to the office that carries only so many bytes of a connection before it breaks, as often as told. */
type CutLine = { port: number; cuts: number; afterBytes: number; close: () => Promise<void> }

const cutLine = async (to: number): Promise<CutLine> => {
  const sockets = new Set<Socket>()
  const state = { cuts: 0, afterBytes: 0 }
  const server: Server = createServer((near) => {
    const far = connect(to, '127.0.0.1')
    let sent = 0
    for (const one of [near, far]) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.on('close', () => {
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (part) => {
      sent += part.length
      if (state.cuts > 0 && sent > state.afterBytes) {
        state.cuts -= 1
        near.destroy()
        return
      }
      far.write(part)
    })
    far.pipe(near)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return Object.assign(state, {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  })
}

type Options = BrowserContextOptions & { port?: number }

const openForm = (role: string, options: Options = {}): Promise<Page> => openPage(role, `${SERVICE}/apply`, options)

const openPage = async (role: string, path: string, options: Options = {}): Promise<Page> => {
  const { port = office.port, ...rest } = options
  const visit = await office.as(role)
  const context = await browser.newContext({ locale: 'id-ID', viewport: { width: 1280, height: 900 }, ...rest })
  const value = visit.cookies.get('mipp_session') ?? ''
  await context.addCookies([{ name: 'mipp_session', value, domain: 'demak.localhost', path: '/' }])
  const page = await context.newPage()
  await page.goto(`http://demak.localhost:${port}${path}`)
  return page
}

const box = (page: Page) => page.locator('.upload-box').first()
const row = (page: Page, name: string) => page.locator('.upload', { hasText: name })
const isWhole = (page: Page, name: string) => row(page, name).and(page.locator('[data-state=whole]')).waitFor()
const named = (page: Page) => page.locator('input[type=hidden][name="surat-permohonan.upload"]')

/** A letter with so many bytes that say nothing, as a scanner makes it. */
const scan = async (bytes: number): Promise<Buffer> =>
  Buffer.concat([await letterPdf().then(Buffer.from), Buffer.from(`\n%${'x'.repeat(bytes)}\nstartxref\n0\n%%EOF\n`)])

const photo = (): Buffer => {
  const canvas = createCanvas(640, 480)
  const context = canvas.getContext('2d')
  context.fillStyle = '#2a6'
  context.fillRect(0, 0, 640, 480)
  return canvas.toBuffer('image/jpeg')
}

const give = async (page: Page, kind: 'drop' | 'paste', file: { name: string; type: string; bytes: Buffer }) => {
  await page.evaluate(
    ([how, name, type, base64]) => {
      const bytes = Uint8Array.from(atob(base64 ?? ''), (sign) => sign.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([bytes], name ?? '', { type: type ?? '' }))
      const place = document.querySelector('.upload-box')
      if (how === 'paste') document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
      else
        for (const event of ['dragover', 'drop'])
          place?.dispatchEvent(new DragEvent(event, { dataTransfer: data, bubbles: true, cancelable: true }))
    },
    [kind, file.name, file.type, file.bytes.toString('base64')],
  )
}

const look = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.MIPP_LOOKS
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.locator('.upload-box').first().scrollIntoViewIfNeeded()
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

describe('a file', () => {
  test('that is chosen is there before the form is sent, with its size and its place in the form', async () => {
    const page = await openForm('pemohon')
    const buffer = Buffer.from(await letterPdf())
    await box(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'surat.pdf', mimeType: 'application/pdf', buffer })
    await isWhole(page, 'surat.pdf')
    expect(await named(page).count()).toBe(1)
    expect(await page.locator('#announcer').textContent()).toBe('surat.pdf terunggah')
    expect(await findBarriers(page)).toEqual([])
    await look(page, 'upload-1280')
    await page.getByRole('button', { name: 'Simpan dulu' }).or(page.locator('button[value=save]')).first().click()
    await page.getByText('Tersimpan: surat.pdf').waitFor()
    expect(await page.locator('.upload').count()).toBe(0)
    await page.context().close()
  })

  test('that is dropped, then one that is pasted, takes the place of the one before', async () => {
    const page = await openForm('pemohon')
    await box(page).waitFor()
    const bytes = Buffer.from(await letterPdf())
    await give(page, 'drop', { name: 'jatuh.pdf', type: 'application/pdf', bytes })
    await isWhole(page, 'jatuh.pdf')
    const first = await named(page).inputValue()
    await give(page, 'paste', { name: 'tempel.pdf', type: 'application/pdf', bytes })
    await isWhole(page, 'tempel.pdf')
    expect(await page.locator('.upload').count()).toBe(1)
    expect(await named(page).inputValue()).not.toBe(first)
    const gone = await page.evaluate((upload) => fetch(`/uploads/${upload}`).then(({ status }) => status), first)
    expect(gone).toBe(404)
    await page.context().close()
  })

  test('of another kind, empty or too large is refused at once with what to do, and removed by its button', async () => {
    const page = await openForm('pemohon')
    const input = box(page).locator('input[type=file]')
    for (const [name, mimeType, buffer, said] of [
      ['halaman.html', 'text/html', Buffer.from('<script>'), /bukan PDF/],
      ['kosong.pdf', 'application/pdf', Buffer.alloc(0), /berkas ini kosong/i],
      ['besar.pdf', 'application/pdf', Buffer.alloc(11 * 1024 * 1024), /paling besar 10 MB/],
    ] as const) {
      await input.setInputFiles({ name, mimeType, buffer })
      await row(page, name).getByText(said).waitFor()
      expect(await findBarriers(page)).toEqual([])
    }
    await input.setInputFiles({
      name: 'pura.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('bukan pdf sama sekali'),
    })
    await row(page, 'pura.pdf')
      .getByText(/Isi berkas ini bukan PDF/)
      .waitFor()
    await look(page, 'refused-1280')
    await page.getByRole('button', { name: 'Hapus: pura.pdf' }).click()
    expect(await page.locator('.upload').count()).toBe(0)
    await page.context().close()
  })
})

describe('on a telephone', () => {
  test('a photograph is taken beside the field, shown small, and attached', async () => {
    const walk = await applyFor(office, await office.as('pemohon'), 'foto')
    const page = await openPage('pemohon', `/mine/${walk.id}`, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    await page.getByText('Lampirkan berkas').click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Ambil foto' }).tap()
    await (await chooser).setFiles({ name: 'image.jpg', mimeType: 'image/jpeg', buffer: photo() })
    await isWhole(page, 'image.jpg')
    await expect.poll(() => page.locator('canvas.upload-thumb').isVisible()).toBe(true)
    expect(await findBarriers(page)).toEqual([])
    await look(page, 'photo-390')
    await page.getByRole('button', { name: 'Lampirkan', exact: true }).click()
    await page.getByText('Berkas sudah dilampirkan.').first().waitFor()
    expect((await walk.see()).attachments[0]?.paper).toMatchObject({ mime: 'image/jpeg', name: 'image.jpg' })
    await page.context().close()
  })
})

describe('over a bad line', () => {
  test('a file goes on by itself when the line comes back', async () => {
    const page = await openForm('pemohon')
    await box(page).waitFor()
    await page.context().setOffline(true)
    const buffer = await scan(400_000)
    await box(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'putus.pdf', mimeType: 'application/pdf', buffer })
    await row(page, 'putus.pdf')
      .getByText(/Sambungan terputus/)
      .waitFor()
    await look(page, 'offline-1280')
    await page.context().setOffline(false)
    await isWhole(page, 'putus.pdf')
    await page.context().close()
  })

  test('that cuts again and again only what was cut is sent once more', async () => {
    const page = await openForm('pemohon', { port: line.port })
    await box(page).waitFor()
    Object.assign(line, { cuts: 3, afterBytes: 90_000 })
    const buffer = await scan(900_000)
    await box(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'jelek.pdf', mimeType: 'application/pdf', buffer })
    await isWhole(page, 'jelek.pdf')
    expect(line.cuts).toBe(0)
    await page.context().close()
  })

  test('a reload in the middle goes on where it stopped, and the form that was held is sent at the end', async () => {
    const page = await openForm('pemohon')
    const buffer = await scan(2_000_000)
    await page.route('**/piece?*', async (route) => {
      const from = Number(new URL(route.request().url()).searchParams.get('from'))
      return from > 200_000 ? route.abort() : route.continue()
    })
    await box(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'lanjut.pdf', mimeType: 'application/pdf', buffer })
    await row(page, 'lanjut.pdf').and(page.locator('[data-state=again]')).waitFor()
    await page.unroute('**/piece?*')
    const begins: number[] = []
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url())
      if (pathname.endsWith('/piece')) begins.push(Number(searchParams.get('from')))
    })
    await page.reload()
    await isWhole(page, 'lanjut.pdf')
    expect(Math.min(...begins)).toBeGreaterThan(100_000)
    await page.context().close()
  })

  test('a form that is sent too early waits for its files', async () => {
    const page = await openForm('pemohon')
    await box(page).waitFor()
    await page.context().setOffline(true)
    const buffer = Buffer.from(await letterPdf())
    await box(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'nanti.pdf', mimeType: 'application/pdf', buffer })
    await page.locator('button[value=save]').click()
    await page.getByText('Formulir dikirim sendiri begitu unggahan selesai.').first().waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.context().setOffline(false)
    await page.getByText('Tersimpan: nanti.pdf').waitFor()
    await page.context().close()
  })
})
