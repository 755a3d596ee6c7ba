// A mail before it is written: its parts once, from which the text and the page are made.
import { z } from 'zod'

const link = z.strictObject({ label: z.string(), href: z.string() })

/** As it lies in the database until it is sent. */
export const mailPageSchema = z.strictObject({
  language: z.enum(['id', 'en']),
  heading: z.string(),
  greeting: z.string(),
  paragraphs: z.array(z.string()),
  /** A list of several things: of a digest. */
  items: z.array(z.strictObject({ title: z.string(), detail: z.string(), href: z.string() })),
  facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  links: z.array(link),
  /** Whose mail it is: name, telephone, address. */
  office: z.array(z.string()),
  /** Why one gets it, and whether it can be switched off. */
  small: z.array(z.string()),
  choose: link.nullable(),
})

export type MailPage = z.output<typeof mailPageSchema>
