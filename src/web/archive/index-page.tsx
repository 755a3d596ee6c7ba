// The index of an archive as a page that opens without a network: no script, no picture, no address of ours.
import { sizeWords } from '../fields/file-answer.tsx'
import { renderPage } from '../ui/render-page.ts'
import type { ArchiveContents, ArchivedPaper } from './contents.ts'

export const indexPage = (contents: ArchiveContents): string => {
  const words = contents.text.archive
  return renderPage(
    <html lang={contents.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.title(contents.number)}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>{words.title(contents.number)}</h1>
          <p>{contents.subject}</p>
          <dl>
            <dt>{words.office}</dt>
            <dd>{contents.office}</dd>
            <dt>{words.service}</dt>
            <dd>{contents.title}</dd>
            <dt>{words.client}</dt>
            <dd>{contents.clientName}</dd>
          </dl>
          <Papers contents={contents} />
          <p>{words.howToCheck}</p>
          <pre>sha256sum -c SHA256SUMS</pre>
          <History contents={contents} />
        </main>
      </body>
    </html>,
  )
}

const Papers = ({ contents: { papers, text } }: { contents: ArchiveContents }) => {
  const words = text.archive
  if (papers.length === 0) return <p>{words.noPapers}</p>
  return (
    <div class="wide">
      <table>
        <caption>{words.papers}</caption>
        <thead>
          <tr>
            {[words.paper, words.kind, words.number, words.size, words.filed, words.fingerprint].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {papers.map((paper) => (
            <Paper key={`${paper.filedAt}${paper.sha256}${paper.name}`} paper={paper} words={words} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Paper = ({ paper, words }: { paper: ArchivedPaper; words: ArchiveContents['text']['archive'] }) => (
  <tr>
    <th scope="row">
      {paper.file === null ? <strong>{words.states[paper.state]}</strong> : <a href={paper.file}>{paper.name}</a>}
    </th>
    <td>{paper.isCurrent ? paper.kind : `${paper.kind} (${words.replaced})`}</td>
    <td>{paper.number ?? ''}</td>
    <td>{sizeWords(paper.bytes)}</td>
    <td>
      {paper.filedAt} {paper.filedBy}
    </td>
    <td>
      <code>{paper.sha256}</code>
    </td>
  </tr>
)

const History = ({ contents: { history, text } }: { contents: ArchiveContents }) => (
  <section>
    <h2>{text.archive.history}</h2>
    <ol>
      {history.map((one) => (
        <li key={`${one.at}${one.who}${one.what}`}>
          {one.when}, {one.who}: {one.what}
          {one.note !== '' && ` (${one.note})`}
        </li>
      ))}
    </ol>
  </section>
)

const STYLE = `body{font:16px/1.5 sans-serif;color:#1a1a1a;background:#fff;margin:0}main{max-width:72rem;margin:auto;padding:1rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #767676;padding:.4rem;text-align:left;vertical-align:top;font-weight:normal}
thead th,caption{font-weight:bold;text-align:left}code{overflow-wrap:anywhere;font-size:.8rem}.wide{overflow-x:auto}dt{font-weight:bold}dd{margin:0 0 .5rem}`
