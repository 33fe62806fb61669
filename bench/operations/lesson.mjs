import { COURSE } from './attempt.mjs'

/** A lesson opened, the position recorded: twenty clerks leaf through the course. */
export const lesson = {
  name: 'lesson',
  target: 10,
  warm: 40,
  clients: { 1: 80, 8: 160 },
  async prepare({ page, people }) {
    const clerks = await people.someReaders()
    const lessons = await lessonsOf(page, clerks[0].cookie)
    return {
      perform: (index) => page(lessons[index % lessons.length], clerks[Math.floor(index / lessons.length) % 20].cookie),
    }
  },
}

/** Paths of the course's lessons, as its page lists them. */
export async function lessonsOf(page, cookie) {
  const html = await page(`/learn/courses/${COURSE}`, cookie)
  return [
    ...new Set(
      [...html.matchAll(new RegExp(`href="(/learn/courses/${COURSE}/[^"#?]+)"`, 'g'))].map(([, path]) => path),
    ),
  ]
}
