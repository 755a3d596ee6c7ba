// Public check of a letter: valid, withdrawn, destroyed, without a letter, or unknown, with just enough to compare it with the paper or the file in one's hand.
import type { Context } from 'hono'
import { speakDay } from '../../../core/clock/speak.ts'
import { readCode, showCode } from '../../../core/paper/code.ts'
import type { Signature } from '../../../core/paper/signing.ts'
import { dossierOfTrackingCode } from '../../../store/dossiers.ts'
import { codeOfLetterBytes } from '../../../store/letter-check.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import type { Text } from '../../text/text.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition, type Fact } from '../../ui/definition.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { CompareCard, ComparedNotice, compare, FINGERPRINT, readFingerprint } from './check-file.tsx'
import { checkedCode, checkedNumber, type PublicLetter } from './checked-letter.ts'
import { NumberState } from './checked-number.tsx'
import { findSlowly } from './wrong-codes.ts'

type Web = Context<WebEnv>

export const letterCheckRoutes = (app: App, services: Services): void => {
  app.get('/check', (c) => {
    const code = [...(c.req.query('code') ?? '').trim()].slice(0, 100).join('')
    if (code !== '') return c.redirect(`/check/${encodeURIComponent(code)}`, 303)
    const typed = c.req.query(FINGERPRINT) ?? ''
    return typed === '' ? showCheck(c, services, null) : findByFile(c, services, typed)
  })
  app.get('/check/:code', async (c) => {
    const visitor = c.get('visitor')
    const { agency, text } = visitor
    const office = agency.agency.agency
    const typed = c.req.param('code')
    const code = readCode(typed) ?? ''
    const found = await findSlowly(
      c,
      services,
      'check',
      async () => (await checkedCode(services, visitor, code)) ?? receiptOf(services, office, code),
    )
    if (found === 'too-many') return showCheck(c, services, { message: text.publicPages.track.tooMany, status: 429 })
    // Looked up last, so that whoever goes through the numbers is slowed down as one who guesses codes.
    const known = found ?? (await checkedNumber(services, visitor, typed))
    if (!known) return showCheck(c, services, { message: text.publicPages.check.unknown, status: 404 })
    // The code of a receipt: how its dossier stands says more than that it is genuine.
    if (known === 'receipt') return c.redirect(`/track/${code}`, 303)
    return 'letter' in known
      ? showLetter(c, services, { code, letter: known.letter })
      : page(c, services, {
          title: text.publicPages.check.title,
          narrow: true,
          children: <NumberState visitor={visitor} code={code} known={known.number} />,
        })
  })
}

const receiptOf = async (services: Services, office: string, code: string): Promise<'receipt' | null> =>
  code !== '' && (await dossierOfTrackingCode(services.store, office, code)) ? 'receipt' : null

/** Which letter of ours has these bytes, if any. */
const findByFile = async (c: Web, services: Services, typed: string) => {
  const { agency, text } = c.get('visitor')
  const { none, noneLead, malformed } = text.publicPages.check.file
  const sha256 = readFingerprint(typed)
  if (sha256 === null) return showCheck(c, services, { message: malformed, status: 422 })
  const code = await findSlowly(c, services, 'check', () =>
    codeOfLetterBytes(services.store, agency.agency.agency, sha256),
  )
  if (code === 'too-many') return showCheck(c, services, { message: text.publicPages.track.tooMany, status: 429 })
  if (code === null) return showCheck(c, services, { word: none, message: noneLead, status: 404 })
  return c.redirect(`/check/${code}?${FINGERPRINT}=${sha256}`, 303)
}

const showLetter = async (c: Web, services: Services, { code, letter }: { code: string; letter: PublicLetter }) => {
  const visitor = c.get('visitor')
  const words = visitor.text.publicPages.check
  const typed = c.req.query(FINGERPRINT) ?? ''
  const compared = typed === '' ? null : await compare(services, visitor.agency.agency.agency, { typed, letter })
  const body = (
    <>
      <PageHead title={words.title} />
      {compared && <ComparedNotice compared={compared} letter={letter} words={words.file} />}
      <State visitor={visitor} letter={letter} />
      <Destroyed visitor={visitor} letter={letter} />
      <Card>
        <Definition facts={[{ label: words.code, value: showCode(code) }, ...factsOf(visitor, letter)]} />
      </Card>
      {letter.sha256 !== null && (
        <CompareCard action={`/check/${code}`} words={words.file} script={services.assets.check} />
      )}
    </>
  )
  const status = compared?.is === 'malformed' ? 422 : 200
  return page(c, services, { title: words.title, narrow: true, children: body }, status)
}

type StateProps = { visitor: Visitor; letter: PublicLetter }

const State = ({ visitor, letter }: StateProps) => {
  const words = visitor.text.publicPages.check
  const { withdrawnOn, replacedBy } = letter
  const isDemo = letter.signature?.certificate?.isDemo === true
  if (withdrawnOn === null && isDemo)
    return (
      <Notice tone="warning" word={words.demo}>
        <p>{words.demoLead}</p>
        <p>{words.genuineLead}</p>
      </Notice>
    )
  if (withdrawnOn === null)
    return (
      <Notice tone="good" word={words.genuine} icon="shield-check">
        <p>{words.genuineLead}</p>
      </Notice>
    )
  const label = replacedBy?.number ? words.replaced(replacedBy.number) : words.replacedWithoutNumber
  return (
    <Notice
      tone="bad"
      word={words.withdrawn}
      icon="ban"
      actions={replacedBy?.checkCode && <LinkButton href={`/check/${replacedBy.checkCode}`}>{label}</LinkButton>}
    >
      <p>
        {words.withdrawnOn(speakDay(withdrawnOn, visitor.language))}{' '}
        {replacedBy === null && letter.destroyed === null && words.notReplaced}
      </p>
      {isDemo && <p>{visitor.text.signing.demoSealed}</p>}
    </Notice>
  )
}

const Destroyed = ({ visitor: { text, language }, letter: { destroyed, sha256 } }: StateProps) => {
  const words = text.publicPages.check
  if (destroyed === null) return null
  return (
    <Notice tone="info" word={words.destroyed}>
      <p>
        {words.destroyedBy(destroyed.record, speakDay(destroyed.on, language))}{' '}
        {sha256 === null ? words.nothingToCompare : words.stillCompared}
      </p>
    </Notice>
  )
}

const factsOf = ({ text, language }: Visitor, letter: PublicLetter): Fact[] => {
  const words = text.publicPages.check
  return [
    { label: words.number, value: letter.number ?? '–' },
    { label: words.date, value: letter.date ? speakDay(letter.date, language) : '–' },
    ...(letter.letter ? [{ label: words.letter, value: letter.letter }] : []),
    ...(letter.post ? [{ label: words.post, value: letter.post }] : []),
    { label: words.office, value: letter.office },
    { label: words.subject, value: letter.subject ?? (letter.destroyed ? words.notKept : words.hidden) },
    { label: words.signing, value: letter.destroyed ? words.notKept : signingWords(words, letter.signature) },
    ...certificateFacts(words, letter.signature),
    ...(letter.sha256 ? [{ label: words.fingerprint, value: <code class="fingerprint">{letter.sha256}</code> }] : []),
  ]
}

type Words = Text['publicPages']['check']

const signingWords = ({ signed }: Words, signature: Signature | null): string => {
  if (signature === null) return signed.none
  return signature.method === 'wet' ? signed.wet : signed[signature.method](signature.level ?? 'B-B')
}

const certificateFacts = (words: Words, signature: Signature | null): Fact[] => {
  const certificate = signature?.certificate
  if (!certificate) return []
  const { subject, issuer, isDemo } = certificate
  const value = [words.certificateOf(subject, issuer), ...(isDemo ? [words.demoCertificate] : [])].join('; ')
  return [{ label: words.certificate, value }]
}

type Trouble = { word?: string; message: string; status: 404 | 422 | 429 }

const showCheck = (c: Web, services: Services, trouble: Trouble | null) => {
  const { text } = c.get('visitor')
  const words = text.publicPages.check
  const body = (
    <>
      <PageHead title={words.title} lead={words.lead} />
      {trouble && (
        <Notice tone="bad" word={trouble.word ?? text.common.words.bad} spoken>
          <p>{trouble.message}</p>
        </Notice>
      )}
      <Card>
        <Form action="/check" method="get" csrf={null}>
          <Field kind="text" name="code" label={words.code} autocomplete="off" spellcheck={false} />
          <ButtonRow>
            <Button kind="primary" icon="shield-check">
              {words.find}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
      <CompareCard action="/check" words={words.file} script={services.assets.check} />
    </>
  )
  return page(c, services, { title: words.title, narrow: true, children: body }, trouble?.status ?? 200)
}
