// Looks for barriers on a page in a real browser, its colours in both themes, and says them so that they can be found.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** WCAG 2.2 AA, and the good practices that axe knows beyond it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What a theme can change: words, structure and sizes are the same in both, and looked at once. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

type Theme = 'light' | 'dark'

/**
 * None is an empty list, else lines such as `dark: color-contrast (serious) at .hint: Element has insufficient ...`.
 * What stands in a <noscript> is not looked at, because axe skips it. The page must come from a context (`browser.newContext`), with or without scripts, and looks as before afterwards.
 */
export const findBarriers = async (page: Page): Promise<string[]> => {
  const before = await page.evaluate(() => ({
    chosen: document.documentElement.getAttribute('data-theme'),
    device: matchMedia('(prefers-color-scheme: dark)').matches ? ('dark' as const) : ('light' as const),
  }))
  const lines: string[] = []
  const preload = await page.evaluate(giveTimers)
  try {
    lines.push(...(await findAll(page, preload)), ...(await findOfColours(page, preload)))
  } finally {
    await dress(page, before.device, before.chosen)
  }
  return lines
}

/** What is no barrier is not described: that would take longer than looking. */
const ANSWER = { resultTypes: ['violations' as const] }

const findAll = async (page: Page, preload: boolean): Promise<string[]> => {
  await dress(page, 'light', null)
  // The newer mode opens a page of its own to finish, which then counts as a visitor of the journey.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ ...ANSWER, preload })
    .withTags(TAGS)
  return linesOf('light', (await axe.analyze()).violations)
}

/** By the axe that is in the page since the first look. */
const findOfColours = async (page: Page, preload: boolean): Promise<string[]> => {
  await dress(page, 'dark', null)
  const asked = { ...ANSWER, preload, runOnly: { type: 'rule' as const, values: OF_COLOURS } }
  const { violations } = await page.evaluate((how) => (window as unknown as InPage).axe.run(document, how), asked)
  return linesOf('dark', violations)
}

type Found = Pick<Awaited<ReturnType<AxeBuilder['analyze']>>, 'violations'>
type InPage = { axe: { run: (at: Document, how: object) => Promise<Found> } }

const linesOf = (theme: Theme, violations: Found['violations']): string[] =>
  violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = (failureSummary ?? '').replace(/^Fix (any|all) of the following:/, '').replace(/\s+/g, ' ')
      return `${theme}: ${id} (${impact ?? 'minor'}) at ${target.join(' ')}: ${why.trim()}`
    }),
  )

/**
 * Where scripts are off no timer ever fires and axe would wait for ever; a promise is still kept. What axe preloads has
 * a time limit by such a timer, so nothing is preloaded then: it is for a rule on turned screens and one on sound.
 * @returns whether the page has timers of its own
 */
const giveTimers = (): boolean => {
  if (!matchMedia('(scripting: none)').matches) return true
  const soon = (act: (...given: unknown[]) => void, _?: number, ...given: unknown[]): number => {
    void Promise.resolve().then(() => act(...given))
    return 0
  }
  Object.assign(window, { setTimeout: soon })
  return false
}

/** By the device's wish, after taking away what the visitor chose, so that both themes are really seen. */
const dress = async (page: Page, device: Theme, chosen: string | null): Promise<void> => {
  await page.emulateMedia({ colorScheme: device })
  await page.evaluate((theme) => {
    if (theme === null) document.documentElement.removeAttribute('data-theme')
    else document.documentElement.setAttribute('data-theme', theme)
    // A colour that is still on its way to the other theme would be measured halfway.
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish()
  }, chosen)
}
