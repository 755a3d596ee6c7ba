// Proof: what was looked at, what was asked, expected and found, and whether it passed.
import { Icon, type IconName } from './icon.tsx'

export type ProofState = 'passed' | 'failed' | 'waiting'

export type ProofCheck = {
  key: string
  /** "Jawaban server nama" */
  what: string
  /** The question as it was put, e.g. "A perizinan.demakkab.go.id @ns1". */
  asked: string
  expected: string
  /** What came back; empty while waiting. */
  got: string
  state: ProofState
}

export type CheckListProps = {
  label: string
  checks: readonly ProofCheck[]
  text: { asked: string; expected: string; got: string; states: Record<ProofState, string> }
}

export const CheckList = ({ label, checks, text }: CheckListProps) => (
  <ul class="proof" aria-label={label}>
    {checks.map((check) => (
      <li class={`proof-check proof-${check.state}`} key={check.key}>
        <p class="proof-head">
          <Icon name={PROOF_ICON[check.state]} size={22} />
          <span class="proof-what">{check.what}</span>
          <span class="proof-word">{text.states[check.state]}</span>
        </p>
        <dl class="proof-facts">
          <Fact label={text.asked} value={check.asked} />
          <Fact label={text.expected} value={check.expected} />
          {check.got !== '' && <Fact label={text.got} value={check.got} />}
        </dl>
      </li>
    ))}
  </ul>
)

const Fact = ({ label, value }: { label: string; value: string }) => (
  <div class="proof-pair">
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
)

const PROOF_ICON: Record<ProofState, IconName> = {
  passed: 'circle-check',
  failed: 'circle-x',
  waiting: 'hourglass',
}
