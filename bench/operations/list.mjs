/** First page of the list behind a number, with a filter and a search for two characters. */
export const list = {
  name: 'list',
  target: 15,
  warm: 30,
  clients: { 1: 60, 8: 120 },
  async prepare({ page, people }) {
    const { cookie, code } = await people.officer('demo-county')
    const query = new URLSearchParams({ region: code, state: 'missing', search: '机械' })
    return { perform: () => page(`/manage/lists/training?${query}`, cookie) }
  },
}
