'use server'

import { refresh } from 'next/cache'
import { formAction } from '@/server/action'
import { setOwnAddress } from './commands/set-address'
import { ownAddressInput } from './input'

/** Anybody who is signed in, also by personal link: where they want mail, or that they want none. */
export const setOwnAddressAction = formAction({
  permission: 'mail.own',
  input: ownAddressInput,
  async run(ctx, { address }) {
    await setOwnAddress(ctx, address)
    refresh()
    return undefined
  },
})
