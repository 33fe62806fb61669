import { getTranslations } from 'next-intl/server'
import { StatusMark } from '@/ui/layout/status-mark'
import type { SeatLine } from '../queries/learn-home'

/** Who of the head's own enterprise has done what; vacant seats are shown, too. */
export async function EnterpriseState({ name, lines }: { name: string; lines: readonly SeatLine[] }) {
  const t = await getTranslations('learn.home')
  const mark = (value: boolean | null) =>
    value === null ? (
      <span className="text-ink-3">{t('notAsked')}</span>
    ) : (
      <StatusMark kind={value ? 'done' : 'open'} label={t(value ? 'yes' : 'no')} />
    )
  return (
    <section className="mt-10">
      <h2 className="text-lg">{t('enterprise', { name })}</h2>
      <p className="text-ink-2 text-sm">{t('enterpriseHint')}</p>
      <table className="cards-table mt-2">
        <thead>
          <tr>
            <th scope="col">{t('seat')}</th>
            <th scope="col">{t('holder')}</th>
            <th scope="col">{t('training')}</th>
            <th scope="col">{t('ability')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.seatId}>
              <td data-label={t('seat')}>
                {t(line.kind)}
                {line.post ? ` · ${line.post}` : ''}
              </td>
              <td data-label={t('holder')}>{line.holder ?? <span className="text-ink-3">{t('vacant')}</span>}</td>
              <td data-label={t('training')}>{mark(line.training)}</td>
              <td data-label={t('ability')}>{mark(line.kind === 'HEAD' ? line.awareness : line.readiness)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
