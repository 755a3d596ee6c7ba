// The sheet of keyboard shortcuts; `?` opens it where scripts are on.
export type KeyboardHelpText = {
  title: string
  close: string
  /** "Pakai pintasan satu huruf": they can be switched off (WCAG 2.1.4). */
  singleKeys: string
  rows: readonly { keys: readonly string[]; does: string }[]
}

export const KeyboardHelp = ({ text }: { text: KeyboardHelpText }) => (
  <dialog class="keyboard-help" id="keyboard-help" aria-labelledby="keyboard-help-title">
    <h2 class="card-title" id="keyboard-help-title">
      {text.title}
    </h2>
    <dl class="keyboard-rows">
      {text.rows.map((row) => (
        <div class="keyboard-row" key={row.does}>
          <dt>
            {row.keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{row.does}</dd>
        </div>
      ))}
    </dl>
    <p class="choice">
      <input class="tick" type="checkbox" id="single-keys" checked data-single-keys="" />
      <label class="choice-label" for="single-keys">
        {text.singleKeys}
      </label>
    </p>
    <form method="dialog">
      <button class="button button-secondary" type="submit">
        <span class="button-words">{text.close}</span>
      </button>
    </form>
  </dialog>
)
