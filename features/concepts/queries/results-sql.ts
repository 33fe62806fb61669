/**
 * What people's last closed certifying runs of labs and papers of exams say about each concept, with `people (person_id)` put before it:
 * rows of person, kind, slug, concept, right, asked. Questions that were withdrawn are left out, as they count for nobody.
 */
export const LAST_RESULTS = `
last_run AS (
  SELECT DISTINCT ON (r.person_id, r.lab_slug) r.person_id, r.lab_slug, r.concepts
  FROM people JOIN lab_run r USING (person_id)
  WHERE r.state = 'SUBMITTED' AND r.mode = 'CERTIFYING' AND r.concepts IS NOT NULL
  ORDER BY r.person_id, r.lab_slug, r.submitted_at DESC, r.id DESC),
last_paper AS (
  SELECT DISTINCT ON (t.person_id, t.exam_slug) t.id, t.person_id, t.exam_slug
  FROM people JOIN attempt t USING (person_id)
  WHERE t.state IN ('SUBMITTED', 'EXPIRED')
  ORDER BY t.person_id, t.exam_slug, t.submitted_at DESC NULLS LAST, t.id DESC),
outcome AS (
  SELECT l.person_id, 'LAB' AS kind, l.lab_slug AS slug, c.key AS concept, (c.value ->> 0)::int AS sure, (c.value ->> 1)::int AS asked
  FROM last_run l, jsonb_each(l.concepts) c
  UNION ALL
  SELECT p.person_id, 'EXAM', p.exam_slug, v.body ->> 'concept', count(*) FILTER (WHERE i.is_right)::int, count(*)::int
  FROM last_paper p JOIN attempt_item i ON i.attempt_id = p.id JOIN item_version v ON v.sha256 = i.item_sha
  WHERE i.is_right IS NOT NULL
  GROUP BY p.person_id, p.exam_slug, v.body ->> 'concept')`
