import { getTranslations } from 'next-intl/server'
import { ratePercent, shownRates } from '@/domain/rates/rate-display'
import { Notice } from '@/ui/layout/notice'
import type { FilledCounts } from '../reading'

/** The way to the filled sheet, and what it says in numbers: the same that the lists say of these enterprises. */
export async function FilledSheet(props: { here: string; counts: FilledCounts; text: string | null }) {
  const t = await getTranslations('fillback')
  const { counts } = props
  const groups = (['enterprises', 'persons'] as const).filter((who) =>
    Object.values(counts[who]).some(({ whole }) => whole > 0),
  )
  return (
    <section aria-labelledby="filled" className="my-6">
      <h2 id="filled" className="sr-only">
        {t('filled.title')}
      </h2>
      <Notice tone="done" live title={t('filled.title')}>
        {t('filled.rows', { rows: counts.rows, filled: counts.filled, open: counts.open, outside: counts.outside })}{' '}
        {t('filled.asOf', { day: counts.on })}
      </Notice>
      <p className="my-4">
        <a className="button button-primary" href={`${props.here}/file`} download>
          {t('filled.download')}
        </a>
      </p>
      {props.text === null ? null : (
        <label className="mb-4 block">
          <span className="mb-1 block font-medium">{t('filled.copy')}</span>
          <textarea className="input" rows={8} readOnly spellCheck={false} defaultValue={props.text} />
        </label>
      )}
      {groups.map((who) => (
        <dl key={who} className="my-4 flex flex-wrap gap-x-8 gap-y-2">
          <dt className="w-full text-ink-2 text-sm">
            {t(`filled.who.${who}`)} · {t('filled.counts')}
          </dt>
          {shownRates.map((rate) => {
            const figure = counts[who][rate] ?? { whole: 0, part: 0 }
            return (
              <dd key={rate} className="tabular-nums">
                {t(`form.rate.${rate}`)} <strong>{ratePercent(figure)}</strong>{' '}
                <span className="text-ink-2">{t('filled.figure', figure)}</span>
              </dd>
            )
          })}
        </dl>
      ))}
    </section>
  )
}
