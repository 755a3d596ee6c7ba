// The officer's form for a file that no step asked for, and what it leads to.
import { factsOf, hasReader } from '../../../core/dossier/involved.ts'
import { mayDossier } from '../../../core/person/may.ts'
import { byOfficer } from '../../acting.ts'
import { AttachFields } from '../../fields/attach-fields.tsx'
import { readAttachment } from '../../fields/attachment.ts'
import { first, type Posted } from '../../request/body.ts'
import type { Services } from '../../services.ts'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { type Desk, type FormName, faultAt, typedInto } from './desk.ts'
import { controlId, DeskForm } from './desk-form.tsx'
import type { Reading } from './post.ts'

export const ATTACH: FormName = { deed: 'attach', task: null }

export const readAttach = async (services: Services, desk: Desk, form: Posted): Promise<Reading> => {
  const { signedIn, dossier, visitor } = desk
  const by = mayDossier(signedIn.actor, 'attach', factsOf(dossier)) ? byOfficer(signedIn, desk) : null
  if (by?.kind !== 'post') return { kind: 'none' }
  const read = await readAttachment(services, form)
  return read.ok
    ? { kind: 'command', command: read.command, by }
    : { kind: 'faults', faults: [{ name: read.fault.field, message: read.fault.sentence[visitor.language] }] }
}

export const AttachCard = ({ desk }: { desk: Desk }) => {
  const { text } = desk.visitor
  const typed = typedInto(desk, ATTACH)
  return (
    <Card id="attach">
      <Confirm summary={text.attach.title} kind="quiet" icon="paperclip" open={typed !== null}>
        <DeskForm desk={desk} form={ATTACH} upload>
          <AttachFields
            text={text}
            id={(name) => controlId(ATTACH, name)}
            faults={(name) => faultAt(desk, ATTACH, name)}
            typed={typed && { note: first(typed, 'note'), isVisible: first(typed, 'visible') !== '' }}
            asksVisible={hasReader(desk.dossier)}
            busy={text.office.acts.busy}
          />
        </DeskForm>
      </Confirm>
    </Card>
  )
}
