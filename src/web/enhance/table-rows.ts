// Adds and takes away rows of a table in a form without a round trip; what is typed stays, and the draft hears of it.
import { announce } from './announce.ts'

export const changeRows = (page: Document): void => {
  page.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[name="row"]') : null
    const table = button?.closest<HTMLElement>('[data-table]')
    if (!(button instanceof HTMLButtonElement) || !table) return
    const [deed, , at = ''] = button.value.split(':')
    if (deed === 'add') add(table)
    else if (deed === 'remove') remove(table, Number(at))
    else return
    event.preventDefault()
  })
}

/** As many rows as these names of controls need, before what they hold is put back. Other tables stay as they are. */
export const fitRows = (form: HTMLFormElement, names: readonly string[]): void => {
  for (const table of form.querySelectorAll<HTMLElement>('[data-table]')) {
    const own = names.map((name) => rowIn(name, table.dataset.table ?? '')).filter((row) => row >= 0)
    const wanted = Math.min(Math.max(...own) + 1, mostOf(table))
    while (own.length > 0 && rowsOf(table).length < wanted) grow(table)
    for (const row of own.length > 0 ? rowsOf(table).slice(wanted) : []) row.remove()
    renumber(table)
  }
}

const add = (table: HTMLElement): void => {
  const row = grow(table)
  renumber(table)
  firstControl(row)?.focus()
  told(table, table.dataset.rowAdded, rowsOf(table).length)
}

/** The last one is emptied instead: there is always a row to type into. */
const remove = (table: HTMLElement, at: number): void => {
  const rows = rowsOf(table)
  const row = rows[at]
  if (!row) return
  if (rows.length === 1) empty(row)
  else row.remove()
  renumber(table)
  firstControl(rowsOf(table)[Math.min(at, rows.length - 2)] ?? row)?.focus()
  told(table, table.dataset.rowRemoved, at + 1)
}

const grow = (table: HTMLElement): HTMLElement | undefined => {
  const last = rowsOf(table).at(-1)
  const copy = last?.cloneNode(true)
  if (!last || !(copy instanceof HTMLElement) || rowsOf(table).length >= mostOf(table)) return last
  empty(copy)
  last.after(copy)
  return copy
}

/** Neither an answer nor a fault of the row that it was copied from. */
const empty = (row: HTMLElement): void => {
  for (const fault of row.querySelectorAll('.field-error')) fault.remove()
  for (const field of row.querySelectorAll('.has-error')) field.classList.remove('has-error')
  for (const control of row.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
    control.removeAttribute('aria-invalid')
    control.removeAttribute('aria-describedby')
    control.value = ''
  }
}

/** Names and ids count from 0, as the server writes them; what is read counts from 1. */
const renumber = (table: HTMLElement): void => {
  const name = table.dataset.table ?? ''
  for (const [at, row] of rowsOf(table).entries()) {
    for (const part of row.querySelectorAll('*')) {
      for (const attribute of ['name', 'id', 'for', 'aria-describedby']) rename(part, attribute, name, at)
      if (part.matches('[data-row-number]')) part.textContent = part.closest('button') ? ` ${at + 1}` : `${at + 1}`
      if (part.matches('button[name="row"]')) part.setAttribute('value', `remove:${name}:${at}`)
    }
  }
  const button = table.querySelector<HTMLButtonElement>('button[value^="add:"]')
  if (button) button.disabled = rowsOf(table).length >= mostOf(table)
}

/** `titik.0.nama` and `field-titik-0-nama`; ids of a fault follow the id of their control. */
const rename = (part: Element, attribute: string, table: string, at: number): void => {
  const value = part.getAttribute(attribute)
  const start = [`${table}.`, `field-${table}-`].find((one) => value?.startsWith(one))
  if (value === null || start === undefined) return
  part.setAttribute(attribute, start + value.slice(start.length).replaceAll(/^\d+/g, String(at)))
}

const rowIn = (name: string, table: string): number => {
  const [row = '', column] = name.startsWith(`${table}.`) ? name.slice(table.length + 1).split('.') : []
  return column !== undefined && /^\d+$/.test(row) ? Number(row) : -1
}

const rowsOf = (table: HTMLElement): HTMLElement[] => [...table.querySelectorAll<HTMLElement>('[data-table-row]')]

const mostOf = (table: HTMLElement): number => Number(table.dataset.rows)

const firstControl = (row: HTMLElement | undefined): HTMLElement | null =>
  row?.querySelector<HTMLElement>('input, select') ?? null

const told = (table: HTMLElement, words: string | undefined, row: number): void => {
  announce((words ?? '').replace('{n}', String(row)))
  table.dispatchEvent(new Event('input', { bubbles: true }))
}
