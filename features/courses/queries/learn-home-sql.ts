/**
 * $1 person, $2 Shanghai day, $3 the holding a link login is bound to, or null. A head's `lines` are the seats of the entries
 * where this person holds the HEAD seat.
 */
export const LEARN_HOME = `
WITH mine AS (
  SELECT s.id AS seat_id, s.kind, s.entry_id, e.programme_id, e.enterprise_id, h.delegation, p.name AS programme
  FROM holding h
  JOIN seat s ON s.id = h.seat_id AND s.retracted_at IS NULL AND s.from_on <= $2::date AND (s.to_on IS NULL OR s.to_on > $2::date)
  JOIN roster_entry e ON e.id = s.entry_id
  JOIN programme p ON p.id = e.programme_id AND p.from_on <= $2::date AND (p.to_on IS NULL OR p.to_on > $2::date)
  WHERE h.person_id = $1::uuid AND h.retracted_at IS NULL AND h.from_on <= $2::date
    AND (h.to_on IS NULL OR h.to_on > $2::date) AND ($3::uuid IS NULL OR h.id = $3::uuid)
    AND EXISTS (SELECT FROM entry_placement q WHERE q.entry_id = e.id AND q.retracted_at IS NULL
      AND q.from_on <= $2::date AND (q.to_on IS NULL OR q.to_on > $2::date))
)
SELECT
  (SELECT json_agg(json_build_object('seatId', m.seat_id, 'kind', m.kind, 'entryId', m.entry_id,
      'programmeId', m.programme_id, 'programme', m.programme, 'delegation', m.delegation, 'enterprise',
      coalesce((SELECT n.name FROM enterprise_name n WHERE n.enterprise_id = m.enterprise_id AND n.retracted_at IS NULL
        AND n.from_on <= $2::date AND (n.to_on IS NULL OR n.to_on > $2::date) LIMIT 1), '')) ORDER BY m.seat_id)
    FROM mine m) AS seats,
  (SELECT json_agg(json_build_object('programmeId', r.programme_id, 'seatKind', r.seat_kind, 'rate', r.rate,
      'fromOn', r.from_on, 'toOn', r.to_on, 'alternatives', (SELECT json_agg(json_build_object('subjectKind', a.subject_kind,
        'slug', a.slug, 'minVersion', a.min_version, 'validDays', a.valid_days, 'times', a.times, 'evidence', a.evidence) ORDER BY a.id)
        FROM requirement_alternative a WHERE a.requirement_id = r.id)) ORDER BY r.id)
    FROM requirement r WHERE r.retracted_at IS NULL AND r.from_on <= $2::date AND (r.to_on IS NULL OR r.to_on > $2::date)
      AND r.programme_id IN (SELECT programme_id FROM mine)) AS requirements,
  (SELECT json_agg(json_build_object('personId', c.person_id, 'subjectKind', c.subject_kind, 'slug', c.slug,
      'contentVersion', c.content_version, 'happenedOn', c.happened_on, 'evidence', c.evidence))
    FROM completion c WHERE c.person_id = $1::uuid AND c.retracted_at IS NULL) AS completions,
  (SELECT json_agg(b.what) FROM (
      SELECT 'EXAM:' || exam_slug AS what FROM attempt WHERE person_id = $1::uuid AND state = 'OPEN'
      UNION SELECT 'LAB:' || lab_slug FROM lab_run WHERE person_id = $1::uuid AND state = 'OPEN'
      UNION SELECT 'COURSE:' || course FROM lesson_position WHERE person_id = $1::uuid) b) AS begun,
  (SELECT json_agg(json_build_object('entryId', s.entry_id, 'seatId', s.id, 'kind', s.kind, 'post', s.post,
      'holder', person.name, 'training', z.training, 'awareness', z.awareness, 'readiness', z.readiness)
      ORDER BY s.kind, s.id)
    FROM seat s
    LEFT JOIN seat_standing z ON z.seat_id = s.id
    LEFT JOIN person ON person.id = z.holder_id
    WHERE s.entry_id IN (SELECT entry_id FROM mine WHERE kind = 'HEAD') AND s.retracted_at IS NULL
      AND s.from_on <= $2::date AND (s.to_on IS NULL OR s.to_on > $2::date)) AS lines,
  (SELECT count(*)::int FROM certificate k WHERE k.person_id = $1::uuid) AS certificates`
