// The form of one text in both languages, the placeholders it may use, its versions, and how it looks.
import { speakShort } from '../../../core/clock/speak.ts'
import { MOST_CHARACTERS, TEXT_PARTS } from '../../../core/notice/judge-text.ts'
import { PLACEHOLDERS } from '../../../core/notice/text.ts'
import { mailText } from '../../../letters/mail/text.ts'
import type { NoticeName, Texts } from '../../../letters/notices.ts'
import type { TextVersion } from '../../../store/notice-texts.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Fieldset } from '../../ui/fieldset.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead, Split } from '../../ui/page-head.tsx'
import type { Visitor } from '../../visitor.ts'
import { faultIn } from '../account/checks.ts'
import { TEXTS_PATH } from './paths.ts'
import type { Preview } from './preview.ts'

const LANGUAGES = ['id', 'en'] as const

type Props = {
  name: NoticeName
  texts: Texts
  versions: readonly TextVersion[]
  faults: readonly FieldFault[]
  visitor: Visitor
  preview: Preview
}

export const TextView = ({ name, texts, versions, faults, visitor, preview }: Props) => {
  const { text, signedIn } = visitor
  const words = text.notices.texts
  const path = `${TEXTS_PATH}/${name}`
  return (
    <>
      <PageHead title={words.names[name]} back={{ href: TEXTS_PATH, label: words.title }} />
      <ErrorSummary title={text.common.errors.title} faults={faults} />
      <Split
        main={
          <Card>
            <Form action={path} csrf={signedIn?.csrf ?? null} id="words">
              <input type="hidden" name="version" value={String(versions[0]?.version ?? 0)} />
              {LANGUAGES.map((language) => (
                <Fieldset key={language} legend={words.languages[language]}>
                  {TEXT_PARTS.map((part) => (
                    <Field
                      key={part}
                      kind={part === 'body' ? 'textarea' : 'text'}
                      name={`${language}-${part}`}
                      label={words.fields[part]}
                      {...(part === 'body' ? { hint: words.hints.body } : {})}
                      value={texts[language][part]}
                      maxlength={MOST_CHARACTERS[part]}
                      error={faultIn(faults, `${language}-${part}`)}
                      required
                    />
                  ))}
                </Fieldset>
              ))}
              <ButtonRow>
                <Button kind="primary">{words.save}</Button>
                <Button kind="quiet" name="do" value="default">
                  {words.back}
                </Button>
              </ButtonRow>
            </Form>
          </Card>
        }
        aside={<Beside path={path} versions={versions} visitor={visitor} preview={preview} />}
      />
    </>
  )
}

const Beside = ({ path, versions, visitor, preview }: Omit<Props, 'name' | 'texts' | 'faults'> & { path: string }) => {
  const { text, language, agency, now } = visitor
  const words = text.notices.texts
  return (
    <>
      <PreviewCard path={path} visitor={visitor} preview={preview} />
      <Card title={words.placeholders}>
        <p>{words.placeholdersLead}</p>
        <Definition
          facts={Object.entries(PLACEHOLDERS).map(([placeholder, says]) => ({
            label: `{${placeholder}}`,
            value: says[language],
          }))}
        />
      </Card>
      {versions.length > 0 && (
        <Card title={words.versions}>
          <ul>
            {versions.map(({ version, changedAt, by, isDefault }) => (
              <li key={version}>
                {words.version(
                  version,
                  speakShort(changedAt, language, { zone: agency.agency.zone, now }),
                  by ?? agency.agency.short,
                )}{' '}
                {isDefault && <Badge>{words.isDefault}</Badge>}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

/** The buttons belong to the form: what is typed is drawn before it is kept, without scripts too. */
const PreviewCard = ({ path, visitor, preview }: Pick<Props, 'visitor' | 'preview'> & { path: string }) => {
  const words = visitor.text.notices.texts
  const { page: mail } = preview
  return (
    <Card title={words.previewTitle} id="preview">
      <p>
        {words.previewLead} {words.languages[preview.language]}.
      </p>
      <div class="news-acts">
        <Button form="words" name="do" value="preview" formaction={path}>
          {words.preview}
        </Button>
        {LANGUAGES.map((one) => (
          <Button key={one} kind="quiet" form="words" formaction={`${path}/mail`} name="in" value={one} newTab>
            {words.mail}: {words.languages[one]}
          </Button>
        ))}
      </div>
      <h3>{words.inApp}</h3>
      <p class="news-line">{preview.line}</p>
      <h3>{words.plain}</h3>
      <pre class="mail-body">{`${preview.thread}\n\n${mail.heading}\n\n${mailText(mail)}`}</pre>
    </Card>
  )
}
