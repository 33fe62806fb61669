import { getTranslations } from 'next-intl/server'
import type { SheetAbout } from '../queries/import-page'

/** What was read of each sheet, and what was passed over and why. */
export async function ImportSheets({ sheets }: { sheets: readonly SheetAbout[] }) {
  const t = await getTranslations('roster')
  return (
    <details className="my-4">
      <summary className="min-h-11 cursor-pointer py-2 text-indigo">{t('import.sheets')}</summary>
      <ul className="space-y-2 text-sm">
        {sheets.map((one) => (
          <li key={one.sheet}>
            <strong>{one.sheet || t('imports.pasted')}</strong>{' '}
            {one.hiddenRows < 0
              ? t('import.sheetHidden')
              : one.hasHeader
                ? t('import.sheetRows', { rows: one.dataRows })
                : t('import.sheetNoHeader')}
            {one.hiddenRows > 0 ? (
              <span className="block">{t('import.hiddenRows', { rows: one.hiddenRows })}</span>
            ) : null}
            {one.unused.length > 0 ? (
              <span className="block">{t('import.unused', { columns: one.unused.join('、') })}</span>
            ) : null}
            {one.ignored.length > 0 ? (
              <span className="block text-ink-2">
                {t('import.ignored', {
                  rows: one.ignored
                    .map(({ row, because }) => t('import.ignoredRow', { row, because: t(`because.${because}`) }))
                    .join('、'),
                })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
