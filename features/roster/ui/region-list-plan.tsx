import { getTranslations } from 'next-intl/server'
import { Notice } from '@/ui/layout/notice'
import type { RegionListPlan as Plan } from '../queries/region-list-plan'
import { writeRegionListAction } from '../region-actions'
import { ActionForm } from '@/ui/forms/action-form'

const SHOWN = 100

/** The dry run of a list: how many it would add, every problem by row, and the button that writes it. */
export async function RegionListPlan(props: { plan: Plan; listId: string; from: 'start' | 'regions' }) {
  const t = await getTranslations('roster')
  const { list, added, unchanged, problems } = props.plan
  if (!list) return <Notice tone="stop">{t('regionList.noHeader')}</Notice>
  const count = (kind: string) => added.filter((one) => one.kind === kind).length
  const numbers = { counties: count('COUNTY'), zones: count('ZONE'), townships: count('TOWNSHIP'), unchanged }
  return (
    <section aria-label={t('regionList.result')}>
      <h2 className="mb-2 text-xl">{t('regionList.result')}</h2>
      <p>{t('regionList.counts', numbers)}</p>
      {list.ignored > 0 ? <p className="text-ink-2">{t('regionList.ignored', { rows: list.ignored })}</p> : null}
      {problems.length > 0 ? (
        <Problems problems={problems} />
      ) : (
        <ActionForm action={writeRegionListAction} refusals={t.raw('refusal')} className="my-4">
          <input type="hidden" name="from" value={props.from} />
          <input type="hidden" name="listId" value={props.listId} />
          <p className="mb-2 text-ink-2">{t('regionList.willWrite')}</p>
          <button type="submit" className="button button-primary">
            {t('regionList.write', { count: added.length })}
          </button>
        </ActionForm>
      )}
      <details className="my-4">
        <summary className="flex min-h-11 cursor-pointer items-center">{t('regionList.added')}</summary>
        <ul className="text-sm">
          {added.slice(0, SHOWN).map(({ kind, code, name, parentCode }) => (
            <li key={code} className="border-rule border-b py-1">
              {name} <span className="text-ink-3">{`${t(`regions.${kind}`)} ${code} ← ${parentCode}`}</span>
            </li>
          ))}
        </ul>
        {added.length > SHOWN ? (
          <p className="text-ink-2">{t('regionList.more', { count: added.length - SHOWN })}</p>
        ) : null}
      </details>
    </section>
  )
}

async function Problems({ problems }: { problems: Plan['problems'] }) {
  const t = await getTranslations('roster')
  return (
    <Notice tone="stop" title={t('regionList.problems', { count: problems.length })}>
      <ul className="list-disc pl-5">
        {problems.slice(0, SHOWN).map(({ row, code, found }) => (
          <li key={`${row} ${code} ${found}`}>
            {`${t('import.row', { row })}　${t(`regionList.problem.${code}`)}`}
            {found ? `　${t('import.found', { found })}` : ''}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN ? <p>{t('regionList.more', { count: problems.length - SHOWN })}</p> : null}
    </Notice>
  )
}
