import { getTranslations } from 'next-intl/server'
import { Notice } from '@/ui/layout/notice'
import { LiveRefresh } from './live-refresh'

/** What is happening with an import right now, or what became of it. */
export async function ImportProgress({
  one,
  here,
}: {
  one: {
    state: string
    rowsDone: number
    refusal: string | null
    notice: string | null
    isUndoing: boolean
    written: WrittenNumbers | null
  }
  here: string
}) {
  const t = await getTranslations('roster')
  const isReading = one.state === 'UPLOADED' || one.state === 'STAGING'
  if (isReading || one.state === 'CONFIRMING' || one.isUndoing) {
    return (
      <>
        <LiveRefresh />
        <Notice live title={t(`state.${one.state}`)}>
          <p className="tabular-nums">
            {isReading
              ? t('import.reading', { rows: one.rowsDone })
              : one.isUndoing
                ? t('import.undoing')
                : t('import.writing')}
          </p>
          <noscript>
            <a href={here}>{t('import.reload')}</a>
          </noscript>
        </Notice>
      </>
    )
  }
  if (one.state === 'REFUSED')
    return (
      <Notice tone="stop" live>
        {t(`refusal.${one.refusal ?? 'truncated'}`)}
      </Notice>
    )
  const notice = one.notice ? (
    <Notice tone="warn" live>
      {t(`import.notice.${one.notice}`)}
    </Notice>
  ) : null
  const sentence = { CANCELLED: 'import.cancelled', UNDONE: 'import.undone' }[one.state]
  return (
    <>
      {notice}
      {one.state === 'CONFIRMED' ? <Written written={one.written} /> : null}
      {sentence ? (
        <Notice tone="note" live>
          {t(sentence)}
        </Notice>
      ) : null}
    </>
  )
}

type WrittenNumbers = { written: number; same: number; unwritten: number; left: number }

/** What confirming wrote, in numbers; "written" only when something was. */
async function Written({ written: rows }: { written: WrittenNumbers | null }) {
  const t = await getTranslations('roster')
  const isNothing = rows !== null && rows.written + rows.left === 0
  return (
    <Notice tone={isNothing ? 'warn' : 'done'} live>
      {t(isNothing ? 'import.doneNothing' : 'import.done')}
      {rows ? <> {t('import.doneRows', rows)}</> : null}
      {rows && rows.left > 0 ? <> {t('import.doneLeft', { left: rows.left })}</> : null}
      <p>
        <a className="inline-flex min-h-11 items-center" href="/manage/start">
          {t('import.onward')}
        </a>
      </p>
    </Notice>
  )
}
