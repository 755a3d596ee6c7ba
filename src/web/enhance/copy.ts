// Shows the buttons that copy a text, and copies it; where the browser does not let us, the text is selected for the hand.
import { announce } from './announce.ts'

export const copyTexts = (page: Document): void => {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const text = page.getElementById(button.dataset.copy ?? '')
    if (!text) continue
    button.hidden = false
    button.addEventListener('click', async () => {
      const isCopied = await copied(page, text)
      const said = (isCopied ? button.dataset.copied : button.dataset.copyByHand) ?? ''
      const words = button.querySelector('.button-words')
      if (words) words.textContent = said
      announce(said)
    })
  }
}

/** Only a page over TLS or of this very machine may write to the clipboard. */
const copied = async (page: Document, text: HTMLElement): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text.textContent ?? '')
    return true
  } catch {
    page.getSelection()?.selectAllChildren(text)
    return false
  }
}
