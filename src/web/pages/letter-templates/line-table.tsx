// Two texts side by side, only where they differ, with a line before and after; on a telephone one under the other.
import type { LinePair } from '../../../letters/desk/difference.ts'
import type { Visitor } from '../../visitor.ts'
import { MarkOf } from '../service/compare-view.tsx'

type Props = { visitor: Visitor; names: { before: string; after: string }; pairs: readonly LinePair[] }

/** Whoever changed more reads both texts. */
const MOST = 300

export const LineTable = ({ visitor, names, pairs }: Props) => {
  const differing = pairs.filter(({ mark }) => mark !== 'same')
  return (
    <div class="fit">
      {differing.slice(0, MOST).map((pair, at) => (
        <div class={`compare-row compare-${pair.mark}`} key={`${at}-${pair.after ?? pair.before}`}>
          <p class="compare-label">
            <MarkOf visitor={visitor} mark={pair.mark} />
          </p>
          <Side visitor={visitor} name={names.before} text={pair.before} isGone={pair.mark === 'removed'} />
          <Side visitor={visitor} name={names.after} text={pair.after} isGone={false} />
        </div>
      ))}
      {differing.length > MOST && <p>{visitor.text.letterTemplates.editor.more(String(differing.length - MOST))}</p>}
    </div>
  )
}

type SideProps = { visitor: Visitor; name: string; text: string | null; isGone: boolean }

const Side = ({ visitor, name, text, isGone }: SideProps) => (
  <div class="compare-side">
    <p class="compare-edition">{name}</p>
    {text === null || text === '' ? (
      <p class="quiet">{visitor.text.compare.nothing}</p>
    ) : (
      <p class="letter-line">{isGone ? <del>{text}</del> : text}</p>
    )}
  </div>
)
