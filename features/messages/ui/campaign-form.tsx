import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/ui/forms/action-form'
import { composeCampaignAction } from '../actions'

/** Indents a region's name by how deep it lies; a select knows no levels. */
export function indented({ name, depth }: { name: string; depth: number }): string {
  return `${'　'.repeat(depth)}${name}`
}

/** Writes to everybody of an area who still has something open. */
export async function CampaignForm(props: {
  programmeId: string
  regions: readonly { id: string; name: string; depth: number }[]
}) {
  const t = await getTranslations('messages')
  return (
    <ActionForm action={composeCampaignAction} refusals={t.raw('refusal')} className="max-w-2xl" label={t('compose')}>
      <input type="hidden" name="programmeId" value={props.programmeId} />
      <div className="mb-3 grid gap-3 sm:grid-cols-2">
        <label className="block text-sm">
          {t('region')}
          <select className="input" name="regionId" defaultValue={props.regions[0]?.id}>
            {props.regions.map((region) => (
              <option key={region.id} value={region.id}>
                {indented(region)}
              </option>
            ))}
          </select>
        </label>
        <label className="block text-sm">
          {t('kind')}
          <select className="input" name="kind" defaultValue="ALL">
            {(['ALL', 'HEAD', 'CLERK'] as const).map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className="mb-3 block text-sm">
        {t('subject')}
        <input
          className="input"
          name="subject"
          maxLength={100}
          required
          defaultValue={t('defaultSubject')}
          lang="zh-CN"
        />
      </label>
      <label className="mb-1 block text-sm">
        {t('body')}
        <textarea className="input" name="body" rows={6} required defaultValue={t('defaultBody')} lang="zh-CN" />
      </label>
      <p className="mb-3 text-ink-2 text-sm">{t('placeholders')}</p>
      <label className="mb-3 flex min-h-11 items-center gap-2 text-sm">
        <input className="size-5" type="checkbox" name="inSeason" />
        {t('inSeason')}
      </label>
      <button className="button button-primary" type="submit">
        {t('send')}
      </button>
    </ActionForm>
  )
}
