/** The product's barest route: what every request costs before it does anything. */
export const healthz = {
  name: 'healthz',
  target: null,
  warm: 100,
  clients: { 1: 300, 8: 600 },
  prepare: ({ send }) => ({ perform: () => send('/healthz') }),
}
