// The lembar disposisi as officials know it, filling as it travels (domain: Permendagri tata naskah).
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { type Moment, When } from './moment.tsx'

/** A box of the sheet; a tick on screen is also told in words. */
export type SheetBox = { label: string; ticked: boolean }

export type SheetFact = { label: string; value: ComponentChildren }

export type DispositionEntry = {
  key: string
  /** The post whose disposition this is. */
  post: string
  state: 'done' | 'current' | 'later'
  forwardedTo: readonly SheetBox[]
  instructions: readonly SheetBox[]
  note?: ComponentChildren
  /** The initial: who set it (with "Plt." where it applies) and when. */
  initial?: { by: string; at: Moment } | undefined
  /** The form of the one who disposes now; stands in place of the filled boxes. */
  form?: ComponentChildren
}

export type DispositionSheetText = {
  forwardedTo: string
  instructions: string
  note: string
  initial: string
  /** Said for a ticked and an empty box by a screen reader: "dicentang", "kosong". */
  ticked: string
  empty: string
  /** "Menunggu giliran" */
  later: string
}

export type DispositionSheetProps = {
  /** Lines of the letterhead, the office last. */
  letterhead: readonly string[]
  title: string
  /** Surat dari, No. Surat, Tgl. Surat */
  letter: readonly SheetFact[]
  /** Diterima Tgl, No. Agenda */
  receipt: readonly SheetFact[]
  /** Sifat: urgency and secrecy as one row of boxes. */
  nature: { label: string; boxes: readonly SheetBox[] }
  subject: SheetFact
  entries: readonly DispositionEntry[]
  text: DispositionSheetText
}

export const DispositionSheet = (sheet: DispositionSheetProps) => (
  <div class="sheet-frame">
    <article class="sheet">
      <div class="sheet-letterhead">
        {sheet.letterhead.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <h3 class="sheet-title">{sheet.title}</h3>
      <div class="sheet-facts">
        <SheetFacts facts={sheet.letter} />
        <div class="sheet-receipt">
          <SheetFacts facts={sheet.receipt} />
          <div class="sheet-nature">
            <p class="sheet-label">{sheet.nature.label}</p>
            <Boxes boxes={sheet.nature.boxes} text={sheet.text} />
          </div>
        </div>
      </div>
      <div class="sheet-subject">
        <SheetFacts facts={[sheet.subject]} />
      </div>
      {sheet.entries.map((entry) => (
        <Entry key={entry.key} entry={entry} text={sheet.text} />
      ))}
    </article>
  </div>
)

const SheetFacts = ({ facts }: { facts: readonly SheetFact[] }) => (
  <dl class="sheet-list">
    {facts.map((fact) => (
      <div class="sheet-pair" key={fact.label}>
        <dt>{fact.label}</dt>
        <dd>{fact.value}</dd>
      </div>
    ))}
  </dl>
)

type Part = { text: DispositionSheetText }

const Entry = ({ entry, text }: Part & { entry: DispositionEntry }) => (
  <section class={`sheet-entry sheet-${entry.state}`} aria-label={entry.post}>
    <h4 class="sheet-post">
      {entry.post}
      {entry.state === 'later' && <span class="sheet-waiting">{text.later}</span>}
    </h4>
    {entry.form ? (
      <div class="sheet-form">{entry.form}</div>
    ) : (
      entry.state !== 'later' && <Filled entry={entry} text={text} />
    )}
  </section>
)

const Filled = ({ entry, text }: Part & { entry: DispositionEntry }) => (
  <div class="sheet-filled">
    <div class="sheet-cell">
      <p class="sheet-label">{text.forwardedTo}</p>
      <Boxes boxes={entry.forwardedTo} text={text} />
    </div>
    <div class="sheet-cell">
      <p class="sheet-label">{text.instructions}</p>
      <Boxes boxes={entry.instructions} text={text} />
    </div>
    <div class="sheet-cell sheet-note">
      <p class="sheet-label">{text.note}</p>
      <div>{entry.note}</div>
    </div>
    <div class="sheet-cell sheet-initial">
      <p class="sheet-label">{text.initial}</p>
      {entry.initial && (
        <p class="sheet-stamp">
          <Icon name="writing-sign" size={18} />
          <span>
            {entry.initial.by}
            <br />
            <When at={entry.initial.at} />
          </span>
        </p>
      )}
    </div>
  </div>
)

const Boxes = ({ boxes, text }: Part & { boxes: readonly SheetBox[] }) => (
  <ul class="sheet-boxes">
    {boxes.map((box) => (
      <li class={box.ticked ? 'sheet-box is-ticked' : 'sheet-box'} key={box.label}>
        <span class="sheet-square" aria-hidden="true">
          {box.ticked && <Icon name="check" size={14} />}
        </span>
        <span>{box.label}</span>
        <span class="visually-hidden">{`(${box.ticked ? text.ticked : text.empty})`}</span>
      </li>
    ))}
  </ul>
)
