import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { rate } from '@/domain/policy/rate'
import { DeskPage } from '@/features/desk/ui/desk-page'
import { contentCatalog } from '@/server/content/catalog'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('timeline.title') }
}

const KINDS = ['GENERAL', 'MANUFACTURING', 'TSME', 'IC_OR_MACHINE_TOOL'] as const
const YEARS = Array.from({ length: 12 }, (_, index) => 2016 + index)

/** 政策时间线: what came into force when, and the rate of each year. */
export default async function TimelinePage() {
  const t = await getTranslations('desk')
  const { timeline } = contentCatalog().desk
  const shown = (year: number, kind: (typeof KINDS)[number]) => {
    const whole = rate(year, null, kind)
    if (whole !== null) return `${whole}%`
    const [first, last] = [rate(year, 1, kind), rate(year, 4, kind)]
    return first === null || last === null ? '—' : t('timeline.twoRates', { first, last })
  }
  return (
    <DeskPage current="/desk/timeline" title={t('timeline.title')} lead={t('timeline.lead')}>
      <h2 className="mb-2 text-xl">{t('timeline.rates')}</h2>
      <table className="cards-table mb-10">
        <thead>
          <tr>
            <th scope="col">{t('timeline.year')}</th>
            {KINDS.map((kind) => (
              <th key={kind} scope="col" className="number">
                {t(`timeline.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {YEARS.map((year) => (
            <tr key={year}>
              <th scope="row" className="font-normal tabular-nums">
                {year}
              </th>
              {KINDS.map((kind) => (
                <td key={kind} className="number" data-label={t(`timeline.${kind}`)}>
                  {shown(year, kind)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mb-10 text-ink-2 text-sm">{t('timeline.capital')}</p>
      <h2 className="mb-2 text-xl">{t('timeline.documents')}</h2>
      <ol className="border-rule border-t" lang="zh-CN">
        {timeline.map(({ from, until, title, doc, note }) => (
          <li key={`${from}${doc}`} className="border-rule border-b py-3">
            <p className="text-ink-3 text-sm tabular-nums">
              {from} — {until ?? t('timeline.open')}
            </p>
            <p>{title}</p>
            <p className="text-ink-2 text-sm">
              {doc}
              {note ? `（${note}）` : ''}
            </p>
          </li>
        ))}
      </ol>
    </DeskPage>
  )
}
