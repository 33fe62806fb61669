-- AlterTable
ALTER TABLE "lab_run" ADD COLUMN     "concepts" JSONB;

-- Runs that are closed already get theirs from what is stored with them; those of the first sheets, whose cells name no concept, stay without.
UPDATE lab_run SET concepts = counted.parts
FROM (
  SELECT per.id, jsonb_object_agg(per.concept, jsonb_build_array(per.sure, per.asked)) AS parts
  FROM (
    SELECT r.id, s ->> 'concept' AS concept, count(*) AS asked,
      count(*) FILTER (WHERE EXISTS (SELECT FROM jsonb_array_elements(r.result -> 'cells') c
        WHERE c ->> 'id' = s ->> 'id' AND c ->> 'verdict' = 'right')) AS sure
    FROM lab_run r, jsonb_array_elements(r.sheet -> 'cells') s
    WHERE r.state = 'SUBMITTED' AND r.result IS NOT NULL AND jsonb_typeof(r.sheet -> 'cells') = 'array' AND s ? 'concept'
    GROUP BY r.id, s ->> 'concept'
  ) per
  GROUP BY per.id
) counted
WHERE counted.id = lab_run.id;
