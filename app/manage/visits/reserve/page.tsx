import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { viewInput } from '@/features/rates/input'
import { programmeInView } from '@/features/rates/queries/programme-in-view'
import { FOLLOW_STATES, reserveInput } from '@/features/visits/input'
import { findings, SHOWN_AT_MOST } from '@/features/visits/queries/reserve'
import { FindingStatus } from '@/features/visits/ui/finding-status'
import { requireActor } from '@/server/auth/actor'
import { shanghaiToday } from '@/server/clock'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { EmptyState } from '@/ui/layout/empty-state'
import { PageTitle } from '@/ui/layout/page-title'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('visits'))('reserve.title') }
}

/** The two reserve lists that visits fill: projects and needs, and the enterprises that have them. */
export default async function ReservePage({ searchParams }: PageProps<'/manage/visits/reserve'>) {
  const actor = await requireActor('list.export')
  const asked = await searchParams
  const [view, filter] = [viewInput.parse(asked), reserveInput.parse(asked)]
  const [t, common] = await Promise.all([getTranslations('visits'), getTranslations('common')])
  const programme = await programmeInView(view.programme, shanghaiToday())
  const rows = programme ? await findings(actor, { ...filter, programmeId: programme.id }, SHOWN_AT_MOST + 1) : []
  const shown = rows.slice(0, SHOWN_AT_MOST)
  const query = new URLSearchParams({
    ...(programme ? { programme: programme.id } : {}),
    ...(filter.kind ? { kind: filter.kind } : {}),
    ...(filter.state ? { state: filter.state } : {}),
    ...(filter.search ? { search: filter.search } : {}),
  })
  return (
    <>
      <PageTitle
        above={
          <Breadcrumbs
            label={common('breadcrumbs')}
            items={[{ href: '/manage/visits', label: t('title') }, { label: t('reserve.title') }]}
          />
        }
        beneath={t('reserve.lead')}
      >
        {t('reserve.title')}
      </PageTitle>
      <form className="mb-4 flex flex-wrap items-end gap-3" action="/manage/visits/reserve">
        {programme ? <input type="hidden" name="programme" value={programme.id} /> : null}
        <label className="block text-sm">
          {t('reserve.kind')}
          <select className="input w-auto" name="kind" defaultValue={filter.kind ?? ''}>
            <option value="">{t('reserve.both')}</option>
            <option value="NEED">{t('reserve.NEED')}</option>
            <option value="PROJECT">{t('reserve.PROJECT')}</option>
          </select>
        </label>
        <label className="block text-sm">
          {t('follow.column')}
          <select className="input w-auto" name="state" defaultValue={filter.state ?? ''}>
            <option value="">{t('reserve.both')}</option>
            {FOLLOW_STATES.map((state) => (
              <option key={state} value={state}>
                {t(`follow.state.${state}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="block text-sm">
          {t('reserve.search')}
          <input className="input" name="search" defaultValue={filter.search} maxLength={60} />
        </label>
        <button type="submit" className="button">
          {t('reserve.show')}
        </button>
        {shown.length > 0 ? (
          <a className="button" href={`/manage/visits/reserve/export?${query}`}>
            {t('reserve.export')}
          </a>
        ) : null}
      </form>
      {shown.length === 0 ? (
        <EmptyState title={t('reserve.none')}>
          <p>{t('reserve.noneText')}</p>
        </EmptyState>
      ) : (
        <table className="cards-table">
          <thead>
            <tr>
              <th scope="col">{t('enterprise')}</th>
              <th scope="col">{t('reserve.kind')}</th>
              <th scope="col">{t('reserve.text')}</th>
              <th scope="col">{t('visitedOn')}</th>
              <th scope="col">{t('follow.column')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.findingId}>
                <th scope="row" className="font-normal">
                  <a href={`/manage/roster/${one.entryId}`}>{one.enterprise}</a>
                  <span className="block text-ink-3 text-sm">{one.place}</span>
                </th>
                <td data-label={t('reserve.kind')}>{t(`reserve.${one.kind}`)}</td>
                <td data-label={t('reserve.text')}>
                  <a href={`/manage/visits/findings/${one.findingId}`}>{one.text}</a>
                </td>
                <td className="whitespace-nowrap tabular-nums" data-label={t('visitedOn')}>
                  {one.visitedOn}
                </td>
                <td data-label={t('follow.column')}>
                  <FindingStatus state={one.state} nextOn={one.nextOn} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > SHOWN_AT_MOST ? (
        <p className="mt-4 text-ink-2 text-sm">{t('reserve.cut', { count: SHOWN_AT_MOST })}</p>
      ) : null}
    </>
  )
}
