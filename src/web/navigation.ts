// The menu by what the visitor may: what is opened every day stands in it, what is opened now and then on one page behind it.
import { mayOffice, type OfficeAct } from '../core/person/may.ts'
import { QUARANTINE_PATH } from '../store/quarantine.ts'
import { ACCESS_PATH } from './pages/access/access-path.ts'
import { RETENTION_PATH } from './pages/retention/retention-path.ts'
import type { Text } from './text/text.ts'
import type { NavItem } from './ui/masthead.tsx'
import type { Visitor } from './visitor.ts'

export const MANAGE_PATH = '/manage'

export type Managed = { href: string; label: string; about: string }

/** What the visitor may manage, in the order of the page. */
export const managedBy = ({ signedIn, text }: Visitor): Managed[] =>
  managing(text)
    .filter(([act]) => mayOffice(signedIn?.actor ?? null, act))
    .map(([, href, label, about]) => ({ href, label, about }))

const managing = (text: Text): [OfficeAct, string, string, string][] => {
  const { about } = text.manage
  return [
    ['ratify-procedures', '/procedures', text.editions.keep.title, about.procedures],
    ['edit-letters', '/letters', text.letterTemplates.title, about.letters],
    ['manage-people', '/people', text.common.nav.people, about.people],
    ['see-outbox', '/outbox', text.common.nav.outbox, about.outbox],
    ['manage-webhooks', '/webhooks', text.webhooks.title, about.webhooks],
    ['see-storage', '/storage', text.storage.title, about.storage],
    ['decide-quarantine', QUARANTINE_PATH, text.quarantine.title, about.quarantine],
    ['see-retention', RETENTION_PATH, text.retention.title, about.retention],
    ['see-access-log', ACCESS_PATH, text.access.title, about.access],
  ]
}

/** @param path of the page that is shown, @param waiting tasks that the reader may begin or go on with */
export const navigation = (visitor: Visitor, path: string, waiting: number): NavItem[] => {
  const { signedIn, text } = visitor
  const { nav } = text.common
  const actor = signedIn?.actor ?? null
  const managed = managedBy(visitor)
  const [only] = managed
  const items: [boolean, string, string][] = [
    [mayOffice(actor, 'see-work'), '/work', nav.work],
    [mayOffice(actor, 'see-board'), '/board', text.late.board.nav],
    [mayOffice(actor, 'apply'), '/mine', nav.mine],
    [mayOffice(actor, 'file-at-counter'), '/counter', nav.counter],
    [true, '/', nav.home],
    [mayOffice(actor, 'see-agenda'), '/agenda', nav.agenda],
    [mayOffice(actor, 'see-registers'), '/registers', nav.registers],
    [mayOffice(actor, 'see-work') || mayOffice(actor, 'edit-calendar'), '/calendar', text.calendar.nav],
    [mayOffice(actor, 'see-organisation'), '/organisation', text.organisation.title],
    [managed.length > 1, MANAGE_PATH, text.manage.title],
    [managed.length === 1, only?.href ?? '', only?.label ?? ''],
    [true, '/track', nav.track],
  ]
  const isManaging = [MANAGE_PATH, ...managed.map(({ href }) => href)].some((href) => path.startsWith(href))
  return items
    .filter(([shown]) => shown)
    .map(([, href, label]) => ({
      href,
      label,
      ...(href === '/work' ? { count: waiting, countLabel: text.common.waiting } : {}),
      current: href === MANAGE_PATH ? isManaging : isAt(href, path),
    }))
}

const isAt = (href: string, path: string): boolean =>
  href === '/' ? path === '/' || path.startsWith('/services') : path.startsWith(href)
