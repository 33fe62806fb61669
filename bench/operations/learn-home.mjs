/** The to-do list of a clerk. */
export const learnHome = {
  name: 'learn-home',
  target: 12,
  warm: 40,
  clients: { 1: 80, 8: 160 },
  async prepare({ page, people }) {
    const clerks = await people.someReaders()
    return { perform: (index) => page('/learn', clerks[index % clerks.length].cookie) }
  },
}
