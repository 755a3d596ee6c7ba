// The codes of problems on the reference page: those that any address can answer, then every code with what to do.
import { Fragment } from 'preact'
import { GENERAL } from '../../api/operation-problems.ts'
import { PROBLEMS } from '../../api/problem-codes.ts'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { Table } from '../../ui/table.tsx'
import type { Visitor } from '../../visitor.ts'

export const ProblemsPart = ({ visitor: { text, language } }: { visitor: Visitor }) => {
  const words = text.api
  const rows = Object.entries(PROBLEMS).map(([code, known]) => ({ code, ...known }))
  return (
    <>
      <Card title={words.general.title} id="problems-general">
        <p>{words.general.lead}</p>
        <Definition facts={GROUPS.map((group) => ({ label: words.general[group], value: <Codes group={group} /> }))} />
      </Card>
      <Card title={words.problemTable} id="problems" flush>
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
              render: ({ code }) => (
                <code class="reference-anchor" id={`problem-${code}`}>
                  {code}
                </code>
              ),
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
    </>
  )
}

const GROUPS = ['any', 'token', 'body'] as const satisfies (keyof typeof GENERAL)[]

const Codes = ({ group }: { group: keyof typeof GENERAL }) => (
  <>
    {GENERAL[group].map((code, at) => (
      <Fragment key={code}>
        {at > 0 && ', '}
        <a href={`#problem-${code}`}>{code}</a>
      </Fragment>
    ))}
  </>
)
