import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { OPTIONAL_STEPS, type StartStep, type StartStepKey } from '@/domain/start/steps'
import { StatusMark } from '@/ui/layout/status-mark'
import type { CountedStart } from '../queries/start-facts'
import { SkipForm } from './skip-form'

/** Where a step is done, and where what it made is seen. */
const PLACES: Record<StartStepKey, { to: string; made: string }> = {
  regions: { to: '/manage/roster/regions/list?from=start', made: '/manage/roster/regions' },
  programme: { to: '/manage/programmes/new', made: '/manage/definitions' },
  roster: { to: '/manage/roster/imports', made: '/manage/roster' },
  results: { to: '/manage/results', made: '/manage/results' },
  officers: { to: '/manage/officers', made: '/manage/officers' },
  links: { to: '/manage/links', made: '/manage/links' },
}
/** Steps that are done more than once. */
const GOES_ON: readonly StartStepKey[] = ['roster', 'results', 'officers']
const MARKS = { done: 'done', next: 'doing', open: 'open', waiting: 'open', skipped: 'open' } as const

/** The steps in their order. `own` replaces the action of a step, `beneath` adds to what is told of it. */
export async function StartSteps(props: {
  steps: readonly StartStep[]
  facts: CountedStart
  own?: Partial<Record<StartStepKey, ReactNode>>
  beneath?: Partial<Record<StartStepKey, ReactNode>>
}) {
  const t = await getTranslations('start')
  return (
    <ol className="mt-6">
      {props.steps.map(({ key, state }, index) => (
        <li
          key={key}
          className="border-rule border-t py-5"
          {...(state === 'next' ? { 'aria-current': 'step' as const } : {})}
        >
          <h2 className="flex flex-wrap items-baseline gap-x-4 text-xl">
            <span>
              {index + 1} {t(`step.${key}.title`)}
            </span>
            <span className="font-normal text-base">
              <StatusMark kind={MARKS[state]} label={t(`state.${state}`)} />
            </span>
          </h2>
          <p>{t(`step.${key}.purpose`)}</p>
          {state === 'done' ? null : <p className="text-ink-2">{t('writes', { what: t(`step.${key}.writes`) })}</p>}
          <Already step={key} isDone={state === 'done'} facts={props.facts} />
          {props.beneath?.[key]}
          {state === 'waiting' || state === 'done' ? null : (
            <div className="mt-3 flex flex-wrap items-center gap-3">
              {(state === 'next' && props.own?.[key]) || <Action step={key} state={state} />}
              {OPTIONAL_STEPS.some((one) => one === key) && (state === 'next' || state === 'open') ? (
                <SkipForm step={key} label={t('later')} name={t(`step.${key}.title`)} refused={t('refused')} />
              ) : null}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

/** The one filled button is the next step's. */
async function Action({ step, state }: { step: StartStepKey; state: StartStep['state'] }) {
  const t = await getTranslations('start')
  const look = state === 'next' ? 'button-primary' : state === 'open' ? '' : 'button-quiet'
  return (
    <a className={`button ${look}`} href={PLACES[step].to}>
      {t(`step.${step}.do`)}
    </a>
  )
}

/** Numbers of what is there, each leading to it. */
async function Already({ step, isDone, facts }: { step: StartStepKey; isDone: boolean; facts: CountedStart }) {
  const t = await getTranslations('start')
  const waiting = step === 'roster' ? facts.waitingImports : step === 'results' ? facts.waitingBatches : 0
  return (
    <>
      {isDone ? (
        <p>
          {t('already', { what: t(`step.${step}.already`, numbersOf(facts)) })}{' '}
          <a className="mr-4 inline-flex min-h-11 items-center" href={PLACES[step].made}>
            {t(`step.${step}.again`)}
          </a>
          {GOES_ON.includes(step) ? (
            <a className="inline-flex min-h-11 items-center" href={PLACES[step].to}>
              {t(`step.${step}.do`)}
            </a>
          ) : null}
        </p>
      ) : null}
      {waiting > 0 && (step === 'roster' || step === 'results') ? (
        <p>
          <a className="inline-flex min-h-11 items-center" href={PLACES[step].to}>
            {t(`step.${step}.waiting`, { count: waiting })}
          </a>
        </p>
      ) : null}
    </>
  )
}

function numbersOf(facts: CountedStart): Record<string, string | number> {
  return {
    counties: facts.counties,
    townships: facts.townships,
    programme: facts.programme ?? '',
    entries: facts.entries,
    batches: facts.resultBatches,
    rows: facts.resultRows,
    officers: facts.otherOfficers,
    without: facts.withoutOfficer,
    links: facts.links,
  }
}
