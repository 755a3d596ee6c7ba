// Naming a substitute, ending one early, taking back one that has not begun: for oneself, or by an administrator.
import type { SubstituteRow } from '../../../core/organisation/organisation.ts'
import { all } from '../../request/body.ts'
import { posted } from '../../request/posted.ts'
import { line } from '../account/checks.ts'
import { ORGANISATION_PATH } from './address.ts'
import { type Desk, optional, settle } from './desk.ts'

export const SUBSTITUTES_PATH = `${ORGANISATION_PATH}/substitutes`

type Again = (desk: Desk) => Response | Promise<Response>

export const mayChange = ({ mayManage, signedIn }: Pick<Desk, 'mayManage' | 'signedIn'>, absent: string): boolean =>
  mayManage || signedIn.person === absent

export const substituteAct = (desk: Desk, again: Again): Response | Promise<Response> => {
  const { visitor } = desk
  switch (line(posted(desk.c), 'do')) {
    case 'add':
      return add(desk, again)
    case 'end':
    case 'drop':
      return end(desk, again)
    default:
      return again({ ...desk, faults: [{ message: visitor.text.organisation.unknownAct }] })
  }
}

const add = (desk: Desk, again: Again) => {
  const { c, visitor } = desk
  const form = posted(c)
  const words = visitor.text.organisation.substitutes
  const [post = '', absent = ''] = line(form, 'absent').split('|')
  const row: SubstituteRow = {
    substitute: line(form, 'key'),
    post,
    absent,
    person: line(form, 'person'),
    fromOn: line(form, 'fromOn'),
    toOn: line(form, 'toOn'),
    procedures: all(form, 'procedures'),
    decree: optional(form, 'decree')?.slice(0, 120) ?? null,
  }
  if (!UUID.test(row.substitute))
    return again({ ...desk, form, faults: [{ message: visitor.text.common.errors.staleForm }] })
  if (post === '' || absent === '')
    return again({ ...desk, form, faults: [{ name: 'absent', message: words.chooseAbsent }] })
  if (!mayChange(desk, absent)) return again({ ...desk, form, faults: [{ name: 'absent', message: words.notYours }] })
  return settle(desk, { changes: [{ type: 'substitute', row }], message: words.added, to: SUBSTITUTES_PATH }, again)
}

const end = (desk: Desk, again: Again) => {
  const { c, visitor } = desk
  const form = posted(c)
  const words = visitor.text.organisation.substitutes
  const substitute = line(form, 'substitute')
  const known = visitor.agency.substitutes.find((one) => one.substitute === substitute)
  const isDrop = line(form, 'do') === 'drop'
  if (!mayChange(desk, known?.absent ?? '')) return again({ ...desk, form, faults: [{ message: words.notYours }] })
  const wanted = isDrop
    ? { changes: [{ type: 'drop-substitute', substitute } as const], message: words.dropped }
    : { changes: [{ type: 'end-substitute', substitute, toOn: line(form, 'toOn') } as const], message: words.ended }
  return settle(desk, { ...wanted, to: SUBSTITUTES_PATH }, again)
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
