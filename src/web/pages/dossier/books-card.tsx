// Where the letters of a dossier stand in the books, with the numbers of other systems.
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { entryAddress } from '../agenda/asked.ts'
import type { Desk } from './desk.ts'

export const BooksCard = ({ desk: { books, visitor } }: { desk: Desk }) => {
  const words = visitor.text.office.books
  if (books.length === 0) return null
  return (
    <Card title={words.inBooks}>
      <Definition
        facts={books.map(({ book, entry, number, externalNumber, externalLink }) => ({
          label: words.tabs[book],
          value: (
            <>
              <a class="any-break" href={entryAddress(book, entry)}>
                {number}
              </a>
              {(externalNumber || externalLink) && (
                <>
                  <br />
                  {externalLink ? (
                    <a class="any-break" href={externalLink} rel="noreferrer noopener">
                      {externalNumber || externalLink}
                    </a>
                  ) : (
                    externalNumber
                  )}
                </>
              )}
            </>
          ),
        }))}
      />
    </Card>
  )
}
