/** GET of the sign-in page by somebody unknown. */
export const signInPage = {
  name: 'sign-in-page',
  target: 6,
  warm: 40,
  clients: { 1: 100, 8: 200 },
  prepare: ({ page }) => ({ perform: () => page('/sign-in') }),
}
