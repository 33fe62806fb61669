-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "unanswered" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "office_template" ADD COLUMN     "problem_count" INTEGER NOT NULL DEFAULT 0;

-- Problems stored before are counted, and no more than a hundred of them kept.
UPDATE office_template SET
  problem_count = jsonb_array_length(problems),
  problems = jsonb_path_query_array(problems, '$[0 to 99]')
WHERE jsonb_typeof(problems) = 'array' AND jsonb_array_length(problems) > 0;

-- Of the runs that one officer has open of one template, the first goes on.
UPDATE document_run run SET state = 'REFUSED', refusal = 'running', finished_at = now()
WHERE state IN ('WAITING', 'RUNNING') AND EXISTS (
  SELECT FROM document_run earlier
  WHERE earlier.template_id = run.template_id AND earlier.created_by_id = run.created_by_id
    AND earlier.state IN ('WAITING', 'RUNNING') AND (earlier.created_at, earlier.id) < (run.created_at, run.id));
CREATE UNIQUE INDEX document_run_one_open ON document_run (template_id, created_by_id) WHERE state IN ('WAITING', 'RUNNING');
