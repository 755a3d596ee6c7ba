// The forms of a page as a browser without scripts sees them: their controls with what stands in them, their buttons, where they go.

export type Control = {
  name: string
  type: string
  value: string
  isOn: boolean
  /** Of a list: what may be chosen. */
  options: string[]
  inputmode: string
  accept: string
  /** The server said that this one is not right. */
  isFaulty: boolean
  /** Out of the order of tabs: nobody comes to it. */
  isUnseen: boolean
}
type PageButton = { name: string; value: string; isPrimary: boolean; formaction: string }
export type PageForm = { action: string; isMultipart: boolean; controls: Control[]; buttons: PageButton[] }

const TAGS = /<(\/?)(form|input|select|option|textarea|button)\b((?:[^>"]|"[^"]*")*)>/g

/** In the order of the page. */
export const formsOf = (html: string): PageForm[] => {
  const forms: PageForm[] = []
  let form: PageForm | null = null
  for (const match of html.matchAll(TAGS)) {
    const [whole, slash, tag = '', rest = ''] = match
    const at = attributesOf(rest)
    if (tag === 'form' && slash) form = null
    else if (tag === 'form') {
      const isMultipart = at.enctype === 'multipart/form-data'
      form = { action: at.action ?? '', isMultipart, controls: [], buttons: [] }
      if (at.method?.toLowerCase() === 'post') forms.push(form)
    } else if (form && !slash && !('disabled' in at)) {
      addTo(form, { tag, at, after: html.slice((match.index ?? 0) + whole.length) })
    }
  }
  return forms
}

type Tag = { tag: string; at: Record<string, string>; after: string }

const addTo = (form: PageForm, { tag, at, after }: Tag): void => {
  if (tag === 'button') form.buttons.push(buttonOf(at))
  else if (tag === 'option') addOption(form, at)
  else if (at.name !== undefined) {
    const value = tag === 'textarea' ? decoded(after.slice(0, after.indexOf('</textarea>'))) : (at.value ?? '')
    form.controls.push({
      name: at.name,
      type: tag === 'input' ? (at.type ?? 'text') : tag,
      value: tag === 'select' ? '' : value,
      isOn: 'checked' in at,
      options: [],
      inputmode: at.inputmode ?? '',
      accept: at.accept ?? '',
      isFaulty: at['aria-invalid'] === 'true',
      isUnseen: at.tabindex === '-1',
    })
  }
}

const buttonOf = (at: Record<string, string>): PageButton => ({
  name: at.name ?? '',
  value: at.value ?? '',
  isPrimary: /primary/.test(at.class ?? ''),
  formaction: at.formaction ?? '',
})

const addOption = ({ controls }: PageForm, at: Record<string, string>): void => {
  const list = controls.at(-1)
  if (!list) return
  list.options.push(at.value ?? '')
  if ('selected' in at) list.value = at.value ?? ''
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([a-z][a-z-]*)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, decoded(value)]),
  )

const ENTITIES: Record<string, string> = { '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' }
const decoded = (text: string): string => text.replaceAll(/&(?:quot|#39|lt|gt|amp);/g, (one) => ENTITIES[one] ?? one)
