// A person before a form that they have never seen: fills in whatever is asked, and tries again where the page says that it is wrong.
import { type Control, formsOf, type PageForm } from './page-forms.ts'
import type { Answer, FormFields, FormFile, Visit } from './visit.ts'
import { letterPdf } from './walk.ts'

/** How often a page may say no before the person gives up. */
const TRIES = 7

type Pressing = {
  /** Which form of the page is meant. */
  which: (form: PageForm) => boolean
  /** A word of its own for names that must not be taken yet. */
  word: string
  /** How often its question has been asked: each time it gets its next answer. */
  round?: number
  /** Called before the form is sent, e.g. to let time pass. */
  pause?: () => void
}

/** Opens the page, fills in its form and presses its first button. @returns the answer that led on */
export const fillAndPress = async (
  visit: Visit,
  path: string,
  { which, word, round = 1, pause }: Pressing,
): Promise<Answer> => {
  let page = await visit.open(path)
  const wrongs = new Map<string, number>()
  for (let tries = 0; tries < TRIES; tries += 1) {
    const form = formsOf(page.text).find(which)
    if (!form) throw new Error(`No such form on ${path} (${page.status}): ${said(page.text)}`)
    for (const { name, isFaulty } of form.controls) if (isFaulty) wrongs.set(name, (wrongs.get(name) ?? 0) + 1)
    pause?.()
    const answer = await send(visit, path, nextAnswered(form, round), (control) =>
      answerTo(control, word, wrongs.get(control.name) ?? 0),
    )
    if (answer.status !== 422) return answer
    page = answer
  }
  throw new Error(`${path} takes nothing: ${said(page.text)}`)
}

/** Of the answers to the question of the step one is left. */
const nextAnswered = (form: PageForm, round: number): PageForm => {
  const exits = form.controls.filter(({ type, name }) => type === 'radio' && name === 'exit')
  const next = exits[(round - 1) % Math.max(1, exits.length)]
  return { ...form, controls: form.controls.filter((one) => one === next || !exits.includes(one)) }
}

/** What the page itself says to be wrong. */
const said = (html: string): string =>
  [...html.matchAll(/class="(?:field-error|error-summary|notice[^"]*)"[\s\S]{0,600}/g)]
    .map(([part]) => part.replaceAll(/<svg[\s\S]*?<\/svg>|<[^>]+>/g, ' '))
    .join(' | ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 1500)

const send = async (visit: Visit, path: string, form: PageForm, answerOf: (control: Control) => string) => {
  const fields: Record<string, string[]> = {}
  const files: FormFile[] = []
  const chosen = new Set(form.controls.flatMap(({ type, name, isOn }) => (type === 'radio' && isOn ? [name] : [])))
  const add = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), value]
  }
  for (const control of form.controls) {
    const { name, type, value, isOn } = control
    if (type === 'file')
      files.push({ field: name, name: 'surat.pdf', type: 'application/pdf', bytes: await letterPdf() })
    else if (type === 'radio') {
      if (isOn || !chosen.has(name)) add(name, value)
      chosen.add(name)
    } else if (type === 'checkbox') add(name, value)
    // Letters come on their day, with a number of their own.
    else if (name === 'late') add(name, value)
    else add(name, type === 'hidden' || control.isUnseen ? value : answerOf(control))
  }
  const button = form.buttons.find(({ isPrimary, formaction }) => isPrimary && formaction === '') ?? form.buttons[0]
  if (button?.name) add(button.name, button.value)
  return visit.post(form.action, fields as FormFields, form.isMultipart ? files : [], path)
}

/** By what the control is; where that was wrong, by the next guess. */
const answerTo = ({ type, value, options, inputmode }: Control, word: string, wrongs: number): string => {
  if (value !== '' && wrongs === 0) return value
  switch (type) {
    case 'select':
      return options.find((option) => option !== '') ?? ''
    case 'textarea':
      return 'Diisi untuk uji coba'
    case 'email':
      return 'pengelola@instansi.example'
    case 'tel':
      return '0291 685000'
    case 'url':
      return 'https://instansi.example/'
    case 'date':
      return ['2026-11-19', '2026-11-27', '2027-01-12'][wrongs % 3] ?? ''
    case 'time':
      return '09:30'
    default:
      return guessed(inputmode === 'decimal' ? NUMBERS : [word, ...TEXTS], wrongs)
  }
}

const NUMBERS = ['1', '10', '100', '1000', '0']
const TEXTS = ['203.0.113.10', '-6.8943, 110.6386', 'dinas.uji', '1', 'Isian']

const guessed = (guesses: readonly string[], wrongs: number): string => guesses[wrongs % guesses.length] ?? ''
