// How a webhook stands: on, on but failing, switched off, ended.
import type { Webhook } from '../../../store/webhooks.ts'
import { StatusMark } from '../../ui/badge.tsx'
import type { Visitor } from '../../visitor.ts'

type Props = { webhook: Webhook; words: Visitor['text']['webhooks'] }

export const WebhookMark = ({ webhook: { state, failures }, words }: Props) => (
  <>
    <StatusMark tone={state === 'off' ? 'bad' : state === 'ended' ? 'neutral' : failures > 0 ? 'warning' : 'good'}>
      {words.states[state]}
    </StatusMark>
    {state === 'on' && failures > 0 && <p class="work-number">{words.failing(failures)}</p>}
  </>
)
