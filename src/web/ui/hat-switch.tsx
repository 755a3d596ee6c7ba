// Which of several posts is put before the others, and what others do while the reader is away: part of the masthead.
import { CsrfField } from './form.tsx'
import { Icon } from './icon.tsx'

export const HAT_PATH = '/account/hat'

export type HatChoice = { key: string; label: string; note?: string | undefined; isWorn: boolean }

type Worn = {
  hats?: readonly HatChoice[] | undefined
  away?: readonly { title: string; note: string }[] | undefined
}
type Head = { csrf: string | null; path?: string | undefined; text: { changeHat: string } }

export const HatSwitch = ({ head, person }: { head: Head; person: Worn }) => (
  <>
    {person.away?.map(({ title, note }) => (
      <p class="panel-away" key={title}>
        <Icon name="hourglass" size={18} />
        <span>
          {title}. {note}
        </span>
      </p>
    ))}
    {person.hats && (
      <form action={HAT_PATH} method="post">
        <Back head={head} />
        <fieldset class="hat-choices">
          <legend class="panel-label">{head.text.changeHat}</legend>
          {person.hats.map((hat) => (
            <HatButton hat={hat} key={hat.key} />
          ))}
        </fieldset>
      </form>
    )}
  </>
)

const HatButton = ({ hat }: { hat: HatChoice }) => (
  <button class="hat-button" type="submit" name="hat" value={hat.key} aria-pressed={hat.isWorn}>
    <Icon name={hat.isWorn ? 'check' : 'id-badge-2'} size={18} />
    <span>
      {hat.label}
      {hat.note && <span class="hat-note"> {hat.note}</span>}
    </span>
  </button>
)

/** The key of the session, and the page to come back to. */
export const Back = ({ head }: { head: Pick<Head, 'csrf' | 'path'> }) => (
  <>
    {head.csrf !== null && <CsrfField token={head.csrf} />}
    {head.path && <input type="hidden" name="back" value={head.path} />}
  </>
)
