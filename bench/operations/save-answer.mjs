import { rightAnswers, save, start } from './attempt.mjs'

const PEOPLE = 100

/** One answer saved: a hundred people with an open paper each. */
export const saveAnswer = {
  name: 'save-answer',
  target: 2,
  warm: 200,
  clients: { 1: 400, 8: 800, 32: 800 },
  async prepare(place) {
    const clerks = await place.people.clerks(PEOPLE)
    const papers = []
    for (const { cookie } of clerks) {
      const paper = await start(place, cookie)
      papers.push({ paper, cookie, answers: await rightAnswers(place, paper) })
    }
    return {
      perform(index) {
        const { paper, cookie, answers } = papers[index % PEOPLE]
        const round = Math.floor(index / PEOPLE)
        return save(place, { paper, cookie, ...answers[round % answers.length], seq: 1 + round })
      },
    }
  },
}
