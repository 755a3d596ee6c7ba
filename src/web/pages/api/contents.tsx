// What stands on the reference page, by group, each address a link to its place.
import type { Doc } from '../../api/endpoint.ts'
import { Card } from '../../ui/card.tsx'
import type { Visitor } from '../../visitor.ts'

export type Group = { tag: keyof Visitor['text']['api']['tags']; docs: readonly Doc[] }

export const Contents = ({ groups, visitor: { text } }: { groups: readonly Group[]; visitor: Visitor }) => {
  const words = text.api
  const rest = [
    ['begin', words.begin],
    ['walk', words.walk.title],
    ['scopes', words.scopes],
    ['problems-general', words.general.title],
    ['problems', words.problemTable],
    ['schemas', words.schemas],
  ] as const
  return (
    <Card title={words.contents}>
      <nav aria-label={words.contents} class="reference-contents">
        <ul>
          {rest.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
        <ul>
          {groups.map(({ tag, docs }) => (
            <li key={tag}>
              <a href={`#group-${tag}`}>{words.tags[tag]}</a>
              <span class="reference-ids">
                {docs.map(({ id }) => (
                  <a href={`#${id}`} key={id}>
                    <code>{id}</code>
                  </a>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </nav>
    </Card>
  )
}
