import 'server-only'
import { pool } from '@/server/db/client'

/** Remembers that this person opened this lesson, so that reading goes on here on any device. Opening again moves it to the front. */
export async function openLesson(personId: string, course: string, lesson: string): Promise<void> {
  await pool.query({
    name: 'open-lesson',
    text: `INSERT INTO lesson_position (person_id, course, lesson) VALUES ($1, $2, $3)
      ON CONFLICT (person_id, course, lesson) DO UPDATE SET opened_at = clock_timestamp()
      WHERE lesson_position.opened_at < clock_timestamp() - interval '1 minute'`,
    values: [personId, course, lesson],
  })
}
