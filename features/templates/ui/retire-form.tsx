import { getTranslations } from 'next-intl/server'
import { retireTemplateAction } from '../actions'
import { ActionForm } from '@/ui/forms/action-form'

/** Takes a template out of use, after a word of what stays. */
export async function RetireForm({ templateId }: { templateId: string }) {
  const t = await getTranslations('templates')
  return (
    <details className="mt-10 border-rule border-t pt-2">
      <summary className="min-h-11 cursor-pointer py-2 text-indigo">{t('retire.title')}</summary>
      <ActionForm action={retireTemplateAction} refusals={t.raw('refusal')} label={t('retire.title')}>
        <input type="hidden" name="templateId" value={templateId} />
        <p className="mb-3">{t('retire.text')}</p>
        <button type="submit" className="button button-danger">
          {t('retire.send')}
        </button>
      </ActionForm>
    </details>
  )
}
