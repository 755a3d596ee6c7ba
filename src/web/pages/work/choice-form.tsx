// Around the rows of a list: the form that sends what is ticked, and a bar under the thumb that appears with the first tick.
import type { ComponentChildren } from 'preact'
import { Button } from '../../ui/button.tsx'
import { CsrfField } from '../../ui/form.tsx'
import type { IconName } from '../../ui/icon.tsx'
import type { Visitor } from '../../visitor.ts'
import { type Asked, workAddress } from './asked.ts'
import type { RowDeed } from './row-deeds.ts'

type Props = {
  visitor: Visitor
  asked: Asked
  deeds: readonly RowDeed[]
  formKey: string
  children: ComponentChildren
}

/** Without scripts the bar comes and goes by the ticks alone; a browser that cannot do that shows it always. */
export const ChoiceForm = ({ visitor, asked, deeds, formKey, children }: Props) => {
  const { signedIn, text } = visitor
  if (deeds.length === 0 || !signedIn) return <>{children}</>
  const words = text.office.team
  return (
    <div class="choice-frame">
      <form class="choice-form" action="/work/chosen" method="post" data-submit-once="" data-choice-form="">
        <CsrfField token={signedIn.csrf} />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="back" value={workAddress(asked)} />
        {children}
        <fieldset class="choice-bar">
          <legend class="visually-hidden">{words.bar}</legend>
          <p class="choice-count">{words.chosen}</p>
          {deeds.map((deed, index) => (
            <span key={deed} data-key={KEYS[deed]}>
              <Button
                kind={index === 0 ? 'primary' : 'secondary'}
                name="do"
                value={deed}
                icon={ICONS[deed]}
                busy={text.office.acts.busy}
              >
                {words.deeds[deed]}
              </Button>
            </span>
          ))}
        </fieldset>
      </form>
    </div>
  )
}

const ICONS: Record<RowDeed, IconName> = {
  dispose: 'writing-sign',
  take: 'user',
  share: 'users',
  release: 'arrow-back-up',
}

/** Single keys, where scripts are on (enhance/choose-rows.ts). */
const KEYS: Record<RowDeed, string | undefined> = { dispose: 'd', take: 't', share: undefined, release: undefined }
