// The reference for programs, to read: made from the same endpoints that answer and that the description is made from.
import { SCOPE_NAMES, SCOPES } from '../../../core/person/scopes.ts'
import { TAGS } from '../../api/endpoint.ts'
import { ENDPOINTS } from '../../api/endpoints.ts'
import { API } from '../../api/mount.ts'
import { openApi } from '../../api/openapi.ts'
import { PROBLEMS } from '../../api/problem-codes.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Table } from '../../ui/table.tsx'
import type { App, Visitor } from '../../visitor.ts'
import { EndpointPart } from './endpoint-part.tsx'
import { readSchemas, SchemaPart } from './schema-part.tsx'

export const referenceRoute = (app: App, services: Services): void => {
  app.get(API, (c) => {
    const visitor = c.get('visitor')
    const words = visitor.text.api
    const home = services.publicUrl(visitor.agency.agency.agency)
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
          <Begin visitor={visitor} home={home} />
          {TAGS.map((tag) => (
            <Addresses key={tag} tag={tag} visitor={visitor} />
          ))}
          <Scopes visitor={visitor} />
          <Problems visitor={visitor} />
          <Schemas visitor={visitor} />
        </>
      ),
    })
  })
}

const Begin = ({ visitor: { text }, home }: { visitor: Visitor; home: string }) => (
  <Card title={text.api.begin}>
    <ul class="bullets">
      {[text.api.address(home), ...Object.values(text.api.beginWith)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    <pre class="code-block">{`curl -H "Authorization: Bearer $MIPP_TOKEN" ${home}${API}/me`}</pre>
  </Card>
)

const Addresses = ({ tag, visitor }: { tag: (typeof TAGS)[number]; visitor: Visitor }) => {
  const here = ENDPOINTS.filter(({ doc }) => doc.tag === tag)
  if (here.length === 0) return null
  return (
    <Card title={visitor.text.api.tags[tag]}>
      {here.map(({ doc }) => (
        <EndpointPart key={doc.id} doc={doc} visitor={visitor} />
      ))}
    </Card>
  )
}

const Scopes = ({ visitor: { text, language } }: { visitor: Visitor }) => (
  <Card title={text.api.scopes}>
    <Definition facts={SCOPE_NAMES.map((name) => ({ label: name, value: SCOPES[name].explains[language] }))} />
  </Card>
)

const Problems = ({ visitor: { text, language } }: { visitor: Visitor }) => {
  const words = text.api
  const rows = Object.entries(PROBLEMS).map(([code, known]) => ({ code, ...known }))
  return (
    <Card title={words.problemTable} flush>
      <Table
        caption={words.problemTable}
        captionHidden
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'code',
            label: words.code,
            head: true,
            render: ({ code }) => <code id={`problem-${code}`}>{code}</code>,
          },
          { key: 'status', label: words.status, render: ({ status }) => String(status) },
          {
            key: 'meaning',
            label: words.meaning,
            render: ({ title, detail }) => `${title[language]}. ${detail[language]}`,
          },
        ]}
      />
    </Card>
  )
}

const Schemas = ({ visitor }: { visitor: Visitor }) => {
  const docs = ENDPOINTS.map(({ doc }) => doc)
  const schemas = readSchemas(openApi(docs, { language: visitor.language, version: '' }))
  return (
    <Card title={visitor.text.api.schemas}>
      {schemas.map(([name, schema]) => (
        <SchemaPart key={name} name={name} schema={schema} visitor={visitor} />
      ))}
    </Card>
  )
}
