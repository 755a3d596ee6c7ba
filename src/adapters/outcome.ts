// What an outside system answered: a value, or a trouble in plain words that says whether trying again may help.

import type { Sentence } from '../core/sentence.ts'

export type Trouble = { ok: false; retry: boolean; reason: Sentence }

export type Outcome<T> = { ok: true; value: T } | Trouble

export const good = <T>(value: T): Outcome<T> => ({ ok: true, value })

/** It may go better later: the server is down, slow, or asks to wait. */
export const passing = (reason: Sentence): Trouble => ({ ok: false, retry: true, reason })

/** It stays so until a person changes something. */
export const lasting = (reason: Sentence): Trouble => ({ ok: false, retry: false, reason })
