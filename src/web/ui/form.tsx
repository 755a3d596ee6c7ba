// A form that sends itself whole without scripts, and says to the scripts what they may help with.
import type { ComponentChildren } from 'preact'

/** Name of the hidden field that carries the CSRF token in every form. */
export const CSRF_FIELD = 'csrf'

export type DraftTexts = {
  /** "Tersimpan di perangkat ini" */
  local: string
  /** "Draf tersimpan" */
  saved: string
  /** "Sambungan terputus; tulisan Anda tetap tersimpan di perangkat ini" */
  offline: string
  /** "Tulisan Anda yang belum terkirim dipulihkan" */
  restored: string
}

export type FormProps = {
  action: string
  csrf: string | null
  id?: string | undefined
  /** `post` unless told. */
  method?: 'post' | 'get' | undefined
  /** Has files: sends as multipart. */
  upload?: boolean | undefined
  /** Keeps what is typed, here and at this address by POST. `key` tells drafts on one device apart. */
  draft?: { url: string; key: string; text: DraftTexts } | undefined
  children: ComponentChildren
}

/** Browser bubbles are switched off: the server tells every fault at once, in the reader's language. */
export const Form = ({ action, csrf, id, method = 'post', upload, draft, children }: FormProps) => (
  <form
    class="form"
    id={id}
    action={action}
    method={method}
    enctype={upload ? 'multipart/form-data' : undefined}
    novalidate
    data-submit-once={method === 'post' ? '' : undefined}
    data-draft-url={draft?.url}
    data-draft-key={draft?.key}
    data-draft-local={draft?.text.local}
    data-draft-saved={draft?.text.saved}
    data-draft-offline={draft?.text.offline}
    data-draft-restored={draft?.text.restored}
  >
    {csrf !== null && method === 'post' && <CsrfField token={csrf} />}
    {children}
    {draft && <p class="draft-state" data-draft-state />}
  </form>
)

export const CsrfField = ({ token }: { token: string }) => <input type="hidden" name={CSRF_FIELD} value={token} />
