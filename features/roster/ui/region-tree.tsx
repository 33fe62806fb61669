import { getTranslations } from 'next-intl/server'
import { addRegionAction, changeRegionAction } from '../actions'
import type { RegionRow } from '../queries/region-admin'
import { ActionForm } from '@/ui/forms/action-form'

/** The tree, a county or zone to unfold, each node with what can be done to it. */
export async function RegionTree({ rows }: { rows: readonly RegionRow[] }) {
  const t = await getTranslations('roster')
  const city = rows.find(({ kind }) => kind === 'CITY')
  const below = (id: string) => rows.filter(({ parentId }) => parentId === id)
  if (!city) return null
  return (
    <>
      {below(city.id).map((county) => (
        <details key={county.id} className="border-rule border-b py-1">
          <summary className="flex min-h-11 cursor-pointer items-center gap-3">
            <Name row={county} />
            <span className="text-ink-3 text-sm tabular-nums">
              {t('regions.entries')} {county.entries + below(county.id).reduce((sum, { entries }) => sum + entries, 0)}
            </span>
          </summary>
          <NodeForms row={county} />
          <ul className="pl-4">
            {below(county.id).map((town) => (
              <li key={town.id} className="border-rule border-t py-1">
                <details>
                  <summary className="flex min-h-11 cursor-pointer items-center gap-3">
                    <Name row={town} /> <span className="text-ink-3 text-sm tabular-nums">{town.entries}</span>
                  </summary>
                  <NodeForms row={town} />
                </details>
              </li>
            ))}
          </ul>
          <AddForm parentId={county.id} kind="TOWNSHIP" label={t('regions.addTownship')} />
        </details>
      ))}
      <AddForm parentId={city.id} kind="ZONE" label={t('regions.addZone')} />
    </>
  )
}

async function Name({ row }: { row: RegionRow }) {
  const t = await getTranslations('roster')
  return (
    <span>
      {row.name} <span className="text-ink-3 text-sm">{t(`regions.${row.kind}`)}</span>
      {row.isClosed ? <span className="text-ochre text-sm"> {t('regions.closed')}</span> : null}
    </span>
  )
}

async function NodeForms({ row }: { row: RegionRow }) {
  const t = await getTranslations('roster')
  if (row.kind === 'UNKNOWN' || row.kind === 'CITY') return null
  const action = row.isClosed ? 'open' : 'close'
  return (
    <div className="flex flex-wrap items-end gap-3 pb-2">
      <ActionForm action={changeRegionAction} refusals={t.raw('refusal')} className="flex items-end gap-2">
        <input type="hidden" name="regionId" value={row.id} />
        <label className="block text-sm">
          {t('regions.newName')}
          <input className="input" name="name" defaultValue={row.name} required maxLength={30} />
        </label>
        <button className="button" type="submit" name="action" value="rename">
          {t('regions.rename')}
        </button>
      </ActionForm>
      <ActionForm action={changeRegionAction} refusals={t.raw('refusal')}>
        <input type="hidden" name="regionId" value={row.id} />
        <button className={`button ${row.isClosed ? '' : 'button-danger'}`} type="submit" name="action" value={action}>
          {t(`regions.${action}`)}
        </button>
      </ActionForm>
    </div>
  )
}

async function AddForm({ parentId, kind, label }: { parentId: string; kind: 'ZONE' | 'TOWNSHIP'; label: string }) {
  const t = await getTranslations('roster')
  return (
    <ActionForm action={addRegionAction} refusals={t.raw('refusal')} className="flex items-end gap-2 py-3">
      <input type="hidden" name="parentId" value={parentId} />
      <input type="hidden" name="kind" value={kind} />
      <label className="block text-sm">
        {label}
        <input className="input" name="name" required minLength={2} maxLength={30} />
      </label>
      <button className="button" type="submit">
        {t('regions.add')}
      </button>
    </ActionForm>
  )
}
