// The demo's wardrobe: one button per role, and a strip on every page to change the role. It exists in no real office.
import { type Agency, postTitle } from '../../../core/agency/agency.ts'
import { Button } from '../../ui/button.tsx'
import type { Visitor } from '../../visitor.ts'

export const DEMO_SIGN_IN_PATH = '/demo/sign-in'

type DemoPerson = Agency['demo'][number]

/** What somebody is in the demo: post, or the client asked for. */
const roleTitle = ({ agency, text }: Visitor, one: DemoPerson): string => {
  const words = text.account.demo
  const posts = one.posts.map((post) => postTitle(agency.agency, post))
  const client = agency.agency.clients.find((each) => each.client === one.client)?.name
  const first = one.administrator ? [words.administrator] : []
  const titles = [...first, ...posts, ...(client === undefined ? [] : [words.applicantOf(client)])]
  return titles.length > 0 ? titles.join(', ') : one.name
}

/** On the sign-in page. */
export const DemoRoleCards = ({ visitor, to }: { visitor: Visitor; to: string }) => (
  <form class="stack" action={DEMO_SIGN_IN_PATH} method="post">
    {to !== '' && <input type="hidden" name="to" value={to} />}
    {visitor.agency.agency.demo.map((one) => (
      <Button
        key={one.role}
        name="role"
        value={one.role}
        icon={one.client ? 'building' : one.administrator ? 'settings' : 'user'}
        wide
      >
        {roleTitle(visitor, one)}
      </Button>
    ))}
  </form>
)

/** In the banner of every page of the demo. */
export const DemoRoleStrip = ({ visitor }: { visitor: Visitor }) => {
  const words = visitor.text.account.demo
  const { signedIn } = visitor
  return (
    <>
      <form class="demo-roles" action={DEMO_SIGN_IN_PATH} method="post">
        <select class="demo-select" name="role" aria-label={words.role} required>
          {!signedIn && (
            <option value="" selected disabled>
              {words.choose}
            </option>
          )}
          {visitor.agency.agency.demo.map((one) => (
            <option key={one.role} value={one.role} selected={one.email === signedIn?.email}>
              {roleTitle(visitor, one)}
            </option>
          ))}
        </select>
        <button class="demo-button" type="submit">
          {signedIn ? words.change : words.enter}
        </button>
      </form>
      <a class="demo-link" href="/outbox">
        {words.outbox}
      </a>
    </>
  )
}
