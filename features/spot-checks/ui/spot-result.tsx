import { getTranslations } from 'next-intl/server'
import { ratePercent } from '@/domain/rates/rate-display'
import type { SpotCheckLine } from '../queries/spot-checks'

/** A share as a percentage without decimals: an estimate carries none. */
const percent = (share: number) => `${Math.round(share * 100)}%`

/** What the sample says beside what is claimed: the estimate with its interval, and how far those who did not answer could move it. */
export async function SpotResultLines({ check }: { check: SpotCheckLine }) {
  const t = await getTranslations('spot')
  const { result, claimedPart, claimedWhole } = check
  return (
    <ul className="my-2 list-disc pl-5">
      <li>
        {t('claimed', {
          percent: ratePercent({ part: claimedPart, whole: claimedWhole }),
          part: claimedPart,
          whole: claimedWhole,
        })}
      </li>
      <li>{t('asked', { size: result.size, answered: result.answered, silent: result.silent })}</li>
      {result.share === null ? null : (
        <>
          <li>
            {t('estimate', {
              yes: result.yes,
              answered: result.answered,
              share: percent(result.share),
              low: percent(result.interval.low),
              high: percent(result.interval.high),
            })}
          </li>
          <li>{t('bounds', { low: percent(result.bounds.low), high: percent(result.bounds.high) })}</li>
        </>
      )}
    </ul>
  )
}
