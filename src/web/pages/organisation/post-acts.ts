// What an administrator does with a post: enter or change it, give it to somebody, close it, open it again.
import type { Agency } from '../../../core/agency/agency.ts'
import { DUTIES, type PostRow } from '../../../core/organisation/organisation.ts'
import { keyOfName } from '../../../core/organisation/row-checks.ts'
import { all, type Posted } from '../../request/body.ts'
import { posted } from '../../request/posted.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'
import { line } from '../account/checks.ts'
import { notFoundPage } from '../message.tsx'
import { readMandate } from '../people/mandate-fields.tsx'
import { postPath } from './address.ts'
import { type Desk, optional, settle } from './desk.ts'

export type Post = Agency['posts'][number]
type Again = (desk: Desk) => Response | Promise<Response>

/** @param post none where a new one is entered */
export const postAct = (
  desk: Desk,
  post: Post | undefined,
  what: string,
  again: Again,
): Response | Promise<Response> => {
  if (what === 'save') return save(desk, post, again)
  if (!post) return notFoundPage(desk.c, desk.services)
  switch (what) {
    case 'give':
      return give(desk, post, again)
    case 'close':
      return close(desk, post, again)
    case 'reopen':
      return put(desk, { ...rowOf(post), closedOn: null, successor: null }, again)
    default:
      return again({ ...desk, faults: [{ message: desk.visitor.text.organisation.unknownAct }] })
  }
}

export const rowOf = (post: Post): PostRow => ({
  post: post.post,
  title: post.title,
  unit: post.unit,
  superior: post.superior ?? null,
  duties: post.duties,
  closedOn: post.closedOn ?? null,
  successor: post.successor ?? null,
})

const save = (desk: Desk, post: Post | undefined, again: Again) => {
  const form = posted(desk.c)
  const title = line(form, 'title')
  const taken = desk.visitor.agency.agency.posts.map((one) => one.post)
  const row: PostRow = {
    ...(post ? rowOf(post) : { closedOn: null, successor: null }),
    post: post?.post ?? (line(form, 'post') || keyOfName(title, taken)),
    title,
    unit: line(form, 'unit'),
    superior: optional(form, 'superior'),
    duties: DUTIES.filter((duty) => all(form, 'duties').includes(duty)),
  }
  return put(desk, row, again, post === undefined)
}

const put = (desk: Desk, row: PostRow, again: Again, isNew = false) =>
  settle(
    desk,
    {
      changes: [{ type: 'post', row, isNew }],
      message: desk.visitor.text.organisation.saved,
      to: postPath(row.post),
    },
    again,
  )

const close = (desk: Desk, post: Post, again: Again) => {
  const form = posted(desk.c)
  return put(desk, { ...rowOf(post), closedOn: line(form, 'closedOn'), successor: optional(form, 'successor') }, again)
}

const give = (desk: Desk, post: Post, again: Again) => {
  const { c, visitor } = desk
  const form = posted(c)
  const { answer, faults } = readMandate(form, [post], visitor)
  const key = line(form, 'key')
  const all: FieldFault[] = [...faults, ...(UUID.test(key) ? [] : [{ message: visitor.text.common.errors.staleForm }])]
  if (all.length > 0) return again({ ...desk, form, faults: all })
  const row = { ...answer, mandate: key, person: personIn(form) }
  return settle(
    desk,
    {
      changes: [{ type: 'mandate', row, isNew: true }],
      message: visitor.text.account.people.mandateAdded,
      to: postPath(post.post),
    },
    again,
  )
}

const personIn = (form: Posted): string => line(form, 'person')

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
