import { getTranslations } from 'next-intl/server'
import { Notice } from '@/ui/layout/notice'
import { LiveRefresh } from './live-refresh'

const BUSY = ['UPLOADED', 'READING', 'FILLING']

/** What is happening with a fill-back right now, or why it was not read. */
export async function FillBackProgress(props: {
  state: string
  rowsDone: number
  refusal: string | null
  here: string
}) {
  const t = await getTranslations('fillback')
  if (props.state === 'REFUSED')
    return (
      <Notice tone="stop" live>
        {t(`refusal.${props.refusal ?? 'not-read'}`)}
      </Notice>
    )
  if (!BUSY.includes(props.state)) return null
  return (
    <>
      <LiveRefresh />
      <Notice live title={t(`state.${props.state}`)}>
        <p className="tabular-nums">
          {props.state === 'FILLING' ? t('filling') : t('reading', { rows: props.rowsDone })}
        </p>
        <noscript>
          <a href={props.here}>{t('reload')}</a>
        </noscript>
      </Notice>
    </>
  )
}
