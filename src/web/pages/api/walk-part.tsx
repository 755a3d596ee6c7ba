// One request from start to end on the reference page: the lines to copy, what they answer, and what is kept of it.
import { Fragment } from 'preact'
import type { Doc } from '../../api/endpoint.ts'
import { ENDPOINTS } from '../../api/endpoints.ts'
import { API } from '../../api/mount.ts'
import { curlOf } from '../../api/walk/curl.ts'
import { type Call, CHAIN, WALK, WALK_STEPS, type WalkStep } from '../../api/walk/walk.ts'
import { Card } from '../../ui/card.tsx'
import type { Visitor } from '../../visitor.ts'
import { Prose } from './prose.tsx'

type Words = Visitor['text']['api']['walk']

export const WalkPart = ({ visitor: { text }, home }: { visitor: Visitor; home: string }) => {
  const words = text.api.walk
  return (
    <Card title={words.title} id="walk">
      <p>
        <Prose>{words.lead}</Prose>
      </p>
      <pre class="code-block">
        {[
          `MIPP=${home}${API}`,
          `APPLICANT=mipp_...  # ${words.tokenOfApplicant}`,
          `OFFICER=mipp_...    # ${words.tokenOfOfficer}`,
        ].join('\n')}
      </pre>
      <ol class="walk">
        {WALK_STEPS.map((step) => (
          <Fragment key={step}>
            <StepPart step={step} words={words} />
            {step === 'finish' && <ChainPart words={words} />}
          </Fragment>
        ))}
      </ol>
    </Card>
  )
}

const StepPart = ({ step, words }: { step: WalkStep; words: Words }) => {
  const call: Call = WALK[step]
  const doc = docOf(call.id)
  return (
    <li>
      <p>
        <Prose>{words.steps[step]}</Prose>
      </p>
      {doc && <pre class="code-block">{curlOf(doc, call)}</pre>}
      <p class="walk-answer">
        {words.answered(doc?.status ?? 200)}{' '}
        <a href={`#${call.id}`}>
          <code>{call.id}</code>
        </a>
        {Object.entries(call.keeps ?? {}).map(([name, place]) => (
          <Fragment key={name}>
            {'. '}
            <Prose>{words.keep(name, place)}</Prose>
          </Fragment>
        ))}
      </p>
    </li>
  )
}

const docOf = (id: string): Doc | undefined => ENDPOINTS.find(({ doc }) => doc.id === id)?.doc

/** The posts that follow do the same, each with the answer of its act. */
const ChainPart = ({ words }: { words: Words }) => (
  <li>
    <p>
      <Prose>{words.chain}</Prose>
    </p>
    <ul class="bullets">
      {CHAIN.map(({ post, example, waits }) => (
        <li key={`${post} ${example}`}>
          <code>{post}</code>:{' '}
          <a href={`#finishTask-${example}`}>
            <code>{example}</code>
          </a>
          {waits ? `, ${words.thenWait}` : ''}
        </li>
      ))}
    </ul>
  </li>
)
