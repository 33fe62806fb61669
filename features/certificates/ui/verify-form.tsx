import { getTranslations } from 'next-intl/server'
import { Field } from '@/ui/forms/field'

/** Type a verification code, or paste the whole address; a plain GET form. */
export async function VerifyForm({ problem }: { problem?: string }) {
  const t = await getTranslations('certificates')
  return (
    <form action="/verify" method="get" className="mt-6">
      <Field
        name="code"
        label={t('verify.enter')}
        hint={t('verify.enterHint')}
        problems={problem ? [problem] : undefined}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <button type="submit" className="button button-primary">
        {t('verify.check')}
      </button>
    </form>
  )
}
