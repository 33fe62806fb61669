import { getTranslations } from 'next-intl/server'
import { signOutAction } from '@/features/accounts/actions'
import { AccountForm } from '@/features/accounts/ui/account-form'
import type { FormState } from '@/server/action'
import { isFreshLogin } from '@/server/auth/fresh-login'
import { ActionForm } from '@/ui/forms/action-form'
import { Breadcrumbs } from '@/ui/layout/breadcrumbs'
import { PageTitle } from '@/ui/layout/page-title'

/** Before a large list leaves the house: how much it is, why it is wanted, and who is there. */
export async function LargeExport(props: {
  /** Begins the run; gets `fields` and "reason". */
  action: (state: FormState | FormData, form?: FormData) => Promise<FormState>
  fields: Record<string, string>
  total: number
  /** The way to the list. */
  above: readonly { href: string; label: string }[]
  /** This page's own address, to come back to after signing in anew. */
  here: string
}) {
  const [t, common, accounts] = await Promise.all([
    getTranslations('exports'),
    getTranslations('common'),
    getTranslations('accounts'),
  ])
  return (
    <div className="max-w-xl">
      <PageTitle
        above={<Breadcrumbs label={common('breadcrumbs')} items={[...props.above, { label: t('title') }]} />}
        beneath={t('lead', { total: props.total })}
      >
        {t('title')}
      </PageTitle>
      {(await isFreshLogin()) ? (
        <ActionForm action={props.action} refusals={t.raw('refusal')} label={t('title')}>
          {Object.entries(props.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label className="mb-4 block">
            {t('reason')}
            <input className="input" name="reason" minLength={4} maxLength={200} required autoComplete="off" />
          </label>
          <button type="submit" className="button button-primary">
            {t('begin')}
          </button>
        </ActionForm>
      ) : (
        <>
          <p className="mb-4">{t('stale')}</p>
          <AccountForm
            action={signOutAction}
            hidden={{ next: props.here }}
            fields={[]}
            submit={t('again')}
            sentences={accounts.raw('sentences')}
          />
        </>
      )}
    </div>
  )
}
