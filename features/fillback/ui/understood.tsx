import { getTranslations } from 'next-intl/server'
import type { FilledBy, SheetRead } from '../reading'

const WAYS: readonly FilledBy[] = ['uscc', 'mobile', 'name', 'alias', 'decided']

/** What was read of each sheet: its columns, how many rows were found on the roster and by what. */
export async function Understood({ sheets }: { sheets: readonly SheetRead[] }) {
  const t = await getTranslations('fillback')
  return (
    <section aria-labelledby="understood" className="my-6">
      <h2 id="understood" className="mb-2 text-xl">
        {t('understood')}
      </h2>
      <ul className="space-y-4">
        {sheets.map((one) => (
          <li key={one.sheet} className="border-rule border-b pb-3">
            <p>
              <strong>{one.sheet || t('pasted')}</strong> <span className="text-ink-2">{t(`kind.${one.kind}`)}</span>
            </p>
            {one.rows > 0 ? <SheetFigures one={one} /> : null}
            {one.columns.length > 0 ? (
              <p className="text-ink-2 text-sm">{t('columns', { columns: one.columns.join('、') })}</p>
            ) : null}
            {one.earlier > 0 ? <p className="text-sm">{t('earlier', { count: one.earlier })}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

async function SheetFigures({ one }: { one: SheetRead }) {
  const t = await getTranslations('fillback')
  const ways = WAYS.flatMap((way) => (one.by[way] ? t(`by.${way}`, { count: one.by[way] }) : []))
  const rest = [
    ...(one.open > one.outside ? [t('openRows', { count: one.open - one.outside })] : []),
    ...(one.outside > 0 ? [t('outsideRows', { count: one.outside })] : []),
  ]
  return (
    <p className="tabular-nums">
      {t('rowsMatched', { rows: one.rows, matched: one.rows - one.open })}
      {ways.length > 0 ? `（${ways.join('，')}）` : ''}
      {rest.length > 0 ? `；${rest.join('；')}` : ''}
    </p>
  )
}
