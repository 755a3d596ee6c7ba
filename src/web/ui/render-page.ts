// Turns a page (a Preact tree) into the HTML text that is sent.
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A whole document with its doctype. */
export const renderPage = (page: VNode): string => `<!doctype html>${renderToString(page)}`

/** A part of a page, for a region that a script replaces. */
export const renderFragment = (part: VNode): string => renderToString(part)
