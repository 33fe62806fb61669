import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/ui/forms/action-form'
import { asFormHandler } from '@/ui/forms/form-handler'
import { addRobotAction, removeRobotAction, sayInGroupAction } from '../actions'
import type { MessagesPage } from '../queries/messages-page'
import { indented } from './campaign-form'

/** Groups' robots of the area: what each has said, a text for one, and a new one. */
export async function Robots({ robots, regions }: Pick<MessagesPage, 'robots' | 'regions'>) {
  const t = await getTranslations('messages')
  return (
    <>
      {robots.length > 0 ? (
        <ul className="mb-4 max-w-3xl border-rule border-t">
          {robots.map((one) => (
            <li key={one.robotId} className="border-rule border-b py-3">
              <p className="mb-2">
                {one.name} · {t(`robotKind.${one.kind}`)} · {one.place}{' '}
                <span className="text-ink-2 text-sm">
                  {t('robotCounts', { queued: one.queued, sent: one.sent, failed: one.failed })}
                </span>
              </p>
              <ActionForm
                action={sayInGroupAction}
                refusals={t.raw('refusal')}
                className="flex flex-wrap items-end gap-3"
                label={t('sayIn', { name: one.name })}
              >
                <input type="hidden" name="robotId" value={one.robotId} />
                <label className="block min-w-64 flex-1 text-sm">
                  {t('text')}
                  <textarea className="input" name="text" rows={2} maxLength={2000} required />
                </label>
                <button className="button" type="submit">
                  {t('say')}
                </button>
              </ActionForm>
              <form action={asFormHandler(removeRobotAction)} className="mt-2">
                <input type="hidden" name="robotId" value={one.robotId} />
                <button className="button button-quiet" type="submit" aria-label={t('removeOf', { name: one.name })}>
                  {t('remove')}
                </button>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      <details>
        <summary className="min-h-11 cursor-pointer py-2 text-indigo">{t('addRobot')}</summary>
        <ActionForm
          action={addRobotAction}
          refusals={t.raw('refusal')}
          className="grid max-w-2xl gap-3 sm:grid-cols-2"
          label={t('addRobot')}
        >
          <label className="block text-sm">
            {t('region')}
            <select className="input" name="regionId" defaultValue={regions[0]?.id}>
              {regions.map((region) => (
                <option key={region.id} value={region.id}>
                  {indented(region)}
                </option>
              ))}
            </select>
          </label>
          <label className="block text-sm">
            {t('platform')}
            <select className="input" name="kind" defaultValue="WECOM">
              {(['WECOM', 'DINGTALK', 'FEISHU'] as const).map((kind) => (
                <option key={kind} value={kind}>
                  {t(`robotKind.${kind}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="block text-sm">
            {t('robotName')}
            <input className="input" name="name" maxLength={40} required />
          </label>
          <label className="block text-sm">
            {t('robotUrl')}
            <input className="input" name="url" type="url" maxLength={500} required autoComplete="off" />
          </label>
          <label className="block text-sm">
            {t('robotSecret')}
            <input className="input" name="secret" maxLength={200} autoComplete="off" />
          </label>
          <p className="self-end">
            <button className="button" type="submit">
              {t('add')}
            </button>
          </p>
        </ActionForm>
      </details>
    </>
  )
}
