import { getTranslations } from 'next-intl/server'
import { clearPasswordAction, issueLinkAction } from '../link-actions'
import type { LinkView, linkList } from '../queries/link-list'
import { AccountForm } from './account-form'
import { viewQuery } from './view-query'

type Row = Awaited<ReturnType<typeof linkList>>['rows'][number]

/** Holdings with the state of their links; on a phone as cards. */
export async function LinkTable({
  rows,
  view,
  page,
  pages,
}: {
  rows: readonly Row[]
  view: LinkView
  page: number
  pages: number
}) {
  const t = await getTranslations('links')
  const sentences = { ...t.raw('sentences'), done: t('manage.cleared') }
  const at = (number: number) => `/manage/links?${viewQuery({ ...view, page: number })}`
  return (
    <>
      <table className="cards-table">
        <thead>
          <tr>
            {(['enterprise', 'person', 'kind', 'area', 'state', 'actions'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`manage.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.holdingId}>
              <th scope="row" className="font-normal">
                {row.enterprise}
              </th>
              <td data-label={t('manage.columns.person')}>{row.personName}</td>
              <td data-label={t('manage.columns.kind')}>{t(`manage.kinds.${row.seatKind}`)}</td>
              <td data-label={t('manage.columns.area')}>{row.leafName}</td>
              <td data-label={t('manage.columns.state')}>{t(`manage.state.${stateOf(row)}`)}</td>
              <td>
                {row.hasMobile ? (
                  <div className="flex flex-wrap gap-2">
                    <AccountForm
                      action={issueLinkAction}
                      fields={[]}
                      hidden={{ holdingId: row.holdingId }}
                      quiet
                      submit={t('manage.show')}
                      sentences={sentences}
                    />
                    {row.hasPassword && row.inFull ? (
                      <AccountForm
                        action={clearPasswordAction}
                        fields={[]}
                        hidden={{ holdingId: row.holdingId }}
                        quiet
                        submit={t('manage.clearPassword')}
                        sentences={sentences}
                      />
                    ) : null}
                  </div>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {pages > 1 ? (
        <nav className="my-4 flex items-center gap-4" aria-label={t('manage.pages', { page, pages })}>
          {page > 1 ? <a href={at(page - 1)}>{t('manage.before')}</a> : null}
          <span>{t('manage.pages', { page, pages })}</span>
          {page < pages ? <a href={at(page + 1)}>{t('manage.after')}</a> : null}
        </nav>
      ) : null}
    </>
  )
}

function stateOf(row: Row): 'noMobile' | 'opened' | 'issued' | 'none' {
  if (!row.hasMobile) return 'noMobile'
  if (row.openedAt) return 'opened'
  return row.issuedAt ? 'issued' : 'none'
}
