import { PASSWORD } from '../people.mjs'

const CLIENTS = 8

/** Sign-in page, name and password sent, the learner's home: three requests, one argon2id. */
export const signIn = {
  name: 'sign-in',
  target: 90,
  clients: { 1: 15, [CLIENTS]: 32 },
  async prepare({ page, submit, people }) {
    // Each client has its own name: wrong tries are counted per name before they are made.
    const accounts = await people.someReaders()
    return {
      async perform(_, client) {
        const path = '/sign-in?next=%2Flearn'
        const html = await page(path)
        const fields = { name: accounts[client].loginName, password: PASSWORD, next: '/learn' }
        const { location, cookie } = await submit(path, { html, mark: 'password', fields })
        await page(location, cookie)
      },
    }
  },
}
