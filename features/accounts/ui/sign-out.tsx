import { getTranslations } from 'next-intl/server'
import { signOutAction } from '../actions'
import { AccountForm } from './account-form'

/** The button that ends the login of this browser. */
export async function SignOut() {
  const t = await getTranslations('accounts')
  return (
    <AccountForm
      action={signOutAction}
      fields={[]}
      quiet
      submit={t('settings.signOut')}
      sentences={t.raw('sentences')}
    />
  )
}
