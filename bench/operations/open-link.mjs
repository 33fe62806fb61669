/** From the message's link to the first question: greeting, last four figures, cards, button, paper. Five requests. */
export const openLink = {
  name: 'open-link',
  target: 15,
  clients: { 1: 20, 8: 40 },
  async prepare({ page, submit, people }, total) {
    const links = await people.headLinks(total)
    return {
      async perform(index) {
        const { path, tail } = links[index]
        const html = await page(path)
        const opened = await submit(path, { html, mark: 'tail', fields: { tail } })
        const cards = await page(opened.location, opened.cookie)
        const begun = await submit(opened.location, { html: cards, mark: 'course', cookie: opened.cookie })
        const paper = await page(begun.location, opened.cookie)
        if (!paper.includes('<fieldset')) throw new Error(`No question at ${begun.location}.`)
      },
    }
  },
}
