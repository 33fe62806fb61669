import { getTranslations } from 'next-intl/server'
import { ratePercent, shownRates } from '@/domain/rates/rate-display'
import { rateChange } from '@/domain/reports/rate-change'
import type { ComposedBulletin as Bulletin } from '../bulletin-snapshot'

const TONES = {
  training: 'text-indigo',
  awareness: 'text-ochre',
  readiness: 'text-pine',
  visits: 'text-slate',
} as const

/** A composed bulletin as it was kept: nothing here is counted anew. */
export async function ComposedBulletin({ bulletin }: { bulletin: Bulletin }) {
  const t = await getTranslations('reports')
  const rates = await getTranslations('rates')
  const { figures, before, formerFigure } = bulletin
  return (
    <article className="max-w-3xl">
      <div className="prose mb-8 font-serif">
        {bulletin.paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <table className="cards-table mb-8">
        <caption className="sr-only">{t('document.figures')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('document.rate')}</th>
            {(['percent', 'done', 'whole', 'open', 'since'] as const).map((key) => (
              <th key={key} scope="col" className="number">
                {t(`document.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shownRates.map((rate) => {
            const { part, whole } = figures[rate]
            const change = before ? rateChange(figures[rate], before.figures[rate]) : null
            const values = [ratePercent(figures[rate]), part, whole, whole - part]
            return (
              <tr key={rate}>
                <th scope="row" className={`font-normal ${TONES[rate]}`}>
                  {rates(`rate.${rate}`)}
                </th>
                {(['percent', 'done', 'whole', 'open'] as const).map((key, index) => (
                  <td key={key} className="number" data-label={t(`document.${key}`)}>
                    {values[index]}
                  </td>
                ))}
                <td className="number" data-label={t('document.since')}>
                  {change?.points ? t('document.points', { points: change.points }) : '—'}
                </td>
              </tr>
            )
          })}
          {formerFigure ? (
            <tr>
              <th scope="row" className="font-normal">
                {t('document.former')}
              </th>
              <td className="number" data-label={t('document.percent')}>
                {ratePercent(formerFigure)}
              </td>
              <td className="number" data-label={t('document.done')}>
                {formerFigure.part}
              </td>
              <td className="number" data-label={t('document.whole')}>
                {formerFigure.whole}
              </td>
              <td className="number" colSpan={2} />
            </tr>
          ) : null}
        </tbody>
      </table>
      <BulletinAreas bulletin={bulletin} />
      <BulletinMissing bulletin={bulletin} />
    </article>
  )
}

async function BulletinAreas({ bulletin }: { bulletin: Bulletin }) {
  const t = await getTranslations('reports')
  const rates = await getTranslations('rates')
  if (bulletin.children.length === 0) return null
  return (
    <>
      <h2 className="mb-2 text-xl">{t('breakdown')}</h2>
      <table className="cards-table mb-8">
        <caption className="sr-only">{t('breakdown')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('document.area')}</th>
            {shownRates.map((rate) => (
              <th key={rate} scope="col" className="number">
                {t(`group.short.${rate}`)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('document.openEntries')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bulletin.children.map((child) => (
            <tr key={child.code}>
              <th scope="row" className="font-normal">
                {child.name}
              </th>
              {shownRates.map((rate) => (
                <td key={rate} className="number" data-label={rates(`rate.${rate}`)}>
                  {ratePercent(child.figures[rate])}{' '}
                  <span className="whitespace-nowrap text-ink-2 text-sm">
                    {child.figures[rate].part}/{child.figures[rate].whole}
                  </span>
                </td>
              ))}
              <td className="number" data-label={t('document.openEntries')}>
                {child.open}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

async function BulletinMissing({ bulletin }: { bulletin: Bulletin }) {
  const t = await getTranslations('reports')
  if (!bulletin.isNamed) return <p className="text-ink-2">{t('bulletin.counted')}</p>
  if (bulletin.missing.length === 0) return null
  return (
    <details open={bulletin.missing.length <= 50}>
      <summary className="min-h-11 cursor-pointer py-2 text-xl">
        {t('bulletin.missing', { count: bulletin.open })}
      </summary>
      <table className="cards-table">
        <caption className="sr-only">{t('document.missingSheet')}</caption>
        <thead>
          <tr>
            {(['enterprise', 'area', 'needs'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`document.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bulletin.missing.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the kept list never changes, and names may repeat
            <tr key={index}>
              <th scope="row" className="font-normal">
                {one.enterprise}
              </th>
              <td data-label={t('document.area')}>{one.place}</td>
              <td data-label={t('document.needs')}>{one.needs.map((rate) => t(`need.${rate}`)).join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
