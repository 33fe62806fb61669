import { getTranslations } from 'next-intl/server'
import { sampleSize } from '@/domain/spot-checks/estimate'
import { ActionForm } from '@/ui/forms/action-form'
import { drawSpotCheckAction } from '../actions'

const MARGINS = [0.1, 0.07, 0.05]

/** Draws a sample; beside it how many would do for which margin. */
export async function DrawForm(props: {
  programmeId: string
  regions: readonly { id: string; name: string; depth: number }[]
  counted: number
}) {
  const t = await getTranslations('spot')
  return (
    <>
      <p className="mb-2 text-ink-2">
        {t('helper', { counted: props.counted })}{' '}
        {MARGINS.map((margin) =>
          t('helperSize', { margin: Math.round(margin * 100), size: sampleSize(props.counted, margin) }),
        ).join(t('helperJoin'))}
      </p>
      <ActionForm
        action={drawSpotCheckAction}
        refusals={t.raw('refusal')}
        className="flex flex-wrap items-end gap-3"
        label={t('draw')}
      >
        <input type="hidden" name="programmeId" value={props.programmeId} />
        <label className="block text-sm">
          {t('region')}
          <select className="input" name="regionId" defaultValue={props.regions[0]?.id}>
            {props.regions.map(({ id, name, depth }) => (
              <option key={id} value={id}>
                {`${'　'.repeat(depth)}${name}`}
              </option>
            ))}
          </select>
        </label>
        <label className="block text-sm">
          {t('size')}
          <input
            className="input"
            type="number"
            name="size"
            min={5}
            max={1000}
            defaultValue={Math.max(5, Math.min(1000, sampleSize(props.counted, 0.1)))}
            required
          />
        </label>
        <button className="button button-primary" type="submit">
          {t('draw')}
        </button>
      </ActionForm>
    </>
  )
}
