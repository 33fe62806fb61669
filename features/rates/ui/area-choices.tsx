import { getTranslations } from 'next-intl/server'
import { type AreaView, viewQuery } from '../input'

/** How the areas are shown: as squares too, and, where the programme has it, by people still to serve. */
export async function AreaChoices(props: {
  view: AreaView
  region: string
  hasLeague: boolean
  /** Whether this officer may hang a display; an auditor may not. */
  mayDisplay: boolean
}) {
  const { view, region, hasLeague, mayDisplay } = props
  const t = await getTranslations('rates')
  const to = (change: Partial<AreaView>) => `/manage/area/${region}${viewQuery({ ...view, ...change })}`
  return (
    <p className="mb-3 flex flex-wrap gap-x-6 print:hidden">
      <a className="inline-flex min-h-11 items-center" href={to({ show: view.show ? undefined : 'tiles' })}>
        {t(view.show ? 'noTiles' : 'tiles')}
      </a>
      {hasLeague ? (
        <a className="inline-flex min-h-11 items-center" href={to({ order: view.order ? undefined : 'missing' })}>
          {t(view.order ? 'byList' : 'byMissing')}
        </a>
      ) : null}
      {mayDisplay ? (
        <a className="inline-flex min-h-11 items-center" href={`/manage/displays?region=${region}`}>
          {t('toDisplay')}
        </a>
      ) : null}
    </p>
  )
}
