// A list of work that refreshes itself when a task arrives, without taking the focus away.
import { announce } from './announce.ts'
import { tickAgain, tickedIn } from './choose-rows.ts'
import { parsePage } from './fragment.ts'
import { shareStream } from './live-stream.ts'

/** Several tasks in one breath are one refresh. */
const BREATH_MS = 250

export const refreshLists = (page: Document): void => {
  const urls = new Set([...page.querySelectorAll<HTMLElement>('[data-live]')].map((list) => list.dataset.live ?? ''))
  urls.delete('')
  if (urls.size === 0) return
  const refresh = onceABreath(() => replaceLists(page))
  for (const url of urls) shareStream(url, refresh)
  page.addEventListener('visibilitychange', () => {
    if (!page.hidden && isStale) refresh()
  })
}

let isStale = false

/** A hidden tab only remembers that it is old. */
const onceABreath = (refresh: () => Promise<void>): (() => void) => {
  let timer = 0
  return () => {
    isStale = true
    if (document.hidden) return
    clearTimeout(timer)
    timer = window.setTimeout(() => void refresh(), BREATH_MS)
  }
}

const replaceLists = async (page: Document): Promise<void> => {
  const fresh = await fetchPage()
  if (fresh === null) return
  isStale = false
  for (const list of page.querySelectorAll<HTMLElement>('[data-live]')) {
    const next = fresh.getElementById(list.id)
    if (next !== null) exchange(list, next)
  }
  // What goes along, such as the counts in the menu.
  for (const part of page.querySelectorAll<HTMLElement>('[data-live-part]')) {
    const next = fresh.getElementById(part.id)
    if (next !== null && !part.contains(page.activeElement)) part.replaceChildren(...next.childNodes)
  }
}

/** The same page as it stands now; nothing when the server is away or wants a sign-in first. */
const fetchPage = async (): Promise<Document | null> => {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    return answer.ok && !answer.redirected ? parsePage(await answer.text()) : null
  } catch {
    return null
  }
}

const exchange = (list: HTMLElement, next: HTMLElement): void => {
  const before = rowIds(list)
  const ticked = tickedIn(list)
  const focused = list.contains(document.activeElement) ? document.activeElement?.id : undefined
  list.replaceChildren(...next.childNodes)
  tickAgain(list, ticked)
  if (focused) (document.getElementById(focused) ?? list.querySelector<HTMLElement>('[data-row]'))?.focus()
  const hasNews = [...rowIds(list)].some((id) => !before.has(id))
  if (hasNews) announce(list.dataset.liveAnnounce ?? '')
}

const rowIds = (list: HTMLElement): Set<string> =>
  new Set([...list.querySelectorAll<HTMLElement>('[data-row]')].map((row) => row.id))
