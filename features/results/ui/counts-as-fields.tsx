import { getTranslations } from 'next-intl/server'
import type { BatchShown, ColumnsToConfirm } from '../queries/batch-page'

/** What the rows count as, said together with the subjects that this means in the programme now. */
export async function CountsAsFields({ one, columns }: { one: BatchShown; columns: ColumnsToConfirm }) {
  const t = await getTranslations('results')
  const proposed = one.options.proposed
  const isSignUps = proposed ? proposed.rates.length === 0 : one.source === 'JIELONG'
  const uses = new Set(columns.sheets.flatMap((sheet) => sheet.columns.map(({ use }) => use)))
  const isQuiz = uses.has('score') || uses.has('passed')
  const isTraining = proposed ? proposed.rates.includes('TRAINING') : !isQuiz
  const isAwareness = proposed ? proposed.rates.includes('AWARENESS') : isQuiz
  return (
    <fieldset className="mb-6 max-w-2xl">
      <legend className="mb-2 text-xl">{t('counts.title')}</legend>
      <Radio name="mode" value="completions" label={t('counts.completions')} isChosen={!isSignUps} />
      <div className="ml-8">
        <Tick name="training" label={t('counts.training')} isTicked={isTraining} />
        <Subjects rate="TRAINING" columns={columns} />
        <Tick name="awareness" label={t('counts.awareness')} isTicked={isAwareness} />
        <Subjects rate="AWARENESS" columns={columns} />
        <label className="mb-4 block">
          <span className="mb-1 block">{t('counts.passScore')}</span>
          <span className="mb-1 block text-ink-2 text-sm">{t('counts.passScoreHint')}</span>
          <input
            className="input max-w-40"
            name="passScore"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={proposed?.passScore ?? ''}
          />
        </label>
        <p className="mb-4 text-ink-2 text-sm">{t('counts.never')}</p>
      </div>
      <Radio name="mode" value="sign-ups" label={t('counts.signUps')} isChosen={isSignUps} />
      <label className="mt-4 mb-4 block">
        <span className="mb-1 block font-medium">{t('upload.day')}</span>
        <span className="mb-1 block text-ink-2 text-sm">{t('counts.dayHint')}</span>
        <input className="input max-w-60" type="date" name="day" defaultValue={one.options.day ?? ''} />
      </label>
    </fieldset>
  )
}

async function Subjects({ rate, columns }: { rate: 'TRAINING' | 'AWARENESS'; columns: ColumnsToConfirm }) {
  const t = await getTranslations('results')
  const meant = columns.subjects.filter((subject) => subject.rate === rate)
  if (meant.length === 0) return <p className="mb-2 ml-8 text-ochre text-sm">{t('counts.noSubject')}</p>
  return (
    <ul className="mb-2 ml-8 text-ink-2 text-sm">
      {meant.map(({ seatKind, subjectKind, slug, title }) => (
        <li key={`${seatKind}${subjectKind}${slug}`}>
          {t('counts.subject', { seat: t(`seat.${seatKind}`), subject: title })}
        </li>
      ))}
    </ul>
  )
}

function Radio(props: { name: string; value: string; label: string; isChosen: boolean }) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input className="size-5" type="radio" name={props.name} value={props.value} defaultChecked={props.isChosen} />
      {props.label}
    </label>
  )
}

function Tick(props: { name: string; label: string; isTicked: boolean }) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input className="size-5" type="checkbox" name={props.name} defaultChecked={props.isTicked} />
      {props.label}
    </label>
  )
}
