import { getTranslations } from 'next-intl/server'
import { Notice } from '@/ui/layout/notice'

/** Whether a template is in order: being looked through, sound, broken, refused or retired. */
export async function TemplateState(props: {
  state: 'UPLOADED' | 'SOUND' | 'BROKEN' | 'REFUSED'
  refusal: string | null
  isRetired: boolean
  here: string
  count: number
}) {
  const t = await getTranslations('templates')
  if (props.isRetired) return <Notice tone="note">{t('isRetired')}</Notice>
  if (props.state === 'UPLOADED')
    return (
      <Notice live>
        {t('state.UPLOADED')}
        <noscript>
          {' '}
          <a href={props.here}>{t('reload')}</a>
        </noscript>
      </Notice>
    )
  if (props.state === 'REFUSED')
    return (
      <Notice tone="stop" live>
        {t(`refusal.${props.refusal ?? 'not-read'}`)}
      </Notice>
    )
  if (props.state === 'BROKEN')
    return (
      <Notice tone="warn" live title={t('broken.title', { count: props.count })}>
        {t('broken.text')}
      </Notice>
    )
  return (
    <Notice tone="done" live>
      {t('soundText')}
    </Notice>
  )
}
