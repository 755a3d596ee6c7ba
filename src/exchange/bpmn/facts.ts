// Reads what our own elements inside a BPMN file say, and what a modeller shows of them.
import type { ModdleElement } from 'bpmn-moddle'

export const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value

export const elementsIn = (element: ModdleElement | undefined, key: string): ModdleElement[] => {
  const value = element?.[key]
  return Array.isArray(value) ? value.filter(isElement) : []
}

export const elementIn = (element: ModdleElement | undefined, key: string): ModdleElement | undefined => {
  const value = element?.[key]
  return isElement(value) ? value : undefined
}

export const textIn = (element: ModdleElement | undefined, key: string): string => {
  const value = element?.[key]
  return typeof value === 'string' ? value : ''
}

/** Our element among the extensions of another; copied ones count, so that doubles are found. */
export const oursOf = (element: ModdleElement, type: string): ModdleElement[] =>
  elementsIn(elementIn(element, 'extensionElements'), 'values').filter(({ $type }) => $type === type)

/** Null where a fact is no JSON: somebody wrote into our words. */
export const factsOf = (ours: ModdleElement): Record<string, unknown> | null => {
  try {
    return Object.fromEntries(
      elementsIn(ours, 'facts').map((fact): [string, unknown] => [
        textIn(fact, 'key'),
        JSON.parse(textIn(fact, 'value')),
      ]),
    )
  } catch {
    return null
  }
}

/** What a modeller may do to spaces and line ends is no change. */
export const squashed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** The text that a modeller has changed, else the one that was there, letter for letter. */
export const kept = (shown: string, was: unknown): string => {
  const before = typeof was === 'string' ? was : ''
  return squashed(shown) === squashed(before) ? before : shown
}
