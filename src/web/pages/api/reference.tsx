// The reference for programs, to read: made from the same endpoints that answer and that the description is made from.
import { SCOPE_NAMES, SCOPES } from '../../../core/person/scopes.ts'
import { TAGS } from '../../api/endpoint.ts'
import { ENDPOINTS } from '../../api/endpoints.ts'
import { API } from '../../api/mount.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, Visitor } from '../../visitor.ts'
import { TOKENS_PATH } from '../account/letters.ts'
import { Contents, type Group } from './contents.tsx'
import { EndpointPart } from './endpoint-part.tsx'
import { inOrder } from './order.ts'
import { ProblemsPart } from './problems-part.tsx'
import { Prose } from './prose.tsx'
import { type Described, described } from './read-description.ts'
import { SchemaPart } from './schema-part.tsx'
import { WalkPart } from './walk-part.tsx'

const DOCS = ENDPOINTS.map(({ doc }) => doc)

const GROUPS: readonly Group[] = TAGS.map((tag) => ({
  tag,
  docs: inOrder(
    tag,
    DOCS.filter((doc) => doc.tag === tag),
  ),
}))

export const referenceRoute = (app: App, services: Services): void => {
  app.get(API, (c) => {
    const visitor = c.get('visitor')
    const words = visitor.text.api
    const home = services.publicUrl(visitor.agency.agency.agency)
    const description = described(visitor.language, services.version)
    return page(c, services, {
      title: words.title,
      children: (
        <>
          <PageHead
            title={words.title}
            lead={words.lead}
            actions={
              <LinkButton href={`${API}/openapi.json`} icon="download">
                {words.description}
              </LinkButton>
            }
          />
          <Contents groups={GROUPS} visitor={visitor} />
          <Begin visitor={visitor} home={home} />
          <WalkPart visitor={visitor} home={home} />
          {GROUPS.map((group) => (
            <Addresses key={group.tag} group={group} visitor={visitor} description={description} />
          ))}
          <Scopes visitor={visitor} />
          <ProblemsPart visitor={visitor} />
          <Card title={words.schemas} id="schemas">
            {description.schemas.map(([name, schema]) => (
              <SchemaPart key={name} name={name} schema={schema} visitor={visitor} />
            ))}
          </Card>
        </>
      ),
    })
  })
}

const Begin = ({ visitor: { text }, home }: { visitor: Visitor; home: string }) => (
  <Card title={text.api.begin} id="begin">
    <ul class="bullets">
      <li>
        <Prose>{text.api.address(home)}</Prose>
      </li>
      <li>
        {text.api.token} <a href={TOKENS_PATH}>{text.account.tokens.title}</a>.
      </li>
      {Object.values(text.api.beginWith).map((line) => (
        <li key={line}>
          <Prose>{line}</Prose>
        </li>
      ))}
    </ul>
    <pre class="code-block">{`curl -H "Authorization: Bearer $TOKEN" ${home}${API}/me`}</pre>
  </Card>
)

type AddressesProps = { group: Group; visitor: Visitor; description: Described }

const Addresses = ({ group: { tag, docs }, visitor, description }: AddressesProps) => (
  <Card title={visitor.text.api.tags[tag]} id={`group-${tag}`}>
    {docs.map((doc) => {
      const operation = description.operations.get(doc.id)
      return operation && <EndpointPart key={doc.id} doc={doc} operation={operation} visitor={visitor} />
    })}
  </Card>
)

const Scopes = ({ visitor: { text, language } }: { visitor: Visitor }) => (
  <Card title={text.api.scopes} id="scopes">
    <Definition
      facts={SCOPE_NAMES.map((name) => ({
        label: `${SCOPES[name].label[language]} (${name})`,
        value: SCOPES[name].explains[language],
      }))}
    />
  </Card>
)
