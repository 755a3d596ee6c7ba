/** One sentence for a person, in both languages of the product. */
export type Sentence = { id: string; en: string }

export const sentence = (id: string, en: string): Sentence => ({ id, en })
