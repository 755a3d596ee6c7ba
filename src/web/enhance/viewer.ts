// The viewer by keyboard: arrows leaf, plus and minus enlarge; it opens where it was left.
import { isTyping, mayUseSingleKeys } from './keyboard.ts'

export const readPapers = (page: Document): void => {
  const viewer = page.querySelector<HTMLElement>('[data-viewer]')
  if (!viewer) return
  const sheets = [...viewer.querySelectorAll<HTMLElement>('.viewer-page')]
  const key = `mipp-page:${viewer.dataset.viewer}`
  const left = sessionStorage.getItem(key)
  if (left !== null && location.hash === '') page.getElementById(left)?.scrollIntoView()
  remember(sheets, key)
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (act(page, sheets, event.key)) event.preventDefault()
  })
}

const act = (page: Document, sheets: HTMLElement[], key: string): boolean => {
  switch (key) {
    case 'ArrowRight':
      return leaf(sheets, 1)
    case 'ArrowLeft':
      return leaf(sheets, -1)
    case '+':
    case '-':
      return mayUseSingleKeys() && enlarge(page, key === '+' ? 1 : -1)
    default:
      return false
  }
}

/** The one that lies highest on the screen, though not wholly above it. */
const current = (sheets: HTMLElement[]): number =>
  Math.max(
    0,
    sheets.findIndex((sheet) => sheet.getBoundingClientRect().bottom > 80),
  )

const leaf = (sheets: HTMLElement[], by: number): boolean => {
  const next = sheets[current(sheets) + by]
  next?.scrollIntoView()
  next?.focus({ preventScroll: true })
  return next !== undefined
}

const enlarge = (page: Document, by: number): boolean => {
  const links = [...page.querySelectorAll<HTMLAnchorElement>('[data-zoom]')]
  const next = links[links.findIndex((link) => link.getAttribute('aria-current') === 'true') + by]
  next?.click()
  return next !== undefined
}

const remember = (sheets: HTMLElement[], key: string): void => {
  const watch = new IntersectionObserver(() => {
    const sheet = sheets[current(sheets)]
    if (sheet) sessionStorage.setItem(key, sheet.id)
  })
  for (const sheet of sheets) watch.observe(sheet)
}
