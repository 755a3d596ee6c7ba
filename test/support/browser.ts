// A real Chromium for the tests: the one of the machine, or else the one from npm.

import { access, constants } from 'node:fs/promises'
import { type Browser, chromium } from 'playwright-core'
import { unpackChromium } from './bundled-chromium.ts'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Nothing outside this machine can be reached: a page that loads from another host fails its test. */
const ARGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
  '--no-proxy-server',
]

/** `MIPP_BROWSER` chooses: `bundled` for the one from npm, or the path of a Chromium. The caller closes it. */
export async function launchBrowser(wish = process.env.MIPP_BROWSER): Promise<Browser> {
  const path = wish === 'bundled' ? undefined : (wish ?? (await findInstalled()))
  // Chromium's sandbox does not work for root; the pages under test are our own.
  if (path !== undefined) return chromium.launch({ executablePath: path, args: ARGS, chromiumSandbox: false })
  const bundled = await unpackChromium()
  return chromium.launch({ ...bundled, args: [...ARGS, '--disable-gpu'], chromiumSandbox: false })
}

async function findInstalled(): Promise<string | undefined> {
  for (const place of PLACES) {
    const isThere = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isThere) return place
  }
  return undefined
}
